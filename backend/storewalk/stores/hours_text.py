"""Opening hours as one cell of a sheet: "1-5 08:00-22:00; 6-7 09:00-14:00 17:00-02:00"; 1 is Monday.

Also as people write them: "07:00-23:00" for every day, "周一至周五 8:00-22:00", "24小时".
"""

import re
from collections.abc import Sequence

from storewalk.stores.hours import OpenHours

DAYS = re.compile(r"([1-7])(?:-([1-7]))?")
SPAN = re.compile(r"((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)")

EVERY_DAY = "1-7"
# What people write, and what of it is meant, one after the other.
SPELT = (
    (re.compile(r"[;；\n]"), ";"),
    (re.compile(r"[,，、]"), " "),
    (re.compile(r"："), ":"),
    (re.compile(r"每天|每日"), f"{EVERY_DAY} "),
    (re.compile(r"24\s*小时"), "00:00-00:00"),
    *((re.compile(f"(?:周|星期){days}"), f"{number} ") for number, days in enumerate("一二三四五六", 1)),
    (re.compile(r"(?:周|星期)[日天]"), "7 "),
    (re.compile(r"\s*[-~～–—至到]+\s*"), "-"),
    (re.compile(r"(?<!\d)(\d:\d\d)"), r"0\1"),
    (re.compile(r"-24:00"), "-00:00"),
)


def parse_hours(text: str) -> list[OpenHours]:
    """Read a cell, sorted by day and time; an empty one has no hours. Raises ValueError for anything else."""
    hours: list[OpenHours] = []
    told = text
    for spelt, meant in SPELT:
        told = spelt.sub(meant, told)
    parts = [part.split() for part in told.split(";") if part.strip()]
    if len(parts) == 1 and SPAN.fullmatch(parts[0][0]):
        parts[0].insert(0, EVERY_DAY)
    for part in parts:
        days = DAYS.fullmatch(part[0])
        spans = [SPAN.fullmatch(word) for word in part[1:]]
        if days is None or not spans:
            raise ValueError(text)
        first, last = int(days[1]), int(days[2] or days[1])
        for span in spans:
            if span is None:
                raise ValueError(text)
            hours += [OpenHours(weekday=day, opens=span[1], closes=span[2]) for day in range(first, last + 1)]
    return sorted(hours, key=lambda opening: (opening.weekday, opening.opens))


def format_hours(hours: Sequence[OpenHours]) -> str:
    """Write the cell that `parse_hours` reads, days with the same hours together where they follow each other."""
    by_day = {day: _spans(hours, day) for day in range(1, 8)}
    parts: list[tuple[int, int, str]] = []
    for day, spans in by_day.items():
        if parts and parts[-1][1] == day - 1 and parts[-1][2] == spans:
            parts[-1] = (parts[-1][0], day, spans)
        elif spans:
            parts.append((day, day, spans))
    return "; ".join(f"{first}-{last} {spans}" if last > first else f"{first} {spans}" for first, last, spans in parts)


def _spans(hours: Sequence[OpenHours], day: int) -> str:
    openings = sorted((h for h in hours if h.weekday == day), key=lambda h: h.opens)
    return " ".join(f"{h.opens}-{h.closes}" for h in openings)
