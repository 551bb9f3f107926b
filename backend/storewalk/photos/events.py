"""What happened to photos, for other rooms and for live screens."""

from datetime import datetime
from uuid import UUID

from storewalk.core.events import Event


class PhotoRegistered(Event, kind="photos.registered"):
    """A phone gave the capture record and was given a policy to upload under."""

    purpose: str


class PhotoUploaded(Event, kind="photos.uploaded"):
    """A phone said that the upload is complete; verification follows."""


class PhotoReady(Event, kind="photos.ready"):
    """Size and hash agree and the picture was developed; `width` and `height` are pixels of the upright original."""

    purpose: str
    sha256: str
    width: int
    height: int


class PhotoRefused(Event, kind="photos.refused"):
    """The bytes are not the photo that was promised, or no picture that may be shown; see `Reason`."""

    reason: str


class PhotoMissing(Event, kind="photos.missing"):
    """The upload was said to be complete but never arrived; the phone is asked to send it again."""


class PhotoReused(Event, kind="photos.reused"):
    """The same picture was handed in before, under another capture record, as photo `original`."""

    original: UUID


class PhotoShared(Event, kind="photos.shared"):
    """Somebody was given a link to the copy without faces, until `expires_at`."""

    share: UUID
    expires_at: datetime


class PhotoVeiled(Event, kind="photos.veiled"):
    """The copy without faces is there."""


class PhotoRemoved(Event, kind="photos.removed"):
    """Retention took a photo's pictures away; its record stays."""


class RetentionChanged(Event, kind="photos.retention_changed"):
    """The organization keeps photos for other numbers of days; the subject is the organization."""
