"""Approve visits, each judged by itself; send one back; and what its inspector says to that."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from storewalk.core.errors import Conflict, DomainError, Forbidden, WrongState
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.identity.api import is_within, require_within
from storewalk.inspections.events import VisitApproved, VisitRemarked, VisitReturned
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection, InspectionReview
from storewalk.inspections.permissions import REVIEW
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.inspections.queries.details import read_visit
from storewalk.inspections.queries.visits import find_visit, lock_visit
from storewalk.inspections.review.kinds import Obstacle, ReviewStatus
from storewalk.inspections.review.schemas import (
    ApprovedVisit,
    ApprovedVisits,
    ApproveVisits,
    RemarkVisit,
    ReturnVisit,
    ReviewedVisit,
)
from storewalk.inspections.service.conduct import require_own

REFUSALS: Final[dict[Obstacle, tuple[type[DomainError], str]]] = {
    Obstacle.OWN: (Forbidden, "inspections.review_own"),
    Obstacle.NOT_SCORED: (WrongState, "inspections.review_unscored"),
    Obstacle.OWN_CHECK: (WrongState, "inspections.review_own_check"),
}


async def approve(tx: Tx, form: ApproveVisits) -> ApprovedVisits:
    """Let visits stand. One that cannot is told with its reason and stops none of the others; again changes nothing.

    Visits are locked in the order of their ids.
    """
    seen = {each.visit_id: each for each in form.visits}
    told = {visit_id: await _approve(tx, seen[visit_id]) for visit_id in sorted(seen)}
    return ApprovedVisits(visits=[ApprovedVisit(visit_id=visit_id, obstacle=told[visit_id]) for visit_id in seen])


async def _approve(tx: Tx, seen: ReviewedVisit) -> Obstacle | None:
    visit = await find_visit(tx, seen.visit_id)
    if visit is None or not await is_within(tx, REVIEW, visit.store_id):
        return Obstacle.NOT_FOUND
    review = await _review(tx, visit)
    if review is not None and review.status is ReviewStatus.APPROVED and review.score == visit.score:
        return None
    obstacle = _obstacle(tx, visit)
    if obstacle is not None:
        return obstacle
    if visit.version != seen.if_version:
        return Obstacle.CHANGED
    _say(tx, visit, review, ReviewStatus.APPROVED, None if review is None else review.note)
    points = None if visit.score is None else float(visit.score)
    tx.record(
        VisitApproved(subject_id=visit.id, store_id=visit.store_id, inspector_id=visit.conductor_id, score=points)
    )
    return None


async def send_back(tx: Tx, visit_id: UUID, form: ReturnVisit) -> Inspection:
    """Ask a visit's inspector to say more; the visit keeps its answers and its score.

    Raises:
        NotFound: the visit lies outside the actor's scope.
        Forbidden: it is the actor's own.
        WrongState: it is not scored, a store's own check, or it waits for its inspector already.
        Conflict: it is not as the reviewer saw it.
    """
    visit = await lock_visit(tx, visit_id)
    await require_within(tx, REVIEW, visit.store_id)
    obstacle = _obstacle(tx, visit)
    if obstacle is not None:
        refusal, key = REFUSALS[obstacle]
        raise refusal(key)
    review = await _review(tx, visit)
    if review is not None and review.status is ReviewStatus.RETURNED:
        raise WrongState("inspections.review_waits")
    if visit.version != form.if_version:
        raise Conflict("core.version_conflict", current=await read_visit(tx, visit_id))
    _say(tx, visit, review, ReviewStatus.RETURNED, form.note.strip())
    tx.record(
        VisitReturned(
            subject_id=visit.id, store_id=visit.store_id, inspector_id=visit.conductor_id, note=form.note.strip()
        )
    )
    return visit


async def remark(tx: Tx, visit_id: UUID, form: RemarkVisit) -> Inspection:
    """Say something to the note that came with a visit; the same again changes nothing.

    Raises:
        NotFound: the visit lies outside the actor's scope.
        Forbidden: it is another inspector's.
        WrongState: it was not sent back, or something was said already.
    """
    visit = await lock_visit(tx, visit_id)
    await require_own(tx, visit)
    review, said = await _review(tx, visit), form.remark.strip()
    if review is not None and review.status is ReviewStatus.REMARKED and review.remark == said:
        return visit
    if review is None or review.status is not ReviewStatus.RETURNED:
        raise WrongState("inspections.review_not_returned")
    review.status, review.remark, review.remarked_at = ReviewStatus.REMARKED, said, tx.occurred_at
    visit.changed_at = tx.now
    tx.record(VisitRemarked(subject_id=visit.id, store_id=visit.store_id, reviewer_id=review.reviewed_by, remark=said))
    return visit


def _obstacle(tx: Tx, visit: Inspection) -> Obstacle | None:
    if visit.kind is not VisitKind.VISIT:
        return Obstacle.OWN_CHECK
    if visit.status is not VisitStatus.SCORED:
        return Obstacle.NOT_SCORED
    return Obstacle.OWN if visit.inspector_id == tx.actor.account_id else None


async def _review(tx: Tx, visit: Inspection) -> InspectionReview | None:
    row = InspectionReview
    statement = select(row).where(row.org_id == tx.org_id, row.inspection_id == visit.id)
    return (await tx.session.execute(statement)).scalar_one_or_none()


def _say(tx: Tx, visit: Inspection, review: InspectionReview | None, status: ReviewStatus, note: str | None) -> None:
    if review is None:
        review = InspectionReview(
            org_id=tx.org_id, id=new_id(), inspection_id=visit.id, inspector_id=visit.conductor_id
        )  # fmt: skip
        tx.session.add(review)
    if status is ReviewStatus.RETURNED:
        review.remark, review.remarked_at = None, None
    review.status, review.score, review.note = status, visit.score, note
    review.reviewed_by, review.reviewed_at = tx.actor.account_id, tx.now
    visit.changed_at = tx.now
