"""A sheet as a workbook: codes keep their zeros, and no text is a formula."""

import io
import re
from collections.abc import Iterator
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from storewalk.counts.sheets.shape import Cells, Sheet, Table

FORMATS: Final = {Cells.TEXT: "@", Cells.NUMBER: "0.###", Cells.MONEY: "#,##0.00"}
FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
A4: Final = 9  # as the file format numbers paper
LONGEST_TITLE: Final = 31
BOLD: Final = Font(bold=True)
HEADED: Final = PatternFill("solid", fgColor="E6F2F1")
LINE: Final = Side(style="thin", color="BFC8C7")
BOX: Final = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)


def write_xlsx(sheet: Sheet) -> bytes:
    """Write a workbook with a page a table."""
    book = Workbook(write_only=True)
    for name, table in zip(_names(sheet.tables), sheet.tables, strict=True):
        page = book.create_sheet(name)
        first = len(sheet.head) + 3
        page.freeze_panes = f"A{first + 1}"
        page.print_title_rows = f"{first}:{first}"
        page.page_setup.orientation = "landscape" if sheet.with_variances else "portrait"
        page.page_setup.paperSize = A4
        page.page_setup.fitToHeight = 0
        if page.sheet_properties.pageSetUpPr is not None:
            page.sheet_properties.pageSetUpPr.fitToPage = True
        for number, column in enumerate(table.columns):
            page.column_dimensions[get_column_letter(number + 1)].width = max(6, column.width / 2)
        for row in _rows(page, sheet, table):
            page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _rows(page: Any, sheet: Sheet, table: Table) -> Iterator[list[Cell]]:
    title = _cell(page, f"{sheet.title} · {table.title}")
    title.font = Font(bold=True, size=14)
    yield [title]
    for label, value in sheet.head:
        yield [_cell(page, label), _cell(page, ""), _cell(page, value)]
    yield []
    headings = [_cell(page, column.heading) for column in table.columns]
    for heading in headings:
        heading.font, heading.fill, heading.border = BOLD, HEADED, BOX
        heading.alignment = Alignment(wrap_text=True, vertical="center")
    yield headings
    for row in table.rows:
        cells = [_cell(page, text, column.cells) for text, column in zip(row, table.columns, strict=True)]
        for cell in cells:
            cell.border = BOX
        yield cells


def _cell(page: Any, text: str, kind: Cells = Cells.TEXT) -> Cell:
    if kind is not Cells.TEXT and text:
        cell = WriteOnlyCell(page, float(text))
    else:
        cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("", text) or None)
        if text:
            cell.data_type = "s"  # or what begins with "=" would be run
            cell.quotePrefix = True  # and stays a text when somebody edits it
    cell.number_format = FORMATS[kind]
    return cell


def _names(tables: list[Table]) -> list[str]:
    """Return a page's name for each table: short, without what Excel forbids, each once."""
    names: list[str] = []
    for number, table in enumerate(tables, start=1):
        name = FORBIDDEN.sub(" ", table.title)[:LONGEST_TITLE].strip() or str(number)
        if name.casefold() in (known.casefold() for known in names):
            name = f"{name[: LONGEST_TITLE - 5]} {number}"
        names.append(name)
    return names
