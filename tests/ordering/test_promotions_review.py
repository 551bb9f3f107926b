"""A promotion that is over is held against what was expected without it, by product and in all, and kept beside it."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from storewalk.ordering.queries.promotion_read import promotions_to_review
from storewalk.ordering.service.promotion_review import keep_review
from tests.factories.client import Client
from tests.factories.shop import Shop
from tests.factories.today import today
from tests.ordering.test_promotions import buyer, form, planned, shop

__all__ = ["buyer", "shop"]
MEASURED = """
SELECT payload FROM event WHERE org_id = $1 AND kind = 'ordering.promotion_measured' AND subject_id = $2
ORDER BY recorded_at"""


@pytest.fixture
async def over(shop: Shop, buyer: Client) -> dict[str, Any]:
    """A promotion of milk and eggs that ended yesterday, expected to sell half as much again."""
    days = {"firstDay": str(today(-7)), "lastDay": str(today(-1))}
    return await planned(buyer, form(shop, "milk", "eggs", uplift=1.5, **days))


async def keep(shop: Shop, promotion: dict[str, Any], until: date | None = None, **found: tuple[float, float]) -> None:
    async with shop.app_tx(shop.org) as tx:
        units = {shop.products[name]: told for name, told in found.items()}
        await keep_review(tx, UUID(promotion["id"]), promotion["version"], units, until or today(-1))


async def due(shop: Shop, day: date | None = None) -> list[UUID]:
    async with shop.app_tx(shop.org) as tx:
        return [each.promotion_id for each in await promotions_to_review(tx, day or today())]


async def read(buyer: Client, promotion: dict[str, Any]) -> dict[str, Any]:
    return (await buyer.get(f"/api/promotions/{promotion['id']}")).json()


async def test_what_it_sold_stands_beside_what_was_expected_without_it(
    shop: Shop, buyer: Client, over: dict[str, Any]
) -> None:
    await keep(shop, over, milk=(180.0, 100.0), eggs=(60.0, 60.0004))
    found = await read(buyer, over)
    assert (found["sold"], found["expected"], found["measured"], found["uplift"]) == ("240", "160", 1.5, 1.5)
    assert [(each["sold"], each["expected"], each["measured"]) for each in found["products"]] == [
        ("180", "100", 1.8),
        ("60", "60", 1.0),
    ]
    [listed] = (await buyer.get("/api/promotions")).json()["items"]
    assert (listed["sold"], listed["measured"]) == ("240", 1.5)


async def test_of_a_product_that_sold_nothing_nothing_is_measured(
    shop: Shop, buyer: Client, over: dict[str, Any]
) -> None:
    await keep(shop, over, milk=(30.0, 20.0))
    found = await read(buyer, over)
    assert (found["sold"], found["expected"], found["measured"]) == ("30", "20", 1.5)
    assert [(each["sold"], each["measured"]) for each in found["products"]] == [("30", 1.5), ("0", None)]


async def test_it_is_due_when_its_days_are_over_and_once_more_a_week_later(shop: Shop, over: dict[str, Any]) -> None:
    promotion = UUID(over["id"])
    later = [today(days - 1) for days in (0, 1, 7, 8, 61)]
    assert [await due(shop, day) for day in later] == [[], [promotion], [promotion], [promotion], []]
    await keep(shop, over, milk=(1.0, 1.0))
    assert [await due(shop, day) for day in later] == [[], [], [], [promotion], []]
    await keep(shop, over, until=today(6), milk=(1.0, 1.0))
    assert [await due(shop, day) for day in later] == [[], [], [], [], []]


async def test_the_same_found_twice_is_told_once(shop: Shop, over: dict[str, Any]) -> None:
    await keep(shop, over, milk=(180.0, 100.0))
    await keep(shop, over, until=today(6), milk=(180.0, 100.0))
    await keep(shop, over, until=today(6), milk=(180.0, 90.0))
    async with shop.app_tx(shop.org) as tx:
        assert len(await tx.fetch(MEASURED, shop.org.id, UUID(over["id"]))) == 2


async def test_what_was_measured_of_another_version_is_not_kept(
    shop: Shop, buyer: Client, over: dict[str, Any]
) -> None:
    body = form(shop, "milk", "tea", firstDay=over["firstDay"], lastDay=over["lastDay"], uplift=1.5)
    changed = await buyer.put(f"/api/promotions/{over['id']}", {**body, "ifVersion": over["version"]})
    await keep(shop, over, milk=(180.0, 100.0), eggs=(60.0, 60.0))
    assert (await read(buyer, over))["measured"] is None
    await keep(shop, changed.json(), milk=(180.0, 100.0))
    assert (await read(buyer, over))["measured"] == 1.8


async def test_what_was_expected_stays_once_it_was_measured_and_other_days_are_measured_anew(
    shop: Shop, buyer: Client, over: dict[str, Any]
) -> None:
    await keep(shop, over, milk=(180.0, 100.0))
    days = {"firstDay": over["firstDay"], "lastDay": over["lastDay"], "ifVersion": over["version"]}
    path = f"/api/promotions/{over['id']}"
    wiser = await buyer.put(path, form(shop, "milk", "eggs", uplift=1.8, **days))
    assert (wiser.status_code, wiser.json()["code"]) == (409, "wrong_state")
    longer = {**days, "lastDay": str(today())}
    assert (await buyer.put(path, form(shop, "milk", "eggs", uplift=1.5, **longer))).json()["measured"] is None
    assert await due(shop) == []


async def test_a_cancelled_promotion_is_not_measured(shop: Shop, buyer: Client, over: dict[str, Any]) -> None:
    await buyer.post(f"/api/promotions/{over['id']}/cancellation", {"ifVersion": over["version"]})
    assert await due(shop) == []
    await keep(shop, {**over, "version": over["version"] + 1}, milk=(180.0, 100.0))
    assert (await read(buyer, over))["measured"] is None
