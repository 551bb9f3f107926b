"""The calendar: how many visits each day has, the first of them, what was left out, and how full people's days are."""

from collections import Counter, defaultdict
from datetime import date
from typing import Any, Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Double, Select, and_, cast, func, select

from storewalk.core.errors import Invalid
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref, holdings, store_paths, within
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection, InspectionTemplateVersion
from storewalk.inspections.permissions import CONDUCT, READ
from storewalk.inspections.plans.kinds import Skipped, VisitKind
from storewalk.inspections.plans.models import InspectionOccurrence
from storewalk.inspections.plans.rhythm import DAY
from storewalk.inspections.plans.schemas import (
    CalendarVisit,
    InspectorDay,
    InspectorLoad,
    SkippedCount,
    VisitCalendar,
    VisitCalendarDay,
)
from storewalk.inspections.plans.seen import seen
from storewalk.inspections.queries.rule import read_rule
from storewalk.stores.api import region_and_below, store_ref

MOST_DAYS: Final = 42
MOST_A_DAY: Final = 60
SHOWN: Final = (VisitStatus.PLANNED, VisitStatus.STARTED, VisitStatus.SUBMITTED, VisitStatus.SCORED, VisitStatus.MISSED)
DONE: Final = (VisitStatus.SUBMITTED, VisitStatus.SCORED)


class CalendarAsked(Struct, frozen=True):
    """What part of the calendar is asked for; without a kind, inspectors' visits, and a store's own checks by store."""

    first: date
    last: date
    inspector: UUID | None = None
    store: UUID | None = None
    region: UUID | None = None
    kind: VisitKind | None = None
    each: int = MOST_A_DAY


class _Count(Struct, frozen=True):
    day: date
    status: VisitStatus
    inspector_id: UUID | None
    visits: int


class _Skip(Struct, frozen=True):
    day: date
    why: Skipped
    stores: int


async def read_calendar(tx: AnyTx, asked: CalendarAsked) -> VisitCalendar:
    """Return the days from the first to the last, both included, as far as the actor may see.

    Raises Invalid for more than six weeks, or days in the wrong order.
    """
    length = (asked.last - asked.first).days + 1
    if not 1 <= length <= MOST_DAYS:
        raise Invalid("inspections.calendar_days", field="to", most=MOST_DAYS)
    conditions = await _conditions(tx, asked)
    counts = await tx.all(_counts(conditions), _Count)
    visits: defaultdict[date, list[CalendarVisit]] = defaultdict(list)
    for visit in await tx.all(_visits(conditions, min(max(asked.each, 1), MOST_A_DAY)), CalendarVisit):
        visits[visit.day].append(visit)
    skips: defaultdict[date, list[SkippedCount]] = defaultdict(list)
    for skip in await tx.all(await _skips(tx, asked), _Skip):
        skips[skip.day].append(SkippedCount(why=Skipped(skip.why), stores=skip.stores))
    sums: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for count in counts:
        sums[count.day][count.status] += count.visits
    days = [asked.first + n * DAY for n in range(length)]
    return VisitCalendar(
        days=[_day(day, sums[day], visits[day], skips[day]) for day in days],
        inspectors=await _loads(tx, asked, counts),
        capacity=(await read_rule(tx)).visits_a_day,
    )


def visit_columns() -> Select[*tuple[Any, ...]]:
    """Select visits as a calendar shows them."""
    store, inspector, version = store_ref.subquery("store"), account_ref.alias("inspector"), InspectionTemplateVersion
    row = Inspection
    return (
        select(
            row.id,
            row.store_id,
            store.c.name.label("store_name"),
            version.name.label("template_name"),
            row.kind,
            row.inspector_id,
            inspector.c.name.label("inspector_name"),
            row.status,
            row.business_date.label("day"),
            row.window_from,
            row.due_at,
            store.c.time_zone,
            row.unannounced,
            cast(row.score, Double).label("score"),
            row.version,
        )
        .join(store, and_(store.c.org_id == row.org_id, store.c.id == row.store_id))
        .join(version, and_(version.org_id == row.org_id, version.id == row.template_version_id))
        .outerjoin(inspector, and_(inspector.c.org_id == row.org_id, inspector.c.id == row.inspector_id))
    )


