"""Photos on the wire, and the small structs other rooms get."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, Final, Self
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output
from storewalk.photos import keys
from storewalk.photos.darkroom import ContentType, Reason
from storewalk.photos.models import Datum, Photo, PhotoState, Purpose, Source

MAX_BYTES = 20 * 1024 * 1024
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Bytes = Annotated[int, Meta(ge=1, le=MAX_BYTES)]

APART_BY: Final = timedelta(minutes=10)
"""A file's time may differ so much from the capture record's before it is doubted: cameras' clocks drift."""
APART_M: Final = 300
"""And its place by so many metres, on top of the fix's own accuracy."""
POOR_FIX_M: Final = 150
"""An accuracy worse than this says little about a store; it blocks nothing."""


class Doubt(StrEnum):
    """What makes a capture record worth a second look; it is told, and stops nothing."""

    TIME_APART = "time_apart"
    PLACE_APART = "place_apart"
    POOR_FIX = "poor_fix"


class Position(Input):
    """A fix as the device gave it, with its datum; `accuracy_m` is the radius in metres."""

    lat: Annotated[float, Meta(ge=-90, le=90)]
    lng: Annotated[float, Meta(ge=-180, le=180)]
    accuracy_m: Annotated[float, Meta(ge=0, le=10_000_000)] | None = None
    datum: Datum = Datum.WGS84


class Capture(Input):
    """The capture record, which is the evidence: a browser's camera writes no EXIF."""

    taken_at: Annotated[datetime, Meta(tz=True)]
    source: Source
    position: Position | None = None
    device: Annotated[str, Meta(max_length=120)] = ""


class RegisterPhoto(Input):
    """Announce a photo; the id is the phone's own UUIDv7, so that a repeat is the same photo."""

    id: UUID
    store_id: UUID
    purpose: Purpose
    sha256: Sha256
    size: Bytes
    content_type: Annotated[str, Meta(max_length=100)]
    capture: Capture


class PhotoSpec(Input):
    """A photo as an answer names it, perhaps before the server has heard of it."""

    id: UUID
    sha256: Sha256
    size: Bytes


class PhotoLinks(Output):
    """Presigned links to the two renditions (no metadata, the large one stamped); they expire within minutes."""

    large: str
    small: str


class Upload(Output):
    """Where and with which form fields to send the bytes; the file field comes last."""

    url: str
    fields: dict[str, str]


class PhotoFacts(Output):
    """A photo's columns as lists and other rooms read them."""

    id: UUID
    store_id: UUID
    purpose: Purpose
    state: PhotoState
    reason: Reason | None
    taken_at: datetime | None
    source: Source | None
    reused_of: UUID | None


class PhotoRow(PhotoFacts):
    """The columns behind one `PhotoOut`."""

    org_id: UUID
    permission: str
    shown_to_all: bool
    width: int | None
    height: int | None
    duration_ms: int | None
    latitude: float | None
    longitude: float | None
    accuracy_m: float | None
    datum: Datum | None
    size: int
    content_type: ContentType | None
    distance_m: float | None
    exif_taken_at: datetime | None
    exif_apart_m: float | None
    settled_at: datetime | None
    removed_at: datetime | None


class PhotoOut(PhotoFacts):
    """A photo without what is seen on it (the `shelves` room adds that).

    `distance_m` is from the capture record's position to the store, `exif_taken_at` and `exif_apart_m` are what the
    file itself said; `removed_at` is since when retention shows it no more. A spoken note has a duration and a link to
    its `sound`, where a picture has a size and links to its renditions.
    """

    width: int | None
    height: int | None
    duration_ms: int | None
    position: Position | None
    distance_m: float | None
    exif_taken_at: datetime | None
    exif_apart_m: float | None
    doubts: list[Doubt]
    removed_at: datetime | None
    links: PhotoLinks | None
    sound: str | None

    @classmethod
    def of(cls, photo: Photo | PhotoRow) -> Self:
        """Describe a photo; the links of a ready one are object keys until `links.sign` makes addresses of them."""
        return cls(**described(photo))


class RegisteredPhoto(PhotoOut):
    """A photo and, while its bytes are awaited, the policy to upload them under."""

    size: int
    content_type: ContentType | None
    upload: Upload | None

    @classmethod
    def of(cls, photo: Photo | PhotoRow) -> Self:
        """Describe a photo just registered; the upload is an object key until `links.sign_upload` signs it."""
        awaited = photo.state is PhotoState.AWAITING
        return cls(
            **described(photo),
            size=photo.size,
            content_type=photo.content_type,
            upload=Upload(url=keys.upload(photo.org_id, photo.id), fields={}) if awaited else None,
        )


AS_KEPT: Final = ("width", "height", "duration_ms", "distance_m", "exif_taken_at", "exif_apart_m", "removed_at")


def described(photo: Photo | PhotoRow) -> dict[str, Any]:
    """Return the fields of `PhotoOut`."""
    position = None
    if photo.latitude is not None and photo.longitude is not None and photo.datum is not None:
        position = Position(lat=photo.latitude, lng=photo.longitude, accuracy_m=photo.accuracy_m, datum=photo.datum)
    links = sound = None
    if photo.state is not PhotoState.READY or photo.removed_at is not None:
        pass
    elif photo.purpose is Purpose.VOICE:
        sound = keys.original(photo.org_id, photo.id)
    else:
        large = keys.large if photo.settled_at is not None else keys.large_before
        links = PhotoLinks(large=large(photo.org_id, photo.id), small=keys.small(photo.org_id, photo.id))
    return {
        **{name: getattr(photo, name) for name in (*PhotoFacts.__struct_fields__, *AS_KEPT)},
        "position": position,
        "doubts": doubts(photo),
        "links": links,
        "sound": sound,
    }


def doubts(photo: Photo | PhotoRow) -> list[Doubt]:
    """Compare the capture record with what the file said, and judge the fix."""
    found: list[Doubt] = []
    taken, written = photo.taken_at, photo.exif_taken_at
    if taken is not None and written is not None and abs(taken - written) > APART_BY:
        found.append(Doubt.TIME_APART)
    if photo.exif_apart_m is not None and photo.exif_apart_m > APART_M + (photo.accuracy_m or 0):
        found.append(Doubt.PLACE_APART)
    if photo.accuracy_m is not None and photo.accuracy_m > POOR_FIX_M:
        found.append(Doubt.POOR_FIX)
    return found


class ShareState(StrEnum):
    """How far a share is: its copy is being made, can be opened, or can be opened no more."""

    PREPARING = "preparing"
    OPEN = "open"
    OVER = "over"


class ShareOut(Output):
    """A share and its link, which opens the copy without faces for everybody who has it, until `expires_at`."""

    id: UUID
    photo_id: UUID
    expires_at: datetime
    state: ShareState
    link: str | None


Days = Annotated[int, Meta(ge=1, le=11_000)]


class SetRetention(Input):
    """For how many days photos are kept; `if_version` is the version that was read."""

    evidence_days: Days
    shelf_days: Days
    quarantine_days: Days
    if_version: int


class RetentionOut(Output):
    """For how many days photos are kept; version 0 are the defaults."""

    evidence_days: int
    shelf_days: int
    quarantine_days: int
    version: int


class RefusedPhoto(Output):
    """A photo that was refused, and why; its bytes are in quarantine until `removed_at`."""

    id: UUID
    store_name: str
    person: str | None
    reason: Reason
    content_type: ContentType | None
    size: int
    refused_at: datetime
    removed_at: datetime | None
