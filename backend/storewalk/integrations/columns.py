"""The columns of a sheet: one mechanism for every kind of thing that is imported and exported."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Generic, TypeVar

from msgspec import UNSET, Struct, ValidationError, convert

from storewalk.core.bulk import LineFault, Outcome
from storewalk.core.errors import FieldError
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.integrations.sheet_text import text_cell

L = TypeVar("L")
E = TypeVar("E", bound=StrEnum)
TOP_ROW = 1


class Column(Struct, frozen=True, kw_only=True):
    """A column: what it is called, how a cell becomes a value, and back.

    `read` raises ValueError, ArithmeticError or ValidationError for a cell that is not what the message `expects` says.
    An empty cell stands for `empty`: UNSET leaves the thing as it is. The cells that `write` makes of a number stay
    numbers; all others are texts.
    """

    attribute: str
    heading: Words
    read: Callable[[str], Any]
    expects: str
    write: Callable[[Any, str], str] = lambda value, _: "" if value is None or value is UNSET else str(value)
    empty: Any = UNSET
    number: bool = False

    @property
    def field(self) -> str:
        """The column's name in answers, in camelCase."""
        first, *rest = self.attribute.split("_")
        return first + "".join(part.capitalize() for part in rest)


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
        """Read the rows of a sheet; what cannot be read is told row by row. A workbook's title is no row."""
        if not sheet:
            return [], [LineFault(TOP_ROW, FieldError("", "integrations.empty_sheet"))]
        if len(sheet) > 1 and self._is_title(sheet[0][1]) and not self._is_title(sheet[1][1]):
            sheet = sheet[1:]
        columns, found = self._columns(sheet[0][1])
        lines: list[tuple[int, L]] = []
        for row, cells in [] if found else sheet[1:]:
            values, wrong = _values(columns, cells)
            found += [LineFault(row, fault) for fault in wrong]
            if not wrong:
                lines.append((row, self.line(**values)))
        return lines, found

    def _is_title(self, cells: Sequence[str]) -> bool:
        """Tell whether a row lacks the heading that has to be there, while it has no more than one cell."""
        first = self.columns[0]
        named = {_plain(name) for name in (first.heading.zh, first.heading.en, first.field)}
        return sum(map(bool, cells)) == 1 and named.isdisjoint(map(_plain, cells))

    def _columns(self, headings: Sequence[str]) -> tuple[list[Column], list[LineFault]]:
        known = {
            _plain(name): column
            for column in self.columns
            for name in (column.heading.zh, column.heading.en, column.field)
        }
        columns: list[Column] = []
        found: list[LineFault] = []
        for heading in headings:
            column = known.get(_plain(heading))
            if column is None or column in columns:
                key = "integrations.unknown_column" if column is None else "integrations.column_twice"
                found.append(LineFault(TOP_ROW, FieldError(heading, key, {"heading": heading})))
            else:
                columns.append(column)
        if not found and self.columns[0] not in columns:
            first = self.columns[0]
            names: dict[str, object] = {"zh": first.heading.zh, "en": first.heading.en}
            found.append(LineFault(TOP_ROW, FieldError(first.field, "integrations.column_missing", names)))
        return columns, found


class Kind(Layout[L], Generic[L], frozen=True, kw_only=True):
    """What can be imported and exported: the first column names a thing; `take_in` and `give_out` are its room's."""

    take_in: Callable[..., Awaitable[Outcome]]
    give_out: Callable[[AnyTx], Awaitable[list[L]]]


def choice(kind: type[E], words: Mapping[E, Words]) -> tuple[Callable[[str], E], Callable[[Any, str], str]]:
    """Return how a cell with a word of `kind`, in either language or as its code, is read and written."""
    by_word = {_plain(word): value for value in kind for word in (value.value, words[value].zh, words[value].en)}

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


def _values(columns: Sequence[Column], cells: Sequence[str]) -> tuple[dict[str, Any], list[FieldError]]:
    values: dict[str, Any] = {}
    wrong: list[FieldError] = []
    if any(cells[len(columns) :]):
        wrong.append(FieldError("", "integrations.too_many_cells"))
    for column, cell in zip(columns, [*cells, *[""] * len(columns)], strict=False):
        try:
            value = column.read(cell) if cell else column.empty
        except (ValueError, ArithmeticError, ValidationError):
            wrong.append(FieldError(column.field, column.expects, {"cell": cell}))
            continue
        if value is ...:
            wrong.append(FieldError(column.field, "integrations.cell_missing"))
        values[column.attribute] = value
    return values, wrong


def _plain(heading: str) -> str:
    return heading.replace(" ", "").replace("*", "").casefold()
