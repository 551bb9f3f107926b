"""The audit log over HTTP."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

import msgspec
from litestar import Router
from litestar.params import FromQuery
from sqlalchemy import and_, cast, func, select, tuple_
from sqlalchemy.dialects.postgresql import JSONB, JSONPATH

from storewalk.audit import chain
from storewalk.audit.permissions import AUDIT_READ
from storewalk.core.http import query
from storewalk.core.models import AuditEntry, AuditSeal
from storewalk.core.schemas import Output, Page, decode_cursor, page, page_size
from storewalk.core.tx import ReadTx

# An import changes thousands of fields in one entry; the entry keeps them all, a page shows its beginning.
SHOWN: Final = cast("$[0 to 199]", JSONPATH)


class ChangeOut(Output):
    """One field's change."""

    table: str
    id: UUID | None
    field: str
    old: Any
    new: Any


class AuditOut(Output):
    """Who did what, when, and what changed by it: the first of `change_count` changes, at most 200."""

    id: UUID
    at: datetime
    actor_name: str
    kind: str
    subject_id: UUID
    changes: list[ChangeOut]
    change_count: int
    sealed: bool


class VerdictOut(Output):
    """Whether the log is as it was written."""

    checked: int
    broken_at: int | None


@query("/", operation_id="listAudit", permission=AUDIT_READ)
async def list_audit(
    tx: ReadTx,
    subject: FromQuery[UUID | None] = None,
    cursor: FromQuery[str | None] = None,
    limit: FromQuery[int | None] = None,
) -> Page[AuditOut]:
    """List entries, the latest first; of one subject if asked."""
    size, after = page_size(limit), decode_cursor(cursor)
    statement = (
        select(
            AuditEntry.id,
            AuditEntry.recorded_at.label("at"),
            AuditEntry.actor_name,
            AuditEntry.kind,
            AuditEntry.subject_id,
            func.jsonb_path_query_array(AuditEntry.changes, SHOWN, type_=JSONB).label("changes"),
            func.jsonb_array_length(AuditEntry.changes).label("change_count"),
            AuditSeal.sequence.is_not(None).label("sealed"),
        )
        .outerjoin(AuditSeal, and_(AuditSeal.org_id == AuditEntry.org_id, AuditSeal.entry_id == AuditEntry.id))
        .where(AuditEntry.org_id == tx.org_id)
        .order_by(AuditEntry.recorded_at.desc(), AuditEntry.id.desc())
        .limit(size + 1)
    )
    if subject is not None:
        statement = statement.where(AuditEntry.subject_id == subject)
    if after is not None:
        statement = statement.where(tuple_(AuditEntry.recorded_at, AuditEntry.id) < (after.at, after.id))
    return page(await tx.all(statement, AuditOut), size, lambda row: (row.at, row.id))


@query("/verification", operation_id="verifyAudit", permission=AUDIT_READ)
async def verify_audit(tx: ReadTx) -> VerdictOut:
    """Recompute the chain over all sealed entries."""
    return VerdictOut(**msgspec.structs.asdict(await chain.verify(tx)))


ROUTER: Final = Router("/api/audit", route_handlers=[list_audit, verify_audit], tags=["audit"])
