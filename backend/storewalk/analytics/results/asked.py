"""What results are asked for: days, and a part of the chain that the reader may see."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy import CTE, ColumnElement, or_, select

from storewalk.analytics.overview import HOME_ZONE
from storewalk.analytics.permissions import RESULTS_READ
from storewalk.catalog.api import categories_below
from storewalk.core.errors import Invalid
from storewalk.core.tx import AnyTx
from storewalk.identity.api import require_within, within
from storewalk.stores.api import StoreKind, region_and_below, store_ref

USUAL: Final = timedelta(days=28)
LONGEST: Final = timedelta(days=92)
DAY: Final = timedelta(days=1)


class Asked(Struct, frozen=True, kw_only=True):
    """Business days from one to another (the last 28 that are over unless told) of a place, a source, a category."""

    first: date | None = None
    last: date | None = None
    place: UUID | None = None
    source: UUID | None = None
    category: UUID | None = None


class Part(Struct, frozen=True, kw_only=True):
    """What was asked for, looked up: `seen` are the stores."""

    org_id: UUID
    first: date
    last: date
    seen: CTE
    source: UUID | None
    categories: Sequence[UUID] | None

    @property
    def before(self) -> date:
        """The first of as many days before the period."""
        return self.first - (self.last - self.first + DAY)

    def days(self, column: Any, *, both: bool = False) -> ColumnElement[bool]:
        """Return the condition that a day lies in the period, or (`both`) in it or the one before."""
        return column.between(self.before if both else self.first, self.last)

    def of(self, rows: Any, *, source: Any = None, category: Any = None) -> list[ColumnElement[bool]]:
        """Return the conditions that rows are of the organization, the source and the categories asked for."""
        conditions = [rows.c.org_id == self.org_id]
        if source is not None and self.source is not None:
            conditions.append(source == self.source)
        if category is not None and self.categories is not None:
            conditions.append(category.in_(self.categories))
        return conditions


async def part_of(tx: AnyTx, asked: Asked) -> Part:
    """Look up what was asked for.

    Raises NotFound for a place outside the reader's scope, Invalid for days in the wrong order or too many.
    """
    last = asked.last or tx.now.astimezone(ZoneInfo(HOME_ZONE)).date() - DAY
    first = asked.first or last - USUAL + DAY
    if first > last:
        raise Invalid("analytics.days_in_order", field="from")
    if last - first >= LONGEST:
        raise Invalid("analytics.too_many_days", field="from", most=LONGEST.days)
    return Part(
        org_id=tx.org_id,
        first=first,
        last=last,
        seen=await _seen(tx, asked.place),
        source=asked.source,
        categories=None if asked.category is None else await categories_below(tx, asked.category),
    )


async def _seen(tx: AnyTx, place: UUID | None) -> CTE:
    ref = store_ref.subquery("store_ref")
    chosen = select(ref).where(ref.c.org_id == tx.org_id, ref.c.kind == StoreKind.STORE)
    chosen = chosen.where(within(tx, RESULTS_READ, ref.c.id))
    if place is not None:
        await require_within(tx, RESULTS_READ, place)
        chosen = chosen.where(or_(ref.c.id == place, ref.c.region_id.in_(await region_and_below(tx, place))))
    return chosen.cte("seen")
