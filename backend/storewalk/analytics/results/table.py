"""The figures of a part of the chain, all together or row by row."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Select, null, select

from storewalk.analytics.result_models import ResultsRead
from storewalk.analytics.results import figures
from storewalk.analytics.results.asked import Asked, Part, part_of
from storewalk.analytics.results.outputs import GroupedBy, OrderingResults, ResultRow, Results
from storewalk.analytics.results.sums import (
    Sums,
    approval_sums,
    claim_sums,
    delivery_sums,
    order_sums,
    stock_sums,
)
from storewalk.catalog.api import category_ref
from storewalk.core.schemas import Page, Words, decode_after, encode_after
from storewalk.core.tx import AnyTx
from storewalk.ordering.api import source_ref

MOST_ROWS: Final = 100
Figure = Callable[[Results], float | int | None]


class SortedBy(StrEnum):
    """What the rows of a table are in the order of."""

    NAME = "name"
    ACCURACY = "accuracy"
    VALUE_ADDED = "value_added"
    OUT_RATE = "out_rate"
    STOCK_DAYS = "stock_days"
    WASTE = "waste"
    FILL_RATE = "fill_rate"
    ON_TIME = "on_time"
    WAITED = "waited"


FIGURES: Final[Mapping[SortedBy, Figure]] = {
    SortedBy.ACCURACY: lambda told: told.accuracy.human_accuracy,
    SortedBy.VALUE_ADDED: lambda told: told.overrides.value_added_cents if told.overrides.lines else None,
    SortedBy.OUT_RATE: lambda told: told.stock and told.stock.out_rate,
    SortedBy.STOCK_DAYS: lambda told: told.stock and told.stock.stock_days,
    SortedBy.WASTE: lambda told: told.stock and told.stock.perished_rate,
    SortedBy.FILL_RATE: lambda told: told.fill.fill_rate,
    SortedBy.ON_TIME: lambda told: told.deliveries and told.deliveries.on_time_rate,
    SortedBy.WAITED: lambda told: told.approvals and told.approvals.waited_median_s,
}


class Ordered(Struct, frozen=True):
    """The order of a table; rows without the figure come last either way."""

    by: SortedBy = SortedBy.NAME
    falling: bool = False


class _Named(Struct, frozen=True):
    id: UUID
    code: str | None
    name: Words | str
    region_name: str | None

    @property
    def words(self) -> Words:
        """The name in both languages: places and sources have one for both."""
        return self.name if isinstance(self.name, Words) else Words(self.name, self.name)


class _Place(Struct, frozen=True, array_like=True):
    """Where a page ended: how many rows came before."""

    rows: int


async def read_results(tx: AnyTx, asked: Asked) -> OrderingResults:
    """Return the figures of what is asked for. Raises NotFound for a place outside the reader's scope."""
    part = await part_of(tx, asked)
    found = await _Found.of(tx, part, None)
    known = await tx.scalars(select(ResultsRead.read_until).where(ResultsRead.org_id == tx.org_id))
    until: datetime | None = next(iter(known), None)
    return OrderingResults(
        first=part.first, last=part.last, known_until=until, now=found.of_key(None), before=found.before(None)
    )


async def read_table(tx: AnyTx, asked: Asked, by: GroupedBy, order: Ordered) -> list[ResultRow]:
    """Return a row for each region, store, source or category that has any figure in the period.

    Raises NotFound for a place outside the reader's scope.
    """
    part = await part_of(tx, asked)
    found = await _Found.of(tx, part, by)
    keys = {key for sums in found.all for key, now in sums if now and key is not None}
    named = {each.id: each for each in await tx.all(_names(tx, part, by), _Named)}
    rows = [
        ResultRow(
            id=key,
            code=named[key].code,
            name=named[key].words,
            region_name=named[key].region_name,
            now=found.of_key(key),
            before=found.before(key),
        )
        for key in keys
    ]
    return _sorted(rows, order)


def cut(rows: Sequence[ResultRow], limit: int | None, cursor: str | None) -> Page[ResultRow]:
    """Cut rows into a page."""
    size, after = min(limit or MOST_ROWS, MOST_ROWS), decode_after(cursor, _Place)
    begin = after.rows if after else 0
    end = begin + size
    return Page(list(rows[begin:end]), encode_after(_Place(end)) if end < len(rows) else None)


def _sorted(rows: list[ResultRow], order: Ordered) -> list[ResultRow]:
    rows.sort(key=lambda row: (row.region_name or "", row.code or "", row.name.zh, row.id))
    if order.by is SortedBy.NAME:
        return rows[::-1] if order.falling else rows
    figure = FIGURES[order.by]
    known = [(value, row) for row in rows if (value := figure(row.now)) is not None]
    known.sort(key=lambda pair: pair[0], reverse=order.falling)
    return [row for _, row in known] + [row for row in rows if figure(row.now) is None]


class _Found(Struct, frozen=True):
    """The sums of all facts, by whatever they are grouped by."""

    part: Part
    orders: Sums
    claims: Sums
    stock: Sums | None
    deliveries: Sums | None
    approvals: Sums | None

    @classmethod
    async def of(cls, tx: AnyTx, part: Part, by: GroupedBy | None) -> "_Found":
        """Read what tells of the part: stock has no source, approvals and deliveries have no category."""
        of_source = part.source is not None or by is GroupedBy.SOURCE
        of_category = part.categories is not None or by is GroupedBy.CATEGORY
        return cls(
            part,
            await order_sums(tx, part, by),
            await claim_sums(tx, part, by),
            None if of_source else await stock_sums(tx, part, by),
            None if of_category else await delivery_sums(tx, part, by),
            None if of_category else await approval_sums(tx, part, by),
        )

    @property
    def all(self) -> list[Sums]:
        return [each for each in (self.orders, self.claims, self.stock, self.deliveries, self.approvals) if each]

    def before(self, key: UUID | None) -> Results:
        """Return the figures of the days before the period."""
        return self.of_key(key, now=False)

    def of_key(self, key: UUID | None, *, now: bool = True) -> Results:
        """Return the figures of the period."""
        at = (key, now)
        orders: Mapping[str, Any] = self.orders.get(at, figures.NO_ORDERS)
        return Results(
            accuracy=figures.accuracy(orders),
            overrides=figures.overrides(orders),
            fill=figures.fill_rate(orders),
            claims=figures.claims(self.claims.get(at)),
            stock=None if self.stock is None else figures.stock_results(self.stock.get(at, figures.NO_STOCK)),
            deliveries=None if self.deliveries is None else figures.deliveries(self.deliveries.get(at)),
            approvals=None if self.approvals is None else figures.approvals(self.approvals.get(at)),
        )


def _names(tx: AnyTx, part: Part, by: GroupedBy) -> Select[*tuple[Any, ...]]:
    seen, nothing = part.seen, null()
    if by is GroupedBy.STORE:
        return select(seen.c.id, seen.c.code, seen.c.name, seen.c.region_name)
    if by is GroupedBy.REGION:
        names = (seen.c.region_id.label("id"), nothing.label("code"), seen.c.region_name.label("name"))
        return select(*names, nothing.label("region_name")).distinct()
    ref = (source_ref if by is GroupedBy.SOURCE else category_ref).subquery()
    named = select(ref.c.id, ref.c.code, ref.c.name, nothing.label("region_name"))
    return named.where(ref.c.org_id == tx.org_id)
