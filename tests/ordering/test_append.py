"""What stores sold reaches the history of demand day by day, late sales included; what was missed is made up for."""

from collections.abc import Generator
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from demand.history.shard import Shard, Window
from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.ordering.dense_history import Files
from storewalk.ordering.history import shard_of
from storewalk.ordering.jobs import AppendDemand, append_demand
from storewalk.ordering.service.append import Underway
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.sales import ingest, sold, till_receipt
from tests.factories.shop import Shop, open_shop
from tests.factories.today import noon, today

LEASE = "UPDATE demand_read SET leased_until = $2 WHERE org_id = $1"


class History:
    """Brings on the history of an organization, and reads it."""

    def __init__(self, platform: Platform, org: Org) -> None:
        self.platform, self.org = platform, org

    async def bring_on(self) -> None:
        await append_demand(JobContext(self.platform, self.org.id), AppendDemand())

    def window(self, last: date, days: int, store: str = "A1") -> Window:
        return self.shard(store).window(last, days)

    def shard(self, store: str = "A1") -> Shard:
        name = f"demand/{self.org.id}/{shard_of(self.org.places[store])}"
        return Shard(Files(self.platform.objects), name)

    def of(self, shop: Shop, product: str, days: int = 3) -> tuple[list[float | None], list[int]]:
        """Return what is known of a product's last days: units (None: unknown), and percent out of stock."""
        window = self.window(today(-1), days)
        place = window.keys.index((shop.store.bytes, shop.products[product].bytes))
        qty = [None if np.isnan(each) else float(each) for each in window.qty[:, place]]
        return qty, window.oos[:, place].tolist()

    def prices(self, shop: Shop, product: str, days: int = 3) -> list[float | None]:
        """Return the prices of a product's last days over the usual one, None where nothing tells."""
        window = self.window(today(-1), days)
        place = window.keys.index((shop.store.bytes, shop.products[product].bytes))
        return [None if np.isnan(each) else round(float(each), 3) for each in window.price[:, place]]


@pytest.fixture
def history(platform: Platform, org: Org) -> History:
    return History(platform, org)


@pytest.fixture
async def shop(org: Org, app_tx: AppTx, client: LogIn) -> Shop:
    """Store A1, which sells milk and eggs and has them since four days ago; recorded a while ago."""
    buyer: Client = await client("buyer")
    shop = await open_shop(org, app_tx, buyer, ["milk", "eggs"])
    for product in ("milk", "eggs"):
        await shop.deliver(product, 100, occurred_at=noon(today(-3), -24))
    return shop


async def later(platform: Platform, minutes: int = 10) -> None:
    platform.clock.offset += timedelta(minutes=minutes)


@pytest.fixture(autouse=True)
def same_time(platform: Platform) -> Generator[None]:
    """Put the clock back after the test."""
    before = platform.clock.offset
    yield
    platform.clock.offset = before


async def test_each_day_has_what_was_sold_and_zero_where_nothing_was(
    platform: Platform, shop: Shop, history: History
) -> None:
    await shop.sell("milk", 5, noon(today(-3)))
    await shop.sell("milk", 2, noon(today(-3), 3))
    await shop.sell("milk", 4, noon(today(-1)))
    await shop.sell("eggs", 1, noon(today(-2)))
    await later(platform)
    await history.bring_on()
    assert history.of(shop, "milk") == ([7, 0, 4], [0, 0, 0])
    assert history.of(shop, "eggs") == ([0, 1, 0], [0, 0, 0])


async def test_hours_without_stock_are_known_by_day(platform: Platform, shop: Shop, history: History) -> None:
    await shop.sell("milk", 100, noon(today(-3)))
    await shop.deliver("milk", 10, occurred_at=noon(today(-2), 6))
    await later(platform)
    await history.bring_on()
    assert history.of(shop, "milk") == ([100, 0, 0], [50, 75, 0])


async def test_today_is_not_over_and_is_read_tomorrow(platform: Platform, shop: Shop, history: History) -> None:
    await shop.sell("milk", 1, noon(today(-3)))
    await shop.sell("milk", 9, datetime.now(UTC))
    await later(platform)
    await history.bring_on()
    assert np.isnan(history.window(today(), 1).qty).all()
    await later(platform, 24 * 60)
    await history.bring_on()
    place = history.window(today(), 1).keys.index((shop.store.bytes, shop.products["milk"].bytes))
    assert history.window(today(), 1).qty[0, place] == 9


