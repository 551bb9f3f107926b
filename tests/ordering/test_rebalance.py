"""Transfers that are suggested before more is bought: who could give what to whom, why, and what becomes of it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from storewalk.core.jobs import JobContext
from storewalk.ordering.planning.copied import rows_of
from storewalk.ordering.service.rebalance.suggest import suggest
from storewalk.stock import api as stock
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.organization import Org
from tests.factories.stock import line, receive
from tests.ordering.conftest import hired
from tests.ordering.orders import Ordering
from tests.ordering.sheets import set_terms

PATH = "/api/transfer-suggestions"
NORTH = 0.009  # degrees, a kilometre
LACKS = {"expected": 30_000, "wanted": 30_000, "quantity": 36_000}
PLACES = "UPDATE store SET latitude = 31.2 + $3, longitude = 121.5, datum = 'WGS84' WHERE org_id = $1 AND code = $2"


@pytest.fixture
async def near(ordering: Ordering, org: Org, client: LogIn) -> Ordering:
    """A2 has 50 milk and 20 eggs, half of which end in six days; A1, a kilometre off, would buy 36 of each today."""
    for number, code in enumerate(("A1", "A2", "B1")):
        await ordering.sql(PLACES, code, number * NORTH)
    soon = str(ordering.today + timedelta(days=5))
    milk, eggs = ordering.product("milk"), ordering.product("eggs")
    await receive(
        await client("buyer"), org.places["A2"], line(milk, "50", 15_000),
        line(eggs, "10", 3_000, code="SOON", expiresOn=soon),
        line(eggs, "10", 3_000, code="LATE", expiresOn="2099-12-31"),
    )  # fmt: skip
    await ordering.suggest({"milk": LACKS, "eggs": LACKS})
    await ordering.suggest({"milk": 0, "eggs": 0}, store=org.places["A2"])
    await hired(await client("admin"), org, "neighbour", str(org.places["A2"]))
    return ordering


async def suggested(ordering: Ordering) -> datetime:
    """Run the night's work, and return when it was asked for."""
    asked_at = ordering.platform.clock.now()
    await suggest(JobContext(ordering.platform, ordering.shop.org.id), asked_at)
    return asked_at


async def shown(who: Client, **query: Any) -> list[dict[str, Any]]:
    answer = await who.get(PATH, **query)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def only(who: Client, **query: Any) -> dict[str, Any]:
    [found] = await shown(who, **query)
    return found


async def test_what_one_store_can_do_without_is_suggested_to_the_other_with_its_arithmetic(
    near: Ordering, client: LogIn, manager: Client, regional: Client
) -> None:
    await suggested(near)
    found = await only(manager)
    assert (found["fromStoreId"], found["toStoreId"]) == (
        str(near.shop.org.places["A2"]),
        str(near.shop.org.places["A1"]),
    )
    assert (found["state"], found["day"], found["metres"]) == ("open", str(near.today), 1001)
    lines = {each["name"]["en"]: each for each in found["lines"]}
    # Two whole packs; one a day is needed on the four days until three after the order after the next.
    until = str(near.today + timedelta(days=3))
    assert (lines["milk"]["quantity"], lines["milk"]["lineCents"], lines["milk"]["firstExpiry"]) == ("24", 7_200, None)
    assert lines["milk"]["arithmetic"] == {
        "stock": "50", "promised": "0", "until": until, "needs": "4", "spoils": "0", "keeps": "4", "excess": "46",
        "lacks": "30", "before": "1",
    }  # fmt: skip
    # Of the lot that ends in six days A1 sells one on each of the five days after the transfer, and no more moves.
    assert (lines["eggs"]["quantity"], lines["eggs"]["firstExpiry"]) == ("5", str(near.today + timedelta(days=5)))
    assert lines["eggs"]["arithmetic"]["excess"] == "16"
    assert (found["totalCents"], found["savedCents"]) == (8_700, 600)
    neighbour = await client("neighbour")
    assert [await only(who) for who in (neighbour, regional)] == [found, found]
    kinds = await near.sql("SELECT kind FROM event WHERE org_id = $1 AND subject_id = $2", UUID(found["id"]))
    assert [row["kind"] for row in kinds] == ["ordering.rebalance_suggested"]


RULE = "INSERT INTO order_rebalance_rule (org_id, most_metres, margin_days, line_cents, trip_cents, version)"
A2 = "WHERE org_id = $1 AND code = 'A2'"


