"""The map in few bytes: of a thousand stores and ninety checkpoints, a third of what lists of numbers take.

A row's counts go out as text, a number after the other. A number is one or more characters, its digits to the base of
`BASE` with the least first; a digit that another one follows is written as itself plus `BASE`. The characters are those
of `ALPHABET`, which JSON writes as they are. Most counts are one character, and equal ones compress well.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from storewalk.analytics.heat.outputs import HeatColumn, HeatMap, HeatRow
from storewalk.core.schemas import Output

ALPHABET: Final = "".join(chr(code) for code in range(ord("#"), ord("~") + 1) if chr(code) != "\\")
BASE: Final = len(ALPHABET) // 2
ONES: Final = tuple(ALPHABET[:BASE])


class PackedCells(Output):
    """A row's cells in the order of the columns, as numbers in text; `visits` are those that were to answer.

    `left` is visits − passed − failed − not applicable, n ≥ 0 written as 2n and n < 0 as −2n − 1: mostly 0; less where
    a column has several questions. `gained` of `possible` is the weight behind the score of a section, empty for
    checkpoints, whose score comes from passed and failed.
    """

    visits: str
    left: str
    fails: str
    not_applicable: str
    gained: str
    possible: str


class PackedRow(Output):
    """A store, or a region with its `stores`; `visited` of them were, `visits` times, `score` on average."""

    id: UUID
    name: str
    region_name: str
    stores: int
    visited: int
    visits: int
    score: float | None
    cells: PackedCells


class PackedMap(Output):
    """The map, the worst row first and unvisited ones last; `total` adds all rows up."""

    first: date
    last: date
    columns: list[HeatColumn]
    rows: list[PackedRow]
    total: PackedRow


def pack(shown: HeatMap) -> PackedMap:
    """Return the map as it goes out."""
    rows = [_row(row) for row in shown.rows]
    return PackedMap(first=shown.first, last=shown.last, columns=shown.columns, rows=rows, total=_row(shown.total))


def written(numbers: Iterable[int]) -> str:
    """Write numbers from 0 on."""
    return "".join([ONES[number] if number < BASE else _digits(number) for number in numbers])


def _digits(number: int) -> str:
    digits: list[str] = []
    while number >= BASE:
        number, digit = divmod(number, BASE)
        digits.append(ALPHABET[BASE + digit])
    return "".join([*digits, ONES[number]])


def _row(row: HeatRow) -> PackedRow:
    cells = row.cells
    counts = zip(cells.visits, cells.passes, cells.fails, cells.not_applicable, strict=True)
    left = [visits - passes - fails - others for visits, passes, fails, others in counts]
    return PackedRow(
        id=row.id,
        name=row.name,
        region_name=row.region_name,
        stores=row.stores,
        visited=row.visited,
        visits=row.visits,
        score=row.score,
        cells=PackedCells(
            visits=written(cells.visits),
            left=written(_unsigned(left)),
            fails=written(cells.fails),
            not_applicable=written(cells.not_applicable),
            gained=written(cells.gained),
            possible=written(cells.possible),
        ),
    )


def _unsigned(numbers: Sequence[int]) -> list[int]:
    return [2 * number if number >= 0 else -2 * number - 1 for number in numbers]
