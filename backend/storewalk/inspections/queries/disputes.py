"""The queue of disputes, and one of them with all that decides it."""

from typing import Any
from uuid import UUID

from sqlalchemy import Double, Select, and_, case, cast, tuple_

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref, within
from storewalk.inspections.kinds import DisputeStatus
from storewalk.inspections.models import (
    Inspection,
    InspectionCheckpoint,
    InspectionDispute,
    InspectionTemplateVersion,
)
from storewalk.inspections.permissions import DECIDE
from storewalk.inspections.queries.signing import dispute_rows
from storewalk.inspections.queries.visit_answers import read_answer
from storewalk.inspections.schemas.disputes import DisputeDetail, DisputeItem
from storewalk.stores.api import store_ref


async def list_disputes(
    tx: AnyTx, *, status: DisputeStatus | None, store: UUID | None, limit: int | None, cursor: str | None
) -> Page[DisputeItem]:
    """Return the disputes that the actor may decide or might have: those that wait first come longest waiting first."""
    size, after, row = page_size(limit), decode_cursor(cursor), InspectionDispute
    waiting = status == DisputeStatus.OPEN
    at, key = tuple_(row.recorded_at, row.id), (row.recorded_at, row.id)
    statement = _items(tx).order_by(*(key if waiting else (each.desc() for each in key)))
    if status is not None:
        statement = statement.where(row.status == status)
    if store is not None:
        statement = statement.where(row.store_id == store)
    if after is not None:
        place = (after.at, after.id)
        statement = statement.where(at > place if waiting else at < place)
    rows = await tx.all(statement.limit(size + 1), DisputeItem)
    return page(rows, size, lambda each: (each.recorded_at, each.id))


async def read_dispute(tx: AnyTx, dispute_id: UUID) -> DisputeDetail:
    """Return a dispute within the actor's scope. Raises NotFound."""
    point = InspectionCheckpoint
    statement = _items(tx).add_columns(point.criterion, point.weight).where(InspectionDispute.id == dispute_id)
    found = await tx.all(statement, dict)
    if not found:
        raise NotFound("inspections.dispute_unknown")
    row = found[0]
    return DisputeDetail(**row, answer=await read_answer(tx, row["visit_id"], row["checkpoint_id"]))


def _items(tx: AnyTx) -> Select[*tuple[Any, ...]]:
    row, store, inspector = InspectionDispute, store_ref.subquery("store"), account_ref.alias("inspector")
    version, point = InspectionTemplateVersion, InspectionCheckpoint
    someone_elses = and_(row.inspector_id != tx.actor.account_id, row.raised_by != tx.actor.account_id)
    return (
        dispute_rows(tx)
        .add_columns(
            row.store_id,
            store.c.name.label("store_name"),
            point.title,
            point.critical,
            row.inspector_id,
            inspector.c.name.label("inspector_name"),
            Inspection.business_date.label("visit_date"),
            version.name.label("template_name"),
            cast(Inspection.score, Double).label("score"),
            case((and_(row.status == DisputeStatus.OPEN, someone_elses), True), else_=False).label("decidable"),
            row.recorded_at,
        )
        .join(Inspection, and_(Inspection.org_id == row.org_id, Inspection.id == row.inspection_id))
        .join(version, and_(version.org_id == Inspection.org_id, version.id == Inspection.template_version_id))
        .join(point, and_(point.org_id == row.org_id, point.id == row.checkpoint_id))
        .join(store, and_(store.c.org_id == row.org_id, store.c.id == row.store_id))
        .join(inspector, and_(inspector.c.org_id == row.org_id, inspector.c.id == row.inspector_id))
        .where(within(tx, DECIDE, row.store_id))
    )
