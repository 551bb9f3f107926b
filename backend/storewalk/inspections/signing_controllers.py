"""The store's word on a visit over HTTP: signatures, disputes, and the queue of those who decide them."""

from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.inspections.kinds import DisputeStatus
from storewalk.inspections.permissions import ANSWER, DECIDE, SIGN
from storewalk.inspections.queries.details import read_visit
from storewalk.inspections.queries.disputes import list_disputes, read_dispute
from storewalk.inspections.schemas.disputes import DisputeDetail, DisputeItem
from storewalk.inspections.schemas.signing import DecideDispute, DisputeFinding, SignPresent, SignVisit
from storewalk.inspections.schemas.visits import VisitOut
from storewalk.inspections.service import dispute, sign


@command("/inspections/{visit_id:uuid}/signature", operation_id="signVisit", permission=SIGN)
async def sign_visit(tx: Tx, visit_id: FromPath[UUID], data: JSONBody[SignVisit]) -> VisitOut:
    """Say that a visit's findings were read."""
    del data
    await sign.sign(tx, visit_id)
    return await _show(tx, visit_id)


@command("/inspections/{visit_id:uuid}/signature-in-presence", operation_id="signVisitInPresence", permission=ANSWER)
async def sign_in_presence(tx: Tx, visit_id: FromPath[UUID], data: JSONBody[SignPresent]) -> VisitOut:
    """Keep the hand of who was there when the summary was read."""
    await sign.sign_present(tx, visit_id, data)
    return await _show(tx, visit_id)


@command("/inspections/{visit_id:uuid}/disputes", operation_id="disputeFinding", permission=SIGN)
async def dispute_finding(tx: Tx, visit_id: FromPath[UUID], data: JSONBody[DisputeFinding]) -> VisitOut:
    """Say why a finding is not right."""
    await dispute.dispute(tx, visit_id, data)
    return await _show(tx, visit_id)


@query("/disputes", operation_id="listDisputes", permission=DECIDE)
async def get_disputes(
    tx: ReadTx,
    *,
    status: FromQuery[DisputeStatus | None] = None,
    store: FromQuery[UUID | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[DisputeItem]:
    """List disputes, newest first; those that wait come longest waiting first."""
    return await list_disputes(tx, status=status, store=store, limit=limit, cursor=cursor)


@query("/disputes/{dispute_id:uuid}", operation_id="getDispute", permission=DECIDE)
async def get_dispute(tx: ReadTx, dispute_id: FromPath[UUID]) -> DisputeDetail:
    """Show a dispute with the finding it is about."""
    return await read_dispute(tx, dispute_id)


@command("/disputes/{dispute_id:uuid}/decision", operation_id="decideDispute", permission=DECIDE)
async def decide_dispute(tx: Tx, dispute_id: FromPath[UUID], data: JSONBody[DecideDispute]) -> DisputeDetail:
    """Grant a dispute, or uphold the finding."""
    await dispute.decide(tx, dispute_id, data)
    await tx.flush()
    return await read_dispute(tx, dispute_id)


async def _show(tx: Tx, visit_id: UUID) -> VisitOut:
    await tx.flush()
    return await read_visit(tx, visit_id)


SIGNING_ROUTER = Router(
    "/api",
    route_handlers=[sign_visit, sign_in_presence, dispute_finding, get_disputes, get_dispute, decide_dispute],
)
