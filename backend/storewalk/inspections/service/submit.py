"""End a visit, and settle by hand what no photograph settled."""

from uuid import UUID

from storewalk.core.errors import Conflict, Invalid, NotFound, WrongState
from storewalk.core.tx import Tx
from storewalk.inspections.events import CheckpointAnswered, VisitSubmitted
from storewalk.inspections.kinds import Outcome, VisitStatus
from storewalk.inspections.models import Inspection
from storewalk.inspections.queries.answers import (
    answers_of,
    checkpoint_of,
    look_at,
    photos_of,
    rule_of,
)
from storewalk.inspections.queries.details import read_visit
from storewalk.inspections.queries.visits import lock_visit
from storewalk.inspections.schemas.visits import DecideAnswer, SubmitVisit
from storewalk.inspections.service.conduct import require_own
from storewalk.inspections.service.lacking import lacking
from storewalk.inspections.service.missing import record_missing
from storewalk.inspections.service.settle import apply_verdict, conclude


async def submit(tx: Tx, visit_id: UUID, form: SubmitVisit) -> Inspection:
    """End a visit; its score follows when nothing is pending. Again changes nothing.

    Raises:
        NotFound: the visit lies outside the actor's scope.
        Forbidden: it is another inspector's.
        WrongState: it is not under way.
        Conflict: the visit or the number of its answers is not what the phone thinks.
        Invalid: required answers, photographs or notes are missing; each checkpoint is named.
    """
    visit = await _own(tx, visit_id)
    if visit.status in (VisitStatus.SUBMITTED, VisitStatus.SCORED):
        return visit
    if visit.status is not VisitStatus.STARTED:
        raise WrongState("inspections.not_under_way", status=visit.status)
    answers = await answers_of(tx, visit)
    if form.if_version not in (None, visit.version):
        raise Conflict("core.version_conflict", current=await read_visit(tx, visit_id))
    if form.answers != len(answers):
        raise Conflict(
            "inspections.answers_differ",
            current=await read_visit(tx, visit_id),
            field="answers",
            sent=form.answers,
            held=len(answers),
        )
    missing = await lacking(tx, visit, answers)
    if missing:
        raise Invalid("inspections.incomplete", errors=missing, count=len(missing))
    visit.status = VisitStatus.SUBMITTED
    visit.submitted_at = max(tx.occurred_at, visit.started_at or tx.occurred_at)
    pending = sum(answer.counts and answer.outcome is Outcome.PENDING for answer in answers.values())
    tx.record(
        VisitSubmitted(subject_id=visit.id, store_id=visit.store_id, inspector_id=visit.conductor_id, pending=pending)
    )
    await record_missing(tx, visit, answers)
    await conclude(tx, visit)
    return visit


async def decide(tx: Tx, visit_id: UUID, checkpoint_id: UUID, form: DecideAnswer) -> Inspection:
    """Settle a pending answer of a submitted visit by the inspector's word. The same word again changes nothing.

    Raises:
        NotFound: the visit lies outside the actor's scope, or the checkpoint outside its answers.
        Forbidden: it is another inspector's visit.
        WrongState: the visit is not submitted, or the answer is settled.
    """
    visit = await _own(tx, visit_id)
    checkpoint = await checkpoint_of(tx, visit, checkpoint_id)
    answer = (await answers_of(tx, visit)).get(checkpoint_id)
    if answer is None:
        raise NotFound("inspections.checkpoint_unknown")
    if answer.decided_at is not None and answer.person_outcome is form.outcome:
        return visit
    if visit.status is not VisitStatus.SUBMITTED or answer.outcome is not Outcome.PENDING:
        raise WrongState("inspections.settled")
    named = (await photos_of(tx, [answer.id]))[answer.id]
    shots = await look_at(tx, [photo.photo_id for photo in named], checkpoint)
    answer.person_outcome, answer.decision_note = form.outcome, form.note
    answer.decided_by, answer.decided_at = tx.actor.account_id, tx.occurred_at
    answer.version += 1
    apply_verdict(tx, answer, await rule_of(tx, checkpoint), list(shots.values()))
    tx.record(
        CheckpointAnswered(
            subject_id=visit.id, store_id=visit.store_id, checkpoint_id=checkpoint_id, outcome=answer.outcome
        )
    )
    await conclude(tx, visit)
    return visit


async def _own(tx: Tx, visit_id: UUID) -> Inspection:
    visit = await lock_visit(tx, visit_id)
    await require_own(tx, visit)
    return visit
