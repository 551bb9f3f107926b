"""A file of anybody's making: which sheet of it is meant, and where its headings are."""

from collections.abc import Container, Sequence
from typing import Final

from msgspec import Struct

from storewalk.core.errors import Invalid
from storewalk.integrations.headings import LOOKED_THROUGH, Heading, Name, find_headings, read_headings
from storewalk.integrations.mapping_schemas import MappedFile
from storewalk.integrations.sheet_text import read_sheet
from storewalk.integrations.sheet_xlsx import Book

Rows = list[tuple[int, list[str]]]
SHEETS_TRIED: Final = 8


class Opened(Struct, frozen=True):
    """A file's sheets by name, the one that is meant with its rows, and its headings."""

    sheets: list[str]
    sheet: str
    rows: Rows
    found: Heading


def open_file(form: MappedFile, names: Sequence[Name], kept: Container[str], most: int) -> Opened | None:
    """Open a file and find its headings, those of a `kept` shape first; None for an empty one.

    Raises Invalid for what is neither CSV nor Excel, a sheet or a row that is not there, and too many rows.
    """
    field = "xlsx" if form.csv is None else "csv"
    try:
        sheets, sheet, rows = _rows(form, names, kept, most)
    except ValueError as error:
        raise Invalid("integrations.no_csv" if field == "csv" else "integrations.no_xlsx", field=field) from error
    if not rows:
        return None
    found = _headings(rows, form.heading_row, names, kept)
    if len(rows) - found.place - 1 > most:
        raise Invalid("integrations.too_many_rows", field=field, most=most)
    return Opened(sheets, sheet, rows, found)


def _rows(form: MappedFile, names: Sequence[Name], kept: Container[str], most: int) -> tuple[list[str], str, Rows]:
    if form.csv is not None:
        return [], "", read_sheet(form.csv)
    book = Book(form.xlsx or b"")
    sheet = form.sheet
    if sheet is not None and sheet not in book.names:
        raise Invalid("integrations.no_sheet", field="sheet", sheet=sheet, sheets=", ".join(book.names))
    if sheet is None:
        sheet = book.names[0]
        best = -1
        for name in book.names[:SHEETS_TRIED] if len(book.names) > 1 else []:
            top = book.rows(name, LOOKED_THROUGH + 1)
            known = _worth(top, names, kept) if len(top) > 1 else 0
            if known > best:
                sheet, best = name, known
    return book.names, sheet, book.rows(sheet, most + LOOKED_THROUGH + 1)


def _worth(rows: Rows, names: Sequence[Name], kept: Container[str]) -> int:
    found = _headings(rows, None, names, kept)
    return found.known + (len(found.fields) if found.fingerprint in kept else 0)


def _headings(rows: Rows, row: int | None, names: Sequence[Name], kept: Container[str]) -> Heading:
    for place in range(min(len(rows), LOOKED_THROUGH)) if row is None else ():
        found = read_headings(rows, place, names)
        if found.fingerprint in kept:
            return found
    if row is None:
        return find_headings(rows, names)
    for place, (number, _) in enumerate(rows):
        if number == row:
            return read_headings(rows, place, names)
    raise Invalid("integrations.no_heading_row", field="headingRow", row=row)
