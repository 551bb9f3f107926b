"""How a sheet's texts are written."""

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from storewalk.core.schemas import Words


class Pen(Struct, frozen=True):
    """Writes in one language and in the store's time."""

    locale: str
    zone: ZoneInfo

    def say(self, text: Words) -> str:
        """Return a text in the language."""
        return text.in_locale(self.locale)

    def at(self, instant: datetime) -> str:
        """Return an instant as a clock in the store shows it."""
        return instant.astimezone(self.zone).strftime("%Y-%m-%d %H:%M")

    def signed(self, name: str | None, instant: datetime | None) -> str:
        """Return who did something, and when; nothing where nobody did."""
        return "" if instant is None else f"{name or ''} {self.at(instant)}".strip()
