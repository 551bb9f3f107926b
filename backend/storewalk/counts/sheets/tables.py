"""The tables of a sheet: blank for who counts by hand, or what was counted, held against the book."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from storewalk.core.money import format_cents
from storewalk.core.quantities import plain
from storewalk.core.schemas import Words
from storewalk.counts.schemas.counts import ZoneOut
from storewalk.counts.schemas.review import VarianceOut
from storewalk.counts.sheets import words
from storewalk.counts.sheets.pen import Pen
from storewalk.counts.sheets.rows import LineRow, ProductRow
from storewalk.counts.sheets.shape import Cells, Column, Table

Headings = tuple[tuple[Words, int, Cells], ...]
"""Words, width and kind of columns."""
SPARE_ROWS: Final = 8
"""Room at the end of a zone for what nobody expected."""
BLANK: Final[Headings] = (
    (words.NUMBER, 10, Cells.TEXT),
    (words.CODE, 26, Cells.TEXT),
    (words.BARCODE, 32, Cells.TEXT),
    (words.NAME, 62, Cells.TEXT),
    (words.UNIT, 14, Cells.TEXT),
    (words.QUANTITY, 24, Cells.NUMBER),
    (words.NOTE, 22, Cells.TEXT),
)
COUNTED: Final[Headings] = (
    (words.NUMBER, 12, Cells.TEXT),
    (words.CODE, 34, Cells.TEXT),
    (words.NAME, 88, Cells.TEXT),
    (words.UNIT, 18, Cells.TEXT),
    (words.QUANTITY, 24, Cells.NUMBER),
    (words.ROUND, 16, Cells.TEXT),
    (words.BY, 28, Cells.TEXT),
    (words.AT, 32, Cells.TEXT),
    (words.NOTE, 25, Cells.TEXT),
)
VARIANCE: Final[Headings] = (
    (words.NUMBER, 12, Cells.TEXT),
    (words.CODE, 30, Cells.TEXT),
    (words.NAME, 74, Cells.TEXT),
    (words.UNIT, 14, Cells.TEXT),
    (words.BOOK, 22, Cells.NUMBER),
    (words.QUANTITY, 22, Cells.NUMBER),
    (words.VARIANCE, 22, Cells.NUMBER),
    (words.VALUE, 28, Cells.MONEY),
    (words.REASON, 29, Cells.TEXT),
    (words.NOTE, 24, Cells.TEXT),
)


def blank(zones: Sequence[ZoneOut], products: Sequence[ProductRow], pen: Pen) -> list[Table]:
    """Return a table a zone: every product, and no quantity whatsoever."""
    rows = [
        (str(number), each.code, each.barcode or "", pen.say(each.name), pen.say(each.unit), "", "")
        for number, each in enumerate(products, start=1)
    ]
    spare = [(str(number), *[""] * 6) for number in range(len(rows) + 1, len(rows) + 1 + SPARE_ROWS)]
    return [Table(_zone(zone, pen), _columns(BLANK, pen), [*rows, *spare]) for zone in zones]


def counted(zones: Sequence[ZoneOut], lines: Sequence[LineRow], pen: Pen) -> list[Table]:
    """Return a table a zone of what was counted there, by whom and when."""
    of: dict[UUID, list[tuple[str, ...]]] = {}
    for line in lines:
        rows = of.setdefault(line.zone_id, [])
        rows.append(
            (
                str(len(rows) + 1),
                line.code or line.barcode or "",
                pen.say(line.name or words.UNKNOWN),
                pen.say(line.unit) if line.unit else "",
                plain(line.quantity),
                pen.say(words.ROUNDS[line.round]),
                line.counter,
                pen.at(line.counted_at),
                line.note,
            )
        )
    return [Table(_zone(zone, pen), _columns(COUNTED, pen), of.get(zone.id, [])) for zone in zones]


def variances(found: Sequence[VarianceOut], units: dict[str, str], pen: Pen) -> Table:
    """Return the table of all products, the dearest difference first; `units` are their words by product code."""
    rows = [
        (
            str(number),
            each.product_code,
            pen.say(each.product_name),
            units.get(each.product_code, each.unit),
            each.expected or "",
            each.counted or "",
            each.variance,
            format_cents(each.value_cents),
            _why(each, pen),
            each.note,
        )
        for number, each in enumerate(found, start=1)
    ]
    return Table(pen.say(words.VARIANCES), _columns(VARIANCE, pen), rows)


def _why(each: VarianceOut, pen: Pen) -> str:
    said = [pen.say(words.REASONS[each.reason])] if each.reason else []
    if each.uncounted:
        said.append(pen.say(words.DECISIONS[each.decision] if each.decision else words.NOT_COUNTED))
    return " · ".join(said)


def _zone(zone: ZoneOut, pen: Pen) -> str:
    place = pen.say(words.PLACES[zone.place])
    return zone.name if zone.name == place else f"{zone.name} · {place}"


def _columns(headings: Headings, pen: Pen) -> tuple[Column, ...]:
    return tuple(Column(pen.say(heading), width, cells) for heading, width, cells in headings)
