"""Receipts and lines as they are written: many at once, straight to the driver."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.catalog.api import gtin_of
from storewalk.core.tx import Tx
from storewalk.sales.line import Line
from storewalk.sales.models import ParkReason

SALES: Final = """
INSERT INTO sale (org_id, recorded_at, id, store_id, receipt_number, occurred_at, business_date, line_count,
                  amount_cents)
SELECT $1, $2, n.* FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::date[], $8::bigint[],
                               $9::bigint[]) AS n"""
LINES: Final = """
INSERT INTO sale_line (org_id, recorded_at, id, sale_id, line_number, store_id, product_id, quantity, amount_cents,
                       returned, occurred_at, business_date)
SELECT $1, $2, n.* FROM unnest($3::uuid[], $4::uuid[], $5::bigint[], $6::uuid[], $7::uuid[], $8::numeric[],
                               $9::bigint[], $10::boolean[], $11::timestamptz[], $12::date[]) AS n"""
PARK: Final = """
INSERT INTO parked_line (org_id, id, sale_id, line_number, store_id, receipt_number, reason, barcode, gtin, code,
                         product_id, quantity, unit, amount_cents, returned, occurred_at, business_date)
SELECT $1, n.* FROM unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::uuid[], $6::text[], $7::text[], $8::text[],
    $9::text[], $10::text[], $11::uuid[], $12::numeric[], $13::text[], $14::bigint[], $15::boolean[],
    $16::timestamptz[], $17::date[]) AS n"""


class NewSale(Struct, frozen=True, gc=False):
    """A receipt about to be written."""

    id: UUID
    store_id: UUID
    receipt_number: str
    occurred_at: datetime
    business_date: date
    line_count: int
    amount_cents: int


class Booked(Struct, frozen=True, gc=False):
    """A line that the ledger has posted, with its product and its quantity in base units."""

    line: Line
    product_id: UUID
    quantity: Decimal


class Parked(Struct, frozen=True):
    """A line that has to wait, and for what."""

    line: Line
    reason: ParkReason
    product_id: UUID | None


async def write_sales(tx: Tx, sales: Sequence[NewSale]) -> None:
    """Add receipts."""
    if not sales:
        return
    await tx.fetch(
        SALES,
        tx.org_id,
        tx.now,
        [sale.id for sale in sales],
        [sale.store_id for sale in sales],
        [sale.receipt_number for sale in sales],
        [sale.occurred_at for sale in sales],
        [sale.business_date for sale in sales],
        [sale.line_count for sale in sales],
        [sale.amount_cents for sale in sales],
    )


async def write_lines(tx: Tx, booked: Sequence[Booked]) -> None:
    """Add booked lines."""
    if not booked:
        return
    await tx.fetch(
        LINES,
        tx.org_id,
        tx.now,
        [each.line.id for each in booked],
        [each.line.sale_id for each in booked],
        [each.line.number for each in booked],
        [each.line.store_id for each in booked],
        [each.product_id for each in booked],
        [each.quantity for each in booked],
        [each.line.amount_cents for each in booked],
        [each.line.returned for each in booked],
        [each.line.occurred_at for each in booked],
        [each.line.business_date for each in booked],
    )


async def park(tx: Tx, parked: Sequence[Parked]) -> None:
    """Keep lines that have to wait."""
    if not parked:
        return
    lines = [each.line for each in parked]
    await tx.fetch(
        PARK,
        tx.org_id,
        [line.id for line in lines],
        [line.sale_id for line in lines],
        [line.number for line in lines],
        [line.store_id for line in lines],
        [line.receipt_number for line in lines],
        [each.reason.value for each in parked],
        [line.barcode for line in lines],
        [line.barcode and gtin_of(line.barcode) for line in lines],
        [line.code for line in lines],
        [each.product_id for each in parked],
        [line.quantity for line in lines],
        [line.unit for line in lines],
        [line.amount_cents for line in lines],
        [line.returned for line in lines],
        [line.occurred_at for line in lines],
        [line.business_date for line in lines],
    )
