"""A visit is scored again after a finding fell; what it scored first is kept beside it."""

from decimal import Decimal
from uuid import UUID

from msgspec import Struct
from sqlalchemy import select

from storewalk.core.tx import Tx
from storewalk.inspections.events import Fallen, VisitRescored
from storewalk.inspections.kinds import GrantedOutcome, Outcome
from storewalk.inspections.models import Inspection, InspectionSectionScore
from storewalk.inspections.queries.answers import answers_of, checklist_of
from storewalk.inspections.service.asked import recount
from storewalk.inspections.service.reckon import reckon, record_failures


class Rescored(Struct, frozen=True):
    """What a visit scored before and scores now, and the failures that stand no more."""

    before: Decimal | None
    after: Decimal | None
    fallen: list[Fallen]


async def let_fall(tx: Tx, visit: Inspection, checkpoint_id: UUID, outcome: GrantedOutcome) -> Rescored:
    """Let a failure of a scored visit come to something else, and score the visit again.

    A question that is asked only after a failure that fell is asked no more; one that is asked now counts as it was
    answered, and not at all where it was not or still waits for a photograph.
    """
    given = await answers_of(tx, visit)
    standing = {key for key, answer in given.items() if answer.counts and answer.outcome is Outcome.FAIL}
    answer = given[checkpoint_id]
    answer.granted_outcome, answer.outcome = outcome, Outcome(outcome)
    answer.version, answer.changed_at = answer.version + 1, tx.now
    await recount(tx, visit)
    everything, checklist = await answers_of(tx, visit), await checklist_of(tx, visit)
    answers = {key: answer for key, answer in everything.items() if answer.counts}
    await record_failures(tx, visit, checklist, answers)
    fallen = [
        Fallen(checkpoint_id=point.id, checkpoint_key=point.key)
        for _, points in checklist
        for point in points
        if point.id in standing and (point.id not in answers or answers[point.id].outcome is not Outcome.FAIL)
    ]
    settled = {key: answer for key, answer in answers.items() if answer.outcome is not Outcome.PENDING}
    result, before = await reckon(tx, visit, checklist, settled), visit.score
    again = visit.rescored_at is not None
    if not again:
        visit.rescored_at, visit.first_score = tx.now, before
    visit.score, visit.capped_by = result.total, result.capped_by
    row = InspectionSectionScore
    rows = await tx.session.scalars(select(row).where(row.org_id == tx.org_id, row.inspection_id == visit.id))
    for section in rows:
        if not again:
            section.first_score = section.score
        section.score = result.sections[section.section_id]
    tx.record(
        VisitRescored(
            subject_id=visit.id,
            store_id=visit.store_id,
            inspector_id=visit.conductor_id,
            score_before=None if before is None else float(before),
            score=None if result.total is None else float(result.total),
        )
    )
    return Rescored(before, result.total, fallen)
