"""Schedules and covers, under their locks for changes and as screens need them."""

from datetime import time, timedelta
from typing import Any
from uuid import UUID

from msgspec import convert
from sqlalchemy import Select, and_, any_, func, or_, select, tuple_

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import account_ref, place_ref, within
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection, InspectionTemplate, InspectionTemplateVersion
from storewalk.inspections.permissions import PLAN
from storewalk.inspections.plans.models import InspectionCover, InspectionOccurrence, InspectionSchedule
from storewalk.inspections.plans.rhythm import Band, Pattern
from storewalk.inspections.plans.schemas import CoverOut, RiskBandOut, ScheduleOut

COUNTED = timedelta(days=30)
DONE = (VisitStatus.SUBMITTED, VisitStatus.SCORED)


def pattern_of(schedule: InspectionSchedule) -> Pattern:
    """Return the days that a schedule says."""
    return Pattern(
        schedule.rhythm,
        schedule.every,
        frozenset(schedule.weekdays),
        tuple(schedule.month_days),
        schedule.starts_on,
        schedule.ends_on,
    )


def bands_of(schedule: InspectionSchedule) -> list[Band]:
    """Return the bands of a schedule by risk."""
    return convert(schedule.bands or [], list[Band])


async def find_schedule(tx: Tx, schedule_id: UUID) -> InspectionSchedule | None:
    """Return a schedule under its row lock, which comes before the locks of its visits."""
    statement = select(InspectionSchedule).where(
        InspectionSchedule.org_id == tx.org_id, InspectionSchedule.id == schedule_id
    )
    locked = statement.with_for_update().execution_options(populate_existing=True)
    return (await tx.session.execute(locked)).scalar_one_or_none()


async def lock_schedule(tx: Tx, schedule_id: UUID) -> InspectionSchedule:
    """Return a schedule under its row lock. Raises NotFound."""
    schedule = await find_schedule(tx, schedule_id)
    if schedule is None:
        raise NotFound("inspections.no_schedule")
    return schedule


async def schedules_to_plan(tx: Tx) -> list[UUID]:
    """Return the schedules that go on, by id."""
    row = InspectionSchedule
    going = and_(row.paused_at.is_(None), or_(row.ends_on.is_(None), row.ends_on >= tx.now.date()))
    return await tx.scalars(select(row.id).where(row.org_id == tx.org_id, going).order_by(row.id))


async def list_schedules(tx: AnyTx, limit: int | None, cursor: str | None) -> Page[ScheduleOut]:
    """Return the schedules that touch the actor's scope, the newest first."""
    size, after = page_size(limit), decode_cursor(cursor)
    row = InspectionSchedule
    statement = _items(tx)
    if after is not None:
        statement = statement.where(tuple_(row.recorded_at, row.id) < (after.at, after.id))
    rows = [_shown(each) for each in await tx.all(statement.limit(size + 1), dict)]
    return page(rows, size, lambda each: (each.recorded_at, each.id))


async def read_schedule(tx: AnyTx, schedule_id: UUID) -> ScheduleOut:
    """Return a schedule that touches the actor's scope. Raises NotFound."""
    found = await tx.all(_items(tx).where(InspectionSchedule.id == schedule_id), dict)
    if not found:
        raise NotFound("inspections.no_schedule")
    return _shown(found[0])


