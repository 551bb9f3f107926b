"""The sheet of sales that a till writes: a row is a line of a receipt, and rows with one number are one receipt."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Final

from msgspec import Struct

from storewalk.core.bulk import LineFault
from storewalk.core.errors import FieldError
from storewalk.core.money import parse_cents
from storewalk.core.schemas import Words
from storewalk.integrations.columns import Column, Layout
from storewalk.integrations.sheet_formats import moment_of
from storewalk.sales.api import SoldLine, SoldReceipt

LONGEST: Final = 64


class SaleRow(Struct, frozen=True, kw_only=True):
    """A row; a quantity below zero was brought back. A time without a zone is the store's wall clock."""

    number: str
    store: str
    at: datetime
    barcode: str | None = None
    code: str | None = None
    quantity: Decimal
    unit: str | None = None
    amount_cents: int


class RowReceipt(Struct, frozen=True):
    """A receipt and the rows that its lines stand in."""

    receipt: SoldReceipt
    rows: list[int]


def read_time(cell: str) -> datetime:
    """Read "2026-11-29 14:05:33", with slashes or a zone too, or Excel's days. Raises ValueError, ArithmeticError."""
    try:
        days = Decimal(cell)
    except InvalidOperation:
        return datetime.fromisoformat(cell.replace("/", "-"))
    return moment_of(days)


def read_quantity(cell: str) -> Decimal:
    """Read a decimal. Raises ValueError or ArithmeticError for anything else, also for nothing."""
    quantity = Decimal(cell.replace(",", ""))
    if not quantity.is_finite() or not quantity:
        raise ValueError(cell)
    return quantity


def read_amount(cell: str) -> int:
    """Read an amount of yuan as cents. Raises ValueError for anything else."""
    return parse_cents(cell.lstrip("¥￥"))


def read_text(cell: str) -> str:
    """Read a code. Raises ValueError for one that is too long."""
    if len(cell) > LONGEST:
        raise ValueError(cell)
    return cell


def _text(attribute: str, zh: str, en: str, *, empty: object = None) -> Column:
    return Column(
        attribute=attribute, heading=Words(zh, en), read=read_text, expects="integrations.bad_name", empty=empty
    )


SALES: Final = Layout(
    name="sales",
    line=SaleRow,
    columns=(
        _text("number", "小票号", "Receipt", empty=...),
        _text("store", "门店编码", "Store code", empty=...),
        Column(
            attribute="at", heading=Words("时间", "Time"), read=read_time, expects="integrations.bad_time", empty=...
        ),
        _text("barcode", "条码", "Barcode"),
        _text("code", "商品编码", "Product code"),
        Column(
            attribute="quantity",
            heading=Words("数量", "Quantity"),
            read=read_quantity,
            expects="integrations.bad_sold_quantity",
            empty=...,
        ),
        _text("unit", "单位", "Unit"),
        Column(
            attribute="amount_cents",
            heading=Words("金额", "Amount"),
            read=read_amount,
            expects="integrations.bad_price",
            empty=...,
        ),
    ),
)


def receipts_of(rows: Sequence[tuple[int, SaleRow]]) -> tuple[list[RowReceipt], list[LineFault]]:
    """Put rows together to receipts, in the order of their first rows; a receipt has one time."""
    first: dict[tuple[str, str], SaleRow] = {}
    lines: dict[tuple[str, str], list[tuple[int, SoldLine]]] = {}
    faults: list[LineFault] = []
    for number, row in rows:
        key = row.store, row.number
        if first.setdefault(key, row).at != row.at:
            faults.append(LineFault(number, FieldError("at", "integrations.two_times")))
        lines.setdefault(key, []).append((number, _line(row)))
    made = [
        RowReceipt(
            SoldReceipt(store=row.store, number=row.number, occurred_at=row.at, lines=[line for _, line in lines[key]]),
            [number for number, _ in lines[key]],
        )
        for key, row in first.items()
    ]
    return made, faults


def _line(row: SaleRow) -> SoldLine:
    return SoldLine(
        barcode=row.barcode,
        code=row.code,
        quantity=abs(row.quantity),
        unit=row.unit,
        amount_cents=abs(row.amount_cents),
        returned=row.quantity < 0,
    )
