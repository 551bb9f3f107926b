"""Quiet hours: when a person is not disturbed, and when a message that waits for their end may go."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec


class QuietHours(msgspec.Struct, frozen=True):
    """Wall-clock times of a zone, `begins` within and `ends` after; over midnight where `ends` is the earlier."""

    begins: time
    ends: time
    zone: ZoneInfo


def quiet_hours(begins: str | None, ends: str | None, zone: str) -> QuietHours | None:
    """Read quiet hours as they are kept (HH:MM); None where there are none."""
    if begins is None or ends is None or begins == ends:
        return None
    return QuietHours(time.fromisoformat(begins), time.fromisoformat(ends), ZoneInfo(zone))


def awake_from(at: datetime, quiet: QuietHours | None) -> datetime:
    """Return `at` if the person may be disturbed then, otherwise the end of the quiet hours it lies in (aware, UTC)."""
    if quiet is None:
        return at
    local = at.astimezone(quiet.zone)
    clock = local.time()
    over_midnight = quiet.ends < quiet.begins
    evening = over_midnight and clock >= quiet.begins
    inside = evening or clock < quiet.ends if over_midnight else quiet.begins <= clock < quiet.ends
    if not inside:
        return at
    day = local.date() + timedelta(days=1) if evening else local.date()
    end = datetime.combine(day, quiet.ends, quiet.zone).astimezone(UTC)
    # In the hour that a change of clocks repeats, the end may lie before: then it is over.
    return max(end, at)
