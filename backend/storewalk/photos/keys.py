"""Where a photo's objects lie: everything of one photo below `organization/photo/`."""

from collections.abc import Iterable
from uuid import UUID


def upload(org_id: UUID, photo_id: UUID) -> str:
    """The only key a phone may write. What lies here was checked by nobody and is never linked."""
    return f"{org_id}/{photo_id}/upload"


def original(org_id: UUID, photo_id: UUID) -> str:
    """The verified bytes, out of reach of any upload policy: the evidence behind the hash, and what is played."""
    return f"{org_id}/{photo_id}/original"


def large(org_id: UUID, photo_id: UUID) -> str:
    """The stamped rendition of about 1600 pixels."""
    return f"{org_id}/{photo_id}/large.jpg"


def large_before(org_id: UUID, photo_id: UUID) -> str:
    """The large rendition of photos that were settled before stamps were drawn: WebP, without one."""
    return f"{org_id}/{photo_id}/large.webp"


def small(org_id: UUID, photo_id: UUID) -> str:
    """The rendition of at most 320 pixels."""
    return f"{org_id}/{photo_id}/small.webp"


def veiled(org_id: UUID, photo_id: UUID) -> str:
    """The rendition without faces, stamp and metadata: the only one that is ever shared."""
    return f"{org_id}/{photo_id}/veiled.webp"


def marked(org_id: UUID, photo_id: UUID, share_id: UUID) -> str:
    """The veiled rendition with the marks of one share drawn into it."""
    return f"{org_id}/{photo_id}/marked-{share_id}.webp"


def quarantine(org_id: UUID, photo_id: UUID) -> str:
    """The bytes of a refused photo, kept for a while in case somebody asks; never linked."""
    return f"{org_id}/{photo_id}/quarantine"


def everything(org_id: UUID, photo_id: UUID, share_ids: Iterable[UUID]) -> tuple[str, ...]:
    """Return every key that a photo, and those of its shares that had marks, may have left something under."""
    keys = (upload, original, large, large_before, small, veiled, quarantine)
    return (
        *(key(org_id, photo_id) for key in keys),
        *(marked(org_id, photo_id, share_id) for share_id in share_ids),
    )
