"""What other rooms may use: visits to join and to count, and what phones keep of visits and checklists."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Case, Double, Select, and_, case, cast, exists, or_, select

from storewalk.core.tx import AnyTx
from storewalk.identity.api import within
from storewalk.inspections.arrival_refs import failed_ref, scored_ref
from storewalk.inspections.check_in import CheckInFlag, CheckInLook, CheckInReason, CheckInWay
from storewalk.inspections.kinds import AnswerType, NoteRule, Outcome, PersonOutcome, PhotoRule, SignWay, VisitStatus
from storewalk.inspections.models import Inspection, InspectionAnswer, InspectionAnswerPhoto, InspectionCheckpoint
from storewalk.inspections.permissions import MANAGE_TEMPLATES, READ
from storewalk.inspections.plans.events import CoverEnded, CoverSet
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.inspections.plans.seen import announced_to, check_of_own_place, for_own_word
from storewalk.inspections.queries.changed_answers import answers_only
from storewalk.inspections.queries.details import read_visits
from storewalk.inspections.queries.given_out import (
    GivenAnswer,
    GivenSection,
    GivenVisit,
    give_out_list,
    give_out_visits,
)
from storewalk.inspections.queries.rule import read_rule
from storewalk.inspections.queries.templates import current_templates
from storewalk.inspections.queries.visit_filter import VisitFilter
from storewalk.inspections.queries.visits import visit_items
from storewalk.inspections.refs import answer_photo_ref, answer_ref, checkpoint_ref, section_score_ref
from storewalk.inspections.review.kinds import ReviewStand
from storewalk.inspections.schemas.templates import ChoiceDraft, Condition, Key, TemplateOut
from storewalk.inspections.schemas.visit_changes import VisitAnswers
from storewalk.inspections.schemas.visits import ListScope, VisitOut
from storewalk.inspections.sheet import ChecklistLine, Target, give_out_checklist, take_in_checklist
from storewalk.inspections.standard.templates import install_standard_template, install_standard_templates

__all__ = [
    "MANAGE_TEMPLATES",
    "READ",
    "AnswerType",
    "CheckInFlag",
    "CheckInLook",
    "CheckInReason",
    "CheckInWay",
    "ChecklistLine",
    "ChoiceDraft",
    "Condition",
    "CoverEnded",
    "CoverSet",
    "GivenAnswer",
    "GivenSection",
    "GivenVisit",
    "Key",
    "ListScope",
    "NoteRule",
    "Outcome",
    "PersonOutcome",
    "PhotoRule",
    "ReviewStand",
    "SignWay",
    "Target",
    "TemplateOut",
    "VisitAnswers",
    "VisitFilter",
    "VisitKind",
    "VisitOut",
    "VisitStatus",
    "announced_to",
    "answer_photo_ref",
    "answer_ref",
    "answers_only",
    "changed_since",
    "checkpoint_ref",
    "failed_ref",
    "failure_stands",
    "give_out_checklist",
    "give_out_list",
    "give_out_visits",
    "inspection_ref",
    "install_standard_template",
    "install_standard_templates",
    "read_rule",
    "scored_ref",
    "section_score_ref",
    "shelf_photo_ref",
    "take_in_checklist",
    "templates_for_sync",
]

RECENT = timedelta(days=7)
AHEAD, SOON = timedelta(days=8), timedelta(hours=12)
OPEN = (VisitStatus.PLANNED, VisitStatus.STARTED, VisitStatus.SUBMITTED)

inspection_ref: Select[*tuple[Any, ...]] = select(
    Inspection.org_id,
    Inspection.id,
    Inspection.store_id,
    Inspection.template_version_id,
    Inspection.kind,
    Inspection.inspector_id,
    Inspection.status,
    Inspection.unannounced,
    Inspection.business_date,
    Inspection.started_at,
    Inspection.submitted_at,
    Inspection.scored_at,
    cast(Inspection.score, Double).label("score"),
    Inspection.capped_by,
    Inspection.reinspects_id,
)
"""One row a visit, for other rooms to join; `score` is in points of 100. Show the `announced_to` actor only."""

shelf_photo_ref: Select[*tuple[Any, ...]] = (
    select(
        Inspection.org_id,
        Inspection.store_id,
        Inspection.id.label("inspection_id"),
        Inspection.business_date,
        InspectionAnswer.answered_at,
        InspectionCheckpoint.key.label("checkpoint_key"),
        InspectionCheckpoint.title,
        cast(InspectionCheckpoint.min_availability, Double).label("min_availability"),
        InspectionAnswerPhoto.photo_id,
        InspectionAnswerPhoto.marks,
    )
    .join(
        InspectionAnswer,
        and_(InspectionAnswer.org_id == Inspection.org_id, InspectionAnswer.inspection_id == Inspection.id),
    )
    .join(
        InspectionCheckpoint,
        and_(
            InspectionCheckpoint.org_id == InspectionAnswer.org_id,
            InspectionCheckpoint.id == InspectionAnswer.checkpoint_id,
        ),
    )
    .join(
        InspectionAnswerPhoto,
        and_(
            InspectionAnswerPhoto.org_id == InspectionAnswer.org_id,
            InspectionAnswerPhoto.answer_id == InspectionAnswer.id,
        ),
    )
    .where(InspectionCheckpoint.shelf, InspectionAnswer.counts, Inspection.status != VisitStatus.CANCELLED)
)
"""One row a shelf photograph of a visit that was not called off; a shelf is a store's checkpoint, known by its key."""


