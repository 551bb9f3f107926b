"""Visits in lists, and the lock that every change of a visit takes first."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Double, Select, Text, and_, any_, case, cast, func, or_, select, true, tuple_

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Page, decode_after, encode_after, page_size
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import account_ref
from storewalk.inspections.kinds import Outcome, VisitStatus
from storewalk.inspections.models import (
    Inspection,
    InspectionAnswer,
    InspectionCheckpoint,
    InspectionSection,
    InspectionTemplateVersion,
)
from storewalk.inspections.queries.visit_filter import VisitFilter, narrowed, with_check_in
from storewalk.inspections.schemas.listed import ListedVisit
from storewalk.stores.api import store_ref
from storewalk.tasks.api import DONE, task_ref


class _After(Struct, frozen=True):
    """Where a page of visits ended."""

    day: date
    at: datetime
    id: UUID


_PLACE = (Inspection.business_date, Inspection.recorded_at, Inspection.id)
LATEST_FIRST = tuple(each.desc() for each in _PLACE)
"""The order of visits by their day, and of what is told of each of them."""


async def find_visit(tx: Tx, visit_id: UUID, *, lock: bool = True) -> Inspection | None:
    """Return a visit, by default under its row lock until the transaction ends."""
    statement = select(Inspection).where(Inspection.id == visit_id).execution_options(populate_existing=lock)
    return (await tx.session.execute(statement.with_for_update() if lock else statement)).scalar_one_or_none()


async def lock_visit(tx: Tx, visit_id: UUID) -> Inspection:
    """Return a visit under its row lock. Raises NotFound."""
    visit = await find_visit(tx, visit_id)
    if visit is None:
        raise NotFound("inspections.not_found")
    return visit


async def list_visits(tx: AnyTx, wanted: VisitFilter, limit: int | None, cursor: str | None) -> Page[ListedVisit]:
    """Return the visits within the actor's scope in the order of `in_list_order`, in one statement."""
    size, after = page_size(limit), decode_after(cursor, _After)
    statement = in_list_order(narrowed(tx, with_check_in(visit_items(tx)), wanted), wanted)
    if after is not None:
        place, end = tuple_(*_PLACE), (after.day, after.at, after.id)
        statement = statement.where(place > end if _coming(wanted) else place < end)
    rows = await tx.all(statement.limit(size + 1), ListedVisit)
    shown = list(rows[:size])
    last = shown[-1] if len(rows) > size else None
    return Page(shown, last and encode_after(_After(last.planned_for, last.recorded_at, last.id)))


def in_list_order(statement: Select[*tuple[Any, ...]], wanted: VisitFilter) -> Select[*tuple[Any, ...]]:
    """Order visits by their day: the latest first, but the nearest first of those that are still to come."""
    return statement.order_by(None).order_by(*(_PLACE if _coming(wanted) else LATEST_FIRST))


def _coming(wanted: VisitFilter) -> bool:
    return wanted.status is VisitStatus.PLANNED


