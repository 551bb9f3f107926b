"""Which visits are asked for: between business dates, of a part of the chain that the reader may see, of one kind."""

from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy import CTE, Select, and_, or_, select

from storewalk.analytics.overview import HOME_ZONE
from storewalk.core.access import Permission
from storewalk.core.errors import Invalid
from storewalk.core.tx import AnyTx
from storewalk.identity.api import require_within, within
from storewalk.inspections.api import VisitKind, VisitStatus, inspection_ref
from storewalk.stores.api import StoreKind, StoreStatus, region_and_below, store_ref

DAY: Final = timedelta(days=1)
USUAL: Final = timedelta(days=90)
LONGEST: Final = timedelta(days=366)


class VisitsAsked(Struct, frozen=True, kw_only=True):
    """Business dates from one to another, both included (the last 90 days unless told), a place, a kind of visit."""

    first: date | None = None
    last: date | None = None
    place: UUID | None = None
    kind: VisitKind = VisitKind.VISIT


class Span(Struct, frozen=True):
    """The first and the last business date."""

    first: date
    last: date


class Visited(Struct, frozen=True, kw_only=True):
    """What was asked for, looked up: `seen` are the stores, `visit` their scored visits of the period."""

    org_id: UUID
    span: Span
    kind: VisitKind
    seen: CTE
    visit: CTE


def span_of(tx: AnyTx, asked: VisitsAsked) -> Span:
    """Return the period. Raises Invalid for days in the wrong order or too many."""
    last = asked.last or tx.now.astimezone(ZoneInfo(HOME_ZONE)).date()
    first = asked.first or last - USUAL + DAY
    if first > last:
        raise Invalid("analytics.days_in_order", field="from")
    if last - first >= LONGEST:
        raise Invalid("analytics.too_many_days", field="from", most=LONGEST.days)
    return Span(first, last)


async def visited(tx: AnyTx, asked: VisitsAsked, permission: Permission) -> Visited:
    """Look up what was asked for.

    Raises NotFound for a place outside the reader's scope, Invalid for days in the wrong order or too many.
    """
    span, seen = span_of(tx, asked), await stores_seen(tx, asked.place, permission)
    visit = scored_visits(tx, seen, span, asked.kind).cte("visit")
    return Visited(org_id=tx.org_id, span=span, kind=asked.kind, seen=seen, visit=visit)


async def stores_seen(tx: AnyTx, place: UUID | None, permission: Permission) -> CTE:
    """Return the stores that count: in the reader's scope and the place, not closed; a warehouse is none.

    Raises NotFound for a place outside the reader's scope.
    """
    ref = store_ref.subquery("store_ref")
    chosen = select(ref).where(
        ref.c.org_id == tx.org_id,
        ref.c.kind == StoreKind.STORE,
        ref.c.status != StoreStatus.CLOSED,
        within(tx, permission, ref.c.id),
    )
    if place is not None:
        await require_within(tx, permission, place)
        chosen = chosen.where(or_(ref.c.id == place, ref.c.region_id.in_(await region_and_below(tx, place))))
    return chosen.cte("seen")


def scored_visits(tx: AnyTx, stores: CTE, span: Span, kind: VisitKind) -> Select[*tuple[Any, ...]]:
    """Select the scored visits of stores in a period, each with the region of its store."""
    ref: Any = inspection_ref.subquery("inspection_ref")
    return (
        select(ref, stores.c.region_id)
        .join(stores, and_(stores.c.org_id == ref.c.org_id, stores.c.id == ref.c.store_id))
        .where(
            ref.c.org_id == tx.org_id,
            ref.c.status == VisitStatus.SCORED,
            ref.c.kind == kind,
            ref.c.business_date.between(span.first, span.last),
        )
    )
