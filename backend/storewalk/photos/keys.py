"""Where a photo's objects lie: everything of one photo below `organization/photo/`."""

from uuid import UUID


def upload(org_id: UUID, photo_id: UUID) -> str:
    """The only key a phone may write. What lies here was checked by nobody and is never linked."""
    return f"{org_id}/{photo_id}/upload"


def original(org_id: UUID, photo_id: UUID) -> str:
    """The verified bytes, out of reach of any upload policy: the evidence behind the hash."""
    return f"{org_id}/{photo_id}/original"


def large(org_id: UUID, photo_id: UUID) -> str:
    """The rendition of at most 1600 pixels."""
    return f"{org_id}/{photo_id}/large.webp"


def small(org_id: UUID, photo_id: UUID) -> str:
    """The rendition of at most 320 pixels."""
    return f"{org_id}/{photo_id}/small.webp"
