"""When the clock's jobs come round, as the queue itself reads their expressions."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from croniter import croniter

from storewalk.metadata import JOBS, SCHEDULES

NOON = datetime(2026, 11, 22, 12, 0, 1, tzinfo=UTC)


def next_times(name: str, count: int = 3) -> Sequence[datetime]:
    [schedule] = [s for s in SCHEDULES if s.name == name]
    times = croniter(schedule.cron, NOON)
    return [times.get_next(datetime) for _ in range(count)]


def test_audit_entries_are_sealed_every_ten_seconds() -> None:
    assert next_times("audit.seal") == [NOON + timedelta(seconds=s) for s in (9, 19, 29)]


def test_receipts_are_pruned_once_a_night() -> None:
    night = datetime(2026, 11, 23, 3, 20, tzinfo=UTC)
    assert next_times("audit.prune_receipts", 2) == [night, night + timedelta(days=1)]


def test_missed_visits_are_looked_for_every_five_minutes() -> None:
    assert next_times("inspections.mark_missed") == [NOON.replace(minute=m, second=0) for m in (5, 10, 15)]


def test_every_schedule_has_a_handler() -> None:
    assert {s.job.label for s in SCHEDULES} <= {handler.job.label for handler in JOBS}
