"""Which row of a sheet holds its headings, and which of our columns each of them is."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

LOOKED_THROUGH: Final = 10
"""Titles, notes and merged cells above the headings take up no more rows than this."""
ASIDE: Final = re.compile(r"\(.*?\)|\[.*?\]|[\s*:_/.·-]")
ALPHABET: Final = 26


class Name(Struct, frozen=True):
    """What a column is headed with by us, and by others."""

    field: str
    own: Sequence[str]
    others: Sequence[str] = ()


class Heading(Struct, frozen=True):
    """The row of headings: its place among the rows, its number, its texts, and the field that each of them is.

    A heading that repeats a field that stands there already is `twice`.
    """

    place: int
    row: int
    headings: list[str]
    fields: list[str | None]
    twice: list[bool]

    @property
    def fingerprint(self) -> str:
        """What tells one shape of a file from another."""
        return fingerprint(self.headings)

    @property
    def known(self) -> int:
        """How many of the headings are known."""
        return sum(map(bool, self.fields))


def find_headings(sheet: Sequence[tuple[int, list[str]]], names: Sequence[Name]) -> Heading:
    """Return the row with the most known headings of those on top; where none is known, the first of several cells."""
    read = [read_headings(sheet, place, names) for place in range(min(len(sheet), LOOKED_THROUGH))]
    best = max(read, key=lambda each: each.known)
    if best.known:
        return best
    return next((each for each in read if sum(map(bool, sheet[each.place][1])) > 1), read[0])


def read_headings(sheet: Sequence[tuple[int, list[str]]], place: int, names: Sequence[Name]) -> Heading:
    """Read a row as headings; one without a text is called by its column's letter, those at the end are none."""
    row, cells = sheet[place]
    while cells and not cells[-1]:
        cells = cells[:-1]
    headings = [cell.strip() or column_letter(number) for number, cell in enumerate(cells)]
    exact = {_exact(text): name.field for name in names for text in name.own}
    fields: list[str | None] = []
    for heading in headings:
        field = exact.get(_exact(heading))
        fields.append(None if field in fields else field)
    twice = [field is None and _exact(heading) in exact for heading, field in zip(headings, fields, strict=True)]
    loose = _loose(names)
    for number, heading in enumerate(headings):
        guess = loose.get(_plain(heading))
        if fields[number] is None and not twice[number] and guess not in fields:
            fields[number] = guess
    return Heading(place, row, headings, fields, twice)


def fingerprint(headings: Sequence[str]) -> str:
    """Return what tells one row of headings from another."""
    return hashlib.sha256("\x1f".join(map(_exact, headings)).encode()).hexdigest()


def column_letter(number: int) -> str:
    """Return what a spreadsheet calls a column, counted from nought."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, ALPHABET)
        letters = chr(ord("A") + rest) + letters
    return letters


def _exact(heading: str) -> str:
    return unicodedata.normalize("NFKC", heading).replace(" ", "").replace("*", "").casefold()


def _plain(heading: str) -> str:
    """Return what counts of a heading: no blanks, signs, capitals or full-width letters, nothing in brackets."""
    text = unicodedata.normalize("NFKC", heading).casefold()
    return ASIDE.sub("", text) or text


def _loose(names: Sequence[Name]) -> dict[str, str]:
    """Return the columns by all that they may be headed with; what could be two is none."""
    found: dict[str, set[str]] = {}
    for name in names:
        for text in (*name.own, *name.others):
            found.setdefault(_plain(text), set()).add(name.field)
    return {text: next(iter(fields)) for text, fields in found.items() if len(fields) == 1}
