"""Make the visits of a schedule some days ahead, each once, whoever runs it and however often."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any, Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.ids import new_ids
from storewalk.core.tx import Tx
from storewalk.inspections.plans.draw import spread
from storewalk.inspections.plans.events import VisitsPlanned
from storewalk.inspections.plans.kinds import Assignee, Rhythm, Skipped
from storewalk.inspections.plans.models import InspectionSchedule
from storewalk.inspections.plans.moment import Times, closed_on, times_on
from storewalk.inspections.plans.people import People, read_people
from storewalk.inspections.plans.queries import bands_of, pattern_of
from storewalk.inspections.plans.rhythm import DAY, WEEK_DAYS, Pattern, first_of, wait_of
from storewalk.inspections.plans.targets import Fare, Reach, Target, fares_of, reach_of, targets_of
from storewalk.inspections.queries.followed import version_to_follow
from storewalk.stores.api import StoreClock, store_clocks

AT_ONCE: Final = 5_000
NEW: Final = """
WITH wanted AS (
    SELECT * FROM unnest($4::uuid[], $5::date[], $6::uuid[], $7::uuid[], $8::timestamptz[], $9::timestamptz[],
                         $10::timestamptz[], $11::timestamptz[], $12::text[], $16::uuid[])
    AS w (store_id, on_date, visit_id, inspector_id, day_from, day_until, window_from, due_at, skipped, away_id)
), kept AS (
    INSERT INTO inspection_occurrence (org_id, schedule_id, store_id, on_date, visit_id, skipped)
    SELECT $1, $2, store_id, on_date, visit_id, skipped FROM wanted
    ON CONFLICT DO NOTHING RETURNING visit_id
)
INSERT INTO inspection (org_id, id, store_id, template_version_id, kind, inspector_id, status, business_date, day_from,
                        day_until, window_from, due_at, unannounced, schedule_id,
                        previous_inspector_id, handed_at, version, changed_at)
SELECT $1, w.visit_id, w.store_id, $3, $13, w.inspector_id, 'planned', w.on_date, w.day_from, w.day_until,
       w.window_from, w.due_at, $14, $2, w.away_id, CASE WHEN w.away_id IS NOT NULL THEN $15::timestamptz END, 1,
       $15::timestamptz
