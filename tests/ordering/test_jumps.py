"""What sells far more than was expected is told on the same day, once; what sells as usual, or by a unit, is not."""

from collections.abc import Generator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.ordering.service.plan import plan
from storewalk.ordering.service.watch import watch
from tests.factories.jobs import JobRunner
from tests.factories.shop import Shop
from tests.factories.today import ZONE

JUMPS = "SELECT product_id, sold, expected FROM demand_jump WHERE org_id = $1"
EVENTS = "SELECT payload::text FROM event WHERE org_id = $1 AND kind = 'ordering.sales_jumped'"
NOTICES = "SELECT account_id, title ->> 'zh' AS title, body ->> 'zh' AS body FROM notification WHERE org_id = $1"


@pytest.fixture(autouse=True)
def two_in_the_afternoon(platform: Platform, sold: Shop) -> Generator[None]:
    """Have the test happen at two in the afternoon at the store, which has sold everything at noon for four weeks."""
    del sold
    before = platform.clock.offset
    now = platform.clock.now().astimezone(ZONE)
    platform.clock.offset += now.replace(hour=14, minute=0) - now
    yield
    platform.clock.offset = before


@pytest.fixture
async def planned(platform: Platform, sold: Shop) -> Shop:
    await plan(JobContext(platform, sold.org.id), platform.clock.now())
    return sold


async def sell_today(platform: Platform, shop: Shop, product: str, quantity: int) -> None:
    noon = noon_of(platform.clock.now())
    await shop.deliver(product, quantity, occurred_at=noon - timedelta(hours=2))
    await shop.sell(product, quantity, noon)


def noon_of(now: datetime) -> datetime:
    return now.astimezone(ZONE).replace(hour=12, minute=0, second=0, microsecond=0)


async def rows(shop: Shop, sql: str) -> list[Any]:
    async with shop.app_tx(shop.org) as tx:
        return list(await tx.fetch(sql, shop.org.id))


async def test_four_times_the_usual_is_told_to_the_manager_once(
    platform: Platform, planned: Shop, run_jobs: JobRunner
) -> None:
    await sell_today(platform, planned, "milk", 16)
    await sell_today(platform, planned, "eggs", 2)
    context = JobContext(platform, planned.org.id)
    assert await watch(context) == 1
    assert await watch(context) == 0
    (jump,) = await rows(planned, JUMPS)
    assert (jump["product_id"], jump["sold"]) == (planned.products["milk"], 16)
    assert jump["expected"] == pytest.approx(Decimal(4), abs=Decimal("0.2"))
    (event,) = [msgspec.json.decode(row[0]) for row in await rows(planned, EVENTS)]
    assert event["holder_ids"] == [str(planned.org.accounts["manager"])]
    await run_jobs()
    (notice,) = await rows(planned, NOTICES)
    assert notice["account_id"] == planned.org.accounts["manager"]
    assert notice["title"].endswith("milk今天卖得特别快")
    assert "已卖16" in notice["body"]
    assert "4.0 倍" in notice["body"]


async def test_twice_of_little_is_nothing_to_tell(platform: Platform, planned: Shop) -> None:
    await sell_today(platform, planned, "eggs", 4)
    await sell_today(platform, planned, "milk", 7)
    assert await watch(JobContext(platform, planned.org.id)) == 0
    assert await rows(planned, JUMPS) == []


async def test_a_store_without_a_sheet_is_not_judged(platform: Platform, sold: Shop) -> None:
    await sell_today(platform, sold, "milk", 100)
    assert await watch(JobContext(platform, sold.org.id)) == 0


async def test_a_hundred_in_one_sale_is_told_with_the_day_that_the_store_has(platform: Platform, planned: Shop) -> None:
    await sell_today(platform, planned, "milk", 100)
    assert await watch(JobContext(platform, planned.org.id)) == 1
    (event,) = [msgspec.json.decode(row[0]) for row in await rows(planned, EVENTS)]
    assert event["day"] == platform.clock.now().astimezone(ZONE).date().isoformat()
