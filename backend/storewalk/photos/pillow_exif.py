"""Reading what a camera wrote into the file, before the file is stripped: its time and its position."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from math import isfinite
from typing import Any, Final

from PIL import Image

from storewalk.photos.darkroom import FileRecord

EXIF_IFD: Final = 0x8769
GPS_IFD: Final = 0x8825
TIMES: Final = (0x9003, 0x9004)  # original, digitized
CHANGED: Final = 0x0132
OFFSETS: Final = (0x9011, 0x9012, 0x9010)
SEXAGESIMAL: Final = 3


def file_record(picture: Image.Image) -> FileRecord | None:
    """Return what the file says of its capture, or None where it says nothing that can be read.

    EXIF comes from strangers: whatever is wrong with it makes it unknown, never the photo unfit.
    """
    try:
        tags = picture.getexif()
        shot: Mapping[int, Any] = tags.get_ifd(EXIF_IFD)
        place: Mapping[int, Any] = tags.get_ifd(GPS_IFD)
        taken_at = moment(shot, tags.get(CHANGED))
        position = coordinates(place)
    except Exception:  # noqa: BLE001 - a hostile directory makes the reader raise anything
        return None
    if taken_at is None and position is None:
        return None
    latitude, longitude = position or (None, None)
    return FileRecord(taken_at, latitude, longitude)


def moment(shot: Mapping[int, Any], changed: object) -> datetime | None:
    """Return when the picture was taken: aware where the camera told its offset, else by its own wall clock."""
    text = next((shot[tag] for tag in TIMES if shot.get(tag)), changed)
    if not isinstance(text, str):
        return None
    offset = next((shot[tag] for tag in OFFSETS if isinstance(shot.get(tag), str)), "")
    for candidate in (text.strip("\0 ") + offset.strip("\0 "), text.strip("\0 ")):
        for form in ("%Y:%m:%d %H:%M:%S%z", "%Y:%m:%d %H:%M:%S"):
            try:
                return datetime.strptime(candidate, form)  # noqa: DTZ007 - the zone is the store's, known to the caller
            except ValueError:
                continue
    return None


def coordinates(place: Mapping[int, Any]) -> tuple[float, float] | None:
    """Return degrees north and east, from degrees, minutes and seconds with their hemispheres."""
    latitude = degrees(place.get(2), place.get(1) == "S")
    longitude = degrees(place.get(4), place.get(3) == "W")
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:  # noqa: PLR2004 - degrees
        return None
    return (latitude, longitude)


def degrees(parts: Sequence[Any] | None, negative: bool) -> float | None:
    """Turn degrees, minutes and seconds into degrees; None for anything else."""
    if parts is None or len(parts) != SEXAGESIMAL:
        return None
    value = float(parts[0]) + float(parts[1]) / 60 + float(parts[2]) / 3600
    return None if not isfinite(value) else -value if negative else value
