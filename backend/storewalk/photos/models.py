"""The photo row: what was promised (hash, size), what was captured, and what verification found.

A spoken note is such a row too: it is registered, uploaded, verified, kept and removed in the same way.
"""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Integer, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum
from storewalk.photos.darkroom import ContentType, Reason
from storewalk.photos.drawn import Mark
from storewalk.photos.marks_column import MARKS_FIT, MarksType


class PhotoState(StrEnum):
    """How far a photo has come; only `ready` ones are shown, and only as renditions."""

    AWAITING = "awaiting"
    UPLOADED = "uploaded"
    READY = "ready"
    REFUSED = "refused"


class Purpose(StrEnum):
    """What it is for: a shelf is read by the detector, evidence is looked at by people, a voice is heard."""

    SHELF = "shelf"
    EVIDENCE = "evidence"
    VOICE = "voice"


class Source(StrEnum):
    """Where the phone took the picture from."""

    CAMERA = "camera"
    GALLERY = "gallery"


class Datum(StrEnum):
    """The reference of a position: browsers give WGS-84, Amap and Tencent GCJ-02, Baidu BD-09."""

    WGS84 = "WGS84"
    GCJ02 = "GCJ02"
    BD09 = "BD09"


class Photo(Tenanted, Versioned, Base):
    """One capture. Its id is made by the phone; store and permission say who may see it."""

    __tablename__ = "photo"
    __table_args__ = (
        belongs_to("scope_node", column="store_id"),
        belongs_to("photo", column="reused_of"),
        CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name="sha256_hex"),
        CheckConstraint("size BETWEEN 1 AND 20971520", name="size_bounds"),
        CheckConstraint("(state = 'ready') = (coalesce(width, duration_ms) IS NOT NULL)", name="ready_has_size"),
        CheckConstraint(
            "(purpose = 'voice') = (content_type LIKE 'audio/%') AND (purpose = 'voice' OR duration_ms IS NULL)",
            name="voice_is_sound",
        ),
        CheckConstraint("purpose <> 'voice' OR (size <= 1048576 AND width IS NULL)", name="voice_bounds"),
        CheckConstraint("state <> 'refused' OR reason IS NOT NULL", name="refused_has_reason"),
        CheckConstraint("state = 'awaiting' OR content_type IS NOT NULL", name="uploaded_has_type"),
        CheckConstraint("(latitude IS NULL) = (datum IS NULL)", name="position_has_datum"),
        CheckConstraint("(phash IS NULL) = (band_0 IS NULL)", name="phash_has_bands"),
        CheckConstraint("purged_at IS NULL OR removed_at IS NOT NULL", name="purged_was_removed"),
        Index(None, "org_id", "store_id", "recorded_at"),
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "sha256"),
        Index(None, "org_id", "changed_at"),
        *(Index(None, "org_id", f"band_{n}") for n in range(5)),
        Index("ix_photo_kept", "org_id", "recorded_at", postgresql_where=text("removed_at IS NULL")),
        Index("ix_photo_to_purge", "org_id", postgresql_where=text("removed_at IS NOT NULL AND purged_at IS NULL")),
        Index("ix_photo_refused", "org_id", "changed_at", postgresql_where=text("state = 'refused'")),
    )
    store_id: Mapped[UUID]
    permission: Mapped[str]
    purpose: Mapped[Purpose] = mapped_column(text_enum(Purpose))
    sha256: Mapped[str]
    size: Mapped[int] = mapped_column(Integer)
    content_type: Mapped[ContentType | None] = mapped_column(text_enum(ContentType))
    shown_to_all: Mapped[bool] = mapped_column(default=False)
    """Whoever holds the permission anywhere may see it: a picture that a checklist shows, not evidence of a store."""
    state: Mapped[PhotoState] = mapped_column(text_enum(PhotoState))
    reason: Mapped[Reason | None] = mapped_column(text_enum(Reason))

    taken_at: Mapped[datetime | None]
    source: Mapped[Source | None] = mapped_column(text_enum(Source))
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    accuracy_m: Mapped[float | None]
    datum: Mapped[Datum | None] = mapped_column(text_enum(Datum))
    device_name: Mapped[str | None]
    device_offset_ms: Mapped[int | None]
    taken_by: Mapped[UUID | None]
    """Who registered it; told on the stamp."""
    distance_m: Mapped[float | None]
    """Metres from the capture record's position to the store, where both are known."""

    exif_taken_at: Mapped[datetime | None]
    exif_latitude: Mapped[float | None]
    exif_longitude: Mapped[float | None]
    """Read from the file before it was stripped: WGS-84, as EXIF is."""
    exif_apart_m: Mapped[float | None]
    """Metres between the file's position and the capture record's."""

    width: Mapped[int | None] = mapped_column(Integer)
    height: Mapped[int | None] = mapped_column(Integer)
    duration_ms: Mapped[int | None] = mapped_column(Integer)
    """How long a spoken note lasts."""
    phash: Mapped[int | None]
    band_0: Mapped[int | None] = mapped_column(SmallInteger)
    band_1: Mapped[int | None] = mapped_column(SmallInteger)
    band_2: Mapped[int | None] = mapped_column(SmallInteger)
    band_3: Mapped[int | None] = mapped_column(SmallInteger)
    band_4: Mapped[int | None] = mapped_column(SmallInteger)
    reused_of: Mapped[UUID | None]

    settled_at: Mapped[datetime | None]
    veiled_at: Mapped[datetime | None]
    """Since when there is a rendition without faces, to be shared."""
    removed_at: Mapped[datetime | None]
    """Since when retention shows it no more; `purged_at` is when the last of its objects was gone."""
    purged_at: Mapped[datetime | None]


class PhotoShare(Tenanted, Base):
    """A person's permission to pass a photo's veiled copy on, until it expires.

    Where `marks` are drawn on it, the copy is the share's own and made at `drawn_at`.
    """

    __tablename__ = "photo_share"
    __table_args__ = (
        belongs_to("photo"),
        belongs_to("account"),
        CheckConstraint(MARKS_FIT, name="marks_fit"),
        CheckConstraint("drawn_at IS NULL OR marks <> '[]'", name="drawn_has_marks"),
        Index(None, "org_id", "photo_id"),
    )
    photo_id: Mapped[UUID]
    account_id: Mapped[UUID]
    expires_at: Mapped[datetime]
    marks: Mapped[list[Mark]] = mapped_column(MarksType, default=list)
    drawn_at: Mapped[datetime | None]


class PhotoHold(Tenanted, Base):
    """Something that needs a photo beyond its days: an open task, a voucher. `source` and `source_id` are opaque."""

    __tablename__ = "photo_hold"
    __table_args__ = (
        belongs_to("photo"),
        UniqueConstraint("org_id", "photo_id", "source", "source_id"),
        Index(None, "org_id", "source", "source_id"),
    )
    photo_id: Mapped[UUID]
    source: Mapped[str]
    source_id: Mapped[UUID]


class PhotoRetention(Tenanted, Versioned, Base):
    """For how many days an organization keeps photos; its id is the organization's, and without it defaults hold."""

    __tablename__ = "photo_retention"
    __table_args__ = tuple(
        CheckConstraint(f"{name} BETWEEN 1 AND 11000", name=name)
        for name in ("evidence_days", "shelf_days", "quarantine_days")
    )
    evidence_days: Mapped[int] = mapped_column(Integer)
    shelf_days: Mapped[int] = mapped_column(Integer)
    quarantine_days: Mapped[int] = mapped_column(Integer)
