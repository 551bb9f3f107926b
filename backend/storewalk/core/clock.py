"""The one source of the time of day."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Aware UTC now, shifted by `offset`: zero in production, moved by the demo chain and by tests of time."""

    def __init__(self, offset: timedelta = timedelta(0)) -> None:
        self.offset = offset

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        return datetime.now(UTC) + self.offset


def occurred(now: datetime, device_at: datetime | None, device_offset: timedelta) -> datetime:
    """When a thing happened on a device: its time plus its measured offset, never later than the receipt (`now`)."""
    if device_at is None:
        return now
    return min(now, device_at.astimezone(UTC) + device_offset)
