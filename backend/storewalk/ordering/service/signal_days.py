"""Set what the organization makes of days: one by one, or a year from a sheet."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from storewalk.core.bulk import LineFault, Outcome
from storewalk.core.errors import Conflict, FieldError, Invalid, NotFound
from storewalk.core.locks import lock_names
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx, Tx
from storewalk.ordering.events import SpecialDaysSet
from storewalk.ordering.permissions import EDIT_CALENDAR
from storewalk.ordering.queries.signal_days import days_between, in_both, read_day
from storewalk.ordering.signal_models import DayKind, DemandDay
from storewalk.ordering.signal_schemas import ResetSpecialDay, SetSpecialDay, SpecialDayOut

SATURDAY: Final = 5
FIRST_YEAR, LAST_YEAR = 2000, 2100


class DayLine(Struct, frozen=True, kw_only=True):
    """A day in a sheet; without an English name it has that of a known festival, or the one name in both languages."""

    date: date
    kind: DayKind
    name: str
    name_en: str = ""

    @property
    def words(self) -> Words:
        """Its name in both languages."""
        return Words(self.name, self.name_en) if self.name_en else in_both(self.name)


async def set_day(tx: Tx, day: date, form: SetSpecialDay) -> None:
    """Make a day a day off, a worked weekend or an ordinary one.

    Raises Invalid for a worked weekend in the week, Conflict when somebody else has set it meanwhile.
    """
    tx.require(EDIT_CALENDAR)
    fault = _wrong(day, form.kind)
    if fault is not None:
        raise Invalid(fault.message_key, field=fault.field, day=day.isoformat())
    row = await _lock(tx, day, form.if_version)
    if row is None:
        row = DemandDay(org_id=tx.org_id, day=day, kind=form.kind, name=form.name, set_by=tx.actor.account_id)
        tx.session.add(row)
    elif (row.kind, row.name) == (form.kind, form.name):
        return
    row.kind, row.name, row.set_by = form.kind, form.name, tx.actor.account_id
    tx.record(SpecialDaysSet(subject_id=tx.org_id, days=[day]))
    await tx.flush()


async def reset_day(tx: Tx, day: date, form: ResetSpecialDay) -> None:
    """Let a day be what the built-in calendar says. Raises NotFound for one that was not set, Conflict as `set_day`."""
    tx.require(EDIT_CALENDAR)
    row = await _lock(tx, day, form.if_version)
    if row is None:
        raise NotFound("core.not_found")
    await tx.session.delete(row)
    tx.record(SpecialDaysSet(subject_id=tx.org_id, days=[day]))
    await tx.flush()


async def give_out_days(tx: AnyTx) -> list[DayLine]:
    """Return every day of the calendar as a row, the built-in ones too."""
    days = await days_between(tx, date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
    return [DayLine(date=each.day, kind=each.kind, name=each.name.zh, name_en=each.name.en) for each in days]


async def take_in_days(tx: Tx, lines: Sequence[tuple[int, DayLine]], *, dry_run: bool) -> Outcome:
    """Set the days of a sheet, all or, with any fault, none; days that it does not name stay as they are.

    A day that is already what the sheet says, also by the built-in calendar, is unchanged, so that the same sheet again
    does nothing. The numbers beside the lines are the rows that faults name.
    """
    tx.require(EDIT_CALENDAR)
    await lock_names(tx, "demand_days", ["sheet"])
    faults = _faults(lines)
    if faults:
        return Outcome(faults=faults)
    wanted = {line.date: line for _, line in lines}
    known = {each.day: each for each in await days_between(tx, min(wanted), max(wanted))} if wanted else {}
    different = [line for day, line in wanted.items() if not _is(known.get(day), line)]
    created = sum(line.date not in known for line in different)
    if different and not dry_run:
        for line in sorted(different, key=lambda each: each.date):
            row = await tx.session.get(DemandDay, (tx.org_id, line.date), with_for_update=True, populate_existing=True)
            if row is None:
                row = DemandDay(org_id=tx.org_id, day=line.date)
                tx.session.add(row)
            row.kind, row.name, row.set_by = line.kind, line.words, tx.actor.account_id
        tx.record(SpecialDaysSet(subject_id=tx.org_id, days=sorted(line.date for line in different)))
        await tx.flush()
    return Outcome(created=created, updated=len(different) - created, unchanged=len(wanted) - len(different))


async def _lock(tx: Tx, day: date, version: int) -> DemandDay | None:
    """Return a day that was set, locked, or None. Raises Conflict where that is not what the sender saw."""
    await lock_names(tx, "demand_days", ["sheet"])
    row = await tx.session.get(DemandDay, (tx.org_id, day), with_for_update=True, populate_existing=True)
    if (0 if row is None else row.version) != version:
        raise Conflict("core.changed_meanwhile", current=await read_day(tx, day))
    return row


def _is(known: SpecialDayOut | None, line: DayLine) -> bool:
    if known is None:
        return line.kind is DayKind.ORDINARY
    return (known.kind, known.name) == (line.kind, line.words)


def _faults(lines: Sequence[tuple[int, DayLine]]) -> list[LineFault]:
    found: list[LineFault] = []
    seen: set[date] = set()
    for row, line in lines:
        if line.date in seen:
            found.append(LineFault(row, FieldError("date", "ordering.day_twice", {"day": line.date.isoformat()})))
        seen.add(line.date)
        fault = _wrong(line.date, line.kind)
        found += [] if fault is None else [LineFault(row, fault)]
    return found


def _wrong(day: date, kind: DayKind) -> FieldError | None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return FieldError("date", "ordering.day_far")
    if kind is DayKind.WORKED_WEEKEND and day.weekday() < SATURDAY:
        return FieldError("kind", "ordering.no_weekend", {"day": day.isoformat()})
    return None
