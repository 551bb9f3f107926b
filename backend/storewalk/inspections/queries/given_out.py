"""Visits to take away: those of a list, the points of their sections, and their answers."""

from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Double, Select, and_, cast, func, select

from storewalk.core.errors import Invalid
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref
from storewalk.inspections.kinds import Outcome
from storewalk.inspections.models import (
    Inspection,
    InspectionAnswer,
    InspectionAnswerPhoto,
    InspectionCheckpoint,
    InspectionChoice,
    InspectionSection,
    InspectionSectionScore,
)
from storewalk.inspections.queries.visit_filter import VisitFilter, narrowed, with_check_in
from storewalk.inspections.queries.visits import LATEST_FIRST, in_list_order, visit_items
from storewalk.inspections.review.kinds import ReviewStand
from storewalk.inspections.review.queue import failed_count, stand_of, with_review
from storewalk.inspections.schemas.listed import ListedVisit
from storewalk.stores.api import store_ref

MOST_VISITS: Final = 5_000
"""In one file; with their answers they are as much as a spreadsheet opens with ease."""


class GivenVisit(ListedVisit):
    """A visit of a list, and what a sheet says of it beyond."""

    store_code: str
    region_name: str
    findings: int
    criticals: int
    stand: ReviewStand


class GivenSection(Struct, frozen=True):
    """The points of a section of a visit."""

    store_code: str
    store_name: str
    day: date
    title: Words
    weight: int
    score: float | None


class GivenAnswer(Struct, frozen=True):
    """An answer that counts; `value` is what was measured or written, `choice` what was chosen."""

    store_code: str
    store_name: str
    day: date
    inspector_name: str | None
    section: Words
    title: Words
    critical: bool
    outcome: Outcome
    number: float | None
    unit: str | None
    choice: Words | None
    text: str | None
    availability: float | None
    gaps: int | None
    note: str | None
    photos: int
    answered_at: datetime


class GivenVisits(Struct, frozen=True):
    """Visits with all that belongs to them."""

    visits: list[GivenVisit]
    sections: list[GivenSection]
    answers: list[GivenAnswer]


async def give_out_list(tx: AnyTx, wanted: VisitFilter) -> list[GivenVisit]:
    """Return the visits of a list in its order. Raises Invalid for more than fit in a file."""
    place = store_ref.subquery("place")
    statement = (
        with_review(narrowed(tx, with_check_in(visit_items(tx)), wanted))
        .join(place, and_(place.c.org_id == Inspection.org_id, place.c.id == Inspection.store_id))
        .add_columns(
            place.c.code.label("store_code"),
            place.c.region_name,
            failed_count().label("findings"),
            failed_count(critical=True).label("criticals"),
            stand_of().label("stand"),
        )
    )
    found = await tx.all(in_list_order(statement, wanted).limit(MOST_VISITS + 1), GivenVisit)
    if len(found) > MOST_VISITS:
        raise Invalid("inspections.too_many_given", most=MOST_VISITS)
    return found


async def give_out_visits(tx: AnyTx, wanted: VisitFilter) -> GivenVisits:
    """Return the visits of a list with the points of their sections and their answers, all in the list's order."""
    visits = await give_out_list(tx, wanted)
    ids = [visit.id for visit in visits]
    return GivenVisits(visits, await _sections(tx, ids), await _answers(tx, ids))


async def _sections(tx: AnyTx, visit_ids: list[UUID]) -> list[GivenSection]:
    score, section, store = InspectionSectionScore, InspectionSection, store_ref.subquery("store")
    statement: Select[*tuple[Any, ...]] = (
        select(
            store.c.code.label("store_code"),
            store.c.name.label("store_name"),
            Inspection.business_date.label("day"),
            section.title,
            section.weight,
            cast(score.score, Double).label("score"),
        )
        .select_from(score)
        .join(Inspection, and_(Inspection.org_id == score.org_id, Inspection.id == score.inspection_id))
        .join(section, and_(section.org_id == score.org_id, section.id == score.section_id))
        .join(store, and_(store.c.org_id == Inspection.org_id, store.c.id == Inspection.store_id))
        .where(score.org_id == tx.org_id, score.inspection_id.in_(visit_ids))
        .order_by(*LATEST_FIRST, section.position)
    )
    return await tx.all(statement, GivenSection)


async def _answers(tx: AnyTx, visit_ids: list[UUID]) -> list[GivenAnswer]:
    answer, point, section, choice = InspectionAnswer, InspectionCheckpoint, InspectionSection, InspectionChoice
    store, inspector = store_ref.subquery("store"), account_ref.alias("inspector")
    named = InspectionAnswerPhoto
    photos = select(func.count()).where(named.org_id == answer.org_id, named.answer_id == answer.id)
    statement: Select[*tuple[Any, ...]] = (
        select(
            store.c.code.label("store_code"),
            store.c.name.label("store_name"),
            Inspection.business_date.label("day"),
            inspector.c.name.label("inspector_name"),
            section.title.label("section"),
            point.title,
            point.critical,
            answer.outcome,
            cast(answer.number_value, Double).label("number"),
            point.unit,
            choice.label.label("choice"),
            answer.text_value.label("text"),
            answer.availability,
            answer.gaps,
            func.coalesce(answer.decision_note, answer.note).label("note"),
            photos.correlate(answer).scalar_subquery().label("photos"),
            answer.answered_at,
        )
        .select_from(answer)
        .join(Inspection, and_(Inspection.org_id == answer.org_id, Inspection.id == answer.inspection_id))
        .join(point, and_(point.org_id == answer.org_id, point.id == answer.checkpoint_id))
        .join(section, and_(section.org_id == point.org_id, section.id == point.section_id))
        .join(store, and_(store.c.org_id == Inspection.org_id, store.c.id == Inspection.store_id))
        .outerjoin(inspector, and_(inspector.c.org_id == Inspection.org_id, inspector.c.id == Inspection.inspector_id))
        .outerjoin(
            choice,
            and_(
                choice.org_id == answer.org_id,
                choice.checkpoint_id == answer.checkpoint_id,
                choice.code == answer.choice_code,
            ),
        )
        .where(answer.org_id == tx.org_id, answer.inspection_id.in_(visit_ids), answer.counts)
        .order_by(*LATEST_FIRST, section.position, point.position)
    )
    return await tx.all(statement, GivenAnswer)
