"""Take a file of anybody's making in, or try it."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, Final

from msgspec import UNSET, Struct, ValidationError, structs

from storewalk.core.bulk import LineFault, Options, Outcome
from storewalk.core.errors import FieldError, Invalid
from storewalk.core.messages import Catalog
from storewalk.core.tx import Tx
from storewalk.integrations import mapping_queries
from storewalk.integrations.columns import NO_HINT, TOP_ROW, Column, Kind
from storewalk.integrations.headings import Heading
from storewalk.integrations.mapped_file import Opened, open_file
from storewalk.integrations.mapping_schemas import (
    ColumnOut,
    Columns,
    FieldOut,
    MappedFile,
    MappedOut,
    MappingOut,
    SheetKind,
    SheetReading,
)
from storewalk.integrations.service import MAX_ROWS, Telling, import_out

SAMPLES: Final = 3
LOOKED_AT: Final = 60
MOST_UNKNOWN: Final = 60
MOST_OPTIONS: Final = 1000
PERSONAL: Final = re.compile(r"(?<!\d)(?:1\d{10}|\d{14,18}[\dXx])(?!\d)")
"""As long as a mobile's, an identity card's or a bank card's number; a barcode has 14 digits at most."""


class _Plan(Struct, frozen=True):
    """What the columns are taken for, and by which kept shape, if by one."""

    found: Heading
    words: Mapping[str, Mapping[str, str]]
    mapping: MappingOut | None
    guessed: bool


async def take_in(tx: Tx, kind: Kind[Any], form: MappedFile, texts: Catalog) -> MappedOut:
    """Import a file: every row or, with any fault, none. The same file again changes nothing and says so.

    Raises Invalid for a file that cannot be read, has too many rows, or has other columns than were told.
    """
    kept = await mapping_queries.by_fingerprint(tx, SheetKind(kind.name))
    opened = await asyncio.to_thread(open_file, form, kind.names, kept, MAX_ROWS)
    if opened is None:
        faults = [LineFault(TOP_ROW, FieldError("", "integrations.empty_sheet"))]
        return MappedOut(**structs.asdict(import_out(Outcome(), faults, form, Telling(tx.actor.locale, texts))))
    plan = _plan(kind, opened.found, form.columns, kept)
    faults = kind.faults(plan.found, strict=plan.guessed)
    lines, unread = kind.below(opened.rows, plan.found, plan.words) if not faults else ([], [])
    faults += unread
    # Rows that can be read are checked even where others cannot, so that one dry run names every fault.
    outcome: Outcome = await kind.take_in(tx, lines, dry_run=form.dry_run or bool(faults))
    faults = sorted([*faults, *outcome.faults], key=lambda each: each.row)
    telling = Telling(tx.actor.locale, texts, _headed(kind, plan.found, tx.actor.locale))
    out = import_out(Outcome() if faults else outcome, faults, form, telling)
    reading = _reading(kind, opened, plan, await kind.options(tx), tx.actor.locale) if form.dry_run else None
    return MappedOut(**structs.asdict(out), reading=reading, waiting=[] if faults else list(outcome.waiting))


def _plan(kind: Kind[Any], found: Heading, told: Columns | None, kept: Mapping[str, MappingOut]) -> _Plan:
    known = {column.field for column in kind.columns}
    if told is not None:
        check_columns(told, known, len(found.headings))
        return _Plan(structs.replace(found, fields=list(told.fields)), told.words, None, guessed=False)
    mapping = kept.get(found.fingerprint)
    if mapping is None:
        return _Plan(found, {}, None, guessed=True)
    # A field that a later version has no more is left out.
    fields = [field if field in known else None for field in mapping.fields]
    return _Plan(structs.replace(found, fields=fields), mapping.words, mapping, guessed=False)


def check_columns(told: Columns, known: set[str], count: int) -> None:
    """Raise Invalid unless each heading has a field, or none, that there is, and each field stands there once."""
    if len(told.fields) != count:
        raise Invalid("integrations.other_columns", field="columns.fields", count=count, told=len(told.fields))
    for number, field in enumerate(told.fields):
        if field is not None and field not in known:
            raise Invalid("integrations.unknown_field", field=f"columns.fields.{number}", name=field)
        if field is not None and field in told.fields[:number]:
            raise Invalid("integrations.field_twice", field=f"columns.fields.{number}", name=field)


def _headed(kind: Kind[Any], found: Heading, locale: str) -> dict[str, str]:
    """Return what the customer calls each field; what is not in the file goes by our name."""
    ours = {column.field: column.heading.in_locale(locale) for column in kind.columns}
    return ours | {field: heading for field, heading in zip(found.fields, found.headings, strict=True) if field}


def _reading(kind: Kind[Any], opened: Opened, plan: _Plan, options: Mapping[str, Options], locale: str) -> SheetReading:
    below = opened.rows[plan.found.place + 1 :]
    known = {column.field: column for column in kind.columns}
    columns = [
        ColumnOut(
            heading=heading,
            field=field,
            samples=_samples(below, number),
            unknown=_unknown(below, number, known.get(field or ""), options, plan.words),
        )
        for number, (heading, field) in enumerate(zip(plan.found.headings, plan.found.fields, strict=True))
    ]
    return SheetReading(
        sheets=opened.sheets,
        sheet=opened.sheet,
        heading_row=plan.found.row,
        rows=len(below),
        columns=columns,
        fields=[_field(column, options, locale, first=place == 0) for place, column in enumerate(kind.columns)],
        words={field: dict(words) for field, words in plan.words.items()},
        mapping=plan.mapping,
    )


def _field(column: Column, options: Mapping[str, Options], locale: str, *, first: bool) -> FieldOut:
    named = options.get(column.field)
    shown = named.shown if named else [option.in_locale(locale) for option in column.options]
    return FieldOut(
        field=column.field,
        label=column.heading.in_locale(locale),
        hint="" if column.hint is NO_HINT else column.hint.in_locale(locale),
        required=first or column.empty is ...,
        options=shown[:MOST_OPTIONS],
    )


def _samples(rows: Sequence[tuple[int, list[str]]], number: int) -> list[str]:
    """Return a column's first different cells; of a number that may be a person's, its ends."""
    cells = (row[number] for _, row in rows[:LOOKED_AT] if number < len(row) and row[number])
    return [PERSONAL.sub(_ends, cell)[:60] for cell in islice(dict.fromkeys(cells), SAMPLES)]


def _ends(number: re.Match[str]) -> str:
    return f"{number[0][:3]}…{number[0][-2:]}"


def _unknown(
    rows: Sequence[tuple[int, list[str]]],
    number: int,
    column: Column | None,
    options: Mapping[str, Options],
    words: Mapping[str, Mapping[str, str]],
) -> list[str]:
    """Return the words of a column that stand for nothing that we know."""
    if column is None or not (column.options or column.field in options):
        return []
    cells = dict.fromkeys(row[number] for _, row in rows if number < len(row) and row[number])
    told = words.get(column.field, {})
    strange = (cell for cell in cells if not _understood(told.get(cell, cell), column, options.get(column.field)))
    return list(islice(strange, MOST_UNKNOWN))


def _understood(cell: str, column: Column, named: Options | None) -> bool:
    try:
        value = column.value(cell) if cell else UNSET
    except (ValueError, ArithmeticError, ValidationError):
        return False
    if named is None or value is UNSET:
        return True
    return all(each in named for each in (value if isinstance(value, list) else [value]))
