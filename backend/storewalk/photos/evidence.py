"""Putting a capture together: who stood where and when, by the record, by the file, and by the map."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from storewalk.core.tx import AnyTx
from storewalk.photos import queries
from storewalk.photos.darkroom import FileRecord
from storewalk.photos.models import Datum, Photo
from storewalk.photos.schemas import Position
from storewalk.photos.stamp import Shot
from storewalk.photos.surveyor import Site, Surveyor


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a photo's row keeps beside the capture record; metres, and the file's position in WGS-84 degrees."""

    distance_m: float | None = None
    exif_taken_at: datetime | None = None
    exif_latitude: float | None = None
    exif_longitude: float | None = None
    exif_apart_m: float | None = None


async def look_up(tx: AnyTx, photo: Photo, surveyor: Surveyor) -> Shot:
    """Find out what the stamp says of a registered photo."""
    position = recorded_position(photo)
    site = await surveyor.site(tx, photo.store_id, position)
    person = await queries.person(tx, photo.taken_by) if photo.taken_by is not None else None
    return Shot(
        site=site,
        person=person.name if person is not None else None,
        locale=person.locale if person is not None else "zh",
        taken_at=photo.taken_at,
        source=photo.source,
        located=position is not None,
        accuracy_m=photo.accuracy_m,
    )


def compare(photo: Photo, site: Site | None, record: FileRecord | None, surveyor: Surveyor) -> Evidence:
    """Lay the file's own record beside the capture record."""
    distance_m = site.distance_m if site is not None else None
    if record is None:
        return Evidence(distance_m)
    position, apart_m = recorded_position(photo), None
    if record.latitude is not None and record.longitude is not None and position is not None:
        apart_m = surveyor.apart_m(position, Position(lat=record.latitude, lng=record.longitude, datum=Datum.WGS84))
    taken_at = instant(record.taken_at, site)
    return Evidence(distance_m, taken_at, record.latitude, record.longitude, apart_m)


def instant(written: datetime | None, site: Site | None) -> datetime | None:
    """Read a camera's time: without a zone it is taken for the store's, and without a store for unknown."""
    if written is not None and written.tzinfo is None:
        written = written.replace(tzinfo=ZoneInfo(site.time_zone)) if site is not None else None
    try:
        return written.astimezone(UTC) if written is not None else None
    except OverflowError:  # the year 1 or 9999
        return None


def recorded_position(photo: Photo) -> Position | None:
    """Return the position of the capture record."""
    if photo.latitude is None or photo.longitude is None or photo.datum is None:
        return None
    return Position(lat=photo.latitude, lng=photo.longitude, accuracy_m=photo.accuracy_m, datum=photo.datum)
