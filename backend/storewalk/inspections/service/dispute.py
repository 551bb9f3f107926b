"""The store does not agree with a finding, and somebody above decides: the finding stays, or it falls."""

from uuid import UUID

from sqlalchemy import or_, select

from storewalk.core.errors import Conflict, Forbidden, Invalid, NotFound, WrongState
from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.identity.api import administrators, require_within, rungs
from storewalk.inspections.events import DisputeDecided, FindingDisputed
from storewalk.inspections.kinds import DisputeReason, DisputeStatus, GrantedOutcome, Outcome, SignWay
from storewalk.inspections.models import Inspection, InspectionDispute, InspectionDisputePhoto
from storewalk.inspections.permissions import DECIDE
from storewalk.inspections.queries.answers import answers_of, checkpoint_of
from storewalk.inspections.queries.disputes import read_dispute
from storewalk.inspections.queries.visits import find_visit, lock_visit
from storewalk.inspections.schemas.signing import DecideDispute, DisputeFinding
from storewalk.inspections.service.rescore import Rescored, let_fall
from storewalk.inspections.service.sign import TIME_TO_DISPUTE, require_asked, require_may_sign, signature_of
from storewalk.photos.api import READ as SEE_PHOTO
from storewalk.photos.api import Purpose, expect


async def dispute(tx: Tx, visit_id: UUID, form: DisputeFinding) -> None:
    """Say that a finding is not right; the same words again change nothing. The score stands until it is decided.

    Raises:
        NotFound: the visit or a photograph lies outside the actor's scope, or the checkpoint outside the visit.
        Forbidden: the actor made the visit.
        WrongState: the visit is not scored, was signed or waits too long already; there is no such finding, or it is
            disputed.
        Invalid: the reason `other` without words.
    """
    visit = await find_visit(tx, visit_id, lock=False)
    await require_may_sign(tx, visit)
    text = form.text.strip()
    if form.reason is DisputeReason.OTHER and not text:
        raise Invalid("inspections.dispute_wants_words", field="text")
    if visit is not None:
        await expect(tx, visit.store_id, form.photos, Purpose.EVIDENCE, SEE_PHOTO)
    visit = await lock_visit(tx, visit_id)
    checkpoint = await checkpoint_of(tx, visit, form.checkpoint_id)
    if await _known(tx, visit, form):
        return
    until = require_asked(visit)
    if await signature_of(tx, visit, SignWay.OWN) is not None:
        raise WrongState("inspections.dispute_after_signing")
    if tx.occurred_at > until:
        raise WrongState("inspections.dispute_late", hours=TIME_TO_DISPUTE.total_seconds() // 3600)
    answer = (await answers_of(tx, visit)).get(checkpoint.id)
    if answer is None or not answer.counts or answer.outcome is not Outcome.FAIL:
        raise WrongState("inspections.no_finding")
    row = InspectionDispute(
        org_id=tx.org_id,
        id=form.id,
        inspection_id=visit.id,
        checkpoint_id=checkpoint.id,
        store_id=visit.store_id,
        inspector_id=visit.conductor_id,
        reason=form.reason,
        text=text,
        raised_by=tx.actor.account_id,
        raised_at=tx.occurred_at,
        status=DisputeStatus.OPEN,
    )
    tx.session.add(row)
    await tx.flush()
    tx.session.add_all(
        InspectionDisputePhoto(org_id=tx.org_id, dispute_id=row.id, photo_id=photo.id, position=position)
        for position, photo in enumerate(form.photos)
    )
    visit.open_disputes += 1
    tx.record(
        FindingDisputed(
            subject_id=row.id,
            store_id=visit.store_id,
            visit_id=visit.id,
            checkpoint_id=checkpoint.id,
            title=checkpoint.title,
            inspector_id=visit.conductor_id,
            told_ids=await _deciders(tx, row),
        )
    )


async def decide(tx: Tx, dispute_id: UUID, form: DecideDispute) -> None:
    """Uphold the finding, or let it fall and score the visit again. The same word of the same person changes nothing.

    Raises:
        NotFound: no such dispute where the actor decides.
        Forbidden: the actor made the visit or disputed the finding.
        Conflict: somebody else has decided; it carries the dispute as it is.
        Invalid: an outcome beside a finding that stays.
    """
    found = await _find(tx, dispute_id)
    await require_within(tx, DECIDE, found.store_id)
    visit = await lock_visit(tx, found.inspection_id)
    row = await _find(tx, dispute_id)
    if tx.actor.account_id in (row.inspector_id, row.raised_by):
        raise Forbidden("inspections.dispute_is_yours")
    if form.outcome is not None and not form.granted:
        raise Invalid("inspections.upheld_has_no_outcome", field="outcome")
    outcome = (form.outcome or GrantedOutcome.PASS) if form.granted else None
    wanted = DisputeStatus.GRANTED if form.granted else DisputeStatus.UPHELD
    if row.status is not DisputeStatus.OPEN:
        if (row.status, row.outcome, row.decided_by) == (wanted, outcome, tx.actor.account_id):
            return
        raise Conflict("inspections.dispute_decided", current=await read_dispute(tx, dispute_id))
    row.status, row.outcome, row.note = wanted, outcome, form.note.strip()
    row.decided_by, row.decided_at = tx.actor.account_id, tx.occurred_at
    visit.open_disputes -= 1
    again = await let_fall(tx, visit, row.checkpoint_id, outcome) if outcome is not None else None
    if again is not None:
        row.score_before, row.score_after = again.before, again.after
    tx.record(_decided(row, (await checkpoint_of(tx, visit, row.checkpoint_id)).title, again))


def _decided(row: InspectionDispute, title: Words, again: Rescored | None) -> DisputeDecided:
    return DisputeDecided(
        subject_id=row.id,
        store_id=row.store_id,
        visit_id=row.inspection_id,
        checkpoint_id=row.checkpoint_id,
        title=title,
        granted=row.outcome is not None,
        outcome=row.outcome,
        note=row.note or "",
        inspector_id=row.inspector_id,
        raised_by_id=row.raised_by,
        score_before=None if again is None or again.before is None else float(again.before),
        score_after=None if again is None or again.after is None else float(again.after),
        fallen=again.fallen if again else [],
    )


async def _known(tx: Tx, visit: Inspection, form: DisputeFinding) -> bool:
    """Tell whether this very dispute was raised. Raises WrongState where it is another."""
    row = InspectionDispute
    same = (row.inspection_id == visit.id) & (row.checkpoint_id == form.checkpoint_id)
    found = (await tx.session.scalars(select(row).where(row.org_id == tx.org_id, or_(row.id == form.id, same)))).first()
    if found is None:
        return False
    if (found.id, found.inspection_id, found.checkpoint_id) != (form.id, visit.id, form.checkpoint_id):
        raise WrongState("inspections.disputed_already")
    return True


async def _find(tx: Tx, dispute_id: UUID) -> InspectionDispute:
    statement = select(InspectionDispute).where(
        InspectionDispute.org_id == tx.org_id, InspectionDispute.id == dispute_id
    )
    found = await tx.session.scalar(statement.execution_options(populate_existing=True))
    if found is None:
        raise NotFound("inspections.dispute_unknown")
    return found


async def _deciders(tx: Tx, row: InspectionDispute) -> list[UUID]:
    """Return the nearest who may decide and neither found nor disputed it; where there are none, head office."""
    for people in (*await rungs(tx, DECIDE, row.store_id), await administrators(tx)):
        able = [account_id for account_id in people if account_id not in (row.inspector_id, row.raised_by)]
        if able:
            return able
    return []
