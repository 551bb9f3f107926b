"""The visit's store is asked for its word, and gives it: on the manager's own phone, or by hand where the visit was."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from storewalk.core.errors import Forbidden, Invalid, NotFound, WrongState
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within, rungs
from storewalk.inspections.events import VisitSigned, VisitToSign
from storewalk.inspections.kinds import SignWay, VisitStatus
from storewalk.inspections.models import Inspection, InspectionSignature
from storewalk.inspections.permissions import SIGN
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.inspections.queries.visits import find_visit, lock_visit
from storewalk.inspections.schemas.signing import SignPresent
from storewalk.inspections.service.conduct import require_own

TIME_TO_DISPUTE: Final = timedelta(hours=48)
"""From the score on: two days, since a manager is off for a day, and what was seen is still to be seen."""


async def ask_to_sign(tx: Tx, visit: Inspection, findings: int) -> None:
    """Ask the store's own people for their word on a visit that was just scored; its own check needs none."""
    if visit.kind is not VisitKind.VISIT:
        return
    until = visit.sign_until = tx.now + TIME_TO_DISPUTE
    nearest = next(iter(await rungs(tx, SIGN, visit.store_id)), [])
    tx.record(
        VisitToSign(
            subject_id=visit.id,
            store_id=visit.store_id,
            inspector_id=visit.conductor_id,
            told_ids=[account_id for account_id in nearest if account_id != visit.inspector_id],
            findings=findings,
            score=None if visit.score is None else float(visit.score),
            until=until,
        )
    )


async def sign(tx: Tx, visit_id: UUID) -> None:
    """Say that a visit's findings were read; what is not disputed is agreed to. Again changes nothing.

    Late is better than never, and is said so.

    Raises:
        NotFound: the visit lies outside the actor's scope.
        Forbidden: the actor made the visit.
        WrongState: it is not scored, or a store's own check.
    """
    await require_may_sign(tx, await find_visit(tx, visit_id, lock=False))
    visit = await lock_visit(tx, visit_id)
    until = require_asked(visit)
    if await signature_of(tx, visit, SignWay.OWN) is None:
        _put(tx, visit, SignWay.OWN, name=tx.actor.name, late=tx.occurred_at > until)


async def sign_present(tx: Tx, visit_id: UUID, form: SignPresent) -> None:
    """Keep the hand of who was there when the summary was read. A second one changes nothing.

    It takes nothing from the manager: she may still dispute a finding, and sign herself.

    Raises:
        NotFound, Forbidden: it is not the actor's visit.
        WrongState: it is not submitted, or a store's own check.
        Invalid: a line has a point without its y.
    """
    visit = await lock_visit(tx, visit_id)
    await require_own(tx, visit)
    if any(not stroke or len(stroke) % 2 for stroke in form.strokes):
        raise Invalid("inspections.strokes_odd", field="strokes")
    if visit.kind is not VisitKind.VISIT:
        raise WrongState("inspections.own_check_unsigned")
    if visit.status not in (VisitStatus.SUBMITTED, VisitStatus.SCORED):
        raise WrongState("inspections.not_over", status=visit.status)
    if await signature_of(tx, visit, SignWay.PRESENT) is None:
        late = visit.sign_until is not None and tx.occurred_at > visit.sign_until
        _put(tx, visit, SignWay.PRESENT, name=form.name.strip(), late=late, strokes=form.strokes)


async def require_may_sign(tx: Tx, visit: Inspection | None) -> None:
    """Let through who speaks for the store of a visit. Raises NotFound, or Forbidden for who made the visit."""
    if visit is None:
        raise NotFound("inspections.not_found")
    await require_within(tx, SIGN, visit.store_id)
    if visit.kind is not VisitKind.VISIT:
        raise WrongState("inspections.own_check_unsigned")
    if visit.inspector_id == tx.actor.account_id:
        raise Forbidden("inspections.own_visit_unsigned")


def require_asked(visit: Inspection) -> datetime:
    """Return until when findings of a visit may be disputed. Raises WrongState before it is scored."""
    if visit.sign_until is None:
        raise WrongState("inspections.not_scored_yet", status=visit.status)
    return visit.sign_until


async def signature_of(tx: Tx, visit: Inspection, way: SignWay) -> InspectionSignature | None:
    """Return a locked visit's signature of a way."""
    statement = select(InspectionSignature).where(
        InspectionSignature.org_id == tx.org_id,
        InspectionSignature.inspection_id == visit.id,
        InspectionSignature.way == way,
    )
    return (await tx.session.execute(statement)).scalar_one_or_none()


def _put(
    tx: Tx, visit: Inspection, way: SignWay, *, name: str, late: bool, strokes: list[list[int]] | None = None
) -> None:
    tx.session.add(
        InspectionSignature(
            org_id=tx.org_id,
            inspection_id=visit.id,
            way=way,
            signed_by=tx.actor.account_id if way is SignWay.OWN else None,
            name=name,
            strokes=strokes,
            signed_at=tx.occurred_at,
            late=late,
        )
    )
    visit.signed_at = visit.signed_at or tx.occurred_at
    tx.record(
        VisitSigned(
            subject_id=visit.id,
            store_id=visit.store_id,
            inspector_id=visit.conductor_id,
            way=way,
            name=name,
            late=late,
            disputes=visit.open_disputes,
        )
    )