FROM wanted w JOIN kept k ON k.visit_id = w.visit_id"""
PLANNED_UNTIL: Final = "UPDATE inspection_schedule SET planned_until = $3 WHERE org_id = $1 AND id = $2"


class Due(Struct, frozen=True):
    """A day of a schedule at a store: when and by whom, or why not; who would go is `away_id` where somebody covers."""

    store_id: UUID
    day: date
    times: Times
    inspector_id: UUID | None
    skipped: Skipped | None
    away_id: UUID | None = None


async def plan_ahead(tx: Tx, schedule: InspectionSchedule, until: date | None = None) -> int:
    """Make a schedule's visits until `until`, or as far ahead as it says, and return how many.

    Who calls holds the schedule's row lock. Safe to run twice: a day of a schedule at a store is kept once, by its key.
    """
    if schedule.paused_at is not None:
        return 0
    await tx.flush()
    last = until or tx.now.date() + timedelta(days=schedule.ahead_days)
    version_id = await version_to_follow(tx, schedule.template_id)
    planner = await Planner.of(tx, schedule, last, version_id)
    made = 0
    due = planner.all_due()
    while rows := list(islice(due, AT_ONCE)):
        made += await _insert(tx, schedule, version_id, rows)
    await tx.fetch(PLANNED_UNTIL, tx.org_id, schedule.id, last)
    if made:
        tx.record(VisitsPlanned(subject_id=schedule.id, visits=made, until=last))
    return made


class Known(Struct, frozen=True):
    """What is read once for a whole schedule."""

    targets: list[Target]
    clocks: dict[UUID, StoreClock]
    people: People
    reach: dict[UUID, Reach]
    fares: dict[UUID, Fare]


class Planner:
    """Says what is due at which store, from what is known."""

    def __init__(self, schedule: InspectionSchedule, now: datetime, last: date, known: Known) -> None:
        self.schedule, self.now, self.last = schedule, now, last
        self.targets, self.clocks, self.people = known.targets, known.clocks, known.people
        self.reach, self.fares = known.reach, known.fares
        self.pattern: Pattern = pattern_of(schedule)
        self._days: dict[date, list[date]] = {}

    @classmethod
    async def of(cls, tx: Tx, schedule: InspectionSchedule, last: date, version_id: UUID) -> "Planner":
        """Read what is to be known of a schedule."""
        targets = await targets_of(tx, schedule, version_id)
        ids = [each.id for each in targets]
        by_risk = schedule.rhythm is Rhythm.RISK
        known = Known(
            targets,
            await store_clocks(tx, ids),
            await read_people(tx),
            await reach_of(tx, schedule.id, tx.now.date() - DAY, by_risk=by_risk),
            await fares_of(tx, ids) if by_risk else {},
        )
        return cls(schedule, tx.now, last, known)

    def all_due(self) -> Iterator[Due]:
        """Give every day that is due and not over, store by store."""
        for target in self.targets:
            clock = self.clocks[target.id]
            first = max(clock.business_date(self.now), self.schedule.starts_on)
            days = self._by_risk(target, first) if self.schedule.rhythm is Rhythm.RISK else self._days_of(target, first)
            for day in days:
                due = self.due(target, day)
                if (due.times.due_at or due.times.day_until) > self.now:
                    yield due

    def _days_of(self, target: Target, first: date) -> Sequence[date]:
        reach = self.reach.get(target.id)
        start = first if reach is None or reach.last_on is None else max(first, reach.last_on + DAY)
        if start not in self._days:
            self._days[start] = self.pattern.between(start, self.last)
        return self._days[start]

    def _by_risk(self, target: Target, first: date) -> Sequence[date]:
        reach = self.reach.get(target.id)
        if reach is not None and reach.visit_id is not None:
            return ()
        day = self.day_by_risk(target, first)
        beyond = self.schedule.ends_on is not None and day > self.schedule.ends_on
        return () if beyond or day > self.last else (day,)

    def day_by_risk(self, target: Target, first: date) -> date:
        """Return the day from `first` on for which a store is due by how it fares; one of the schedule's, and open."""
        day = first_of(self.pattern.weekdays, max(first, self.risk_day(target)))
        opens = (day + n * DAY for n in range(WEEK_DAYS) if not closed_on(self.clocks[target.id], day + n * DAY))
        return next(
            (each for each in opens if not self.pattern.weekdays or each.isoweekday() in self.pattern.weekdays), day
        )

    def risk_day(self, target: Target) -> date:
        """Return the day on which a store is due by how it fares; one never visited begins somewhere in its wait."""
        fare, reach = self.fares[target.id], self.reach.get(target.id)
        wait = wait_of(bands_of(self.schedule), fare.score, fare.critical_tasks)
        seen = [day for day in (fare.visited_on, reach and reach.last_on) if day is not None]
        if not seen:
            return self.schedule.starts_on + spread(wait, self.schedule.id, target.id) * DAY
        return max(seen) + wait * DAY

    def due(self, target: Target, day: date) -> Due:
        """Say what a day of the schedule is at a store."""
        clock = self.clocks[target.id]
        times = times_on(clock, day, self.schedule.time_from, self.schedule.time_until)
        if not target.trading:
            return Due(target.id, day, times, None, Skipped.NOT_TRADING)
        if closed_on(clock, day):
            return Due(target.id, day, times, None, Skipped.CLOSED_THAT_DAY)
        if self.schedule.assignee is Assignee.STORE:
            return Due(target.id, day, times, None, None)
        whose = self._whose(target)
        if whose is None:
            return Due(target.id, day, times, None, Skipped.NOBODY)
        who = self.people.standing_in(whose, target.path, day)
        return Due(target.id, day, times, who, None, None if who == whose else whose)

    def _whose(self, target: Target) -> UUID | None:
        who = self.schedule.inspector_id
        if self.schedule.role_code is not None:
            who = self.people.nearest(self.schedule.role_code, target.id, target.path)
        return who if who is not None and self.people.may_visit(who, target.path) else None


async def _insert(tx: Tx, schedule: InspectionSchedule, version_id: UUID, rows: Sequence[Due]) -> int:
    ids: list[Any] = list(new_ids(len(rows)))
    done = await tx.raw.execute(
        NEW,
        tx.org_id,
        schedule.id,
        version_id,
        [row.store_id for row in rows],
        [row.day for row in rows],
        [None if row.skipped else visit_id for row, visit_id in zip(rows, ids, strict=True)],
        [row.inspector_id for row in rows],
        *([row.times[n] for row in rows] for n in range(len(Times._fields))),
        [row.skipped for row in rows],
        schedule.visit_kind,
        schedule.unannounced,
        tx.now,
        [row.away_id for row in rows],
    )
    return int(done.split()[-1])
