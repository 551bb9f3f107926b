"""The words on a photo's stamp: where, who, when, how far away, camera or gallery; what is unknown is left out.

Nothing here may load Pillow: the drawing is the darkroom's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from storewalk.photos.models import Source
from storewalk.photos.surveyor import Site

SOURCES: Final = {Source.CAMERA: "photos.stamp.camera", Source.GALLERY: "photos.stamp.gallery"}
KILOMETRE: Final = 1000
Text = Callable[[str, dict[str, object]], str]
"""Gives a message's text in the taker's language."""


@dataclass(frozen=True, slots=True)
class Shot:
    """What is known of a capture when its photo is developed; `accuracy_m` is None where no position is."""

    site: Site | None
    person: str | None
    locale: str
    taken_at: datetime | None
    source: Source | None
    located: bool
    accuracy_m: float | None


def caption(shot: Shot, text: Text) -> tuple[str, ...]:
    """Return the parts of the stamp in reading order; empty where nothing is known of the capture."""
    if shot.taken_at is None:
        return ()
    zone = ZoneInfo(shot.site.time_zone) if shot.site is not None else None
    moment = shot.taken_at.astimezone(zone) if zone is not None else shot.taken_at
    parts = [
        shot.site.name if shot.site is not None else "",
        shot.person or "",
        f"{moment:%Y-%m-%d %H:%M}" + ("" if zone is not None else " UTC"),
        whereabouts(shot, text),
        text(SOURCES[shot.source], {}) if shot.source is not None else "",
    ]
    return tuple(part for part in parts if part)


def whereabouts(shot: Shot, text: Text) -> str:
    """Say how far from the store the phone was, and how sure of it."""
    if not shot.located:
        return text("photos.stamp.no_position", {})
    off = text("photos.stamp.accuracy", {"metres": round(shot.accuracy_m)}) if shot.accuracy_m is not None else ""
    if shot.site is None or shot.site.distance_m is None:
        return text("photos.stamp.located", {"accuracy": off}).strip()
    return text("photos.stamp.distance", {"distance": length(shot.site.distance_m), "accuracy": off}).strip()


def length(metres: float) -> str:
    """Write a distance as people read it: metres up to a kilometre, then kilometres."""
    return f"{metres:.0f} m" if metres < KILOMETRE else f"{metres / KILOMETRE:.1f} km"
