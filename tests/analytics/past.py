"""A past of ordering: what stores sold and ran out of, the orders that are over, and what became of them."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID, uuid4

from msgspec import Struct

from storewalk.analytics.results.build import bring_on
from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from tests.factories.organization import Org
from tests.factories.shop import Shop
from tests.factories.today import ZONE, noon, today

ORDER: Final = """
INSERT INTO store_order (org_id, id, store_id, source_id, day, state, cut_off_at, urgent, note, reason, opened_by,
    submitted_by, submitted_at, waited_s, told_levels, decided_by, decided_at, expected_on, missing_ids, total_cents,
    line_count, changed_count, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, false, '', '', $8, $8, $7, $9, $10, $11, $12, $13, '{}', $14, $15, $16, 1)"""
LINE: Final = """
INSERT INTO store_order_line (org_id, order_id, product_id, position, suggested, quantity, reason, pack_quantity,
    pack_cents, least, must_order, arrival, cover, service, arithmetic, shipped, received)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, false, 1, $10, 950, $11, $12, $12)"""
SHIPMENT: Final = """
INSERT INTO order_shipment (org_id, id, order_id, number, note, shipped_by, shipped_at, received_at, version)
VALUES ($1, $2, $3, $4, '', $5, $6, $7, 1)"""
CLAIM: Final = """
INSERT INTO order_claim (org_id, id, order_id, product_id, kind, state, quantity, value_cents, note, photo_ids,
    opened_by, opened_at, decided_by, decided_at, decision_note, settled_cents, version)
VALUES ($1, $2, $3, $4, 'return', $5, $6, $7, '', '{}', $8, $9, $10, $11, '', $12, 1)"""


MILK: Final = [4, 4, 6, 5, 3, 8, 7] * 4
"""Milk sold at A1 on each of the last 28 days, the oldest first; it never ran out."""


def ago(days: int) -> date:
    return today(-days)


class Line(Struct, frozen=True, kw_only=True):
    """A line as a store ordered it. `beside` is what the arithmetic adds to the forecast, below 0 for stock."""

    product: str
    suggested: int | None
    ordered: int
    expected: int = 0
    beside: int = 0
    received: int | None = None
    pack: int = 1
    pack_cents: int = 300
    cover: int = 2
    reason: str | None = None

    @property
    def came(self) -> int:
        return self.ordered if self.received is None else self.received

    @property
    def arithmetic(self) -> list[int] | None:
        """The sums that a sheet would have kept; what packs and limits changed is told as packs."""
        if self.suggested is None:
            return None
        safety, stock = max(self.beside, 0), max(-self.beside, 0)
        wanted = max(self.expected + safety - stock, 0)
        told = (self.expected, safety, 0, stock, 0, 0, wanted, 0, 0, 0, 0, self.suggested - wanted, 0, self.suggested)
        return [1000 * each for each in told]


@dataclass
class Past:
    """Writes what is over, and has it read."""

    shop: Shop
    platform: Platform
    orders: list[UUID] = field(default_factory=list[UUID])

    @property
    def org(self) -> Org:
        return self.shop.org

    async def sql(self, statement: str, *arguments: object) -> list[Any]:
        """Run a statement as the system; $1 is the organization."""
        async with self.shop.app_tx(self.org) as tx:
            return await tx.fetch(statement, self.org.id, *arguments)

    async def order(self, source: UUID, day: date, *lines: Line, store: str = "A1", **more: Any) -> UUID:
        """Write an order of a day that is over: submitted at ten, passed by the rules at once unless told otherwise."""
        order_id, at = uuid4(), noon(day, -2)
        decided_by = self.org.accounts[more["decided_by"]] if "decided_by" in more else None
        waited = more.get("waited_s", 0)
        await self.sql(
            ORDER, order_id, self.org.places[store], source, day, more.get("state", "closed"), at,
            self.org.accounts["manager"], waited, more.get("told", 0), decided_by, at + timedelta(seconds=waited),
            more.get("expected_on"), sum(line.ordered * line.pack_cents // line.pack for line in lines), len(lines),
            sum(line.suggested not in {None, line.ordered} for line in lines),
        )  # fmt: skip
        for place, line in enumerate(lines):
            await self.sql(
                LINE, order_id, self.shop.products[line.product], place, _decimal(line.suggested),
                Decimal(line.ordered), line.reason, Decimal(line.pack), line.pack_cents,
                None if line.suggested is None else line.cover, line.arithmetic, Decimal(line.came),
            )  # fmt: skip
        self.orders.append(order_id)
        return order_id

    async def arrive(self, order_id: UUID, *times: datetime) -> None:
        """Write deliveries of an order that were taken in at those times."""
        for number, at in enumerate(times, 1):
            await self.sql(SHIPMENT, uuid4(), order_id, number, self.org.accounts["buyer"], at - timedelta(hours=5), at)

    async def claim(self, order_id: UUID, product: str, quantity: int, cents: int, settled: int | None = None) -> None:
        """Write a claim, open or settled."""
        at = datetime.now(ZONE) - timedelta(hours=1)
        decided = (None, None) if settled is None else (self.org.accounts["buyer"], at)
        await self.sql(
            CLAIM, uuid4(), order_id, self.shop.products[product], "open" if settled is None else "settled",
            Decimal(quantity), cents, self.org.accounts["manager"], at, *decided, settled,
        )  # fmt: skip

    async def read(self) -> int:
        """Have the facts brought on, as the night does it; return how many days of stores were read."""
        self.platform.clock.offset += timedelta(minutes=10)
        return await bring_on(JobContext(self.platform, self.org.id))


async def four_weeks(shop: Shop, milk: str = "milk", eggs: str = "eggs") -> None:
    """Sell `MILK` day by day, and 2 eggs each noon until they run out with the last two at noon three days ago.

    Sixty more eggs come yesterday at 18:00.
    """
    begins = noon(ago(29))
    await shop.deliver(milk, 200, occurred_at=begins)
    await shop.deliver(eggs, 52, 50, occurred_at=begins)
    for place, quantity in enumerate(MILK):
        day = ago(28 - place)
        await shop.sell(milk, quantity, noon(day))
        if day <= ago(3):
            await shop.sell(eggs, 2, noon(day))
    await shop.deliver(eggs, 60, 50, occurred_at=noon(ago(1), 6))


def _decimal(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)
