"""Visits whole: checklist, answers with what was answered last time, and the score; the same for one and for many."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec
from sqlalchemy import Double, Select, and_, any_, cast, func, select, true
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by

from storewalk.catalog.api import product_ref
from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx
from storewalk.identity.api import within
from storewalk.inspections.kinds import AnswerType, ModelOutcome, Outcome, PersonOutcome, PhotoState
from storewalk.inspections.models import (
    Inspection,
    InspectionAnswer,
    InspectionAnswerPhoto,
    InspectionCheckpoint,
    InspectionSection,
    InspectionSectionScore,
)
from storewalk.inspections.permissions import READ
from storewalk.inspections.queries.templates import read_versions
from storewalk.inspections.queries.visits import previous_visit, visit_items
from storewalk.inspections.schemas.visits import (
    AnswerOut,
    AnswerValue,
    Detection,
    LastAnswer,
    MissingProduct,
    ScoreDetail,
    SectionScore,
    VisitItem,
    VisitOut,
)
from storewalk.photos.api import PhotoSpec, photo_spec
from storewalk.tasks.api import finding_ref

Shown = Literal["pass", "fail", "notApplicable", "pending", "unanswered"]
SHOWN: dict[Outcome | None, Shown] = {
    Outcome.PASS: "pass",
    Outcome.FAIL: "fail",
    Outcome.NOT_APPLICABLE: "notApplicable",
    Outcome.PENDING: "pending",
    None: "unanswered",
}
READING: dict[PhotoState, Literal["pending", "read", "unsure", "failed", "refused"]] = {
    PhotoState.AWAITING: "pending",
    PhotoState.READ: "read",
    PhotoState.UNSURE: "unsure",
    PhotoState.FAILED: "failed",
    PhotoState.REFUSED: "refused",
}


class _Answer(msgspec.Struct):
    inspection_id: UUID
    checkpoint_id: UUID
    answer_type: AnswerType
    shelf: bool
    outcome: Outcome | None
    person_outcome: PersonOutcome | None
    model_outcome: ModelOutcome | None
    needs_person: bool | None
    number_value: float | None
    choice_code: str | None
    text_value: str | None
    note: str | None
    reading_state: PhotoState | None
    availability: float | None
    gaps: int | None
    answered_at: datetime | None
    decision_note: str | None
    version: int | None
    photos: list[dict[str, Any]] | None
    not_live: list[UUID] | None
    missing: list[dict[str, Any]] | None
    last_outcome: Outcome | None
    last_at: datetime | None
    last_note: str | None
    task_id: UUID | None


class _SectionScore(msgspec.Struct):
    inspection_id: UUID
    id: UUID
    score: float | None
    capped_by: UUID | None


async def read_visit(tx: AnyTx, visit_id: UUID) -> VisitOut:
    """Return a visit within the actor's scope. Raises NotFound."""
    found = await read_visits(
        tx, visit_items(tx).where(Inspection.id == visit_id, within(tx, READ, Inspection.store_id))
    )
    if not found:
        raise NotFound("inspections.not_found")
    return found[0]


async def read_visits(tx: AnyTx, statement: Select[*tuple[Any, ...]]) -> list[VisitOut]:
    """Return the visits that a `visit_items` statement selects, each whole."""
    items = await tx.all(statement, VisitItem)
    if not items:
        return []
    ids = [item.id for item in items]
    templates = await read_versions(tx, {item.template_version_id for item in items})
    answers: defaultdict[UUID, list[AnswerOut]] = defaultdict(list)
    for row in await tx.all(_answers(tx, ids), _Answer):
        answers[row.inspection_id].append(_answer_out(row))
    details = await _score_details(tx, ids)
    return [
        VisitOut(
            **{name: getattr(item, name) for name in VisitItem.__struct_fields__},
            template=templates[item.template_version_id],
            answers=answers[item.id],
            score_detail=details.get(item.id),
        )
        for item in items
    ]


