"""Every night each store is told what to order: numbers that add up, kept once, whatever was killed on the way."""

from collections.abc import AsyncGenerator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.ordering.service.append import append
from storewalk.ordering.service.plan import plan
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.shop import Shop, open_shop
from tests.ordering.sheets import Line, sheet_of, supply

ZONE = ZoneInfo("Asia/Shanghai")
TODAY = datetime.now(ZONE).date()
DAYS = 28


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), ZONE)


@pytest.fixture
async def shop(org: Org, app_tx: AppTx, client: LogIn, platform: Platform) -> AsyncGenerator[Shop]:
    """Store A1 sold 4 milk a day and 2 eggs for four weeks, has 9 milk and 100 eggs left; the history knows it."""
    buyer: Client = await client("buyer")
    shop = await open_shop(org, app_tx, buyer, ["milk", "eggs", "bread"])
    first = TODAY - timedelta(days=DAYS)
    await shop.deliver("milk", 4 * DAYS + 9, occurred_at=noon(first - timedelta(days=1)))
    await shop.deliver("eggs", 2 * DAYS + 100, occurred_at=noon(first - timedelta(days=1)))
    for number in range(DAYS):
        await shop.sell("milk", 4, noon(first + timedelta(days=number)))
        await shop.sell("eggs", 2, noon(first + timedelta(days=number)))
    platform.clock.offset += timedelta(minutes=10)
    await append(JobContext(platform, org.id))
    yield shop
    platform.clock.offset -= timedelta(minutes=10)


async def suggested(platform: Platform, shop: Shop) -> dict[str, Line]:
    context = JobContext(platform, shop.org.id)
    await plan(context, platform.clock.now())
    return await sheet_of(shop)


async def test_a_line_covers_what_is_expected_until_the_next_delivery_less_what_is_there(
    platform: Platform, shop: Shop
) -> None:
    await supply(shop, {"milk": 6, "eggs": 30})
    lines = await suggested(platform, shop)
    milk, eggs = lines["milk"], lines["eggs"]
    # ordered today, delivered and sold from tomorrow; the next order comes a day later: two days to cover
    assert (milk.arrival, milk.cover) == (2, 2)
    assert milk.expected == 8
    assert (milk.stock, milk.spoils, milk.on_order) == (9, 0, 0)
    assert milk.wanted == max(milk.expected + milk.safety - 9, 0)
    assert milk.quantity == -(-milk.wanted // 6) * 6
    assert milk.service == 0.95
    assert (eggs.expected, eggs.stock, eggs.quantity) == (4, 100, 0)
    assert len(milk.forecast) == 28
    assert all(3.5 < each < 4.5 for each in milk.forecast)
