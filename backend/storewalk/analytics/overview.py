"""The overview's figures, each from one statement over what the rooms let others join."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy import CTE, Double, and_, cast, func, or_, select, true

from storewalk.analytics.permissions import OVERVIEW_READ
from storewalk.analytics.schemas import DayFigures, Overview, StoreFigures, VisitCounts
from storewalk.core.tx import AnyTx
from storewalk.identity.api import within
from storewalk.inspections.api import VisitKind, VisitStatus, announced_to, inspection_ref
from storewalk.shelves.api import availability_ref
from storewalk.stores.api import StoreKind, StoreStatus, region_and_below, store_ref
from storewalk.tasks.api import DONE as TASKS_DONE
from storewalk.tasks.api import TaskStatus, task_ref

WEEK = timedelta(days=7)
SHOWN_DAYS = 14
CLOSING_WINDOW = timedelta(days=30)
HOME_ZONE = "Asia/Shanghai"
DONE = (VisitStatus.SUBMITTED, VisitStatus.SCORED)
PENDING = (VisitStatus.PLANNED, VisitStatus.STARTED)


async def read_overview(tx: AnyTx, day: date | None, region: UUID | None) -> Overview:
    """Return the figures of `day`, today where most of the stores are unless told, for one region or all in scope."""
    seen = await _seen(tx, region)
    zone = ZoneInfo(await _usual_zone(tx, seen))
    day = day or tx.now.astimezone(zone).date()
    end = datetime.combine(day + timedelta(days=1), time(), tzinfo=zone).astimezone(UTC)
    visits = await _visits(tx, seen, day)
    tasks = await _tasks(tx, seen)
    measured = await _availability(tx, seen, end)
    before, now = day - WEEK, day
    score, earlier_score = _mean(visits, now), _mean(visits, before)
    return Overview(
        date=day,
        visits=_counts([row for row in visits if row.business_date == day]),
        average_score=_rounded(score, 1),
        score_change=_change(score, earlier_score, 1),
        open_tasks=tasks.open,
        overdue_tasks=tasks.overdue,
        tasks_closed_in_time_rate=_rounded(tasks.in_time / tasks.fell_due if tasks.fell_due else None, 4),
        availability=_rounded(measured.now, 4),
        availability_change=_change(measured.now, measured.earlier, 4),
        stores=await _stores(tx, seen, day, end),
        days=[_day(visits, day - timedelta(days=back)) for back in reversed(range(SHOWN_DAYS))],
    )


class _VisitRow(Struct, frozen=True):
    business_date: date
    status: VisitStatus
    visits: int
    scored: int
    points: float


class _TaskRow(Struct, frozen=True):
    open: int
    overdue: int
    fell_due: int
    in_time: int


class _Measured(Struct, frozen=True):
    now: float | None
    earlier: float | None


async def _seen(tx: AnyTx, region: UUID | None) -> CTE:
    """Return the stores that count: in scope, in the region, not closed."""
    ref = store_ref.subquery()
    statement = select(ref).where(ref.c.status != StoreStatus.CLOSED, within(tx, OVERVIEW_READ, ref.c.id))
    if region is not None:
        statement = statement.where(ref.c.region_id.in_(await region_and_below(tx, region)))
    return statement.cte("seen")


async def _usual_zone(tx: AnyTx, seen: CTE) -> str:
    zones = select(seen.c.time_zone).group_by(seen.c.time_zone).order_by(func.count().desc(), seen.c.time_zone).limit(1)
    return next(iter(await tx.scalars(zones)), HOME_ZONE)


async def _visits(tx: AnyTx, seen: CTE, day: date) -> list[_VisitRow]:
    ref = inspection_ref.subquery()
    statement = (
        select(
            ref.c.business_date,
            ref.c.status,
            func.count().label("visits"),
            func.count(ref.c.score).label("scored"),
            func.coalesce(func.sum(ref.c.score), 0.0).label("points"),
        )
        .join(seen, seen.c.id == ref.c.store_id)
        .where(
            ref.c.kind == VisitKind.VISIT,
            announced_to(tx, ref.c),
            ref.c.business_date > day - 2 * WEEK,
            ref.c.business_date <= day,
        )
        .group_by(ref.c.business_date, ref.c.status)
    )
    return await tx.all(statement, _VisitRow)


async def _tasks(tx: AnyTx, seen: CTE) -> _TaskRow:
    ref = task_ref.subquery()
    open_ = ref.c.status.not_in(TASKS_DONE)
    due = and_(ref.c.due_at <= tx.now, ref.c.due_at > tx.now - CLOSING_WINDOW)
    fell_due = and_(due, ref.c.withdrawn_at.is_(None))
    statement = select(
        func.count().filter(open_).label("open"),
        func.count().filter(ref.c.status == TaskStatus.OPEN, ref.c.due_at < tx.now).label("overdue"),
        func.count().filter(fell_due).label("fell_due"),
        func.count().filter(fell_due, ref.c.accepted_at <= ref.c.due_at).label("in_time"),
    ).join(seen, seen.c.id == ref.c.store_id)
    return await tx.one_or_none(statement, _TaskRow) or _TaskRow(0, 0, 0, 0)


async def _availability(tx: AnyTx, seen: CTE, end: datetime) -> _Measured:
    ref = availability_ref.subquery()
    share, lately = cast(ref.c.availability, Double), ref.c.recorded_at >= end - WEEK
    statement = (
        select(
            func.avg(share).filter(lately).label("now"),
            func.avg(share).filter(~lately).label("earlier"),
        )
        .join(seen, seen.c.id == ref.c.store_id)
        .where(ref.c.recorded_at >= end - 2 * WEEK, ref.c.recorded_at < end)
    )
    return await tx.one_or_none(statement, _Measured) or _Measured(None, None)


async def _stores(tx: AnyTx, seen: CTE, day: date, end: datetime) -> list[StoreFigures]:
    task, shelf = task_ref.subquery(), availability_ref.subquery()
    scored, visited = _latest(seen, day, "score"), _latest(seen, day, "started_at")
    waiting = _by_store(task, func.count(), task.c.status.not_in(TASKS_DONE))
    measured = _by_store(
        shelf,
        func.avg(cast(shelf.c.availability, Double)),
        shelf.c.recorded_at >= end - WEEK,
        shelf.c.recorded_at < end,
    )
    statement = (
        select(
            seen.c.id,
            seen.c.name,
            seen.c.region_name,
            scored.c.figure.label("last_score"),
            visited.c.figure.label("last_visit_at"),
            func.coalesce(waiting.c.figure, 0).label("open_tasks"),
            measured.c.figure.label("availability"),
        )
        .select_from(seen)
        .outerjoin(scored, true())
        .outerjoin(visited, true())
        .outerjoin(waiting, waiting.c.store_id == seen.c.id)
        .outerjoin(measured, measured.c.store_id == seen.c.id)
        # Nobody inspects a warehouse: it is told where something waits there, so that the figures add up.
        .where(or_(seen.c.kind == StoreKind.STORE, waiting.c.figure > 0))
        .order_by(seen.c.region_name, seen.c.name, seen.c.id)
    )
    return await tx.all(statement, StoreFigures)


def _latest(seen: CTE, day: date, name: str) -> Any:
    """Look up one figure of the latest visit that has it: a step into the index for each store, not all its history."""
    ref = inspection_ref.subquery()
    return (
        select(ref.c[name].label("figure"))
        .where(
            ref.c.org_id == seen.c.org_id,
            ref.c.store_id == seen.c.id,
            ref.c.kind == VisitKind.VISIT,
            ref.c.business_date <= day,
            ref.c[name].is_not(None),
        )
        .order_by(ref.c.business_date.desc(), ref.c.started_at.desc())
        .limit(1)
        .lateral()
    )


def _by_store(rows: Any, figure: Any, *conditions: Any) -> Any:
    """Group the rows of another room's select by store. Its columns are known by name only, hence Any."""
    return select(rows.c.store_id, figure.label("figure")).where(*conditions).group_by(rows.c.store_id).subquery()


def _counts(rows: Sequence[_VisitRow]) -> VisitCounts:
    done = sum(row.visits for row in rows if row.status in DONE)
    missed = sum(row.visits for row in rows if row.status is VisitStatus.MISSED)
    pending = sum(row.visits for row in rows if row.status in PENDING)
    return VisitCounts(planned=done + missed + pending, done=done, missed=missed, pending=pending)


def _day(rows: Sequence[_VisitRow], day: date) -> DayFigures:
    same = [row for row in rows if row.business_date == day]
    scored = sum(row.scored for row in same)
    mean = sum(row.points for row in same) / scored if scored else None
    return DayFigures(date=day, average_score=_rounded(mean, 1), visits=_counts(same).done)


def _mean(rows: Sequence[_VisitRow], last: date) -> float | None:
    """Return the mean score of the week that ends with day `last`."""
    week = [row for row in rows if last - WEEK < row.business_date <= last]
    scored = sum(row.scored for row in week)
    return sum(row.points for row in week) / scored if scored else None


def _rounded(value: float | None, places: int) -> float | None:
    return None if value is None else round(float(value), places)


def _change(now: float | None, before: float | None, places: int) -> float | None:
    return None if now is None or before is None else round(float(now) - float(before), places)
