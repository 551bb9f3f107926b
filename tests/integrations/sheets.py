"""Excel files as customers have them, made for tests."""

import base64
import io
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]], formats: Mapping[str, str] | None = None) -> str:
    """Return an Excel file with sheets of rows in base64; `formats` are number formats by cell of the first sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    for cell, code in (formats or {}).items():
        book.worksheets[0][cell].number_format = code
    out = io.BytesIO()
    book.save(out)
    return base64.b64encode(out.getvalue()).decode()


def cells(content: bytes, sheet: int = 0) -> list[list[Any]]:
    """Return the cells of a sheet as Excel would show them; what would run comes as a formula's code."""
    page = load_workbook(io.BytesIO(content)).worksheets[sheet]
    return [[cell.value for cell in row] for row in page.iter_rows()]