async def read_answer(tx: AnyTx, visit_id: UUID, checkpoint_id: UUID) -> AnswerOut:
    """Return one answer as a visit shows it. Raises NotFound for a checkpoint of another checklist."""
    rows = await tx.all(_answers(tx, [visit_id]).where(InspectionCheckpoint.id == checkpoint_id), _Answer)
    if not rows:
        raise NotFound("inspections.checkpoint_unknown")
    return _answer_out(rows[0])


async def _score_details(tx: AnyTx, visit_ids: Collection[UUID]) -> dict[UUID, ScoreDetail]:
    score, section = InspectionSectionScore, InspectionSection
    statement = (
        select(
            score.inspection_id,
            score.section_id.label("id"),
            cast(score.score, Double).label("score"),
            Inspection.capped_by,
        )
        .join(Inspection, and_(Inspection.org_id == score.org_id, Inspection.id == score.inspection_id))
        .join(section, and_(section.org_id == score.org_id, section.id == score.section_id))
        .where(score.org_id == tx.org_id, score.inspection_id.in_(visit_ids))
        .order_by(score.inspection_id, section.position)
    )
    rows: defaultdict[UUID, list[_SectionScore]] = defaultdict(list)
    for row in await tx.all(statement, _SectionScore):
        rows[row.inspection_id].append(row)
    return {
        visit_id: ScoreDetail(
            sections=[SectionScore(id=row.id, score=row.score) for row in found], capped_by=found[0].capped_by
        )
        for visit_id, found in rows.items()
    }


def _answers(tx: AnyTx, visit_ids: Collection[UUID]) -> Select[*tuple[Any, ...]]:
    """Select every checkpoint of the visits, in order, with its answer if any and the one of the visit before."""
    checkpoint, answer, section = InspectionCheckpoint, InspectionAnswer, InspectionSection
    previous = previous_visit()
    asked, given = InspectionCheckpoint.__table__.alias("asked"), InspectionAnswer.__table__.alias("given")
    return (
        select(
            Inspection.id.label("inspection_id"),
            checkpoint.id.label("checkpoint_id"),
            checkpoint.answer_type,
            checkpoint.shelf,
            answer.outcome,
            answer.person_outcome,
            answer.model_outcome,
            answer.needs_person,
            cast(answer.number_value, Double).label("number_value"),
            answer.choice_code,
            answer.text_value,
            answer.note,
            answer.reading_state,
            answer.availability,
            answer.gaps,
            answer.answered_at,
            answer.decision_note,
            answer.version,
            _photos().label("photos"),
            _not_live().label("not_live"),
            _missing().label("missing"),
            given.c.outcome.label("last_outcome"),
            given.c.answered_at.label("last_at"),
            given.c.note.label("last_note"),
            _task().label("task_id"),
        )
        .select_from(Inspection)
        .join(
            checkpoint,
            and_(checkpoint.org_id == Inspection.org_id, checkpoint.version_id == Inspection.template_version_id),
        )
        .join(section, and_(section.org_id == checkpoint.org_id, section.id == checkpoint.section_id))
        .outerjoin(
            answer,
            and_(
                answer.org_id == Inspection.org_id,
                answer.inspection_id == Inspection.id,
                answer.checkpoint_id == checkpoint.id,
            ),
        )
        .outerjoin(previous, true())
        .outerjoin(
            asked,
            and_(
                asked.c.org_id == checkpoint.org_id,
                asked.c.version_id == previous.c.template_version_id,
                asked.c.key == checkpoint.key,
            ),
        )
        .outerjoin(
            given,
            and_(
                given.c.org_id == asked.c.org_id,
                given.c.inspection_id == previous.c.id,
                given.c.checkpoint_id == asked.c.id,
            ),
        )
        .where(Inspection.org_id == tx.org_id, Inspection.id.in_(visit_ids))
        .order_by(Inspection.id, section.position, checkpoint.position)
    )


