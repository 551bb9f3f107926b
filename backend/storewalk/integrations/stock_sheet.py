"""The sheet of stock: the rows of the list under the same filters, with the figures that the list shows."""

from collections.abc import Callable, Sequence
from typing import Final

from storewalk.core.errors import Invalid
from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.integrations.events import SheetExported
from storewalk.integrations.sheet_text import text_cell, write_sheet
from storewalk.stock import api as stock
from storewalk.stock.api import StockOut

MOST_ROWS: Final = 100_000
"""What a spreadsheet still opens with ease; more is asked for store by store."""
TEXTS: Final[Sequence[tuple[Words, Callable[[StockOut, str], str]]]] = (
    (Words("门店编码", "Store code"), lambda row, _: row.store_code),
    (Words("门店名称", "Store name"), lambda row, _: row.store_name),
    (Words("商品编码", "Product code"), lambda row, _: row.code),
    (Words("商品名称", "Product"), lambda row, locale: row.name.in_locale(locale)),
    (Words("单位", "Unit"), lambda row, locale: row.unit_name.in_locale(locale)),
)
NUMBERS: Final[Sequence[tuple[Words, Callable[[StockOut], str]]]] = (
    (Words("现有", "On hand"), lambda row: row.quantity),
    (Words("货架", "Shelf"), lambda row: row.shelf),
    (Words("后仓", "Back room"), lambda row: row.back_room),
    (Words("其他位置", "Other places"), lambda row: row.bins),
    (Words("过期和下架", "Expired or withdrawn"), lambda row: row.blocked),
    (Words("已预留", "Reserved"), lambda row: row.reserved),
    (Words("可用", "Available"), lambda row: row.available),
    (Words("在订", "On order"), lambda row: row.on_order),
    (Words("在途", "In transit"), lambda row: row.in_transit),
    (Words("金额（元）", "Value (CNY)"), lambda row: _yuan(row.value_cents)),
    (Words("在途金额（元）", "In transit (CNY)"), lambda row: _yuan(row.in_transit_cents)),
)


async def give_out_stock(tx: Tx, asked: stock.Asked) -> str:
    """Return the list of stock as a sheet, headed in the actor's language; the audit log says so.

    Raises NotFound for a store outside the scope, Invalid where there are more rows than a sheet is good for.
    """
    rows = (await stock.on_hand(tx, asked)).items
    if len(rows) > MOST_ROWS:
        raise Invalid("integrations.too_many_rows_out", most=MOST_ROWS)
    tx.record(SheetExported(subject_id=tx.actor.account_id, sheet="stock", rows=len(rows)))
    locale = tx.actor.locale
    headings = [heading.in_locale(locale) for heading, _ in (*TEXTS, *NUMBERS)]
    return write_sheet([headings, *(_cells(row, locale) for row in rows)])


def _cells(row: StockOut, locale: str) -> list[str]:
    return [text_cell(write(row, locale)) for _, write in TEXTS] + [write(row) for _, write in NUMBERS]


def _yuan(cents: int) -> str:
    sign, whole = "-" if cents < 0 else "", abs(cents)
    return f"{sign}{whole // 100}.{whole % 100:02}"