async def read_covers(tx: AnyTx, cover_id: UUID | None = None) -> list[CoverOut]:
    """Return who stands in for whom from today on, or one cover, whenever it is."""
    row, absent, cover = InspectionCover, account_ref.alias("absent"), account_ref.alias("cover")
    asked = row.id == cover_id if cover_id else and_(row.last_day >= tx.now.date(), row.ended_at.is_(None))
    handed = (
        select(func.count())
        .where(
            Inspection.org_id == row.org_id,
            Inspection.inspector_id == row.cover_id,
            Inspection.previous_inspector_id == row.absent_id,
            Inspection.business_date.between(row.first_day, row.last_day),
        )
        .correlate(row)
        .scalar_subquery()
    )
    left = (
        select(func.count())
        .where(
            Inspection.org_id == row.org_id,
            Inspection.inspector_id == row.absent_id,
            Inspection.status == VisitStatus.PLANNED,
            Inspection.business_date.between(row.first_day, row.last_day),
        )
        .correlate(row)
        .scalar_subquery()
    )
    statement = (
        select(
            row.id,
            row.absent_id,
            absent.c.name.label("absent_name"),
            row.cover_id,
            cover.c.name.label("cover_name"),
            row.first_day,
            row.last_day,
            row.ended_at,
            handed.label("visits"),
            left.label("left"),
        )
        .join(absent, and_(absent.c.org_id == row.org_id, absent.c.id == row.absent_id))
        .join(cover, and_(cover.c.org_id == row.org_id, cover.c.id == row.cover_id))
        .where(row.org_id == tx.org_id, asked)
        .order_by(row.first_day, row.id)
    )
    return await tx.all(statement, CoverOut)


def _items(tx: AnyTx) -> Select[*tuple[Any, ...]]:
    row, version, inspector = InspectionSchedule, InspectionTemplateVersion, account_ref.alias("inspector")
    places = func.array_cat(row.region_ids, row.store_ids)
    own = within(tx, PLAN, any_(places))
    hers = (
        select(func.count())
        .select_from(place_ref)
        .where(place_ref.c.org_id == row.org_id, place_ref.c.id == any_(places), within(tx, PLAN, place_ref.c.id))
        .correlate(row)
        .scalar_subquery()
    )
    everywhere = and_(func.cardinality(row.region_ids) == 0, func.cardinality(row.store_ids) == 0)
    counts = _counts(tx).lateral("counts")
    columns = [column for name, column in row.__table__.c.items() if name not in {"org_id", "changed_at"}]
    return (
        select(
            *columns,
            version.name.label("template_name"),
            inspector.c.name.label("inspector_name"),
            counts.c.next_on,
            counts.c.planned,
            counts.c.done,
            counts.c.missed,
            counts.c.skipped,
            and_(own, hers == func.cardinality(places)).label("may_edit"),
        )
        .join(
            InspectionTemplate, and_(InspectionTemplate.org_id == row.org_id, InspectionTemplate.id == row.template_id)
        )
        .join(
            version,
            and_(
                version.org_id == row.org_id,
                version.template_id == row.template_id,
                version.number == InspectionTemplate.current_number,
            ),
        )
        .outerjoin(inspector, and_(inspector.c.org_id == row.org_id, inspector.c.id == row.inspector_id))
        .join(counts, row.id.is_not(None))
        .where(row.org_id == tx.org_id, or_(own, everywhere))
        .order_by(row.recorded_at.desc(), row.id.desc())
    )


def _counts(tx: AnyTx) -> Select[*tuple[Any, ...]]:
    row, came = Inspection, InspectionOccurrence
    return (
        select(
            func.min(row.business_date).filter(row.status == VisitStatus.PLANNED).label("next_on"),
            func.count().filter(row.status == VisitStatus.PLANNED).label("planned"),
            func.count().filter(row.status.in_(DONE)).label("done"),
            func.count().filter(row.status == VisitStatus.MISSED).label("missed"),
            func.count().filter(came.skipped.is_not(None)).label("skipped"),
        )
        .select_from(came)
        .outerjoin(row, and_(row.org_id == came.org_id, row.id == came.visit_id))
        .where(
            came.org_id == InspectionSchedule.org_id,
            came.schedule_id == InspectionSchedule.id,
            came.on_date > tx.now.date() - COUNTED,
        )
        .correlate(InspectionSchedule)
    )


def _shown(row: dict[str, Any]) -> ScheduleOut:
    row["time_from"], row["time_until"] = _clock(row["time_from"]), _clock(row["time_until"])
    row["bands"] = [RiskBandOut(**band) for band in row["bands"] or []]
    return ScheduleOut(**row)


def _clock(at: time | None) -> str | None:
    return None if at is None else f"{at:%H:%M}"
