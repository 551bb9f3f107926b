"""Lines of a count: the evidence behind a variance, and for a counter only their own."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import and_, select, tuple_

from storewalk.catalog.api import product_label
from storewalk.core.quantities import plain
from storewalk.core.schemas import Page, Words, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx
from storewalk.counts.models import CountLine, CountZone
from storewalk.counts.permissions import READ, REVIEW
from storewalk.counts.queries.counts import store_of
from storewalk.counts.schemas.take import LineOut, ScanOut
from storewalk.identity.api import account_ref, is_within


class _Line(Struct, frozen=True):
    id: UUID
    zone_id: UUID
    zone_name: str
    round: int
    product_id: UUID | None
    product_code: str | None
    product_name: Words | None
    barcode: str | None
    quantity: Decimal
    counted_at: datetime
    counted_by: UUID
    counted_by_name: str
    revision: int
    voided: bool
    note: str
    scans: list[Any]
    photo_ids: list[UUID]
    tags: int
    begun_at: datetime | None
    recorded_at: datetime


async def list_lines(
    tx: AnyTx,
    count_id: UUID,
    *,
    product: UUID | None,
    unknown: bool,
    limit: int | None,
    cursor: str | None,
) -> Page[LineOut]:
    """Return lines by their arrival: those of one product, those of codes that nobody knows, or all.

    Who may not review the count sees what they counted themselves. Raises NotFound.
    """
    store_id = await store_of(tx, count_id, READ)
    size, after = page_size(limit), decode_cursor(cursor)
    label = product_label.subquery("label")
    columns = CountLine.__table__.c
    own = [columns[name] for name in _Line.__struct_fields__ if name in columns]
    statement = (
        select(
            *own,
            CountZone.name.label("zone_name"),
            label.c.code.label("product_code"),
            label.c.name.label("product_name"),
            account_ref.c.name.label("counted_by_name"),
        )
        .join(CountZone, and_(CountZone.org_id == CountLine.org_id, CountZone.id == CountLine.zone_id))
        .join(account_ref, and_(account_ref.c.org_id == CountLine.org_id, account_ref.c.id == CountLine.counted_by))
        .outerjoin(label, and_(label.c.org_id == CountLine.org_id, label.c.id == CountLine.product_id))
        .where(CountLine.org_id == tx.org_id, CountLine.count_id == count_id)
    )
    if not await is_within(tx, REVIEW, store_id):
        statement = statement.where(CountLine.counted_by == tx.actor.account_id)
    if product is not None:
        statement = statement.where(CountLine.product_id == product)
    if unknown:
        statement = statement.where(CountLine.product_id.is_(None), ~CountLine.voided)
    if after is not None:
        statement = statement.where(tuple_(CountLine.recorded_at, CountLine.id) > (after.at, after.id))
    statement = statement.order_by(CountLine.recorded_at, CountLine.id).limit(size + 1)
    rows = page(await tx.all(statement, _Line), size, lambda row: (row.recorded_at, row.id))
    return Page([_out(row) for row in rows.items], rows.next)


def _out(row: _Line) -> LineOut:
    return LineOut(
        id=row.id,
        zone_id=row.zone_id,
        zone_name=row.zone_name,
        round=row.round,
        product_id=row.product_id,
        product_code=row.product_code,
        product_name=row.product_name,
        barcode=row.barcode,
        quantity=plain(row.quantity),
        counted_at=row.counted_at,
        counted_by=row.counted_by,
        counted_by_name=row.counted_by_name,
        revision=row.revision,
        voided=row.voided,
        note=row.note,
        scans=[
            ScanOut(at=datetime.fromisoformat(at), change=change, source=source) for at, change, source in row.scans
        ],
        photo_ids=row.photo_ids,
        tags=row.tags,
        begun_at=row.begun_at,
    )
