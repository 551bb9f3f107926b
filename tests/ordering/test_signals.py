"""Who is on the spot tells what is coming; it is seen where it matters, counts once, and is later measured."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from storewalk.core.ids import new_id
from storewalk.ordering.queries.signal_read import DatedEvent, events_between
from storewalk.ordering.service.signal_review import keep_review
from tests.factories.catalog import category, found_catalogue, product_form
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.today import today

SIGNALS = "/api/demand/signals"
TOLD = """
SELECT kind FROM event WHERE org_id = $1 AND kind LIKE 'ordering.signal%' ORDER BY recorded_at, id"""


def told(org: Org, *places: str, **changes: Any) -> dict[str, Any]:
    """Return the form of an anniversary of the mall, of a week."""
    return {
        "kind": "mall_anniversary",
        "firstDay": str(today()),
        "lastDay": str(today(7)),
        "uplift": 1.5,
        "placeIds": [str(org.places[place]) for place in places],
        **changes,
    }


async def enter(client: Client, form: dict[str, Any]) -> dict[str, Any]:
    answer = await client.post(SIGNALS, form)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def refusal(answer: Any) -> tuple[int, str | None]:
    found = await answer
    faults = found.json().get("errors") or [{}]
    return found.status_code, faults[0].get("field")


async def seen(client: Client, **asked: Any) -> list[str]:
    answer = await client.get(SIGNALS, **asked)
    assert answer.status_code == 200, answer.text
    return [each["id"] for each in answer.json()["items"]]


async def kinds_told(org: Org, app_tx: AppTx) -> list[str]:
    async with app_tx(org) as tx:
        return [row["kind"] for row in await tx.fetch(TOLD, org.id)]


async def nightly(org: Org, app_tx: AppTx) -> dict[UUID, DatedEvent]:
    async with app_tx(org) as tx:
        return {each.id: each for each in await events_between(tx, today(-30), today(7))}


async def test_a_manager_tells_of_her_store_and_head_office_sees_it(org: Org, client: LogIn, app_tx: AppTx) -> None:
    manager, buyer = await client("manager"), await client("buyer")
    made = await enter(manager, told(org, "A1", name="万达三周年", note="中庭有舞台"))
    assert await seen(buyer) == [made["id"]]
    found = (await buyer.get(f"{SIGNALS}/{made['id']}")).json()
    assert found == made
    stated = ("kind", "name", "firstDay", "lastDay", "uplift", "note", "status", "everywhere", "mayChange", "version")
    assert [found[name] for name in stated] == [
        "mall_anniversary", "万达三周年", str(today()), str(today(7)), 1.5, "中庭有舞台", "planned", False, True, 1,
    ]  # fmt: skip
    assert [place["id"] for place in found["places"]] == [str(org.places["A1"])]
    assert (found["measured"], found["reviewedAt"], found["products"], found["categories"]) == (None, None, [], [])
    assert await kinds_told(org, app_tx) == ["ordering.signal_entered"]


async def test_a_manager_tells_nothing_of_another_store_of_a_region_or_of_the_whole_chain(
    org: Org, client: LogIn, app_tx: AppTx
) -> None:
    manager, regional = await client("manager"), await client("regional")
    for places in (["A2"], ["A1", "B1"], ["A"], []):
        assert await refusal(manager.post(SIGNALS, told(org, *places))) == (404, None)
    assert await refusal(regional.post(SIGNALS, told(org, "B1"))) == (404, None)
    root = told(org, placeIds=[str(org.root)])
    assert await refusal((await client("buyer")).post(SIGNALS, root)) == (404, None), "the whole chain has no places"
    assert (await enter(regional, told(org, "A", "A1")))["mayChange"]
    assert (await (await client("clerk")).post(SIGNALS, told(org, "A1"))).status_code == 403
    assert await kinds_told(org, app_tx) == ["ordering.signal_entered"]


async def test_an_event_is_seen_where_it_touches_something_and_changed_only_by_who_answers_for_all_of_it(
    org: Org, client: LogIn
) -> None:
    manager, buyer = await client("manager"), await client("buyer")
    chain, region = await enter(buyer, told(org)), await enter(buyer, told(org, "A", kind="school_holiday"))
    both, other = await enter(buyer, told(org, "A1", "B1", kind="outage")), await enter(buyer, told(org, "B1"))
    assert set(await seen(manager)) == {chain["id"], region["id"], both["id"]}
    assert set(await seen(buyer)) == {chain["id"], region["id"], both["id"], other["id"]}
    assert await refusal(manager.get(f"{SIGNALS}/{other['id']}")) == (404, None)
    seen_by_her = (await manager.get(f"{SIGNALS}/{both['id']}")).json()
    assert [place["id"] for place in seen_by_her["places"]] == [str(org.places["A1"])], "not what is elsewhere"
    for event in (chain, region, both, other):
        path = f"{SIGNALS}/{event['id']}"
        assert await refusal(manager.post(f"{path}/cancellation", {"ifVersion": 1})) == (404, None)
        assert await refusal(manager.put(path, told(org, "A1", ifVersion=1))) == (404, None)
    assert set(await seen(buyer, place=org.places["B1"])) == {chain["id"], both["id"], other["id"]}
    assert set(await seen(buyer, place=org.places["A"])) == {chain["id"], region["id"], both["id"]}
    assert await seen(buyer, kind="school_holiday") == [region["id"]]
    assert await refusal(manager.get(SIGNALS, place=org.places["B1"])) == (404, None)


async def test_days_names_and_goods_that_cannot_be_are_refused_by_field(org: Org, client: LogIn) -> None:
    manager = await client("manager")
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"lastDay": str(today(-1))}, "lastDay"),
        ({"lastDay": str(today(366))}, "lastDay"),
        ({"firstDay": str(today(800)), "lastDay": str(today(801))}, "firstDay"),
        ({"kind": "other", "name": "  "}, "name"),
        ({"productIds": [str(uuid4())]}, "productIds"),
        ({"categoryIds": [str(uuid4())]}, "categoryIds"),
    ]
    for changes, field in wrong:
        assert await refusal(manager.post(SIGNALS, told(org, "A1", **changes))) == (422, field)
    assert (await manager.post(SIGNALS, told(org, "A1", uplift=0.01))).status_code in {400, 422}
    assert await seen(manager) == []


async def test_a_running_event_is_ended_early_by_who_saw_it_and_the_older_copy_is_told(
    org: Org, client: LogIn, app_tx: AppTx
) -> None:
    manager, regional = await client("manager"), await client("regional")
    made = await enter(manager, told(org, "A1", kind="road_works", uplift=0.7))
    path = f"{SIGNALS}/{made['id']}"
    ended = await manager.put(path, told(org, "A1", kind="road_works", uplift=0.7, lastDay=str(today()), ifVersion=1))
    assert (ended.json()["lastDay"], ended.json()["version"]) == (str(today()), 2)
    late = await regional.post(f"{path}/cancellation", {"ifVersion": 1})
    assert (late.status_code, late.json()["current"]["version"]) == (409, 2)
    moved = await regional.put(path, told(org, "A2", kind="road_works", uplift=0.7, lastDay=str(today()), ifVersion=2))
    assert moved.json()["version"] == 3, "another store alone is a change"
    assert await seen(manager) == []
    assert (await regional.post(f"{path}/cancellation", {"ifVersion": 3})).json()["status"] == "cancelled"
    assert (await regional.post(f"{path}/cancellation", {"ifVersion": 4})).status_code == 409
    assert await nightly(org, app_tx) == {}
    assert await kinds_told(org, app_tx) == [
        "ordering.signal_entered", "ordering.signal_changed", "ordering.signal_changed", "ordering.signal_cancelled",
    ]  # fmt: skip


async def test_sent_twice_under_one_id_it_is_one_event_and_anothers_id_is_refused(
    org: Org, client: LogIn, app_tx: AppTx
) -> None:
    manager, regional = await client("manager"), await client("regional")
    form = told(org, "A1", id=str(new_id()))
    assert await enter(manager, form) == await enter(manager, form)
    assert (await regional.post(SIGNALS, form)).json()["current"]["id"] == form["id"]
    assert await seen(manager) == [form["id"]]
    assert await kinds_told(org, app_tx) == ["ordering.signal_entered"]


async def test_a_token_tells_of_a_viral_product(org: Org, client: LogIn, anonymous: Client) -> None:
    admin = await client("admin")
    issued = (await admin.post("/api/tokens", {"name": "舆情", "scopes": ["ordering.enter_signal"]})).json()
    headers = {"Authorization": f"Bearer {issued['token']}"}
    answer = await anonymous.post(SIGNALS, told(org, kind="viral_product", uplift=3.0), headers=headers)
    assert answer.status_code == 201, answer.text
    assert await seen(await client("manager")) == [answer.json()["id"]]


async def test_the_night_reads_each_event_with_the_stores_and_goods_that_it_touches(
    org: Org, client: LogIn, app_tx: AppTx
) -> None:
    buyer = await client("buyer")
    await found_catalogue(buyer)
    cola = (await buyer.post("/api/products", await product_form(buyer))).json()["id"]
    water = await product_form(buyer, code="W1", categoryId=await category(buyer, "W"), barcodes=[])
    water = (await buyer.post("/api/products", water)).json()["id"]
    tea = await product_form(buyer, code="T1", categoryId=await category(buyer, "W"), barcodes=[])
    tea = (await buyer.post("/api/products", tea)).json()["id"]
    drinks, waters = await category(buyer, "D"), await category(buyer, "W")
    places = org.places
    chain = await enter(buyer, told(org))
    region = await enter(buyer, told(org, "A", categoryIds=[drinks]))
    mixed = await enter(buyer, told(org, "A", "A1", "B1", productIds=[cola], categoryIds=[waters]))
    named = await enter(buyer, told(org, "A1", kind="other", name="Food Fair", productIds=[cola], uplift=0.8))
    await enter(buyer, told(org, firstDay=str(today(8)), lastDay=str(today(9))))
    found = await nightly(org, app_tx)
    every = frozenset(map(UUID, (cola, water, tea)))
    made = {"chain": chain, "region": region, "mixed": mixed, "named": named}
    of = {name: found[UUID(each["id"])] for name, each in made.items()}
    assert len(found) == 4
    assert (of["chain"].store_ids, of["chain"].product_ids, of["chain"].uplift) == (None, None, 1.5)
    assert of["region"].store_ids == {places["A1"], places["A2"]}
    assert of["region"].product_ids == every, "of the categories below, too"
    assert of["mixed"].store_ids == {places["A1"], places["A2"], places["B1"]}
    assert of["mixed"].product_ids == every
    assert (of["named"].kind, of["named"].uplift) == ("other:food fair", 0.8)
    assert (of["named"].store_ids, of["named"].product_ids) == ({places["A1"]}, {UUID(cola)})


async def test_a_region_without_stores_and_a_category_without_products_touch_nothing_rather_than_all(
    org: Org, client: LogIn, app_tx: AppTx
) -> None:
    admin = await client("admin")
    await found_catalogue(admin)
    empty = (await admin.post("/api/regions", {"name": "新区"})).json()["id"]
    made = await enter(admin, told(org, placeIds=[empty], categoryIds=[await category(admin, "W")]))
    found = (await nightly(org, app_tx))[UUID(made["id"])]
    assert (found.store_ids, found.product_ids) == (frozenset(), frozenset())


async def test_what_it_did_stands_beside_what_was_stated_and_that_is_not_restated(
    org: Org, client: LogIn, app_tx: AppTx
) -> None:
    manager = await client("manager")
    began = today(-5)
    made = await enter(manager, told(org, "A1", firstDay=str(began), lastDay=str(began)))
    path, event_id = f"{SIGNALS}/{made['id']}", UUID(made["id"])
    async with app_tx(org) as tx:
        await keep_review(tx, event_id, None, 1.04, tx.now)
    few = (await manager.get(path)).json()
    assert (few["measured"], few["evidenceDays"], few["reviewedAt"] is not None) == (None, 1.0, True)
    for _ in range(2):
        async with app_tx(org) as tx:
            await keep_review(tx, event_id, 1.4712, 31.26, tx.now)
    found = (await manager.get(path)).json()
    assert (found["measured"], found["evidenceDays"], found["version"]) == (1.471, 31.3, 1)
    assert await seen(manager, measured=True) == [made["id"]]
    assert await seen(manager, measured=False) == []
    form = told(org, "A1", firstDay=str(began), lastDay=str(began), ifVersion=1)
    assert (await manager.put(path, {**form, "uplift": 1.47})).status_code == 409
    longer = (await manager.put(path, {**form, "lastDay": str(began + timedelta(days=1))})).json()
    assert (longer["measured"], longer["reviewedAt"], longer["uplift"]) == (None, None, 1.5), "measured anew"
    assert await kinds_told(org, app_tx) == [
        "ordering.signal_entered", "ordering.signal_measured", "ordering.signal_changed",
    ]  # fmt: skip


async def test_a_list_goes_on_where_it_ended_also_among_events_of_one_day(org: Org, client: LogIn) -> None:
    manager = await client("manager")
    made = [await enter(manager, told(org, "A1", firstDay=str(day))) for day in (today(), today(), today(), today(7))]
    pages: list[str] = []
    cursor: str | None = None
    while True:
        answer = (await manager.get(SIGNALS, limit=2, cursor=cursor)).json()
        pages += [each["id"] for each in answer["items"]]
        cursor = answer["next"]
        if cursor is None:
            break
    assert pages == [made[3]["id"], *sorted((each["id"] for each in made[:3]), reverse=True)]
    assert await seen(manager, **{"from": str(today(8))}) == []
    assert await seen(manager, to=str(today(-1))) == []


@pytest.mark.parametrize("column", ["uplift = 0", "last_day = first_day - 1", "kind = 'other', name = ''"])
async def test_the_table_itself_holds_what_an_event_can_be(org: Org, client: LogIn, app_tx: AppTx, column: str) -> None:
    await enter(await client("manager"), told(org, "A1"))
    with pytest.raises(Exception, match="check constraint"):
        async with app_tx(org) as tx:
            await tx.fetch(f"UPDATE demand_event SET {column} WHERE org_id = $1", org.id)