async def test_a_sale_that_arrives_days_late_changes_its_own_day(
    platform: Platform, shop: Shop, history: History
) -> None:
    await shop.sell("milk", 5, noon(today(-3)))
    await later(platform)
    await history.bring_on()
    assert history.of(shop, "milk")[0] == [5, 0, 0]
    await shop.sell("milk", 3, noon(today(-2)))
    await history.bring_on()
    assert history.of(shop, "milk")[0] == [5, 0, 0], "it may still be under way elsewhere"
    await later(platform)
    await history.bring_on()
    assert history.of(shop, "milk")[0] == [5, 3, 0]


async def test_nights_on_which_nothing_ran_are_made_up_for(platform: Platform, shop: Shop, history: History) -> None:
    await shop.sell("milk", 5, noon(today(-3)))
    await later(platform)
    await history.bring_on()
    await later(platform, 3 * 24 * 60)
    await history.bring_on()
    window = history.window(today(2), 6)
    place = window.keys.index((shop.store.bytes, shop.products["milk"].bytes))
    assert window.qty[:, place].tolist() == [5, 0, 0, 0, 0, 0]


async def test_run_twice_the_files_are_the_same_and_a_run_that_was_cut_short_is_made_good(
    platform: Platform, shop: Shop, history: History
) -> None:
    await shop.sell("milk", 5, noon(today(-3)))
    await later(platform)
    await history.bring_on()
    files = Files(platform.objects)
    name = f"demand/{shop.org.id}/{shard_of(shop.store)}/{today(-3):%Y-%m}.arrow"
    first = files.get(name)
    async with shop.app_tx(shop.org) as tx:
        await tx.fetch("UPDATE demand_read SET read_until = '1970-01-01Z' WHERE org_id = $1", shop.org.id)
    await history.bring_on()
    assert first is not None
    assert files.get(name) == first


async def test_two_jobs_at_once_do_not_write_the_same_files(platform: Platform, shop: Shop, history: History) -> None:
    await shop.sell("milk", 5, noon(today(-3)))
    await later(platform)
    await history.bring_on()
    async with shop.app_tx(shop.org) as tx:
        await tx.fetch(LEASE, shop.org.id, tx.now + timedelta(minutes=1))
    with pytest.raises(Underway):
        await history.bring_on()
    await later(platform, 2)
    await history.bring_on()


async def test_nothing_is_known_from_before_the_first_sale_and_another_store_has_no_series(
    platform: Platform, shop: Shop, history: History
) -> None:
    await shop.sell("milk", 5, noon(today(-3)))
    await later(platform)
    await history.bring_on()
    assert history.of(shop, "milk", 5) == ([None, None, 5, 0, 0], [0, 0, 0, 0, 0])
    assert [key for key in history.shard("B1").series() if key[0] == shop.org.places["B1"].bytes] == []


async def test_the_price_of_a_day_is_what_was_paid_over_what_was_usual_before(
    platform: Platform, shop: Shop, history: History, client: LogIn
) -> None:
    till = await client("admin")
    at = [noon(today(days - 3)).isoformat() for days in range(3)]
    back = sold("P0", "1", 400, returned=True)
    usual = till_receipt(sold("P0", "2", 1000), sold("P1", "1", 900), occurredAt=at[0])
    await ingest(till, usual, till_receipt(sold("P0", "3", 1200), back, occurredAt=at[2]))
    await later(platform)
    await history.bring_on()
    assert history.prices(shop, "milk") == [None, None, 0.8], "of the first day nobody knows what is usual"
    assert history.prices(shop, "eggs") == [None, None, None]
    await ingest(till, till_receipt(sold("P0", "1", 500), sold("P0", "1", 0), occurredAt=at[1]))
    await later(platform)
    await history.bring_on()
    assert history.of(shop, "milk")[0] == [2, 2, 2]
    assert history.prices(shop, "milk") == [None, 0.5, 0.8], "one free with another is half the price"