def _photos() -> Any:
    """Return the photographs of an answer in their order, each as a `PhotoSpec` in JSON."""
    photo, spec = InspectionAnswerPhoto, photo_spec.subquery("spec")
    named = func.jsonb_build_object("id", spec.c.id, "sha256", spec.c.sha256, "size", spec.c.size)
    return (
        select(func.jsonb_agg(aggregate_order_by(named, photo.position), type_=JSONB))
        .join(spec, and_(spec.c.org_id == photo.org_id, spec.c.id == photo.photo_id))
        .where(photo.org_id == InspectionAnswer.org_id, photo.answer_id == InspectionAnswer.id)
        .correlate(InspectionAnswer)
        .scalar_subquery()
    )


def _not_live() -> Any:
    """Return the ids of an answer's photographs that are no evidence, in their order."""
    photo = InspectionAnswerPhoto
    return (
        select(func.array_agg(aggregate_order_by(photo.photo_id, photo.position)))
        .where(photo.org_id == InspectionAnswer.org_id, photo.answer_id == InspectionAnswer.id, photo.not_live)
        .correlate(InspectionAnswer)
        .scalar_subquery()
    )


def _missing() -> Any:
    """Return the products that an answer names as missing in their order, each as a `MissingProduct` in JSON."""
    ref, named = product_ref.subquery("missing"), InspectionAnswer.missing_product_ids
    product = func.jsonb_build_object("id", ref.c.id, "code", ref.c.code, "name", ref.c.name)
    return (
        select(func.jsonb_agg(aggregate_order_by(product, func.array_position(named, ref.c.id)), type_=JSONB))
        .where(ref.c.org_id == InspectionAnswer.org_id, ref.c.id == any_(named))
        .correlate(InspectionAnswer)
        .scalar_subquery()
    )


def _task() -> Any:
    finding = finding_ref.subquery("finding")
    return (
        select(finding.c.task_id)
        .where(
            finding.c.org_id == Inspection.org_id,
            finding.c.inspection_id == Inspection.id,
            finding.c.checkpoint_id == InspectionCheckpoint.id,
        )
        .limit(1)
        .correlate(Inspection, InspectionCheckpoint)
        .scalar_subquery()
    )


def _answer_out(row: _Answer) -> AnswerOut:
    last = (
        LastAnswer(outcome=row.last_outcome, at=row.last_at, note=row.last_note)
        if row.last_outcome is not None and row.last_at is not None
        else None
    )
    specs = msgspec.convert(row.photos or [], list[PhotoSpec])
    missing = msgspec.convert(row.missing or [], list[MissingProduct])
    return AnswerOut(
        checkpoint_id=row.checkpoint_id,
        outcome=SHOWN[row.outcome],
        value=_value(row),
        note=row.note,
        photos=[spec.id for spec in specs],
        photo_specs=specs,
        not_live=row.not_live or [],
        missing_product_ids=[product.id for product in missing],
        missing_products=missing,
        answered_at=row.answered_at,
        version=row.version or 0,
        last_answer=last,
        detection=_detection(row),
        task_id=row.task_id,
        overruled=bool(row.model_outcome and row.person_outcome and row.model_outcome != row.person_outcome),
        needs_person=bool(row.needs_person),
        decision_note=row.decision_note,
    )


def _value(row: _Answer) -> AnswerValue | None:
    if row.outcome is None:
        return None
    passfail = row.person_outcome if row.answer_type is AnswerType.PASSFAIL else None
    return AnswerValue(passfail=passfail, number=row.number_value, choice=row.choice_code, text=row.text_value)


def _detection(row: _Answer) -> Detection | None:
    if not row.shelf or row.reading_state is None:
        return None
    return Detection(
        state=READING[row.reading_state], availability=row.availability, gaps=row.gaps, outcome=row.model_outcome
    )