@pytest.mark.parametrize(
    "apart",
    [
        f"UPDATE store SET latitude = 32 {A2}",
        f"UPDATE store SET latitude = NULL, longitude = NULL, datum = NULL {A2}",
        f"UPDATE store SET region_id = (SELECT region_id FROM store b WHERE b.org_id = $1 AND b.code = 'B1') {A2}",
        f"{RULE} VALUES ($1, 900, 3, 0, 0, 1)",
        f"{RULE} VALUES ($1, 10000, 3, 0, 8701, 1)",
    ],
)
async def test_nothing_is_suggested_where_it_is_too_far_unknown_or_not_worth_a_trip(
    near: Ordering, regional: Client, apart: str
) -> None:
    await near.sql(apart)
    await suggested(near)
    assert await shown(regional) == []


async def test_between_legal_entities_nothing_is_suggested(near: Ordering, client: LogIn, regional: Client) -> None:
    form = {"kind": "franchisee", "name": "加盟商", "creditCode": "914403001922038216"}
    other = await (await client("admin")).post("/api/legal-entities", form)
    assert other.status_code == 201, other.text
    await near.sql(
        "UPDATE store_entity SET legal_entity_id = $2 WHERE org_id = $1 AND store_id = $3",
        UUID(other.json()["id"]), near.shop.org.places["A2"],
    )  # fmt: skip
    await suggested(near)
    assert await shown(regional) == []


async def test_what_was_promised_and_what_has_no_room_does_not_move(
    near: Ordering, client: LogIn, manager: Client
) -> None:
    promised = {
        "fromStoreId": str(near.shop.org.places["A2"]), "toStoreId": str(near.shop.org.places["B1"]),
        "lines": [{"productId": near.product("milk"), "quantity": "20"}],
    }  # fmt: skip
    assert (await (await client("buyer")).post("/api/stock/transfers", promised)).status_code == 201
    await set_terms(await client("buyer"), near.shop, "eggs", capacity="3")
    await suggested(near)
    [milk] = (await only(manager))["lines"]  # three eggs are not worth it
    assert (milk["quantity"], milk["arithmetic"]["promised"], milk["arithmetic"]["excess"]) == ("24", "20", "26")


async def test_accepting_asks_for_the_transfer_once_and_has_the_takers_order_counted_anew(
    near: Ordering, client: LogIn, manager: Client, regional: Client
) -> None:
    await suggested(near)
    found = await only(manager)
    answer = await manager.post(f"{PATH}/{found['id']}/acceptance")
    assert answer.status_code == 200, answer.text
    taken = answer.json()
    assert (taken["state"], taken["decidedByName"]) == ("accepted", "manager-" + near.shop.org.code.split("-")[1])
    again = await (await client("neighbour")).post(f"{PATH}/{found['id']}/acceptance")
    assert again.json()["transferId"] == taken["transferId"]
    transfer = (await regional.get(f"/api/stock/transfers/{taken['transferId']}")).json()
    assert (transfer["status"], transfer["fromStoreId"], transfer["toStoreId"]) == (
        "requested", str(near.shop.org.places["A2"]), str(near.shop.org.places["A1"]),
    )  # fmt: skip
    asked = {each["productId"]: each["requested"] for each in transfer["lines"]}
    assert asked == {near.product("milk"): "24", near.product("eggs"): "5"}
    assert len((await regional.get("/api/stock/transfers")).json()["items"]) == 1
    jobs = await near.sql(
        "SELECT entrypoint FROM pgqueuer WHERE entrypoint = 'ordering.plan_store' AND $1::uuid IS NOT NULL"
        " AND convert_from(payload, 'UTF8') LIKE '%' || $2 || '%'", str(near.shop.org.places["A1"]),
    )  # fmt: skip
    assert len(jobs) == 1
    async with near.shop.app_tx(near.shop.org) as tx:
        coming = rows_of(await stock.copy_coming(tx, [near.shop.store]))["quantity"]
    assert sorted(coming.tolist()) == [5_000, 24_000]  # what the plan takes off what it suggests
    late = await manager.post(f"{PATH}/{found['id']}/refusal", {"reason": "no_transport"})
    assert (late.status_code, late.json()["code"]) == (409, "wrong_state")
    # What was asked for is promised: the next night suggests what is left, and nothing twice.
    near.platform.clock.offset += timedelta(seconds=1)
    await suggested(near)
    left = {each["name"]["en"]: each for each in (await only(manager, state="open"))["lines"]}
    assert {name: (each["quantity"], each["arithmetic"]["promised"]) for name, each in left.items()} == {
        "milk": ("12", "24"), "eggs": ("11", "5"),
    }  # fmt: skip


