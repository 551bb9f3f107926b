"""What arrives after a count that was taken later: it tells why something was missing, and what it cost."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from storewalk.stock import api as stock
from storewalk.stock.api import PlaceKind, Point, Way, mark_counted, standard_place
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.shop import Shop, open_shop
from tests.factories.stock import ago

COUNT = uuid4()
EXPLAINED = """
SELECT trim_scale(sum((payload ->> 'quantity')::numeric))::text AS quantity,
       sum((payload ->> 'value_cents')::bigint)::bigint AS cents
FROM event WHERE org_id = $1 AND subject_id = $2 AND kind = 'stock.variance_explained'"""


@pytest.fixture
async def shop(org: Org, app_tx: AppTx, client: LogIn) -> Shop:
    """Store A1 with milk and tea in the catalogue and nothing on the shelves."""
    return await open_shop(org, app_tx, await client("buyer"), ["牛奶", "茶"])


def at(minutes: int) -> datetime:
    return datetime.now(UTC) - timedelta(minutes=minutes)


async def counted(shop: Shop, product: str, *points: tuple[PlaceKind | None, datetime]) -> None:
    """Approve a count of a product, which found what the book says."""
    places = {kind: standard_place(shop.store, kind) for kind, _ in points if kind}
    async with shop.app_tx(shop.org) as tx:
        true_at = [Point(shop.products[product], places.get(kind) if kind else None, when) for kind, when in points]
        await mark_counted(tx, shop.store, COUNT, true_at)


async def explained(shop: Shop) -> tuple[str | None, int | None]:
    async with shop.app_tx(shop.org) as tx:
        row = await tx.fetchrow(EXPLAINED, tx.org_id, COUNT)
    return (None, None) if row is None else (row["quantity"], row["cents"])


async def test_goods_that_a_count_found_cost_what_their_late_receipt_says(shop: Shop) -> None:
    await shop.deliver("牛奶", 10, 300)
    await shop.book("牛奶", 10, Way.IN, cause=stock.Cause.COUNT, occurred_at=at(30))  # found, at what the others cost
    await counted(shop, "牛奶", (None, at(30)))
    await shop.sell("牛奶", 15, at(20))
    assert await shop.on_hand("牛奶") == ("5", 1500)
    await shop.deliver("牛奶", 10, 500, occurred_at=at(40))
    assert await shop.on_hand("牛奶") == ("5", 2500)
    assert await explained(shop) == ("10", 4000)  # half of them at 5 yuan, as they were sold before that was known


async def test_waste_that_is_reported_after_a_count_has_missed_it_says_why(shop: Shop, client: LogIn) -> None:
    await shop.deliver("牛奶", 2)
    await shop.book("牛奶", 2, Way.OUT, cause=stock.Cause.COUNT, occurred_at=at(30))
    await counted(shop, "牛奶", (None, at(30)))
    manager: Client = await client("manager")
    form = {"storeId": str(shop.store), "productId": str(shop.products["牛奶"]), "quantity": "2", "reason": "theft"}
    now = await manager.post("/api/stock/waste", form)
    assert (now.status_code, now.json()["errors"][0]["field"]) == (422, "quantity")
    before = await manager.post("/api/stock/waste", form, headers={"Storewalk-Occurred-At": ago(minutes=40)})
    assert (before.status_code, before.json()["status"], before.json()["valueCents"]) == (201, "posted", 600)
    assert await shop.on_hand("牛奶") == ("0", 0)
    assert await explained(shop) == ("-2", -600)


@pytest.mark.parametrize(
    ("shelf", "back", "book", "why"),
    [
        (30, 10, "18", ("-2", -600)),  # carried there after the shelf was counted, gone when the back room was
        (10, 30, "14", ("2", 600)),  # seen at both
        (10, 15, "16", (None, None)),
    ],
)
async def test_goods_that_were_carried_between_two_counted_places_are_put_right_when_that_arrives(
    shop: Shop, shelf: int, back: int, book: str, why: tuple[str | None, int | None]
) -> None:
    await shop.deliver("牛奶", 6)
    back_room = standard_place(shop.store, PlaceKind.BACK_ROOM)
    await shop.deliver("牛奶", 10, place_id=back_room)
    await counted(shop, "牛奶", (PlaceKind.SHELF, at(shelf)), (PlaceKind.BACK_ROOM, at(back)))
    to = standard_place(shop.store, PlaceKind.SHELF)
    refill = {"cause": stock.Cause.REFILL, "occurred_at": at(20), "place_id": back_room, "to_id": to}
    await shop.book("牛奶", 2, Way.WITHIN, **refill)
    assert (await shop.on_hand("牛奶"))[0] == book
    assert await explained(shop) == why