def visit_items(tx: AnyTx) -> Select[*tuple[Any, ...]]:
    """Select visits with names, counts, the store's open tasks and its score at the visit before."""
    version, store, inspector = InspectionTemplateVersion, store_ref.subquery("store"), account_ref.alias("inspector")
    answers = _answer_counts().lateral("answers")
    return (
        select(
            Inspection.id,
            Inspection.store_id,
            store.c.name.label("store_name"),
            case((Inspection.started_at.is_(None), store.c.format), else_=Inspection.store_format).label(
                "store_format"
            ),
            version.template_id,
            Inspection.template_version_id,
            version.name.label("template_name"),
            Inspection.kind,
            Inspection.inspector_id,
            inspector.c.name.label("inspector_name"),
            Inspection.status,
            Inspection.business_date.label("planned_for"),
            Inspection.window_from,
            Inspection.due_at,
            Inspection.unannounced,
            Inspection.schedule_id,
            Inspection.reinspects_id,
            Inspection.started_at,
            Inspection.submitted_at,
            cast(Inspection.score, Double).label("score"),
            answers.c.answered,
            func.coalesce(Inspection.asked_count, _asked_of_all(store.c.format)).label("total"),
            answers.c.pending,
            answers.c.needs_person,
            Inspection.sign_until,
            Inspection.signed_at,
            Inspection.open_disputes,
            _open_tasks().label("open_tasks"),
            _last_score().label("last_score"),
            Inspection.version,
            Inspection.recorded_at,
        )
        .join(version, and_(version.org_id == Inspection.org_id, version.id == Inspection.template_version_id))
        .join(store, and_(store.c.org_id == Inspection.org_id, store.c.id == Inspection.store_id))
        .outerjoin(inspector, and_(inspector.c.org_id == Inspection.org_id, inspector.c.id == Inspection.inspector_id))
        .join(answers, true())
        .where(Inspection.org_id == tx.org_id)
        .order_by(Inspection.recorded_at.desc(), Inspection.id.desc())
    )


def _answer_counts() -> Select[*tuple[Any, ...]]:
    answer = InspectionAnswer
    return (
        select(
            func.count().label("answered"),
            func.count().filter(answer.outcome == Outcome.PENDING).label("pending"),
            func.count().filter(answer.needs_person).label("needs_person"),
        )
        .where(answer.org_id == Inspection.org_id, answer.inspection_id == Inspection.id, answer.counts)
        .correlate(Inspection)
    )


def _asked_of_all(store_format: Any) -> Any:
    """Count, of a visit that has not begun, what its checklist asks in such a store whatever the answers are."""
    checkpoint, section = InspectionCheckpoint, InspectionSection
    fits = [
        or_(func.cardinality(formats) == 0, store_format.is_(None), cast(store_format, Text()) == any_(formats))
        for formats in (checkpoint.formats, section.formats)
    ]
    return (
        select(func.count(checkpoint.id))
        .join(section, and_(section.org_id == checkpoint.org_id, section.id == checkpoint.section_id))
        .where(
            checkpoint.org_id == Inspection.org_id,
            checkpoint.version_id == Inspection.template_version_id,
            checkpoint.condition_on.is_(None),
            *fits,
        )
        .correlate_except(checkpoint, section)
        .scalar_subquery()
    )


def _open_tasks() -> Any:
    task = task_ref.subquery("task")
    return (
        select(func.count())
        .where(
            task.c.org_id == Inspection.org_id,
            task.c.store_id == Inspection.store_id,
            task.c.status.not_in(DONE),
        )
        .correlate(Inspection)
        .scalar_subquery()
    )


def _last_score() -> Any:
    earlier = previous_visit()
    return select(cast(earlier.c.score, Double)).correlate(Inspection).scalar_subquery()


def previous_visit() -> Any:
    """Select, beside `inspection`, the store's scored visit before it by its template (id, version, kind, score)."""
    earlier, followed, own = (
        Inspection.__table__.alias("earlier"),
        InspectionTemplateVersion.__table__.alias("followed"),
        InspectionTemplateVersion.__table__.alias("own"),
    )
    return (
        select(earlier.c.id, earlier.c.template_version_id, earlier.c.kind, earlier.c.score)
        .join(followed, and_(followed.c.org_id == earlier.c.org_id, followed.c.id == earlier.c.template_version_id))
        .join(own, and_(own.c.org_id == followed.c.org_id, own.c.template_id == followed.c.template_id))
        .where(
            own.c.org_id == Inspection.org_id,
            own.c.id == Inspection.template_version_id,
            earlier.c.store_id == Inspection.store_id,
            earlier.c.id != Inspection.id,
            earlier.c.status == VisitStatus.SCORED,
            or_(Inspection.submitted_at.is_(None), earlier.c.submitted_at < Inspection.submitted_at),
        )
        .order_by(earlier.c.submitted_at.desc())
        .limit(1)
        .correlate(Inspection)
        .lateral("previous")
    )
