"""Readings, corrections and exports on the wire."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

import msgspec
from msgspec import Meta

from storewalk.core.schemas import Input, Output
from storewalk.photos.api import PhotoOut
from storewalk.shelves.detector import Box, Label, Row
from storewalk.shelves.label_set import SetCounts
from storewalk.shelves.models import ExportState, ReadingState

MOST_BOXES = 1000
Fraction = Annotated[float, Meta(ge=0, le=1)]


class ReadingRow(msgspec.Struct, frozen=True, kw_only=True):
    """The columns behind one `Reading`: the model's, and those of the correction that counts."""

    photo_id: UUID
    state: ReadingState
    reason: str | None
    availability: float | None
    facings: int | None
    gaps: int | None
    boxes: Any
    rows: Any
    model_version: str | None
    revision: int
    own_availability: float | None
    own_facings: int | None
    own_gaps: int | None
    own_boxes: Any | None
    own_rows: Any | None
    corrected_by: UUID | None
    corrected_at: datetime | None
    corrector: str | None


class ModelSight(Output):
    """What the model had seen where a person's boxes count now."""

    state: ReadingState
    availability: float | None
    facings: int | None
    gaps: int | None
    boxes: tuple[Box, ...]


class Correction(Output):
    """Who corrected the boxes last, and when."""

    by_id: UUID
    by_name: str
    at: datetime


class Reading(Output):
    """What counts as seen on a photo, or why nothing does.

    `version` is the number of corrections, which the next one names; with `correction`, all figures are those of the
    person's boxes, and `model` is what the model saw.
    """

    state: ReadingState
    reason: str | None = None
    availability: float | None = None
    facings: int | None = None
    gaps: int | None = None
    boxes: tuple[Box, ...] = ()
    rows: tuple[Row, ...] = ()
    model_version: str | None = None
    version: int = 0
    correction: Correction | None = None
    model: ModelSight | None = None

    @classmethod
    def of(cls, row: ReadingRow) -> Self:
        """Describe a stored reading."""
        boxes = msgspec.convert(row.boxes, tuple[Box, ...])
        if row.corrected_by is None or row.corrected_at is None:
            return cls(
                state=row.state,
                reason=row.reason,
                availability=row.availability,
                facings=row.facings,
                gaps=row.gaps,
                boxes=boxes,
                rows=msgspec.convert(row.rows, tuple[Row, ...]),
                model_version=row.model_version,
            )
        measured = row.own_availability is not None
        return cls(
            state=ReadingState.READ if measured else ReadingState.UNSURE,
            reason=None if measured else "nothing_seen",
            availability=row.own_availability,
            facings=row.own_facings,
            gaps=row.own_gaps,
            boxes=msgspec.convert(row.own_boxes, tuple[Box, ...]),
            rows=msgspec.convert(row.own_rows, tuple[Row, ...]),
            model_version=row.model_version,
            version=row.revision,
            correction=Correction(by_id=row.corrected_by, by_name=row.corrector or "", at=row.corrected_at),
            model=ModelSight(
                state=row.state, availability=row.availability, facings=row.facings, gaps=row.gaps, boxes=boxes
            ),
        )


class PhotoView(PhotoOut):
    """A photo and, for a shelf, its reading."""

    reading: Reading | None


class DrawnBox(Input):
    """A box as a person left it, in fractions of the upright photo; a box of the model's keeps its `score`."""

    label: Label
    x0: Fraction
    y0: Fraction
    x1: Fraction
    y1: Fraction
    score: Fraction = 1.0


class CorrectBoxes(Input):
    """All boxes of a photo after a correction, made from the reading's version `if_version`."""

    boxes: Annotated[list[DrawnBox], Meta(max_length=MOST_BOXES)]
    if_version: Annotated[int, Meta(ge=0)]


class RequestLabels(Input):
    """Ask for an export under an id of the client's making, so that a repeat is the same export."""

    id: UUID


class ExportOut(Output):
    """An export of labels; the counts are known once it is ready, `size` is in bytes.

    It holds version `number` of the organization's set of labels, which `digest` tells from every other.
    """

    id: UUID
    state: ExportState
    requested_by: str
    recorded_at: datetime
    finished_at: datetime | None
    photos: int | None
    boxes: int | None
    size: int | None
    number: int | None
    digest: str | None
    counts: SetCounts | None


class ExportLink(Output):
    """Where an export can be fetched until the link expires."""

    url: str
    expires_at: datetime
