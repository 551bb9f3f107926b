"""Lines from counters' devices: in any order, as often as they are sent, nothing doubled and nothing lost."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.counts.conftest import Counting, begin
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.organization import Org
from tests.factories.shop import Shop


async def lines_of(counting: Counting, reader: Client) -> dict[str, tuple[str, int]]:
    answer = await reader.get(f"{counting.path}/lines")
    return {each["id"]: (each["quantity"], each["revision"]) for each in answer.json()["items"]}


async def test_the_same_batch_again_changes_nothing(counting: Counting, clerk: Client) -> None:
    line = counting.line("牛奶", 8)
    assert await counting.take(clerk, line) == {"taken": 1, "known": 0, "refused": [], "tags": None}
    assert await counting.take(clerk, line) == {"taken": 0, "known": 1, "refused": [], "tags": None}
    assert await lines_of(counting, clerk) == {line["id"]: ("8", 1)}


async def test_an_older_revision_that_arrives_later_changes_nothing(counting: Counting, clerk: Client) -> None:
    line = counting.line("牛奶", 8)
    await counting.take(clerk, {**line, "quantity": "9.5", "revision": 3})
    assert await counting.take(clerk, {**line, "revision": 2}) == {"taken": 0, "known": 1, "refused": [], "tags": None}
    assert await lines_of(counting, clerk) == {line["id"]: ("9.5", 3)}


async def test_two_people_in_one_zone_never_overwrite_each_other(
    counting: Counting, clerk: Client, manager: Client
) -> None:
    mine, theirs = counting.line("牛奶", 3), counting.line("牛奶", 4)
    await counting.take(clerk, mine)
    await counting.take(manager, theirs)
    stolen = await counting.take(manager, {**mine, "quantity": "99", "revision": 2})
    assert stolen["refused"] == [{"id": mine["id"], "reason": "anothers_line"}]
    assert await lines_of(counting, manager) == {mine["id"]: ("3", 1), theirs["id"]: ("4", 1)}


async def test_two_phones_of_one_person_in_one_zone_add_up_and_a_replay_of_either_counts_once(
    counting: Counting, client: LogIn, regional: Client
) -> None:
    one, other = await client("clerk"), await client("clerk")
    mine, again = counting.line("牛奶", 3), counting.line("牛奶", 4)
    batches = (
        (one, mine),
        (other, again),
        (one, {**mine, "quantity": "6", "revision": 2}),
        (other, again),
        (one, mine),
    )
    taken = [(await counting.take(phone, line))["taken"] for phone, line in batches]
    assert taken == [1, 1, 1, 0, 0]
    assert await lines_of(counting, one) == {mine["id"]: ("6", 2), again["id"]: ("4", 1)}
    await counting.take(other, counting.line("茶", 20))
    await counting.submit(one)
    found = await counting.variances(regional)
    assert (found["牛奶"]["counted"], found["牛奶"]["variance"]) == ("10", "0")


async def test_one_line_that_cannot_be_taken_keeps_no_other_from_being_taken(counting: Counting, clerk: Client) -> None:
    good = counting.line("牛奶", 8)
    bad = [
        {**counting.line("茶", 1), "productId": str(uuid4())},
        {**counting.line("茶", 1), "zoneId": str(uuid4())},
        counting.line("茶", "-1"),
        counting.line("茶", "0.0001"),
    ]
    taken = await counting.take(clerk, bad[0], good, *bad[1:])
    assert (taken["taken"], [each["reason"] for each in taken["refused"]]) == (
        1,
        ["no_product", "no_zone", "bad_quantity", "bad_quantity"],
    )
    assert await lines_of(counting, clerk) == {good["id"]: ("8", 1)}


async def test_a_line_that_is_taken_back_counts_no_more(counting: Counting, clerk: Client, manager: Client) -> None:
    line = counting.line("面包", 5)
    await counting.take(clerk, line, counting.line("牛奶", 10))
    await counting.take(clerk, {**line, "voided": True, "revision": 2})
    await counting.submit(clerk)
    assert "面包" not in await counting.variances(manager)


async def test_scans_and_photos_are_kept_as_evidence(counting: Counting, clerk: Client) -> None:
    at = datetime(2026, 11, 29, 3, 0, tzinfo=UTC)
    photo = str(uuid4())
    scans = [
        {"at": at.isoformat(), "change": "1", "source": "camera"},
        {"at": (at + timedelta(seconds=2)).isoformat(), "change": "24", "source": "pack"},
    ]
    line = counting.line("牛奶", 25, at, scans=scans, photoIds=[photo], note="堆头")
    await counting.take(clerk, line)
    kept = (await clerk.get(f"{counting.path}/lines", product=str(counting.shop.products["牛奶"]))).json()["items"][0]
    assert (kept["scans"], kept["photoIds"], kept["note"], kept["zoneName"]) == (
        [
            {"at": "2026-11-29T03:00:00Z", "change": "1", "source": "camera"},
            {"at": "2026-11-29T03:00:02Z", "change": "24", "source": "pack"},
        ],
        [photo],
        "堆头",
        "卖场",
    )


async def test_the_devices_measured_clock_offset_is_added_and_no_line_lies_in_the_future(
    counting: Counting, clerk: Client
) -> None:
    slow, fast = counting.line("牛奶", 1, datetime.now(UTC) - timedelta(days=1)), counting.line("茶", 1)
    day_ms = 24 * 3600 * 1000
    headers = {"Storewalk-Clock-Offset-Ms": str(day_ms - 60_000)}
    await clerk.put(f"{counting.path}/lines", {"lines": [slow]}, headers=headers)
    await clerk.put(f"{counting.path}/lines", {"lines": [fast]}, headers={"Storewalk-Clock-Offset-Ms": str(day_ms)})
    items = (await clerk.get(f"{counting.path}/lines")).json()["items"]
    ages = [datetime.now(UTC) - datetime.fromisoformat(each["countedAt"]) for each in items]
    assert timedelta(seconds=50) < ages[0] < timedelta(seconds=90)
    assert timedelta(0) <= ages[1] < timedelta(seconds=30)


async def test_an_unknown_code_is_kept_and_becomes_a_product_before_the_approval(
    shop: Shop, counting: Counting, clerk: Client, manager: Client, regional: Client
) -> None:
    line = counting.line(None, 6, barcode="6999999999994", photoIds=[str(uuid4())])
    await counting.take(clerk, line, counting.line("牛奶", 10), counting.line("茶", 20))
    await counting.submit(clerk)
    refused = await counting.step(regional, "approval")
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid")
    unknown = (await manager.get(f"{counting.path}/lines", unknown=True)).json()["items"]
    assert [(each["barcode"], each["quantity"]) for each in unknown] == [("6999999999994", "6")]
    bread = {"productId": str(shop.products["面包"])}
    assert (await manager.post(f"{counting.path}/lines/{line['id']}/product", bread)).status_code == 200
    await counting.approve(regional)
    assert (await shop.on_hand("面包"))[0] == "6"


async def test_a_count_of_another_store_is_not_there(counting: Counting, org: Org, client: LogIn) -> None:
    inspector, buyer = await client("inspector"), await client("buyer")
    assert (await inspector.get(counting.path)).status_code == 403
    form = {"lines": [counting.line("牛奶", 1)]}
    assert (await buyer.put(f"{counting.path}/lines", form)).status_code == 403
    regional = await client("regional")
    other = {"storeId": str(org.places["B1"]), "kind": "full", "title": "x"}
    assert (await regional.post("/api/counts", other)).status_code == 404


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"kind": "category"}, "categoryIds"),
        ({"kind": "spot"}, "productIds"),
        ({"kind": "spot", "productIds": [str(uuid4())]}, "productIds"),
        ({"kind": "full", "productIds": [str(uuid4())]}, "kind"),
        ({"kind": "full", "zones": [{"name": "A"}, {"name": "A"}]}, "zones"),
        (
            {"kind": "full", "windowFrom": "2026-11-29T10:00:00Z", "windowUntil": "2026-11-29T09:00:00Z"},
            "windowUntil",
        ),
    ],
)
async def test_a_scope_that_makes_no_sense_is_refused_by_its_field(
    shop: Shop, manager: Client, form: dict[str, object], field: str
) -> None:
    refused = await manager.post("/api/counts", {"storeId": str(shop.store), "title": "盘点", **form})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)
    assert (await manager.get("/api/counts")).json()["items"] == []


async def test_a_plan_opens_the_same_count_at_many_stores_or_at_none(org: Org, regional: Client) -> None:
    form = {"kind": "full", "title": "年终", "zones": [{"id": str(uuid4()), "name": "冷藏"}]}
    far = await regional.post("/api/counts/plans", {**form, "storeIds": [str(org.places[p]) for p in ("A1", "B1")]})
    assert far.status_code == 404
    assert (await regional.get("/api/counts")).json()["items"] == []
    made = await regional.post("/api/counts/plans", {**form, "storeIds": [str(org.places[p]) for p in ("A1", "A2")]})
    assert [(each["storeId"], each["zones"][0]["name"]) for each in made.json()] == [
        (str(org.places["A1"]), "冷藏"),
        (str(org.places["A2"]), "冷藏"),
    ]


async def test_the_same_spot_count_sent_twice_is_opened_once(shop: Shop, manager: Client) -> None:
    count_id = str(uuid4())
    for _ in range(2):
        await begin(shop, manager, "spot", id=count_id, productIds=[str(shop.products["牛奶"])])
    assert [each["id"] for each in (await manager.get("/api/counts")).json()["items"]] == [count_id]
