"""Marks on a photo: what a person points at. They are data beside it, so the picture itself is never changed."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Final
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.errors import FieldError, Invalid
from storewalk.core.schemas import Input, Output
from storewalk.photos.schemas import PhotoSpec

MOST_MARKS: Final = 20
MOST_LETTERS: Final = 60
Share = Annotated[float, Meta(ge=0, le=1)]
"""A place on a photo as people see it, upright: from its left edge or from its upper one, as a share of that side."""


class MarkKind(StrEnum):
    """What a person draws."""

    ARROW = "arrow"
    CIRCLE = "circle"
    TEXT = "text"


class Mark(Input):
    """An arrow from `(x, y)` to its tip at `(to_x, to_y)`, a circle between these corners, or a text.

    A text lies so that `x` of what is free beside it is on its left, and `y` of what is free is above it.
    """

    kind: MarkKind
    x: Share
    y: Share
    to_x: Share | None = None
    to_y: Share | None = None
    text: Annotated[str, Meta(max_length=MOST_LETTERS)] | None = None


Marks = Annotated[list[Mark], Meta(max_length=MOST_MARKS)]


class MarkedPhoto(PhotoSpec):
    """A photo as an answer names it, with what was drawn on it there."""

    marks: Marks = field(default_factory=list[Mark])


class PhotoMarks(Output):
    """The marks of one photo of several."""

    photo_id: UUID
    marks: list[Mark]


def require_whole(photos: Sequence[MarkedPhoto]) -> None:
    """Raise Invalid, naming the field, for an arrow or circle without an end or with words, or a text without any."""
    for p, photo in enumerate(photos):
        for m, mark in enumerate(photo.marks):
            for fault in _faults(mark, f"photos[{p}].marks[{m}]"):
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
