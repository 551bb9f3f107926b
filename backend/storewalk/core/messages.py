"""Texts people read, in Chinese and English: each room's messages.toml, read once at start."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

LOCALES: Final = ("zh", "en")
ROOMS: Final = Path(__file__).resolve().parent.parent


class Catalog:
    """Every message of the program by key and language."""

    def __init__(self, entries: Mapping[str, Mapping[str, str]]) -> None:
        self.entries = entries

    def text(self, key: str, locale: str, params: Mapping[str, object] | None = None) -> str:
        """Return the text of `key`, filled; the key itself where no room has it (a test finds those)."""
        entry = self.entries.get(key)
        if entry is None:
            return key
        return entry.get(locale, entry["zh"]).format_map(_Blank(params or {}))


class _Blank(dict[str, object]):
    """Parameters, where an absent one shows as a dash rather than failing an answer that is about an error."""

    def __missing__(self, key: str) -> str:
        return "–"


def read_catalog(rooms: Path = ROOMS) -> Catalog:
    """Read `messages.toml` of every room below `rooms`."""
    entries: dict[str, Mapping[str, str]] = {}
    for path in sorted(rooms.glob("*/messages.toml")):
        entries.update(tomllib.loads(path.read_text("utf-8")))
    return Catalog(entries)


def pick_locale(accept_language: str) -> str:
    """Choose a language from an Accept-Language header: English if it comes first, Chinese otherwise."""
    for part in accept_language.lower().split(","):
        tag = part.split(";")[0].strip()
        if tag.startswith("zh"):
            return "zh"
        if tag.startswith("en"):
            return "en"
    return "zh"
