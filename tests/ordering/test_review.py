"""Each night what is over is held against what was sold, and the next plan reckons with what it did."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.ordering.service.append import append
from storewalk.ordering.service.plan import plan
from storewalk.ordering.service.review import review
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.shop import Shop
from tests.factories.today import ZONE, today
from tests.ordering.sheets import sheet_of, supply
from tests.ordering.test_promotions import form, planned
from tests.ordering.test_signals import SIGNALS, enter


@pytest.fixture
async def busy(platform: Platform, sold: Shop) -> Shop:
    """On six days of last week the shop sold 8 milk more than its 4, and the history knows it."""
    for number in range(6):
        day = today(number - 9)
        await sold.deliver("milk", 8, occurred_at=at(day, 9))
        await sold.sell("milk", 8, at(day, 15))
    platform.clock.offset += timedelta(minutes=10)
    await append(JobContext(platform, sold.org.id))
    platform.clock.offset -= timedelta(minutes=10)
    return sold


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), ZONE).astimezone(UTC)


async def read(client: Client, signal: dict[str, Any]) -> dict[str, Any]:
    return (await client.get(f"{SIGNALS}/{signal['id']}")).json()


def event(shop: Shop, first: date, last: date, uplift: float) -> dict[str, Any]:
    return {
        "kind": "mall_anniversary",
        "firstDay": str(first),
        "lastDay": str(last),
        "uplift": uplift,
        "placeIds": [str(shop.store)],
        "productIds": [str(shop.products["milk"])],
    }


async def test_an_event_that_tripled_sales_is_measured_as_three_beside_what_was_stated(
    platform: Platform, client: LogIn, busy: Shop
) -> None:
    manager = await client("manager")
    signal = await enter(manager, event(busy, today(-9), today(-4), 1.5))
    context = JobContext(platform, busy.org.id)
    assert await review(context) == 1
    found = await read(manager, signal)
    assert (found["uplift"], found["measured"]) == (1.5, pytest.approx(3, abs=0.15))
    assert await review(context) == 0, "it is looked at again when a week has passed"


async def test_the_next_event_of_the_kind_is_planned_with_what_the_last_one_did(
    platform: Platform, client: LogIn, buyer: Client, busy: Shop
) -> None:
    manager = await client("manager")
    await supply(buyer, busy, {"milk": 1})
    await enter(manager, event(busy, today(-9), today(-4), 1.5))
    context = JobContext(platform, busy.org.id)
    await review(context)
    await plan(context, platform.clock.now())
    usual = (await sheet_of(busy))["milk"]
    await enter(manager, event(busy, today(1), today(2), 1.5))
    await plan(context, platform.clock.now())
    lifted = (await sheet_of(busy))["milk"]
    assert usual.forecast[0] == pytest.approx(4, rel=0.15), "the event's own days lift no ordinary one"
    assert lifted.forecast[0] == pytest.approx(usual.forecast[0], rel=0.02)
    assert 1.5 < lifted.forecast[1] / usual.forecast[1] < 3, "between what was stated and what was measured"
    assert lifted.forecast[3] == pytest.approx(usual.forecast[3], rel=0.02)


async def test_a_promotion_is_measured_by_product_and_what_was_not_in_it_is_not(
    platform: Platform, buyer: Client, busy: Shop
) -> None:
    promotion = await planned(buyer, form(busy, "milk", firstDay=str(today(-9)), lastDay=str(today(-4)), uplift=2))
    assert await review(JobContext(platform, busy.org.id)) == 1
    found = (await buyer.get(f"/api/promotions/{promotion['id']}")).json()
    assert float(found["sold"]) == 6 * 12
    assert float(found["expected"]) == pytest.approx(6 * 4, rel=0.1)
    assert [each["sold"] for each in found["products"]] == ["72"]


async def test_what_is_still_running_is_not_judged(platform: Platform, client: LogIn, busy: Shop) -> None:
    await enter(await client("manager"), event(busy, today(-9), today(), 1.5))
    assert await review(JobContext(platform, busy.org.id)) == 0
