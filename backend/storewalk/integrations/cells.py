"""Cells become values, row by row; what does not is told with its row and its column."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar

from msgspec import ValidationError

from storewalk.core.bulk import LineFault
from storewalk.core.errors import FieldError

L = TypeVar("L")
NO_VALUE = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
"""What Excel writes where a formula has no value."""


class Readable(Protocol):
    """A column, as far as its cells are concerned."""

    @property
    def attribute(self) -> str:
        """The name of the value."""
        ...

    @property
    def field(self) -> str:
        """The column's name in answers."""
        ...

    @property
    def expects(self) -> str:
        """The message for a cell that cannot be read."""
        ...

    @property
    def empty(self) -> Any:
        """What an empty cell stands for; an ellipsis: it may not be empty."""
        ...

    def value(self, cell: str) -> Any:
        """Read a cell."""
        ...


def read_rows(
    line: type[L],
    columns: Sequence[Readable | None],
    rows: Sequence[tuple[int, list[str]]],
    words: Mapping[str, Mapping[str, str]],
) -> tuple[list[tuple[int, L]], list[LineFault]]:
    """Read rows; cells without a column are left out, and `words` replaces a file's words by ours, field by field."""
    lines: list[tuple[int, L]] = []
    found: list[LineFault] = []
    for row, cells in rows:
        values, wrong = _values(columns, cells, words)
        found += [LineFault(row, fault) for fault in wrong]
        if not wrong:
            lines.append((row, line(**values)))
    return lines, found


def _values(
    columns: Sequence[Readable | None], cells: Sequence[str], words: Mapping[str, Mapping[str, str]]
) -> tuple[dict[str, Any], list[FieldError]]:
    values: dict[str, Any] = {}
    wrong: list[FieldError] = []
    if any(cells[len(columns) :]):
        wrong.append(FieldError("", "integrations.too_many_cells"))
    for column, text in zip(columns, [*cells, *[""] * len(columns)], strict=False):
        if column is None:
            continue
        cell = words.get(column.field, {}).get(text, text)
        if NO_VALUE.fullmatch(cell):
            wrong.append(FieldError(column.field, "integrations.formula_error", {"cell": cell}))
            continue
        try:
            value = column.value(cell) if cell else column.empty
        except (ValueError, ArithmeticError, ValidationError):
            wrong.append(FieldError(column.field, column.expects, {"cell": cell}))
            continue
        if value is ...:
            wrong.append(FieldError(column.field, "integrations.cell_missing"))
        values[column.attribute] = value
    return values, wrong