async def _conditions(tx: AnyTx, asked: CalendarAsked) -> list[Any]:
    row = Inspection
    found = [row.org_id == tx.org_id, seen(tx, row), row.status.in_(SHOWN)]
    found += [row.business_date >= asked.first, row.business_date <= asked.last]
    kind = asked.kind or (VisitKind.VISIT if asked.store is None else None)
    if kind is not None:
        found.append(row.kind == kind)
    if asked.inspector is not None:
        found.append(row.inspector_id == asked.inspector)
    if asked.store is not None:
        found.append(row.store_id == asked.store)
    if asked.region is not None:
        found.append(row.store_id.in_(await _stores_below(tx, asked.region)))
    return found


async def _stores_below(tx: AnyTx, region: UUID) -> Select[*tuple[Any, ...]]:
    ref = store_ref.subquery()
    return select(ref.c.id).where(ref.c.org_id == tx.org_id, ref.c.region_id.in_(await region_and_below(tx, region)))


def _counts(conditions: list[Any]) -> Select[*tuple[Any, ...]]:
    row = Inspection
    return (
        select(row.business_date.label("day"), row.status, row.inspector_id, func.count().label("visits"))
        .where(*conditions)
        .group_by(row.business_date, row.status, row.inspector_id)
    )


def _visits(conditions: list[Any], each: int) -> Select[*tuple[Any, ...]]:
    row = Inspection
    at = func.coalesce(row.window_from, row.due_at, row.day_until)
    number = func.row_number().over(partition_by=row.business_date, order_by=(at, row.id)).label("number")
    first = visit_columns().add_columns(number, at.label("at")).where(*conditions).subquery("first")
    kept = [column for column in first.c if column.name not in {"number", "at"}]
    return select(*kept).where(first.c.number <= each).order_by(first.c.day, first.c.at, first.c.id)


async def _skips(tx: AnyTx, asked: CalendarAsked) -> Select[*tuple[Any, ...]]:
    row = InspectionOccurrence
    statement = select(row.on_date.label("day"), row.skipped.label("why"), func.count().label("stores")).where(
        row.org_id == tx.org_id,
        row.skipped.is_not(None),
        row.on_date >= asked.first,
        row.on_date <= asked.last,
        within(tx, READ, row.store_id),
    )
    if asked.store is not None:
        statement = statement.where(row.store_id == asked.store)
    if asked.region is not None:
        statement = statement.where(row.store_id.in_(await _stores_below(tx, asked.region)))
    return statement.group_by(row.on_date, row.skipped).order_by(row.on_date, row.skipped)


async def _loads(tx: AnyTx, asked: CalendarAsked, counts: list[_Count]) -> list[InspectorLoad]:
    """Return who may visit stores of the actor's scope, by name, with their visits that are not missed."""
    if not tx.actor.holds(CONDUCT):
        return []
    mine = tx.actor.paths(CONDUCT)
    seen_stores = [path for path in (await store_paths(tx)).values() if path.startswith(mine)]
    ids = {
        each.account_id
        for each in await holdings(tx, CONDUCT)
        if any(path.startswith(each.path) for path in seen_stores)
    }
    if asked.inspector is not None:
        ids &= {asked.inspector}
    taken: defaultdict[UUID | None, Counter[date]] = defaultdict(Counter)
    for count in counts:
        if count.status != VisitStatus.MISSED:
            taken[count.inspector_id][count.day] += count.visits
    names = select(account_ref.c.id, account_ref.c.name).where(
        account_ref.c.org_id == tx.org_id, account_ref.c.id.in_(ids)
    )
    return [
        InspectorLoad(
            id=row["id"],
            name=row["name"],
            days=[InspectorDay(day=day, visits=visits) for day, visits in sorted(taken[row["id"]].items())],
        )
        for row in await tx.all(names.order_by(account_ref.c.name, account_ref.c.id), dict)
    ]


def _day(day: date, sums: Counter[str], visits: list[CalendarVisit], skipped: list[SkippedCount]) -> VisitCalendarDay:
    return VisitCalendarDay(
        day=day,
        planned=sums[VisitStatus.PLANNED],
        under_way=sums[VisitStatus.STARTED],
        done=sum(sums[status] for status in DONE),
        missed=sums[VisitStatus.MISSED],
        visits=visits,
        skipped=skipped,
    )
