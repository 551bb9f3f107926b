"""The calendar of a year as screens show it: the built-in days, and what the organization made of them."""

from datetime import date
from typing import Any, Final

import msgspec

from demand.calendar.arrangement import Arranged, Kind
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.ordering.queries.signal_read import built_in_days
from storewalk.ordering.signal_models import DayKind
from storewalk.ordering.signal_schemas import CalendarOut, Origin, SpecialDayOut

KINDS: Final = {Kind.OFF: DayKind.DAY_OFF, Kind.WORK: DayKind.WORKED_WEEKEND}
ENGLISH: Final = {
    "元旦": "New Year",
    "春节": "Spring Festival",
    "清明": "Qingming",
    "劳动节": "Labour Day",
    "端午": "Dragon Boat Festival",
    "中秋": "Mid-Autumn Festival",
    "国庆": "National Day",
}
OWN: Final = """
SELECT d.day, d.kind, d.name::text AS name, a.name AS set_by_name, d.version FROM demand_day d
JOIN account a ON a.org_id = d.org_id AND a.id = d.set_by
WHERE d.org_id = $1 AND d.day BETWEEN $2 AND $3 ORDER BY d.day"""


async def read_calendar(tx: AnyTx, year: int) -> CalendarOut:
    """Return the special days of a year, also those that the organization made ordinary."""
    days = await days_between(tx, date(year, 1, 1), date(year, 12, 31))
    return CalendarOut(year=year, arranged=any(each.kind is not DayKind.ORDINARY for each in days), days=days)


async def days_between(tx: AnyTx, first: date, last: date) -> list[SpecialDayOut]:
    """Return the special days of a time, in their order."""
    found = {day: _built_in(arranged) for day, arranged in built_in_days().items() if first <= day <= last}
    for row in await tx.fetch(OWN, tx.org_id, first, last):
        known = found.get(row["day"])
        found[row["day"]] = _own(row, None if known is None else known.kind)
    return [found[day] for day in sorted(found)]


async def read_day(tx: AnyTx, day: date) -> SpecialDayOut:
    """Return what a day is; one that nobody arranged is an ordinary one."""
    found = await days_between(tx, day, day)
    ordinary = SpecialDayOut(
        day=day,
        kind=DayKind.ORDINARY,
        name=Words("普通日", "Ordinary day"),
        origin=Origin.BUILT_IN,
        built_in_kind=None,
        set_by_name=None,
        version=0,
    )
    return found[0] if found else ordinary


def in_both(name: str) -> Words:
    """Return a festival's name in both languages; one that is not known stays as it is."""
    return Words(name, ENGLISH.get(name, name))


def _built_in(arranged: Arranged) -> SpecialDayOut:
    return SpecialDayOut(
        day=arranged.day,
        kind=KINDS[arranged.kind],
        name=in_both(arranged.name),
        origin=Origin.BUILT_IN,
        built_in_kind=KINDS[arranged.kind],
        set_by_name=None,
        version=0,
    )


def _own(row: Any, built_in_kind: DayKind | None) -> SpecialDayOut:
    return SpecialDayOut(
        day=row["day"],
        kind=DayKind(row["kind"]),
        name=msgspec.json.decode(row["name"], type=Words),
        origin=Origin.OWN,
        built_in_kind=built_in_kind,
        set_by_name=row["set_by_name"],
        version=row["version"],
    )
