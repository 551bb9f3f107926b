"""The marks of photos as they are named, and what makes one whole."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from msgspec import field

from storewalk.core.errors import FieldError, Invalid
from storewalk.core.schemas import Input, Output
from storewalk.photos.drawn import Mark, MarkKind, Marks
from storewalk.photos.schemas import PhotoSpec


class MarkedPhoto(PhotoSpec):
    """A photo as an answer names it, with what was drawn on it there."""

    marks: Marks = field(default_factory=list[Mark])


class ShareForm(Input):
    """Share a photo with what was drawn on it; the id is the client's own UUIDv7, so a repeat is the same share."""

    id: UUID
    marks: Marks = field(default_factory=list[Mark])


class PhotoMarks(Output):
    """The marks of one photo of several."""

    photo_id: UUID
    marks: list[Mark]


def require_whole(photos: Sequence[MarkedPhoto]) -> None:
    """Raise Invalid, naming the field, for an arrow or circle without an end or with words, or a text without any."""
    for p, photo in enumerate(photos):
        require_marks(photo.marks, f"photos[{p}].marks")


def require_marks(marks: Sequence[Mark], at: str = "marks") -> None:
    """Do the same for the marks of one photo, which are at a place in what was sent."""
    for m, mark in enumerate(marks):
        for fault in _faults(mark, f"{at}[{m}]"):
            raise Invalid(fault.message_key, field=fault.field)


def _faults(mark: Mark, at: str) -> Iterator[FieldError]:
    if mark.kind is MarkKind.TEXT:
        if not (mark.text or "").strip():
            yield FieldError(f"{at}.text", "photos.mark_text_missing")
        if mark.to_x is not None or mark.to_y is not None:
            yield FieldError(f"{at}.toX", "photos.mark_end_unasked")
        return
    if mark.to_x is None or mark.to_y is None:
        yield FieldError(f"{at}.{'toX' if mark.to_x is None else 'toY'}", "photos.mark_end_missing")
    if mark.text is not None:
        yield FieldError(f"{at}.text", "photos.mark_text_unasked")
