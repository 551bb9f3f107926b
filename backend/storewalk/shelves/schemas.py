"""Readings on the wire."""

from typing import Any, Self
from uuid import UUID

import msgspec

from storewalk.core.schemas import Output
from storewalk.photos.api import PhotoOut
from storewalk.shelves.detector import Box
from storewalk.shelves.models import ReadingState


class ReadingRow(msgspec.Struct, frozen=True, kw_only=True):
    """The columns behind one `Reading`."""

    photo_id: UUID
    state: ReadingState
    reason: str | None
    availability: float | None
    facings: int | None
    gaps: int | None
    boxes: Any
    model_version: str | None


class Reading(Output):
    """What was seen on a photo, or why nothing was."""

    state: ReadingState
    reason: str | None = None
    availability: float | None = None
    facings: int | None = None
    gaps: int | None = None
    boxes: tuple[Box, ...] = ()
    model_version: str | None = None

    @classmethod
    def of(cls, row: ReadingRow) -> Self:
        """Describe a stored reading."""
        return cls(
            state=row.state,
            reason=row.reason,
            availability=row.availability,
            facings=row.facings,
            gaps=row.gaps,
            boxes=msgspec.convert(row.boxes, tuple[Box, ...]),
            model_version=row.model_version,
        )


class PhotoView(PhotoOut):
    """A photo and, for a shelf, its reading."""

    reading: Reading | None
