"""Photos on the wire, and the small structs other rooms get."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output
from storewalk.photos import keys
from storewalk.photos.darkroom import ContentType, Reason
from storewalk.photos.models import Datum, Photo, PhotoState, Purpose, Source

MAX_BYTES = 20 * 1024 * 1024
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Bytes = Annotated[int, Meta(ge=1, le=MAX_BYTES)]


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
    """Presigned links to the two renditions (WebP, no metadata); they expire within minutes."""

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
    width: int | None
    height: int | None
    latitude: float | None
    longitude: float | None
    accuracy_m: float | None
    datum: Datum | None
    size: int
    content_type: ContentType | None


class PhotoOut(PhotoFacts):
    """A photo without what is seen on it (the `shelves` room adds that)."""

    width: int | None
    height: int | None
    position: Position | None
    links: PhotoLinks | None

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


def described(photo: Photo | PhotoRow) -> dict[str, Any]:
    """Return the fields of `PhotoOut`."""
    position = None
    if photo.latitude is not None and photo.longitude is not None and photo.datum is not None:
        position = Position(lat=photo.latitude, lng=photo.longitude, accuracy_m=photo.accuracy_m, datum=photo.datum)
    links = None
    if photo.state is PhotoState.READY:
        links = PhotoLinks(large=keys.large(photo.org_id, photo.id), small=keys.small(photo.org_id, photo.id))
    return {
        **{name: getattr(photo, name) for name in (*PhotoFacts.__struct_fields__, "width", "height")},
        "position": position,
        "links": links,
    }
