"""Finished visits of inspectors: how many, where, how long in the store and how long on the way."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise
from statistics import median
from uuid import UUID

from msgspec import Struct
from sqlalchemy import and_, exists, func, or_, select

from storewalk.analytics.inspectors.outputs import Coverage
from storewalk.analytics.visited.asked import Span, Visited
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref
from storewalk.inspections.api import VisitKind, VisitStatus, inspection_ref

DONE = (VisitStatus.SUBMITTED, VisitStatus.SCORED)
MINUTE = 60
WEEK = 7


class Walk(Struct, frozen=True, kw_only=True):
    """A finished visit."""

    inspector_id: UUID
    inspector_name: str
    store_id: UUID
    business_date: date
    started_at: datetime
    submitted_at: datetime
    score: float | None


class Pace(Struct, frozen=True, kw_only=True):
    """How long an inspector's visits and ways took, in minutes; medians and sums."""

    in_store: float | None
    on_way: float | None
    ways: int
    on_way_share: float | None


async def walks_of(tx: AnyTx, found: Visited) -> list[Walk]:
    """Return the finished visits of the period by inspector, in the order of their beginning."""
    ref, person = inspection_ref.subquery("walk"), account_ref.alias("person")
    statement = (
        select(
            ref.c.inspector_id, person.c.name.label("inspector_name"), ref.c.store_id, ref.c.business_date,
            ref.c.started_at, ref.c.submitted_at, ref.c.score,
        )
        .join(found.seen, found.seen.c.id == ref.c.store_id)
        .join(person, and_(person.c.org_id == ref.c.org_id, person.c.id == ref.c.inspector_id))
        .where(
            ref.c.org_id == tx.org_id,
            ref.c.kind == VisitKind.VISIT,
            ref.c.status.in_(DONE),
            ref.c.business_date.between(found.span.first, found.span.last),
        )
        .order_by(person.c.name, ref.c.inspector_id, ref.c.started_at, ref.c.id)
    )  # fmt: skip
    return await tx.all(statement, Walk)


async def coverage_of(tx: AnyTx, found: Visited) -> Coverage:
    """Count the stores that were visited, were only to be, or never were."""
    seen, ref = found.seen, inspection_ref.subquery("visit_of_store")
    own = and_(ref.c.org_id == seen.c.org_id, ref.c.store_id == seen.c.id, ref.c.kind == VisitKind.VISIT)
    now = ref.c.business_date.between(found.span.first, found.span.last)
    done = exists(select(1).where(own, now, ref.c.status.in_(DONE)))
    planned = exists(
        select(1).where(own, now, or_(ref.c.status.in_((VisitStatus.MISSED, VisitStatus.PLANNED, VisitStatus.STARTED))))
    )
    ever = exists(select(1).where(own, ref.c.started_at.is_not(None)))
    statement = select(
        func.count().label("stores"),
        func.count().filter(done).label("visited"),
        func.count().filter(planned, ~done).label("planned_only"),
        func.count().filter(~ever).label("never"),
    ).select_from(seen)
    return await tx.one_or_none(statement, Coverage) or Coverage(stores=0, visited=0, planned_only=0, never=0)


def pace_of(walks: Sequence[Walk]) -> Pace:
    """Return how long one inspector's visits took, and the ways between those of one day.

    Coming back to the store just left is no way: what lies between was spent elsewhere.
    """
    inside = [(walk.submitted_at - walk.started_at).total_seconds() / MINUTE for walk in walks]
    between = [
        (after.started_at - before.submitted_at).total_seconds() / MINUTE
        for before, after in pairwise(walks)
        if before.business_date == after.business_date
        and before.store_id != after.store_id
        and after.started_at >= before.submitted_at
    ]
    whole = sum(inside) + sum(between)
    return Pace(
        in_store=round(median(inside), 1) if inside else None,
        on_way=round(median(between), 1) if between else None,
        ways=len(between),
        on_way_share=round(sum(between) / whole, 4) if between and whole else None,
    )


def weeks_of(span: Span) -> float:
    """Return how many weeks a period has."""
    return ((span.last - span.first).days + 1) / WEEK


def against_others(walks: Sequence[Walk], everybody: Sequence[Walk]) -> tuple[float | None, int]:
    """Return by how much one inspector's scores differ from others' at the same stores, and over how many visits."""
    if not walks:
        return None, 0
    others: dict[UUID, list[float]] = {}
    for walk in everybody:
        if walk.inspector_id != walks[0].inspector_id and walk.score is not None:
            others.setdefault(walk.store_id, []).append(walk.score)
    differences = [
        walk.score - sum(others[walk.store_id]) / len(others[walk.store_id])
        for walk in walks
        if walk.score is not None and walk.store_id in others
    ]
    return (round(sum(differences) / len(differences), 1) if differences else None), len(differences)
