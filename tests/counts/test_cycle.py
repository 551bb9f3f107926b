"""Stores count in turns: what turns over most oftenest, what was never counted at once."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.counts.cycle import Rank, Turnover, most_due, ranks
from storewalk.counts.jobs import OpenCycles, open_turns
from tests.counts.conftest import Counting, ids
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.shop import Shop

NOW = datetime(2026, 11, 29, tzinfo=UTC)
DAYS = {Rank.A: 30, Rank.B: 90, Rank.C: 180}
RULE = {"everyDays": 1, "products": 2, "aDays": 30, "bDays": 90, "cDays": 180}


def product(number: int, sold: int, counted_days_ago: float | None = 1, misses: int = 0) -> Turnover:
    at = None if counted_days_ago is None else NOW - timedelta(days=counted_days_ago)
    return Turnover(UUID(int=number), sold, at, misses)


def test_products_are_ranked_by_the_share_of_the_turnover_before_them() -> None:
    found = ranks([product(1, 700), product(2, 150), product(3, 90), product(4, 40), product(5, 20), product(6, 0)])
    assert [found[UUID(int=n)].name for n in range(1, 7)] == ["A", "A", "B", "B", "C", "C"]


def test_a_product_that_missed_twice_is_counted_oftener() -> None:
    found = ranks([product(1, 1000), product(2, 0, misses=1), product(3, 0, misses=2)])
    assert [found[UUID(int=n)].name for n in range(1, 4)] == ["A", "C", "B"]


@pytest.mark.parametrize(
    ("products", "due"),
    [
        ([product(1, 100, 29), product(2, 0, 179)], []),
        ([product(1, 100, 30), product(2, 0, 180)], [1, 2]),
        ([product(1, 100, 33), product(2, 0, 360)], [2, 1]),
        ([product(1, 5, None), product(2, 100, None), product(3, 0, 400)], [2, 1]),
    ],
)
def test_the_longest_overdue_by_its_own_interval_comes_first(products: list[Turnover], due: list[int]) -> None:
    assert most_due(products, DAYS, NOW, 2) == [UUID(int=n) for n in due]


async def turn(platform: Platform, shop: Shop, clerk: Client) -> list[tuple[str, list[str]]]:
    """Let the schedule come round, and return the open cycle counts with their products."""
    await open_turns(JobContext(platform, shop.org.id), OpenCycles())
    items = (await clerk.get("/api/counts", status="open")).json()["items"]
    found = [(await clerk.get(f"/api/counts/{each['id']}")).json() for each in items if each["kind"] == "cycle"]
    return [(each["id"], each["productIds"]) for each in found]


async def test_the_schedule_opens_one_count_with_what_is_due_and_waits_until_it_is_taken(
    shop: Shop, client: LogIn, platform: Platform, clerk: Client, regional: Client
) -> None:
    assert await turn(platform, shop, clerk) == []  # nobody has asked for cycle counts
    admin = await client("admin")
    assert (await admin.put("/api/counts/cycle-rule", RULE)).json() == RULE
    await shop.sell("茶", 3, datetime.now(UTC) - timedelta(minutes=5))
    [(count_id, products)] = await turn(platform, shop, clerk)
    assert products == ids(shop, "茶", "牛奶")
    assert await turn(platform, shop, clerk) == [(count_id, products)]
    count = (await clerk.get(f"/api/counts/{count_id}")).json()
    assert (count["openedByName"], [zone["name"] for zone in count["zones"]]) == (None, ["卖场", "后仓"])
    counting = Counting(shop, count_id, {zone["name"]: zone["id"] for zone in count["zones"]})
    await counting.take(clerk, counting.line("茶", 17), counting.line("牛奶", 10))
    await counting.submit(clerk)
    await counting.approve(regional)
    assert await turn(platform, shop, clerk) == []  # its next turn has not come, and both were counted
    assert (await clerk.put("/api/counts/cycle-rule", RULE)).status_code == 403


async def test_what_was_counted_is_not_due_and_what_came_in_since_is(
    client: LogIn, platform: Platform, clerk: Client, regional: Client, counting: Counting
) -> None:
    shop = counting.shop
    await counting.take(clerk, counting.line("茶", 20), counting.line("牛奶", 10))
    await counting.submit(clerk)
    await counting.approve(regional)
    await (await client("admin")).put("/api/counts/cycle-rule", {**RULE, "products": 9})
    await shop.deliver("面包", 4)
    assert [products for _, products in await turn(platform, shop, clerk)] == [ids(shop, "面包")]
