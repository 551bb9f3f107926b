"""What the store said of visits: signatures and disputes, for a visit and for the queue."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Double, Select, and_, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY, aggregate_order_by
from sqlalchemy.types import Uuid

from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import InspectionDispute, InspectionDisputePhoto, InspectionSignature
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.inspections.schemas.signing import DisputeOut, SignatureOut, Signing
from storewalk.inspections.schemas.visits import VisitItem


class _Signature(SignatureOut):
    visit_id: UUID


async def read_signings(tx: AnyTx, visits: Collection[VisitItem]) -> dict[UUID, Signing]:
    """Return what the store said of those of some visits that an inspector made and that are over."""
    over = [v for v in visits if v.kind is VisitKind.VISIT and v.status in (VisitStatus.SUBMITTED, VisitStatus.SCORED)]
    ids = [visit.id for visit in over]
    if not ids:
        return {}
    signatures, disputes = await _signatures(tx, ids), await _disputes(tx, ids)
    return {
        visit.id: Signing(
            state=_state(tx, visit, disputed=visit.id in disputes),
            until=visit.sign_until,
            signatures=signatures.get(visit.id, []),
            disputes=disputes.get(visit.id, []),
        )
        for visit in over
        if visit.sign_until is not None or visit.status is VisitStatus.SUBMITTED or visit.id in signatures
    }


def _state(tx: AnyTx, visit: VisitItem, *, disputed: bool) -> Literal["waiting", "signed", "unanswered"]:
    if visit.signed_at is not None:
        return "signed"
    over = visit.sign_until is not None and visit.sign_until < tx.now
    return "unanswered" if over and not disputed else "waiting"


async def _signatures(tx: AnyTx, visit_ids: Collection[UUID]) -> dict[UUID, list[SignatureOut]]:
    row = InspectionSignature
    statement = (
        select(
            row.inspection_id.label("visit_id"),
            row.way,
            row.name,
            row.signed_by.label("account_id"),
            row.signed_at.label("at"),
            row.late,
            row.strokes,
        )
        .where(row.org_id == tx.org_id, row.inspection_id.in_(visit_ids))
        .order_by(row.signed_at, row.id)
    )
    found: defaultdict[UUID, list[SignatureOut]] = defaultdict(list)
    for each in await tx.all(statement, _Signature):
        found[each.visit_id].append(
            SignatureOut(**{name: getattr(each, name) for name in SignatureOut.__struct_fields__})
        )
    return found


async def _disputes(tx: AnyTx, visit_ids: Collection[UUID]) -> dict[UUID, list[DisputeOut]]:
    row = InspectionDispute
    statement = dispute_rows(tx).where(row.inspection_id.in_(visit_ids)).order_by(row.recorded_at, row.id)
    found: defaultdict[UUID, list[DisputeOut]] = defaultdict(list)
    for each in await tx.all(statement, DisputeOut):
        found[each.visit_id].append(each)
    return found


def dispute_rows(tx: AnyTx) -> Select[*tuple[Any, ...]]:
    """Select disputes as they are shown, unordered; more columns may be joined to them."""
    row, raiser, decider = InspectionDispute, account_ref.alias("raiser"), account_ref.alias("decider")
    return (
        select(
            row.id,
            row.inspection_id.label("visit_id"),
            row.checkpoint_id,
            row.status,
            row.reason,
            row.text,
            _photos().label("photos"),
            row.raised_by.label("raised_by_id"),
            raiser.c.name.label("raised_by_name"),
            row.raised_at,
            row.outcome,
            row.note,
            decider.c.name.label("decided_by_name"),
            row.decided_at,
            cast(row.score_before, Double).label("score_before"),
            cast(row.score_after, Double).label("score_after"),
        )
        .join(raiser, and_(raiser.c.org_id == row.org_id, raiser.c.id == row.raised_by))
        .outerjoin(decider, and_(decider.c.org_id == row.org_id, decider.c.id == row.decided_by))
        .where(row.org_id == tx.org_id)
    )


def _photos() -> Any:
    photo = InspectionDisputePhoto
    named = func.array_agg(aggregate_order_by(photo.photo_id, photo.position))
    return (
        select(func.coalesce(named, cast([], ARRAY(Uuid()))))
        .where(photo.org_id == InspectionDispute.org_id, photo.dispute_id == InspectionDispute.id)
        .correlate(InspectionDispute)
        .scalar_subquery()
    )