async def changed_since(tx: AnyTx, since: datetime | None) -> list[VisitOut]:
    """Return the actor's own visits as a phone keeps them: open ones, those of today, and those scored lately.

    Planned ones come a week before their day. The own checks of a store that is the actor's place come on their day,
    whoever begins them, and so do its scored visits on which it has a word to say. After `since`, those that changed,
    whatever became of them, and those whose day has come near; nothing where the actor may not read visits.
    """
    if not tx.actor.holds(READ):
        return []
    own = and_(Inspection.inspector_id == tx.actor.account_id, within(tx, READ, Inspection.store_id))
    hers = or_(own, check_of_own_place(tx), for_own_word(tx))
    statement = visit_items(tx).where(hers, Inspection.day_from <= _horizon(tx.now))
    if since is None:
        today = and_(Inspection.day_from <= tx.now, Inspection.day_until > tx.now)
        recent = Inspection.scored_at > tx.now - RECENT
        return await read_visits(tx, statement.where(or_(Inspection.status.in_(OPEN), today, recent)))
    answered = exists().where(
        InspectionAnswer.org_id == Inspection.org_id,
        InspectionAnswer.inspection_id == Inspection.id,
        InspectionAnswer.changed_at > since,
    )
    come_near = Inspection.day_from > _horizon(since)
    return await read_visits(tx, statement.where(or_(Inspection.changed_at > since, answered, come_near)))


def _horizon(at: datetime) -> Case[datetime]:
    return case((Inspection.kind == VisitKind.SELF_CHECK, at + SOON), else_=at + AHEAD)


async def templates_for_sync(tx: AnyTx, since: datetime | None = None) -> list[TemplateOut]:
    """Return the current version of every checklist, or of those published after `since`, for who may read visits."""
    return await current_templates(tx, since) if tx.actor.holds(READ) else []


async def failure_stands(tx: AnyTx, visit_id: UUID, checkpoint_id: UUID) -> bool:
    """Tell whether a checkpoint of a visit still counts as failed; a dispute may have let it fall."""
    answer = InspectionAnswer
    failed = select(answer.id).where(
        answer.org_id == tx.org_id,
        answer.inspection_id == visit_id,
        answer.checkpoint_id == checkpoint_id,
        answer.counts,
        answer.outcome == Outcome.FAIL,
    )
    return bool(await tx.scalars(failed))
