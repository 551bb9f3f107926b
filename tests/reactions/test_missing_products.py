"""What an inspector saw empty, held against the book: refilled, counted or ordered, each once."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from msgspec import json

from storewalk.core.schemas import Words
from storewalk.inspections.events import ProductsMissing
from storewalk.reactions.missing_products import Followed, Goods, followed, hold_against_book, several
from storewalk.stock.api import PlaceKind, Whereabouts, standard_place
from storewalk.stock.events import OutOfStock
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, checkpoint, photo, publish, template
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.shop import Shop, open_shop

EVENT = "SELECT payload::text FROM event WHERE org_id = $1 AND kind = $2 ORDER BY recorded_at, id"
BEHIND, ON_SHELF = 24, 17
See = Callable[..., Awaitable[Visit]]


@pytest.fixture
async def shop(org: Org, app_tx: AppTx, client: LogIn) -> Shop:
    """Store A1: milk only in the back room, tea and juice only on the shelf, no bread."""
    made = await open_shop(org, app_tx, await client("buyer"), ["牛奶", "茶", "面包", "果汁"])
    await made.deliver("牛奶", BEHIND, place_id=standard_place(made.store, PlaceKind.BACK_ROOM))
    await made.deliver("茶", ON_SHELF)
    await made.deliver("果汁", ON_SHELF)
    return made


@pytest.fixture
async def see(shop: Shop, client: LogIn, run_jobs: JobRunner) -> See:
    """`await see("茶")`: a visit whose shelf passes with these products missing, and what follows from it."""
    checklist = await publish(
        await client("regional"), template([checkpoint("shelf", "photo", shelf=True), checkpoint("tags")])
    )
    inspector = await client("inspector")

    async def visit(*names: str, at: datetime | None = None) -> Visit:
        made = await begin(inspector, shop.store, checklist["id"])
        missing = [str(shop.products[name]) for name in names]
        body = {"outcome": "pass", "photos": [photo()], "missingProductIds": missing}
        path = f"/api/inspections/{made.id}/answers/{made.checkpoints['shelf']}"
        headers = {"Storewalk-Occurred-At": at.isoformat(), "Storewalk-Clock-Offset-Ms": "0"} if at else {}
        assert (await inspector.put(path, body, headers=headers)).is_success
        await made.answer("tags", outcome="pass")
        await made.submit(2)
        await run_jobs()
        return made

    return visit


async def tasks(reader: Client) -> list[tuple[str, str, int]]:
    items = (await reader.get("/api/tasks")).json()["items"]
    return sorted((task["kind"], task["title"]["zh"], task["findingCount"]) for task in items)


async def counts(reader: Client, **params: Any) -> list[dict[str, Any]]:
    items = (await reader.get("/api/counts", **params)).json()["items"]
    return [(await reader.get(f"/api/counts/{each['id']}")).json() for each in items]


async def inbox(reader: Client) -> dict[str, str]:
    items = (await reader.get("/api/notifications")).json()["items"]
    return {each["kind"]: each["body"]["zh"] for each in items}


async def hints(shop: Shop) -> list[list[str]]:
    async with shop.app_tx(shop.org) as tx:
        rows = await tx.fetch(EVENT, shop.org.id, "stock.out_of_stock")
        return [[str(each) for each in json.decode(row["payload"], type=OutOfStock).product_ids] for row in rows]


async def test_goods_behind_are_refilled_phantom_stock_is_counted_and_what_nobody_has_is_ordered(
    shop: Shop, see: See, client: LogIn
) -> None:
    manager, clerk = await client("manager"), await client("clerk")
    visit = await see("牛奶", "茶", "面包")
    assert await tasks(manager) == [("refill", f"从后仓补货：牛奶 {BEHIND} 瓶", 1)]
    [count] = await counts(clerk)
    assert (count["kind"], count["title"], count["productIds"]) == ("spot", "抽盘 茶", [str(shop.products["茶"])])
    assert (count["openedByName"], count["status"]) == (None, "open")
    assert await hints(shop) == [[str(shop.products["面包"])]]
    told = await inbox(manager)
    assert set(told) == {"tasks.opened", "counts.opened", "stock.out_of_stock", "inspections.to_sign"}
    assert told["stock.out_of_stock"] == "“shelf”：面包，货架和后仓都没有，请安排订货。"
    assert set(await inbox(clerk)) == {"counts.opened"}
    [task] = (await manager.get("/api/tasks")).json()["items"]
    shown = (await manager.get(f"/api/tasks/{task['id']}")).json()
    assert shown["requirement"]["zh"] == f"巡店发现空位（shelf），后仓还有 {BEHIND} 瓶，请补满后拍下货架。"
    assert (shown["inspectionId"], shown["checkpointId"]) == (visit.id, None)
    assert (await visit.shown("shelf"))["taskId"] is None


async def test_nobody_who_counts_is_told_what_the_book_has(see: See, client: LogIn) -> None:
    clerk = await client("clerk")
    await see("茶")
    [count] = await counts(clerk)
    assert str(ON_SHELF) not in count["title"]
    assert not [body for body in (await inbox(clerk)).values() if str(ON_SHELF) in body]


async def test_missing_again_goes_to_the_open_task_and_count_and_hints_again(
    shop: Shop, see: See, client: LogIn
) -> None:
    clerk = await client("clerk")
    await see("牛奶", "茶", "面包")
    await see("面包", "茶", "牛奶", "果汁")
    assert await tasks(clerk) == [("refill", f"从后仓补货：牛奶 {BEHIND} 瓶", 2)]
    assert sorted(count["title"] for count in await counts(clerk)) == ["抽盘 果汁", "抽盘 茶"]
    assert await hints(shop) == [[str(shop.products["面包"])]] * 2


async def test_an_event_that_is_told_twice_leaves_one_task_and_one_count(shop: Shop, see: See, client: LogIn) -> None:
    clerk = await client("clerk")
    await see("牛奶", "茶")
    before = await tasks(clerk), await counts(clerk)
    async with shop.app_tx(shop.org) as tx:
        [row] = await tx.fetch(EVENT, shop.org.id, ProductsMissing.kind)
        await hold_against_book(tx, json.decode(row["payload"], type=ProductsMissing))
    assert (await tasks(clerk), await counts(clerk)) == before


async def test_the_book_is_read_as_it_was_when_the_place_was_seen_empty(shop: Shop, see: See, client: LogIn) -> None:
    clerk, seen = await client("clerk"), datetime.now(UTC) - timedelta(minutes=30)
    await shop.deliver("面包", 6, occurred_at=seen + timedelta(minutes=5))
    await shop.sell("茶", ON_SHELF, seen + timedelta(minutes=10))
    await see("面包", "茶", "果汁", at=seen)
    assert (await tasks(clerk), [count["title"] for count in await counts(clerk)]) == ([], ["抽盘 果汁"])
    assert await hints(shop) == [[str(shop.products["茶"])]]


async def test_while_the_store_counts_no_other_count_is_opened_and_no_quantity_is_told(
    shop: Shop, see: See, client: LogIn
) -> None:
    manager, clerk = await client("manager"), await client("clerk")
    form = {"storeId": str(shop.store), "kind": "full", "title": "月度盘点"}
    assert (await manager.post("/api/counts", form)).status_code == 201
    await see("牛奶", "茶", "面包")
    assert [count["title"] for count in await counts(clerk)] == ["月度盘点"]
    assert await tasks(clerk) == [("refill", "从后仓补货：牛奶", 1)]
    assert await hints(shop) == [[str(shop.products["面包"])]]
    assert "stock.out_of_stock" not in await inbox(manager)


async def test_a_count_that_has_not_begun_keeps_nobody_from_counting_and_one_that_waits_for_approval_does(
    shop: Shop, see: See, client: LogIn
) -> None:
    manager, clerk = await client("manager"), await client("clerk")
    later = (datetime.now(UTC) + timedelta(days=20)).isoformat()
    form = {"storeId": str(shop.store), "kind": "full", "title": "年终", "windowFrom": later}
    assert (await manager.post("/api/counts", form)).status_code == 201
    await see("茶")
    [spot] = [count for count in await counts(clerk) if count["kind"] == "spot"]
    line = {
        "id": spot["id"],
        "zoneId": spot["zones"][0]["id"],
        "productId": str(shop.products["茶"]),
        "quantity": str(ON_SHELF),
        "countedAt": datetime.now(UTC).isoformat(),
        "revision": 1,
    }
    assert (await clerk.put(f"/api/counts/{spot['id']}/lines", {"lines": [line]})).is_success
    assert (await clerk.post(f"/api/counts/{spot['id']}/submission", {})).json()["status"] == "submitted"
    await see("茶")
    assert [count["kind"] for count in await counts(clerk, status="open")] == ["full"]


def lies(shelf: int, behind: int, then: int) -> Whereabouts:
    return Whereabouts(Decimal(shelf), Decimal(behind), Decimal(then), being_counted=False)


@pytest.mark.parametrize(
    ("its", "becomes"),
    [
        (lies(0, 5, 0), "refill"),
        (lies(7, 5, 7), "refill"),
        (lies(7, 0, 7), "count"),
        (lies(0, 0, 0), "order"),
        (lies(-2, 0, -2), "order"),
        (lies(0, 0, 7), "order"),
        (lies(7, 0, 0), None),
    ],
)
def test_what_becomes_of_a_missing_product(its: Whereabouts, becomes: str | None) -> None:
    product = UUID(int=1)
    wanted = {name: [product] if name == becomes else [] for name in ("refill", "count", "order")}
    assert followed({product: its}) == Followed(**wanted)


def test_three_products_are_named_and_more_are_counted() -> None:
    goods = [Goods(UUID(int=n), Words(f"茶{n}", f"Tea {n}"), Words("瓶", "bottle")) for n in range(1, 6)]
    assert several(goods[:3]) == Words("茶1、茶2、茶3", "Tea 1, Tea 2, Tea 3")
    assert several(goods) == Words("茶1、茶2、茶3等 5 个商品", "Tea 1, Tea 2, Tea 3 and others (5 in all)")
