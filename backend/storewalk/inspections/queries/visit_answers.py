"""The answers of visits: every checkpoint in order, with what was answered now and last time."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Double, Select, and_, cast, select, true

from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx
from storewalk.inspections.models import Inspection, InspectionAnswer, InspectionCheckpoint, InspectionSection
from storewalk.inspections.queries import answer_parts
from storewalk.inspections.queries.answer_rows import AnswerRow, told
from storewalk.inspections.queries.visits import previous_visit
from storewalk.inspections.schemas.visits import AnswerOut


async def read_answers(tx: AnyTx, visit_ids: Collection[UUID]) -> dict[UUID, list[AnswerOut]]:
    """Return the answers of visits, by visit and in the order of their checklists."""
    answers: defaultdict[UUID, list[AnswerOut]] = defaultdict(list)
    for row in await tx.all(_answers(tx, visit_ids), AnswerRow):
        answers[row.inspection_id].append(told(row))
    return answers


async def read_answer(tx: AnyTx, visit_id: UUID, checkpoint_id: UUID) -> AnswerOut:
    """Return one answer as a visit shows it. Raises NotFound for a checkpoint of another checklist."""
    rows = await tx.all(_answers(tx, [visit_id]).where(InspectionCheckpoint.id == checkpoint_id), AnswerRow)
    if not rows:
        raise NotFound("inspections.checkpoint_unknown")
    return told(rows[0])


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
            answer.responsible_id,
            answer_parts.responsible().label("responsible_name"),
            answer.due_at,
            answer.answered_at,
            answer.decision_note,
            answer.version,
            answer_parts.photos().label("photos"),
            answer_parts.not_live().label("not_live"),
            answer_parts.voice().label("voice"),
            answer_parts.missing().label("missing"),
            previous.c.kind.label("last_kind"),
            given.c.outcome.label("last_outcome"),
            given.c.person_outcome.label("last_person_outcome"),
            cast(given.c.number_value, Double).label("last_number"),
            given.c.choice_code.label("last_choice"),
            given.c.text_value.label("last_text"),
            given.c.answered_at.label("last_at"),
            given.c.note.label("last_note"),
            answer_parts.photos_of(given).label("last_photos"),
            answer_parts.marks_of(given).label("last_marks"),
            answer_parts.task().label("task_id"),
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
                given.c.counts,
            ),
        )
        .where(Inspection.org_id == tx.org_id, Inspection.id.in_(visit_ids))
        .order_by(Inspection.id, section.position, checkpoint.position)
    )
