"""What the dimensions of health are reckoned from: one statement each, by store."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import CTE, Date, DateTime, Numeric, Select, and_, cast, func, select

from storewalk.analytics.health.formula import DIMENSIONS, Dimension, share_points, waste_points
from storewalk.analytics.result_models import StoreDayResult
from storewalk.core.tx import AnyTx
from storewalk.counts.api import count_result_ref
from storewalk.inspections.api import VisitKind, VisitStatus, announced_to, inspection_ref
from storewalk.shelves.api import availability_ref
from storewalk.tasks.api import TaskStatus, task_ref

DONE = (VisitStatus.SUBMITTED, VisitStatus.SCORED)


class Fact(Struct, frozen=True, kw_only=True):
    """What a dimension of a store is reckoned from."""

    store_id: UUID
    count: int
    part: Decimal
    whole: Decimal
    latest_at: datetime | None


Facts = Mapping[Dimension, Mapping[UUID, Fact]]


def points_of(dimension: Dimension, fact: Fact | None) -> Fraction | None:
    """Return the points of a dimension; None without data."""
    if fact is None or not fact.count:
        return None
    part, whole = Fraction(fact.part), Fraction(fact.whole)
    match dimension:
        case Dimension.INSPECTION:
            return part / whole if whole else None
        case Dimension.FRESHNESS:
            return waste_points(part, whole)
        case _:
            return share_points(part, whole)


async def facts_of(tx: AnyTx, seen: CTE, today: date) -> Facts:
    """Return the facts of all dimensions."""
    statements = {
        Dimension.INSPECTION: _inspection(seen, first_day(Dimension.INSPECTION, today)),
        Dimension.RECTIFICATION: _rectification(tx, seen),
        Dimension.AVAILABILITY: _availability(seen, first_day(Dimension.AVAILABILITY, today)),
        Dimension.STOCK: _stock(seen, first_day(Dimension.STOCK, today)),
        Dimension.FRESHNESS: _freshness(tx, seen, first_day(Dimension.FRESHNESS, today)),
        Dimension.SELF_CHECKS: _self_checks(tx, seen, (first_day(Dimension.SELF_CHECKS, today), today)),
    }
    return {
        dimension: {fact.store_id: fact for fact in await tx.all(statement, Fact)}
        for dimension, statement in statements.items()
    }


def first_day(dimension: Dimension, today: date) -> date:
    """Return the day before the first that a dimension looks at."""
    return today - DIMENSIONS[dimension].span


def _at(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _figures(part: Any, whole: Any, latest: Any, count: Any = None) -> tuple[Any, ...]:
    """Name the columns that every dimension has. What they are made of differs, hence Any."""
    return (
        (func.count() if count is None else count).label("count"),
        cast(func.coalesce(part, 0), Numeric).label("part"),
        cast(func.coalesce(whole, 0), Numeric).label("whole"),
        cast(latest, DateTime(timezone=True)).label("latest_at"),
    )


def _inspection(seen: CTE, first: date) -> Select[*tuple[Any, ...]]:
    visit = inspection_ref.subquery("visit")
    score = cast(visit.c.score, Numeric)
    return (
        select(
            visit.c.store_id,
            *_figures(func.sum(score), func.count(score), func.max(visit.c.submitted_at), func.count(score)),
        )
        .join(seen, and_(seen.c.org_id == visit.c.org_id, seen.c.id == visit.c.store_id))
        .where(visit.c.kind == VisitKind.VISIT, visit.c.status == VisitStatus.SCORED, visit.c.business_date > first)
        .group_by(visit.c.store_id)
    )


def _rectification(tx: AnyTx, seen: CTE) -> Select[*tuple[Any, ...]]:
    task = task_ref.subquery("task")
    in_time = func.count().filter(task.c.accepted_at <= task.c.due_at)
    since = tx.now - DIMENSIONS[Dimension.RECTIFICATION].span
    return (
        select(task.c.store_id, *_figures(in_time, func.count(), func.max(task.c.due_at)))
        .join(seen, and_(seen.c.org_id == task.c.org_id, seen.c.id == task.c.store_id))
        .where(task.c.due_at <= tx.now, task.c.due_at > since, task.c.status != TaskStatus.WITHDRAWN)
        .group_by(task.c.store_id)
    )


def _availability(seen: CTE, first: date) -> Select[*tuple[Any, ...]]:
    read = availability_ref.subquery("read")
    share = cast(read.c.availability, Numeric)
    return (
        select(read.c.store_id, *_figures(func.sum(share), func.count(), func.max(read.c.recorded_at)))
        .join(seen, and_(seen.c.org_id == read.c.org_id, seen.c.id == read.c.store_id))
        .where(read.c.recorded_at > _at(first))
        .group_by(read.c.store_id)
    )


def _stock(seen: CTE, first: date) -> Select[*tuple[Any, ...]]:
    result = count_result_ref.subquery("result")
    exact = func.count().filter(result.c.exact)
    return (
        select(result.c.store_id, *_figures(exact, func.count(), func.max(result.c.approved_at)))
        .join(seen, and_(seen.c.org_id == result.c.org_id, seen.c.id == result.c.store_id))
        .where(result.c.approved_at > _at(first))
        .group_by(result.c.store_id)
    )


def _freshness(tx: AnyTx, seen: CTE, first: date) -> Select[*tuple[Any, ...]]:
    day = StoreDayResult.__table__
    latest = func.max(day.c.day)
    return (
        select(
            day.c.store_id,
            *_figures(
                func.sum(day.c.perished_cents), func.sum(day.c.sales_cents), cast(latest, Date),
                func.count(day.c.day.distinct()),
            ),
        )
        .join(seen, and_(seen.c.org_id == day.c.org_id, seen.c.id == day.c.store_id))
        .where(day.c.org_id == tx.org_id, day.c.day > first)
        .group_by(day.c.store_id)
    )  # fmt: skip


def _self_checks(tx: AnyTx, seen: CTE, days: tuple[date, date]) -> Select[*tuple[Any, ...]]:
    visit = inspection_ref.subquery("visit")
    done = func.count().filter(visit.c.status.in_(DONE))
    latest = func.max(func.coalesce(visit.c.submitted_at, cast(visit.c.business_date, DateTime(timezone=True))))
    first, today = days
    return (
        select(visit.c.store_id, *_figures(done, func.count(), latest))
        .join(seen, and_(seen.c.org_id == visit.c.org_id, seen.c.id == visit.c.store_id))
        .where(
            visit.c.kind == VisitKind.SELF_CHECK,
            visit.c.status.in_((*DONE, VisitStatus.MISSED)),
            announced_to(tx, visit.c),
            visit.c.business_date > first,
            visit.c.business_date <= today,
        )
        .group_by(visit.c.store_id)
    )
