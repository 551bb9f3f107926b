"""Availability over days and weeks on the wire."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import msgspec

from storewalk.core.schemas import Output, Words
from storewalk.photos.api import Mark


class TrendBy(StrEnum):
    """What has a line of its own. A shelf is a checkpoint: of one store, or the same one of many."""

    REGION = "region"
    STORE = "store"
    SHELF = "shelf"


class TrendStep(StrEnum):
    """What is a point: a business date, or a week from Monday."""

    DAY = "day"
    WEEK = "week"


class TrendPoint(Output):
    """The photos of a day or week from `date` on: their mean availability, and their sums.

    `corrected` of the photos were corrected by a person and count so.
    """

    date: date
    photos: int
    availability: float
    facings: int
    gaps: int
    corrected: int


class TrendLine(Output):
    """A region, store or shelf over time, the oldest first; `photos` and `availability` are of the whole time.

    `key` is the id of the region or store, or the shelf's checkpoint key; `other` holds photos of no visit's shelf.
    """

    key: str
    name: Words
    region_name: str
    photos: int
    availability: float
    points: list[TrendPoint]


class ShelfTrend(Output):
    """The lines between two business dates, both included, the emptiest first; `total` is all photos together.

    `left_out` lines had no room.
    """

    from_: date = msgspec.field(name="from")
    to: date
    by: TrendBy
    step: TrendStep
    total: TrendLine
    lines: list[TrendLine]
    left_out: int


class MeasuredPhoto(Output):
    """One photo behind a point. `inspection_id` is the visit it was taken on, if it was; `marks` are what was drawn."""

    photo_id: UUID
    day: date
    store_id: UUID
    store_name: str
    region_name: str
    shelf: str
    title: Words
    inspection_id: UUID | None
    availability: float
    facings: int
    gaps: int
    corrected: bool
    marks: list[Mark]
    recorded_at: datetime
