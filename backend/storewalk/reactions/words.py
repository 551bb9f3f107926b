"""Texts of notices, in both languages at once."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from storewalk.core.messages import Catalog
from storewalk.core.schemas import Words

TEXTS: Final = Catalog(tomllib.loads((Path(__file__).parent / "messages.toml").read_text("utf-8")))
Param = str | int | Words


def words(key: str, **params: Param) -> Words:
    """Return a text of this room's messages.toml, filled in each language; words fill it in the same language."""
    return Words(_text(key, "zh", params), _text(key, "en", params))


def local_time(at: datetime, zone: ZoneInfo) -> Words:
    """Return an instant as a store's wall clock and calendar show it."""
    local = at.astimezone(zone)
    return words(
        "reactions.local_time", month=local.month, day=local.day, month_name=f"{local:%b}", time=f"{local:%H:%M}"
    )


def local_day(day: date) -> Words:
    """Return a day as a calendar shows it."""
    return words("reactions.local_day", month=day.month, day=day.day, month_name=f"{day:%b}")


def _text(key: str, locale: str, params: dict[str, Param]) -> str:
    filled = {name: value.in_locale(locale) if isinstance(value, Words) else value for name, value in params.items()}
    return TEXTS.text(key, locale, filled)
