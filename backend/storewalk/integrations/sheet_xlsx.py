"""The first sheet of an Excel file as rows of texts, as `sheet_text` reads CSV (ECMA-376, part 1, SpreadsheetML)."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Final
from xml.etree import ElementTree as ET

from storewalk.integrations.sheet_text import read_cell

MOST_BYTES: Final = 80_000_000
"""What a file may unpack to: a small one that unpacks to gigabytes is no sheet."""
MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LETTERS: Final = re.compile(r"[A-Z]{1,3}")
FAULTS: Final = (zipfile.BadZipFile, KeyError, ET.ParseError, ValueError, IndexError, NotImplementedError)
WIDEST: Final = 200


def read_xlsx(data: bytes) -> list[tuple[int, list[str]]]:
    """Read the rows that hold something, each with its number. Raises ValueError for what is no Excel file.

    Numbers come as people type them, without an exponent; days and times as Excel's count of days.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            if sum(entry.file_size for entry in book.infolist()) > MOST_BYTES:
                raise ValueError("unpacks to too much")
            texts = _shared_texts(book)
            rows = list(_rows(ET.fromstring(book.read(_first_sheet(book))), texts))  # noqa: S314 - expat bounds entities
    except FAULTS as error:
        raise ValueError(str(error)) from error
    return [(number, row) for number, row in rows if any(row)]


def _first_sheet(book: zipfile.ZipFile) -> str:
    workbook = ET.fromstring(book.read("xl/workbook.xml"))  # noqa: S314 - expat bounds entities
    wanted = next(workbook.iter(f"{MAIN}sheet")).attrib[RELATION]
    relations = ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - expat bounds entities
    target = next(each.attrib["Target"] for each in relations if each.attrib["Id"] == wanted)
    return posixpath.normpath(posixpath.join("xl", target)).lstrip("/") if not target.startswith("/") else target[1:]


def _shared_texts(book: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    shared = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - expat bounds entities
    return [_text(item) for item in shared.iter(f"{MAIN}si")]


def _rows(sheet: ET.Element, texts: list[str]) -> Iterator[tuple[int, list[str]]]:
    for place, row in enumerate(sheet.iter(f"{MAIN}row"), start=1):
        cells: list[str] = []
        for cell in row.iter(f"{MAIN}c"):
            column = _column(cell.attrib.get("r"), len(cells))
            cells += [""] * (column - len(cells))
            cells.append(read_cell(_value(cell, texts)))
        yield int(row.attrib.get("r", place)), cells


def _column(reference: str | None, following: int) -> int:
    match = LETTERS.match(reference or "")
    if match is None:
        return following
    column = 0
    for letter in match[0]:
        column = column * 26 + ord(letter) - ord("A") + 1
    if not following < column <= WIDEST:
        raise ValueError(reference)
    return column - 1


def _value(cell: ET.Element, texts: list[str]) -> str:
    kind = cell.attrib.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    value = cell.findtext(f"{MAIN}v", "")
    if kind == "s":
        return texts[int(value)]
    return _plain(value) if kind == "n" else value


def _text(element: ET.Element) -> str:
    # Readings of Chinese characters (rPh) are not part of the text.
    runs = [each for each in element.iter(f"{MAIN}t") if each not in {t for r in element.iter(f"{MAIN}rPh") for t in r}]
    return "".join(each.text or "" for each in runs)


def _plain(number: str) -> str:
    if not number:
        return ""
    try:
        return format(Decimal(number).normalize(), "f")
    except InvalidOperation as error:
        raise ValueError(number) from error
