"""An Excel file's sheets as rows of texts, as `sheet_text` reads CSV (ECMA-376, part 1, SpreadsheetML).

A sheet is read row by row and no further than asked, so that a file costs what is wanted of it. Formulas count as the
values that Excel has kept beside them.
"""

import io
import math
import posixpath
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import IO, Final
from xml.etree import ElementTree as ET

from storewalk.integrations.sheet_formats import Formats
from storewalk.integrations.sheet_text import read_cell

MOST_BYTES: Final = 80_000_000
"""What a file may unpack to: a small one that unpacks to gigabytes is no sheet."""
MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LETTERS: Final = re.compile(r"[A-Z]{1,3}")
FAULTS: Final = (zipfile.BadZipFile, KeyError, ET.ParseError, ValueError, IndexError, NotImplementedError)
WIDEST: Final = 200
NOT_WORKED_OUT: Final = "#CALC!"
"""What a formula without a value is read as: no cell of a person's says so."""


class Book:
    """An open Excel file. Raises ValueError, here and in `rows`, for what is none."""

    def __init__(self, data: bytes) -> None:
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
            if sum(entry.file_size for entry in self._file.infolist()) > MOST_BYTES:
                raise ValueError("unpacks to too much")
            workbook = ET.fromstring(self._file.read("xl/workbook.xml"))  # noqa: S314 - expat bounds entities
            targets = {
                each.attrib["Id"]: each.attrib["Target"]
                for each in ET.fromstring(self._file.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - as above
            }
            sheets = list(workbook.iter(f"{MAIN}sheet"))
            shown = [each for each in sheets if each.attrib.get("state", "visible") == "visible"] or sheets
            self._paths = {each.attrib["name"]: _path(targets[each.attrib[RELATION]]) for each in shown}
            properties = workbook.find(f"{MAIN}workbookPr")
            self._formats = Formats(
                self._part("xl/styles.xml"), since_1904=properties is not None and properties.get("date1904") == "1"
            )
            self._texts: list[str] | None = None
        except FAULTS as error:
            raise ValueError(str(error)) from error

    @property
    def names(self) -> list[str]:
        """The sheets that people see, from the left."""
        return list(self._paths)

    def rows(self, name: str, most: int | None = None) -> list[tuple[int, list[str]]]:
        """Read the rows of a sheet that hold something, each with its number, up to `most` of them.

        Numbers come as people type them, without an exponent; days and times as dates are written.
        """
        try:
            if self._texts is None:
                self._texts = self._shared_texts()
            with self._file.open(self._paths[name]) as stream:
                filled = ((number, row) for number, row in self._rows(stream, self._texts) if any(row))
                return list(islice(filled, most))
        except FAULTS as error:
            raise ValueError(str(error)) from error

    def _part(self, path: str) -> ET.Element | None:
        if path not in self._file.namelist():
            return None
        return ET.fromstring(self._file.read(path))  # noqa: S314 - expat bounds entities

    def _shared_texts(self) -> list[str]:
        if "xl/sharedStrings.xml" not in self._file.namelist():
            return []
        with self._file.open("xl/sharedStrings.xml") as stream:
            return [_text(item) for item in _each(stream, "si", "sst")]

    def _rows(self, stream: IO[bytes], texts: list[str]) -> Iterator[tuple[int, list[str]]]:
        for place, row in enumerate(_each(stream, "row", "sheetData"), start=1):
            cells: list[str] = []
            for cell in row.iter(f"{MAIN}c"):
                column = _column(cell.attrib.get("r"), len(cells))
                cells += [""] * (column - len(cells))
                cells.append(read_cell(self._value(cell, texts)))
            yield int(row.attrib.get("r", place)), cells

    def _value(self, cell: ET.Element, texts: list[str]) -> str:
        kind = cell.attrib.get("t", "n")
        if kind == "inlineStr":
            return _text(cell)
        value = cell.findtext(f"{MAIN}v", "")
        if not value:
            return "" if cell.find(f"{MAIN}f") is None else NOT_WORKED_OUT
        if kind == "s":
            return texts[int(value)]
        if kind != "n":
            return value
        return self._formats.written(int(cell.attrib.get("s", 0)), _plain(value))


def read_xlsx(data: bytes, most: int | None = None) -> list[tuple[int, list[str]]]:
    """Read the rows of an Excel file's first sheet that hold something. Raises ValueError for what is no Excel file."""
    book = Book(data)
    return book.rows(book.names[0], most)


def _path(target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target)).lstrip("/")


def _each(stream: IO[bytes], name: str, within: str) -> Iterator[ET.Element]:
    """Give the elements of a name one after the other and forget each again."""
    parent: ET.Element | None = None
    for event, element in ET.iterparse(stream, events=("start", "end")):  # noqa: S314 - expat bounds entities
        if event == "start" and element.tag == f"{MAIN}{within}":
            parent = element
        elif event == "end" and element.tag == f"{MAIN}{name}":
            yield element
            if parent is not None:
                parent.clear()


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


def _text(element: ET.Element) -> str:
    # Readings of Chinese characters (rPh) are not part of the text.
    runs = [each for each in element.iter(f"{MAIN}t") if each not in {t for r in element.iter(f"{MAIN}rPh") for t in r}]
    return "".join(each.text or "" for each in runs)


def _plain(number: str) -> str:
    """Write a number with the fifteen digits that Excel shows, without an exponent; files have 2.2999999999999998."""
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(number)
    return format(Decimal(f"{value:.15g}").normalize(), "f")
