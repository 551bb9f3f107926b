"""What photographs and people settle: an answer's outcome, the failures of a submitted visit, and its score."""

from collections.abc import Mapping
from uuid import UUID

from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.inspections.events import CheckpointAnswered, VisitScored
from storewalk.inspections.kinds import Outcome, VisitStatus
from storewalk.inspections.models import (
    Inspection,
    InspectionAnswer,
    InspectionAnswerPhoto,
    InspectionSectionScore,
)
from storewalk.inspections.outcomes import Rule, Shot, verdict
from storewalk.inspections.queries.answers import (
    answers_of,
    checklist_of,
    checkpoint_of,
    look_at,
    photos_of,
    rule_of,
    visits_naming,
)
from storewalk.inspections.queries.visits import lock_visit
from storewalk.inspections.service.asked import recount
from storewalk.inspections.service.reckon import Checklist, reckon, record_failures
from storewalk.inspections.service.sign import ask_to_sign


async def photo_changed(tx: Tx, photo_id: UUID, *, corrected: bool = False) -> None:
    """Look again at every answer that names the photograph, and settle what it settles.

    A final answer stays: beside one that a person gave, the model's late word is still noted, but no correction of it.
    What is known of the photograph is read afresh under its lock, so the order and number of calls do not matter.
    Locks are taken photograph first, then visits in the order of their ids, as when an answer is given.
    """
    for visit_id in await visits_naming(tx, photo_id):
        visit = await lock_visit(tx, visit_id)
        answers = {answer.id: answer for answer in (await answers_of(tx, visit)).values()}
        for answer_id, named in (await photos_of(tx, list(answers))).items():
            if any(photo.photo_id == photo_id for photo in named):
                await _look_again(tx, visit, answers[answer_id], named, corrected=corrected)


def apply_verdict(tx: Tx, answer: InspectionAnswer, rule: Rule, shots: list[Shot]) -> None:
    """Write what the person's word and the photographs come to into the answer."""
    found = verdict(rule, answer.person_outcome, shots)
    answer.outcome = Outcome(answer.granted_outcome) if answer.granted_outcome else found.outcome
    answer.model_outcome, answer.needs_person = found.model_outcome, found.needs_person
    answer.reading_state, answer.availability, answer.gaps = found.state, found.availability, found.gaps
    answer.changed_at = tx.now


async def conclude(tx: Tx, visit: Inspection) -> int:
    """Record the new failures of a submitted visit, score it once nothing is pending, and return what is pending.

    What is not asked makes no failure, waits for nothing and is in no score.
    """
    await recount(tx, visit)
    answers = {key: answer for key, answer in (await answers_of(tx, visit)).items() if answer.counts}
    checklist = await checklist_of(tx, visit)
    await record_failures(tx, visit, checklist, answers)
    pending = sum(answer.outcome is Outcome.PENDING for answer in answers.values())
    if not pending:
        await _score(tx, visit, checklist, answers)
    return pending


async def _look_again(
    tx: Tx, visit: Inspection, answer: InspectionAnswer, named: list[InspectionAnswerPhoto], *, corrected: bool
) -> None:
    final = visit.status is not VisitStatus.STARTED and answer.outcome is not Outcome.PENDING
    if final and (corrected or answer.person_outcome is None):
        return
    checkpoint = await checkpoint_of(tx, visit, answer.checkpoint_id)
    shots = await look_at(tx, [photo.photo_id for photo in named], checkpoint)
    before = _seen(answer, named)
    note_shots(named, shots)
    apply_verdict(tx, answer, await rule_of(tx, checkpoint), list(shots.values()))
    if _seen(answer, named) == before:
        return
    tx.record(
        CheckpointAnswered(
            subject_id=visit.id, store_id=visit.store_id, checkpoint_id=checkpoint.id, outcome=answer.outcome
        )
    )
    await (conclude(tx, visit) if visit.status is VisitStatus.SUBMITTED else recount(tx, visit))


def _seen(answer: InspectionAnswer, named: list[InspectionAnswerPhoto]) -> tuple[object, ...]:
    flags = [photo.not_live for photo in named]
    return (answer.outcome, answer.model_outcome, answer.reading_state, answer.needs_person, flags)


def note_shots(named: list[InspectionAnswerPhoto], shots: dict[UUID, Shot]) -> None:
    """Keep beside each photograph of an answer what was known of it when the answer was settled."""
    for photo in named:
        shot = shots[photo.photo_id]
        photo.state, photo.availability, photo.gaps = shot.state, shot.availability, shot.gaps
        photo.not_live = not shot.live


async def _score(tx: Tx, visit: Inspection, checklist: Checklist, answers: Mapping[UUID, InspectionAnswer]) -> None:
    result = await reckon(tx, visit, checklist, answers)
    visit.status, visit.scored_at = VisitStatus.SCORED, tx.now
    visit.score, visit.capped_by = result.total, result.capped_by
    tx.session.add_all(
        InspectionSectionScore(
            org_id=tx.org_id, id=new_id(), inspection_id=visit.id, section_id=section_id, score=points
        )
        for section_id, points in result.sections.items()
    )
    points = None if result.total is None else float(result.total)
    tx.record(VisitScored(subject_id=visit.id, store_id=visit.store_id, inspector_id=visit.conductor_id, score=points))
    await ask_to_sign(tx, visit, sum(answer.outcome is Outcome.FAIL for answer in answers.values()))
