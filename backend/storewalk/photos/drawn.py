"""A mark: what a person draws on a photo to point at something. It is data beside the photo, which is never changed."""

from enum import StrEnum
from typing import Annotated, Final

from msgspec import Meta

from storewalk.core.schemas import Input

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
