"""Spoken notes: recordings that take the same way as photos, and are heard instead of looked at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from storewalk.photos.darkroom import ContentType, Reason, UnfitPhoto
from storewalk.photos.mp4_sound import mp4_duration_ms
from storewalk.photos.webm_sound import webm_duration_ms

MOST_BYTES: Final = 1024 * 1024  # a minute at 130 kbit/s; phones are asked for a quarter of that
LONGEST_MS: Final = 65_000  # a minute, and what a phone needs to stop

READERS: Final[Mapping[ContentType, Callable[[bytes], int]]] = {
    ContentType.WEBM: webm_duration_ms,
    ContentType.MP4: mp4_duration_ms,
}
"""The types that browsers record; what a file is, its bytes say."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A recording that can be played."""

    duration_ms: int


def hear(data: bytes, content_type: ContentType) -> Heard:
    """Examine a recording's bytes.

    Raises:
        UnfitPhoto: they are no sound of that type, or last too long.

    """
    duration_ms = READERS[content_type](data)
    if duration_ms > LONGEST_MS:
        raise UnfitPhoto(Reason.TOO_LONG)
    return Heard(max(1, duration_ms))
