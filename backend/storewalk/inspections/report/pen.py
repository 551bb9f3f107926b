"""How a report writes numbers, shares and instants, in its reader's language and the store's time."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from storewalk.core.schemas import Words
from storewalk.inspections.report import words

HOUR = 60


class Pen(Struct, frozen=True):
    """Writes in one language and by one clock."""

    locale: str
    zone: ZoneInfo

    def say(self, text: Words, **values: object) -> str:
        """Return a text in the language, its places filled."""
        said = text.in_locale(self.locale)
        return said.format(**values) if values else said

    def at(self, instant: datetime) -> str:
        """Return an instant as a clock in the store shows it."""
        return instant.astimezone(self.zone).strftime("%Y-%m-%d %H:%M")

    def clock(self, instant: datetime) -> str:
        """Return only the time of day."""
        return instant.astimezone(self.zone).strftime("%H:%M")

    def lasting(self, length: timedelta) -> str:
        """Return a length of time in hours and minutes."""
        hours, minutes = divmod(round(length.total_seconds() / 60), HOUR)
        return self.say(words.HOURS if hours else words.MINUTES, hours=hours, minutes=minutes)


def figure(value: float) -> str:
    """Write a number without trailing zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
