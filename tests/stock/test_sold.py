"""What the ledger says of demand: units by business day, and the hours in which there was nothing to sell."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from storewalk.stock import api as stock
from storewalk.stock.api import Cause, PlaceKind, Wanted, Way
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.organization import Org
from tests.factories.stock import add_product

DAY = datetime.now(UTC).date() - timedelta(days=2)
OPENS = datetime(DAY.year, DAY.month, DAY.day, 0, tzinfo=UTC)  # 08:00 in Shanghai
OPENINGS = [(OPENS, OPENS + timedelta(hours=14))]


class Ledger:
    """Posts moves of one product at one store at hours after its opening."""

    def __init__(self, org: Org, app_tx: AppTx, product_id: UUID, store: str = "A1") -> None:
        self.org, self.app_tx, self.product_id, self.store_id = org, app_tx, product_id, org.places[store]

    async def post(
        self, cause: Cause, way: Way, quantity: int, hours: float, *, place: PlaceKind | None = None
    ) -> None:
        value = 100 * quantity if cause is Cause.RECEIPT else None
        wanted = Wanted(
            store_id=self.store_id, product_id=self.product_id, quantity=Decimal(quantity), cause=cause, way=way,
            cause_id=uuid4(), occurred_at=OPENS + timedelta(hours=hours), value_cents=value,
            place_id=None if place is None else stock.standard_place(self.store_id, place),
        )  # fmt: skip
        async with self.app_tx(self.org) as tx:
            await stock.move(tx, [wanted])

    async def arrive(self, quantity: int, hours: float) -> None:
        await self.post(Cause.RECEIPT, Way.IN, quantity, hours)

    async def sell(self, quantity: int, hours: float) -> None:
        await self.post(Cause.SALE, Way.OUT, quantity, hours)

    async def out(self) -> float:
        async with self.app_tx(self.org) as tx:
            return (await stock.out_of_stock(tx, self.store_id, OPENINGS)).get(self.product_id, 0.0)

    async def sold(self, day: date) -> Decimal | None:
        async with self.app_tx(self.org) as tx:
            begins = OPENS - timedelta(hours=8) + (day - DAY)
            return (await stock.sold_on(tx, self.store_id, day, begins)).get(self.product_id)


@pytest.fixture
async def milk(buyer: Client, org: Org, app_tx: AppTx) -> Ledger:
    """The ledger of milk at store A1, which never had any."""
    return Ledger(org, app_tx, UUID(await add_product(buyer, "MILK")))


async def test_a_product_is_missing_from_its_last_piece_until_the_next_delivery(milk: Ledger) -> None:
    await milk.arrive(10, -2)
    await milk.sell(4, 3)
    await milk.sell(6, 7)
    await milk.arrive(5, 10.5)
    assert await milk.out() == pytest.approx(3.5 / 14)


async def test_hours_in_which_the_store_was_closed_do_not_count(milk: Ledger) -> None:
    await milk.arrive(1, -5)
    await milk.sell(1, 13)
    assert await milk.out() == pytest.approx(1 / 14)
    await milk.arrive(5, 20)
    assert await milk.out() == pytest.approx(1 / 14)


async def test_what_was_there_all_day_was_never_missing_and_what_came_in_the_evening_was_missing_till_then(
    milk: Ledger,
) -> None:
    await milk.arrive(3, 15)
    assert await milk.out() == 1
    await milk.arrive(3, -1)
    assert await milk.out() == 0


async def test_a_sale_that_is_told_late_moves_the_hour_at_which_the_last_piece_was_gone(milk: Ledger) -> None:
    await milk.arrive(5, -1)
    await milk.sell(4, 6)
    assert await milk.out() == 0
    await milk.sell(1, 9)
    assert await milk.out() == pytest.approx(5 / 14)


async def test_a_day_sold_what_left_less_what_came_back_and_nothing_else(milk: Ledger) -> None:
    await milk.arrive(20, -3)
    await milk.sell(5, 2)
    await milk.sell(3, 5)
    await milk.post(Cause.RETURN, Way.IN, 1, 6)
    await milk.post(Cause.WASTE, Way.OUT, 2, 6, place=PlaceKind.SHELF)
    await milk.sell(4, 24 + 1)
    assert await milk.sold(DAY) == 7
    assert await milk.sold(DAY + timedelta(days=1)) == 4
    assert await milk.sold(DAY - timedelta(days=1)) is None


async def test_the_days_that_changed_are_those_of_sales_recorded_since_whenever_they_occurred(milk: Ledger) -> None:
    await milk.arrive(20, -3)
    async with milk.app_tx(milk.org) as tx:
        before = tx.now
    await milk.sell(5, 2)
    await milk.sell(1, 24 + 2)
    async with milk.app_tx(milk.org) as tx:
        after = tx.now
    async with milk.app_tx(milk.org) as tx:
        touched = {(each.store_id, each.day) for each in await stock.days_touched(tx, before, after)}
        later = await stock.days_touched(tx, after, tx.now)
    assert touched == {(milk.store_id, DAY), (milk.store_id, DAY + timedelta(days=1))}
    assert later == []
