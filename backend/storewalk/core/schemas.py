"""Shapes on the wire: closed inputs, outputs, two-language words, pages."""

import base64
import binascii
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated, Final, Generic, TypeVar
from uuid import UUID

import msgspec

from storewalk.core.errors import Invalid
from storewalk.core.structs import FrozenKeywordStruct

T = TypeVar("T")
S = TypeVar("S", bound=msgspec.Struct)
MAX_PAGE: Final = 100


class Input(msgspec.Struct, metaclass=FrozenKeywordStruct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """What a client sends: frozen, closed, camelCase."""


class Output(msgspec.Struct, metaclass=FrozenKeywordStruct, frozen=True, rename="camel"):
    """What a client gets: frozen, camelCase."""


class Words(msgspec.Struct, frozen=True):
    """A text that people wrote in both languages."""

    zh: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    en: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]

    def in_locale(self, locale: str) -> str:
        """Return the text in `locale`, Chinese unless English is asked for."""
        return self.en if locale == "en" else self.zh


class Page(msgspec.Struct, Generic[T], frozen=True):
    """Part of a list; `next` is the cursor of the part after it, or null at the end."""

    items: list[T]
    next: str | None


class Cursor(msgspec.Struct, frozen=True):
    """A place in a list ordered by `(recorded_at, id)`."""

    at: datetime
    id: UUID


def page_size(limit: int | None) -> int:
    """Return the number of rows to give for a wanted `limit`: 50 unless told, 1 to 100.

    Raises Invalid for a limit below 1.
    """
    if limit is not None and limit < 1:
        raise Invalid("core.limit_too_small", field="limit")
    return min(limit or 50, MAX_PAGE)


def decode_cursor(text: str | None) -> Cursor | None:
    """Read a cursor that `page` wrote. Raises Invalid for anything else."""
    return decode_after(text, Cursor)


def encode_after(place: msgspec.Struct) -> str:
    """Write the cursor of a list that has an order of its own: the place where a page ended."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode()


def decode_after(text: str | None, kind: type[S]) -> S | None:
    """Read a cursor that `encode_after` wrote. Raises Invalid for anything else."""
    if not text:
        return None
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(text), type=kind)
    except (binascii.Error, msgspec.DecodeError, ValueError) as error:
        raise Invalid("core.bad_cursor", field="cursor") from error


def page(rows: Sequence[T], limit: int, key: Callable[[T], tuple[datetime, UUID]]) -> Page[T]:
    """Cut `rows`, read with one more than `limit`, into a page; `key` gives a row's `(recorded_at, id)`."""
    shown = list(rows[:limit])
    if len(rows) <= limit:
        return Page(shown, None)
    at, row_id = key(shown[-1])
    return Page(shown, encode_after(Cursor(at, row_id)))
