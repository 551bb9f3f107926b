"""Goods that are carried within a store while it is counted, and counts of a warehouse."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from storewalk.stock import api as stock
from storewalk.stock.api import PlaceKind, standard_place
from tests.counts.conftest import Counting, begin
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.shop import Shop

pytestmark = pytest.mark.usefixtures("lenient")


async def carry(shop: Shop, source: PlaceKind | UUID, target: PlaceKind | UUID, at: datetime) -> None:
    """Carry 4 packs of milk at an instant."""
    place, to = (each if isinstance(each, UUID) else standard_place(shop.store, each) for each in (source, target))
    more = {"cause": stock.Cause.REFILL, "place_id": place, "to_id": to, "occurred_at": at}
    await shop.book("牛奶", 4, stock.Way.WITHIN, **more)


@pytest.fixture
async def two_zones(shop: Shop, manager: Client) -> Counting:
    """A full count of shelf and back room; 10 more packs of milk lie in the back room."""
    await shop.deliver("牛奶", 10, place_id=standard_place(shop.store, PlaceKind.BACK_ROOM))
    return await begin(shop, manager)


@pytest.mark.parametrize(("shelf", "back"), [(10, 6), (14, 10)])
async def test_goods_carried_between_two_places_are_neither_missing_nor_doubled(
    two_zones: Counting, client: LogIn, shelf: int, back: int
) -> None:
    shop, manager, regional = two_zones.shop, await client("manager"), await client("regional")
    now = datetime.now(UTC)
    # Either the shelf was counted before and the back room after they were carried, or the other way round.
    shelf_at, back_at = (timedelta(minutes=9), timedelta(minutes=1))[:: 1 if shelf == 10 else -1]
    await carry(shop, PlaceKind.BACK_ROOM, PlaceKind.SHELF, now - timedelta(minutes=5))
    lines = two_zones.line("牛奶", shelf, now - shelf_at), two_zones.line("牛奶", back, now - back_at, zone="后仓")
    await two_zones.take(manager, *lines)
    await two_zones.submit(manager)
    milk = (await two_zones.variances(regional))["牛奶"]
    assert (milk["counted"], milk["variance"]) == (str(shelf + back), "0")


async def test_what_lies_in_a_bin_is_counted_with_the_back_room(
    shop: Shop, two_zones: Counting, manager: Client, regional: Client, client: LogIn
) -> None:
    path = f"/api/stock/stores/{shop.store}/places"
    fridge = (await (await client("buyer")).post(path, {"code": "F1", "name": "冷藏柜"})).json()
    now = datetime.now(UTC)
    await two_zones.take(manager, two_zones.line("牛奶", 10, now - timedelta(minutes=9), zone="后仓"))
    await carry(shop, PlaceKind.BACK_ROOM, UUID(fridge["id"]), now - timedelta(minutes=5))
    await two_zones.take(manager, two_zones.line("牛奶", 10, now - timedelta(minutes=1)))
    await two_zones.submit(manager)
    assert (await two_zones.variances(regional))["牛奶"]["variance"] == "0"
    await two_zones.decide(regional, "茶", decision="keep")
    await two_zones.approve(regional)
    late = {"occurred_at": now - timedelta(minutes=20), "place_id": UUID(fridge["id"])}
    posted = await shop.book("牛奶", 3, stock.Way.IN, value_cents=900, **late)
    assert posted.explained == UUID(two_zones.id)
    assert await shop.on_hand("牛奶") == ("20", 6000)


async def test_a_warehouse_is_counted_and_what_is_missing_leaves_its_book(shop: Shop, client: LogIn) -> None:
    admin, regional = await client("admin"), await client("regional")
    form = {"code": "W1", "name": "中心仓", "regionId": str(shop.org.places["A"]), "kind": "warehouse"}
    made = (await admin.post("/api/stores", form)).json()
    shop.org.places["A1"] = UUID(made["id"])
    await shop.deliver("牛奶", 10)
    counting = await begin(shop, admin)
    await counting.take(admin, counting.line("牛奶", 8))
    await counting.submit(admin)
    await counting.approve(regional)
    assert await shop.on_hand("牛奶") == ("8", 2400)
