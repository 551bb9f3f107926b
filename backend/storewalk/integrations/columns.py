"""The columns of a sheet: one mechanism for every kind of thing that is imported and exported."""

import re
import unicodedata
from collections.abc import Awaitable, Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Generic, TypeVar

from msgspec import UNSET, Struct, convert

from storewalk.core.bulk import LineFault, Options, Outcome
from storewalk.core.errors import FieldError
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.integrations.cells import read_rows
from storewalk.integrations.headings import Heading, Name, find_headings
from storewalk.integrations.sheet_text import text_cell

L = TypeVar("L")
E = TypeVar("E", bound=StrEnum)
TOP_ROW = 1
GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
NO_HINT = Words("-", "-")


class Column(Struct, frozen=True, kw_only=True):
    """A column: what it is called, how a cell becomes a value, and back.

    `read` raises ValueError, ArithmeticError or ValidationError for a cell that is not what the message `expects` says.
    An empty cell stands for `empty`: UNSET leaves the thing as it is. The cells that `write` makes of a number stay
    numbers; all others are texts. Codes, numbers and words of a list are `narrow`: full-width digits and letters count
    as ordinary ones. `aliases` are what other systems head such a column with; `options` are the only words for it.
    """

    attribute: str
    heading: Words
    read: Callable[[str], Any]
    expects: str
    write: Callable[[Any, str], str] = lambda value, _: "" if value is None or value is UNSET else str(value)
    empty: Any = UNSET
    number: bool = False
    narrow: bool = False
    aliases: tuple[str, ...] = ()
    options: tuple[Words, ...] = ()
    hint: Words = NO_HINT

    @property
    def field(self) -> str:
        """The column's name in answers, in camelCase."""
        first, *rest = self.attribute.split("_")
        return first + "".join(part.capitalize() for part in rest)

    @property
    def names(self) -> Name:
        """What the column may be headed with."""
        own = (self.heading.zh, self.heading.en, self.field)
        return Name(field=self.field, own=own, others=self.aliases)

    def value(self, cell: str) -> Any:
        """Read a cell that is not empty. Raises as `read` does."""
        if self.narrow or self.number:
            cell = unicodedata.normalize("NFKC", cell).strip()
        return self.read(cell.replace(",", "") if self.number and GROUPED.fullmatch(cell) else cell)


class Layout(Struct, Generic[L], frozen=True, kw_only=True):
    """The columns of a sheet, the first of which has to be there, and the struct that a row becomes."""

    name: str
    line: type[L]
    columns: Sequence[Column]

    def rows(self, lines: Sequence[L], locale: str) -> list[list[str]]:
        """Make the cells of a sheet, headings first."""
        table = [[column.heading.in_locale(locale) for column in self.columns]]
        for line in lines:
            cells = [(column, column.write(getattr(line, column.attribute), locale)) for column in self.columns]
            table.append([cell if column.number else text_cell(cell) for column, cell in cells])
        return table

    def lines(self, sheet: Sequence[tuple[int, list[str]]]) -> tuple[list[tuple[int, L]], list[LineFault]]:
        """Read the rows of a sheet; what cannot be read is told row by row. Titles above the headings are no rows."""
        if not sheet:
            return [], [LineFault(TOP_ROW, FieldError("", "integrations.empty_sheet"))]
        found = find_headings(sheet, self.names)
        faults = self.faults(found)
        return ([], faults) if faults else self.below(sheet, found, {})

    def below(
        self, sheet: Sequence[tuple[int, list[str]]], found: Heading, words: Mapping[str, Mapping[str, str]]
    ) -> tuple[list[tuple[int, L]], list[LineFault]]:
        """Read the rows below the headings; `words` are the file's words for ours, field by field."""
        known = {column.field: column for column in self.columns}
        columns = [known.get(field or "") for field in found.fields]
        return read_rows(self.line, columns, sheet[found.place + 1 :], words)

    def faults(self, found: Heading, *, strict: bool = True) -> list[LineFault]:
        """Say what is wrong with the headings: a column that is missing, and with `strict` all that is not known."""
        wrong = [
            FieldError(
                heading, "integrations.column_twice" if twice else "integrations.unknown_column", {"heading": heading}
            )
            for heading, field, twice in zip(found.headings, found.fields, found.twice, strict=True)
            if field is None and strict
        ]
        first = self.columns[0]
        if not wrong and first.field not in found.fields:
            names: dict[str, object] = {"zh": first.heading.zh, "en": first.heading.en}
            wrong.append(FieldError(first.field, "integrations.column_missing", names))
        return [LineFault(found.row, fault) for fault in wrong]

    @property
    def names(self) -> list[Name]:
        """What the columns may be headed with."""
        return [column.names for column in self.columns]


async def no_options(_: AnyTx) -> dict[str, Options]:
    """Return that no column names other things."""
    return {}


class Kind(Layout[L], Generic[L], frozen=True, kw_only=True):
    """What can be imported and exported: the first column names a thing; `take_in` and `give_out` are its room's.

    `options` tells what the columns that name other things may hold.
    """

    take_in: Callable[..., Awaitable[Outcome]]
    give_out: Callable[[AnyTx], Awaitable[list[L]]]
    options: Callable[[AnyTx], Awaitable[dict[str, Options]]] = no_options


def choice(
    kind: type[E], words: Mapping[E, Words], also: Mapping[str, E] | None = None
) -> tuple[Callable[[str], E], Callable[[Any, str], str]]:
    """Return how a cell with a word of `kind`, in either language or as its code, is read and written.

    `also` are other words for the same.
    """
    by_word = {_plain(word): value for value in kind for word in (value.value, words[value].zh, words[value].en)}
    by_word |= {_plain(word): value for word, value in (also or {}).items()}

    def read(cell: str) -> E:
        if _plain(cell) not in by_word:
            raise ValueError(cell)
        return by_word[_plain(cell)]

    def write(value: E | None, locale: str) -> str:
        return words[value].in_locale(locale) if value else ""

    return read, write


def shaped(kind: Any) -> Callable[[str], Any]:
    """Return a reader of texts that have the shape of a msgspec type."""
    return lambda cell: convert(cell, kind, strict=False)


def _plain(word: str) -> str:
    return word.replace(" ", "").casefold()
