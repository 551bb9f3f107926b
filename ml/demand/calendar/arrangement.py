"""Days off and worked weekends as people arrange them, and the CSV that they are kept in."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CHINA = Path(__file__).with_name("china.csv")
COLUMNS = ("day", "kind", "name")


class CalendarError(ValueError):
    """A calendar file that cannot be read; the text names the line and the fix."""


class Kind(StrEnum):
    """What an arrangement makes of a day."""

    OFF = "off"
    WORK = "work"


@dataclass(frozen=True)
class Arranged:
    """One day whose kind differs from its weekday's, or a day off with its festival's name."""

    day: date
    kind: Kind
    name: str


def read_days(text: str) -> dict[date, Arranged]:
    """Read CSV: day (2026-10-01), kind (off or work), name; raise CalendarError with line and fix."""
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    if set(rows.fieldnames or ()) != set(COLUMNS):
        raise CalendarError(f"line 1: the columns must be {', '.join(COLUMNS)}, found {rows.fieldnames}")
    found: dict[date, Arranged] = {}
    for line, row in enumerate(rows, 2):
        try:
            day = date.fromisoformat(row["day"])
        except (TypeError, ValueError) as error:
            raise CalendarError(f"line {line}, column day: {row['day']!r} is no date like 2026-10-01") from error
        if row["kind"] not in set(Kind):
            raise CalendarError(f"line {line}, column kind: {row['kind']!r} must be off or work")
        if day in found:
            raise CalendarError(f"line {line}, column day: {day} stands twice; keep one line of it")
        found[day] = Arranged(day, Kind(row["kind"]), row["name"])
    return found


def write_days(arranged: Mapping[date, Arranged]) -> str:
    """Return the CSV that ``read_days`` reads, in order of days."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for day in sorted(arranged):
        writer.writerow((day, arranged[day].kind, arranged[day].name))
    return text.getvalue()


def china_days() -> dict[date, Arranged]:
    """Return the arrangements of the State Council of China that come with Storewalk."""
    return read_days(CHINA.read_text(encoding="utf-8"))
