"""Reports of waste in lists, the lock that a decision takes first, and what is known of a lot."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Select, and_, exists, select, tuple_
from sqlalchemy.orm import aliased

from storewalk.catalog.api import product_label
from storewalk.core.errors import NotFound
from storewalk.core.quantities import plain
from storewalk.core.schemas import Page, Words, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import account_ref, within
from storewalk.stock.models import Cause, StockLot, StockMove
from storewalk.stock.permissions import READ_WASTE
from storewalk.stock.waste_models import TAX_LOST, WasteReason, WasteReport, WasteStatus
from storewalk.stock.waste_schemas import WasteOut
from storewalk.stores.api import store_ref

ON_SHELF: Final = """
SELECT coalesce(sum(b.quantity), 0) FROM stock_balance b
JOIN stock_place p ON p.org_id = b.org_id AND p.id = b.place_id AND p.kind = 'shelf'
WHERE b.org_id = $1 AND b.store_id = $2 AND b.lot_id = $3"""


class LotFacts(Struct, frozen=True):
    """Whose goods a lot is, and the last day on which they may be sold."""

    product_id: UUID
    expires_on: date | None


class _Row(Struct, frozen=True):
    id: UUID
    store_id: UUID
    store_name: str
    product_id: UUID
    product_code: str
    product_name: Words
    unit: str
    unit_name: Words
    lot_id: UUID | None
    lot_code: str | None
    quantity: Decimal
    reason: WasteReason
    note: str
    photo_ids: list[UUID]
    status: WasteStatus
    value_cents: int
    reported_by_name: str
    reported_at: datetime
    decided_by_name: str | None
    decided_at: datetime | None
    decision_note: str
    version: int
    recorded_at: datetime


async def lock_report(tx: Tx, report_id: UUID) -> WasteReport:
    """Return a report under its row lock. Raises NotFound."""
    statement = select(WasteReport).where(WasteReport.id == report_id).execution_options(populate_existing=True)
    report = (await tx.session.execute(statement.with_for_update())).scalar_one_or_none()
    if report is None:
        raise NotFound("stock.no_waste")
    return report


async def lot_facts(tx: AnyTx, lot_id: UUID) -> LotFacts:
    """Return what is known of a lot. Raises NotFound."""
    statement = select(StockLot.product_id, StockLot.expires_on).where(
        StockLot.org_id == tx.org_id, StockLot.id == lot_id
    )
    found = await tx.one_or_none(statement, LotFacts)
    if found is None:
        raise NotFound("core.not_found")
    return found


async def lot_on_shelf(tx: Tx, store_id: UUID, lot_id: UUID) -> Decimal:
    """Return how much of a lot lies on a store's shelves."""
    return await tx.raw.fetchval(ON_SHELF, tx.org_id, store_id, lot_id) or Decimal(0)


async def read_report(tx: AnyTx, report_id: UUID) -> WasteOut:
    """Return a report. Raises NotFound."""
    found = await tx.one_or_none(_reports(tx).where(WasteReport.id == report_id), _Row)
    if found is None:
        raise NotFound("stock.no_waste")
    return _out(found)


async def list_reports(
    tx: AnyTx,
    *,
    store: UUID | None,
    status: Sequence[WasteStatus],
    days: tuple[date | None, date | None],
    limit: int | None,
    cursor: str | None,
) -> Page[WasteOut]:
    """Return the reports in the actor's scope, the newest first.

    With `days`, only those whose goods left the book on business days from one to the other.
    """
    size, after = page_size(limit), decode_cursor(cursor)
    statement = _reports(tx)
    if store is not None:
        statement = statement.where(WasteReport.store_id == store)
    if status:
        statement = statement.where(WasteReport.status.in_(status))
    first, last = days
    if first is not None or last is not None:
        on = [
            *([StockMove.business_date >= first] if first else []),
            *([StockMove.business_date <= last] if last else []),
        ]
        gone = select(1).where(
            StockMove.org_id == WasteReport.org_id,
            StockMove.store_id == WasteReport.store_id,
            StockMove.product_id == WasteReport.product_id,
            StockMove.cause == Cause.WASTE,
            StockMove.cause_id == WasteReport.id,
            *on,
        )
        statement = statement.where(exists(gone))
    if after is not None:
        statement = statement.where(tuple_(WasteReport.recorded_at, WasteReport.id) < (after.at, after.id))
    statement = statement.order_by(WasteReport.recorded_at.desc(), WasteReport.id.desc()).limit(size + 1)
    rows = page(await tx.all(statement, _Row), size, lambda row: (row.recorded_at, row.id))
    return Page([_out(row) for row in rows.items], rows.next)


def _reports(tx: AnyTx) -> Select[*tuple[Any, ...]]:
    store, label = store_ref.subquery("place"), product_label.subquery("label")
    reporter, decider = aliased(account_ref), aliased(account_ref)
    columns = WasteReport.__table__.c
    own = [columns[name] for name in _Row.__struct_fields__ if name in columns]
    return (
        select(
            *own,
            store.c.name.label("store_name"),
            label.c.code.label("product_code"),
            label.c.name.label("product_name"),
            label.c.unit,
            label.c.unit_name,
            StockLot.code.label("lot_code"),
            reporter.c.name.label("reported_by_name"),
            decider.c.name.label("decided_by_name"),
        )
        .join(store, and_(store.c.org_id == WasteReport.org_id, store.c.id == WasteReport.store_id))
        .join(label, and_(label.c.org_id == WasteReport.org_id, label.c.id == WasteReport.product_id))
        .join(reporter, and_(reporter.c.org_id == WasteReport.org_id, reporter.c.id == WasteReport.reported_by))
        .outerjoin(decider, and_(decider.c.org_id == WasteReport.org_id, decider.c.id == WasteReport.decided_by))
        .outerjoin(StockLot, and_(StockLot.org_id == WasteReport.org_id, StockLot.id == WasteReport.lot_id))
        .where(WasteReport.org_id == tx.org_id, within(tx, READ_WASTE, WasteReport.store_id))
    )


def _out(row: _Row) -> WasteOut:
    return WasteOut(
        id=row.id,
        store_id=row.store_id,
        store_name=row.store_name,
        product_id=row.product_id,
        product_code=row.product_code,
        product_name=row.product_name,
        unit=row.unit,
        unit_name=row.unit_name,
        lot_id=row.lot_id,
        lot_code=row.lot_code,
        quantity=plain(row.quantity),
        reason=row.reason,
        tax_lost=row.reason in TAX_LOST,
        note=row.note,
        photo_ids=row.photo_ids,
        status=row.status,
        value_cents=row.value_cents,
        reported_by_name=row.reported_by_name,
        reported_at=row.reported_at,
        decided_by_name=row.decided_by_name,
        decided_at=row.decided_at,
        decision_note=row.decision_note,
        version=row.version,
        recorded_at=row.recorded_at,
    )
