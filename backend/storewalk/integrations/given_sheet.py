"""A list as a sheet to take away: once described, written as CSV or as a workbook."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar
from urllib.parse import quote

from litestar import Response
from msgspec import Struct

from storewalk.core.errors import Invalid
from storewalk.core.money import format_cents
from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.counts.api import Cells, Form, Sheet, Table, write_sheet
from storewalk.counts.api import Column as PageColumn
from storewalk.integrations import sheet_text
from storewalk.integrations.events import SheetExported
from storewalk.integrations.sheet_text import text_cell

R = TypeVar("R")
MOST_ROWS: Final = 100_000
"""What a spreadsheet still opens with ease; more is asked for part by part."""
CSV: Final = "text/csv; charset=utf-8"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HUNDRED: Final = 100


class Column(Struct, frozen=True):
    """A column: its heading, how a row's cell is written (empty for nothing), and what it holds."""

    heading: Words
    write: Callable[[Any, str], str]
    cells: Cells = Cells.TEXT


class Given(Struct, Generic[R], frozen=True):
    """A list and how it is written; `name` is that of its file and of its entry in the audit log."""

    name: str
    title: Words
    columns: Sequence[Column]


class Written(Struct, frozen=True):
    """The cells of a list in its reader's language."""

    name: str
    title: str
    locale: str
    headings: Sequence[tuple[str, Cells]]
    rows: list[tuple[str, ...]]


def text(zh: str, en: str, write: Callable[[Any, str], str | None]) -> Column:
    """Return a column of texts."""
    return Column(Words(zh, en), lambda row, locale: write(row, locale) or "")


def number(zh: str, en: str, of: Callable[[Any], object]) -> Column:
    """Return a column of numbers; None is an empty cell."""
    return Column(Words(zh, en), lambda row, _: "" if (value := of(row)) is None else str(value), Cells.NUMBER)


def cents(zh: str, en: str, of: Callable[[Any], int | None]) -> Column:
    """Return a column of money, in yuan."""
    return Column(
        Words(f"{zh}（元）", f"{en} (CNY)"),
        lambda row, _: "" if (value := of(row)) is None else format_cents(value),
        Cells.MONEY,
    )


def percent(zh: str, en: str, of: Callable[[Any], float | None]) -> Column:
    """Return a column of shares, in per cent."""
    return number(f"{zh}（%）", f"{en} (%)", lambda row: None if (value := of(row)) is None else _hundred(value))


def give_out(tx: Tx, given: Given[R], rows: Sequence[R]) -> Written:
    """Write the cells of a list that was read with one row more than fits; the audit log says so.

    Raises Invalid where there are more rows than a sheet is good for.
    """
    if len(rows) > MOST_ROWS:
        raise Invalid("integrations.too_many_rows_out", most=MOST_ROWS)
    tx.record(SheetExported(subject_id=tx.actor.account_id, sheet=given.name, rows=len(rows)))
    locale = tx.actor.locale
    return Written(
        name=given.name.replace("_", "-"),
        title=given.title.in_locale(locale),
        locale=locale,
        headings=[(column.heading.in_locale(locale), column.cells) for column in given.columns],
        rows=[tuple(column.write(row, locale) for column in given.columns) for row in rows],
    )


async def as_csv(written: Written) -> Response[bytes]:
    """Write a list as CSV."""
    kinds = [cells for _, cells in written.headings]
    rows = (
        [text_cell(cell) if kind is Cells.TEXT else cell for cell, kind in zip(row, kinds, strict=True)]
        for row in written.rows
    )
    content = sheet_text.write_sheet([[heading for heading, _ in written.headings], *rows])
    return _file(written.name, written.title, "csv", content.encode(), CSV)


async def as_workbook(written: Written) -> Response[bytes]:
    """Write a list as a workbook."""
    return await as_book([written])


async def as_book(lists: Sequence[Written]) -> Response[bytes]:
    """Write lists as a workbook with a sheet each, which is called as the first."""
    first = lists[0]
    sheet = Sheet(
        title=first.title,
        language="en" if first.locale == "en" else "zh-CN",
        page="",
        sign="",
        head=[],
        tables=[Table(each.title, _columns(each), each.rows) for each in lists],
        with_variances=True,
    )
    return workbook_response(first.name, first.title, await write_sheet(sheet, Form.XLSX))


def _columns(written: Written) -> tuple[PageColumn, ...]:
    return tuple(PageColumn(heading, 40 if cells is Cells.TEXT else 24, cells) for heading, cells in written.headings)


def workbook_response(name: str, title: str, content: bytes) -> Response[bytes]:
    """Send a workbook, called by its title where the browser can."""
    return _file(name, title, "xlsx", content, XLSX)


def _file(short: str, title: str, ending: str, content: bytes, media_type: str) -> Response[bytes]:
    name = quote(f"{title}.{ending}", safe="")
    headers = {
        "Content-Disposition": f"attachment; filename=\"{short}.{ending}\"; filename*=UTF-8''{name}",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=media_type, headers=headers)


def _hundred(share: float) -> float:
    return round(HUNDRED * share, 2)