async def test_refusing_says_why_and_what_nobody_decided_is_over_with_the_next_plan(
    near: Ordering, manager: Client, regional: Client
) -> None:
    first = await suggested(near)
    found = await only(manager)
    for _ in range(2):
        answer = await manager.post(f"{PATH}/{found['id']}/refusal", {"reason": "no_transport"})
        assert (answer.status_code, answer.json()["reason"]) == (200, "no_transport")
    late = await regional.post(f"{PATH}/{found['id']}/acceptance")
    assert (late.status_code, late.json()["detail"]) == (409, "这条调拨建议已处理或已过期，请看今天的建议。")
    assert await suggest(JobContext(near.platform, near.shop.org.id), first) == 0  # the same night again
    near.platform.clock.offset += timedelta(seconds=1)
    await suggested(near)
    second = await only(manager, state="open")
    near.platform.clock.offset += timedelta(seconds=1)
    await suggested(near)
    states = {each["id"]: each["state"] for each in await shown(manager)}
    assert (states[found["id"]], states[second["id"]], len(states)) == ("refused", "expired", 3)
    kinds = await near.sql(
        "SELECT kind FROM event WHERE org_id = $1 AND subject_id = $2 ORDER BY recorded_at", UUID(second["id"])
    )
    assert [row["kind"] for row in kinds] == ["ordering.rebalance_suggested", "ordering.rebalance_expired"]
    assert (await near.sql("SELECT count(*) FROM stock_transfer WHERE org_id = $1"))[0][0] == 0


async def test_a_region_accepts_many_at_once_and_hears_of_those_that_are_over(
    near: Ordering, manager: Client, regional: Client
) -> None:
    await suggested(near)
    old = await only(regional)
    near.platform.clock.offset += timedelta(seconds=1)
    await suggested(near)
    fresh = await only(regional, state="open")
    answer = (await regional.post(f"{PATH}/acceptances", {"ids": [old["id"], fresh["id"]]})).json()
    assert answer["accepted"] == 1
    assert [(each["id"], each["accepted"], each["code"]) for each in answer["outcomes"]] == [
        (old["id"], False, "wrong_state"), (fresh["id"], True, None),
    ]  # fmt: skip
    assert (await only(manager, state="accepted"))["transferId"] == answer["outcomes"][1]["transferId"]


async def test_neither_store_tells_its_stock_while_it_counts_and_others_see_no_suggestion(
    near: Ordering, client: LogIn, manager: Client, regional: Client
) -> None:
    await hired(await client("admin"), near.shop.org, "elsewhere", str(near.shop.org.places["B1"]))
    await suggested(near)
    found = await only(manager)
    elsewhere = await client("elsewhere")
    assert await shown(elsewhere) == []
    for answer in (
        await elsewhere.get(f"{PATH}/{found['id']}"),
        await elsewhere.post(f"{PATH}/{found['id']}/acceptance"),
    ):
        assert answer.status_code == 404
    await near.sql(
        "INSERT INTO stock_blind (org_id, store_id, count_id, product_ids, since)"
        " SELECT $1, $2, gen_random_uuid(), ARRAY[$3::uuid], '2020-01-01'",
        near.shop.org.places["A2"], near.shop.products["milk"],
    )  # fmt: skip
    told = {each["name"]["en"]: each["arithmetic"] is not None for each in (await only(manager))["lines"]}
    assert told == {"milk": False, "eggs": True}
    assert all(each["arithmetic"] for each in (await only(regional))["lines"])


async def test_the_rule_is_the_chains(near: Ordering, client: LogIn, manager: Client) -> None:
    admin = await client("admin")
    usual = (await admin.get(f"{PATH}/rule")).json()
    assert usual == {"mostMetres": 10_000, "marginDays": 3, "lineCents": 1_000, "tripCents": 5_000, "version": 0}
    form = {"mostMetres": 3_000, "marginDays": 7, "lineCents": 0, "tripCents": 0, "ifVersion": 0}
    assert (await manager.put(f"{PATH}/rule", form)).status_code == 403
    assert (await admin.put(f"{PATH}/rule", form)).json()["version"] == 1
    assert (await admin.put(f"{PATH}/rule", form)).status_code == 409
    assert (await admin.put(f"{PATH}/rule", {**form, "marginDays": 29, "ifVersion": 1})).status_code == 400
    assert near.id == ""
