"""Visits whole: checklist, answers with what was answered last time, and the score; the same for one and for many."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Double, Select, and_, cast, select

from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx
from storewalk.inspections.asking import Given, asked
from storewalk.inspections.kinds import Outcome
from storewalk.inspections.models import Inspection, InspectionSection, InspectionSectionScore
from storewalk.inspections.plans.seen import seen
from storewalk.inspections.queries.check_ins import read_check_ins
from storewalk.inspections.queries.followed import askings
from storewalk.inspections.queries.signing import read_signings
from storewalk.inspections.queries.templates import read_versions
from storewalk.inspections.queries.visit_answers import read_answers
from storewalk.inspections.queries.visits import visit_items
from storewalk.inspections.review.read import read_reviews
from storewalk.inspections.schemas.templates import TemplateOut
from storewalk.inspections.schemas.visits import AnswerOut, ScoreDetail, SectionScore, VisitItem, VisitOut


class _SectionScore(msgspec.Struct):
    inspection_id: UUID
    id: UUID
    score: float | None
    first_score: float | None
    capped_by: UUID | None
    rescored: bool
    first_total: float | None


async def read_visit(tx: AnyTx, visit_id: UUID) -> VisitOut:
    """Return a visit within the actor's scope. Raises NotFound."""
    found = await read_visits(tx, visit_items(tx).where(Inspection.id == visit_id, seen(tx, Inspection)))
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
    answers, details = await read_answers(tx, ids), await _score_details(tx, ids)
    signings = await read_signings(tx, items)
    check_ins, reviews = await read_check_ins(tx, ids), await read_reviews(tx, ids)
    return [
        VisitOut(
            **{name: getattr(item, name) for name in VisitItem.__struct_fields__},
            template=templates[item.template_version_id],
            answers=answers.get(item.id, []),
            not_asked=_not_asked(item, templates[item.template_version_id], answers.get(item.id, [])),
            score_detail=details.get(item.id),
            signing=signings.get(item.id),
            check_in=check_ins.get(item.id),
            review=reviews.get(item.id),
        )
        for item in items
    ]


def _not_asked(visit: VisitItem, template: TemplateOut, answers: list[AnswerOut]) -> list[UUID]:
    questions = askings(template)
    given = {
        answer.checkpoint_id: Given(Outcome(answer.outcome), answer.value and answer.value.choice)
        for answer in answers
        if answer.outcome != "unanswered"
    }
    found = asked(questions, visit.store_format, given)
    return [question.id for question in questions if question.id not in found]


async def _score_details(tx: AnyTx, visit_ids: Collection[UUID]) -> dict[UUID, ScoreDetail]:
    score, section = InspectionSectionScore, InspectionSection
    statement = (
        select(
            score.inspection_id,
            score.section_id.label("id"),
            cast(score.score, Double).label("score"),
            cast(score.first_score, Double).label("first_score"),
            Inspection.capped_by,
            Inspection.rescored_at.is_not(None).label("rescored"),
            cast(Inspection.first_score, Double).label("first_total"),
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
            sections=[SectionScore(id=row.id, score=row.score, first_score=row.first_score) for row in found],
            capped_by=found[0].capped_by,
            rescored=found[0].rescored,
            first_score=found[0].first_total,
        )
        for visit_id, found in rows.items()
    }
