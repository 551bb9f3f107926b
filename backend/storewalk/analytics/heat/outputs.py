"""The heat map on the wire. What figures mean is said in `analytics.heat`."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from storewalk.core.schemas import Output, Words
from storewalk.inspections.api import Outcome
from storewalk.photos.api import PhotoMarks


class HeatRows(StrEnum):
    """What the map has a row for."""

    STORE = "store"
    REGION = "region"


class HeatColumns(StrEnum):
    """What the map has a column for."""

    CHECKPOINT = "checkpoint"
    SECTION = "section"


class HeatColumn(Output):
    """A checkpoint by its key, or a section by its id in the newest version in use."""

    key: str
    title: Words
    section: str
    section_title: Words
    template_name: Words
    critical: bool


class HeatCells(Output):
    """A row's cells in the order of the columns; `visits` are those whose checklist has the question.

    `gained` of `possible` is the weight behind the scores of sections; of checkpoints they are empty.
    """

    visits: list[int]
    passes: list[int]
    fails: list[int]
    not_applicable: list[int]
    scores: list[float | None]
    gained: list[int]
    possible: list[int]


class HeatRow(Output):
    """A store, or a region with its `stores`; `visited` of them were, `visits` times, `score` on average."""

    id: UUID
    name: str
    region_name: str
    stores: int
    visited: int
    visits: int
    score: float | None
    cells: HeatCells


class HeatMap(Output):
    """The map, the worst row first and unvisited ones last; `total` adds all rows up."""

    first: date
    last: date
    columns: list[HeatColumn]
    rows: list[HeatRow]
    total: HeatRow


class HeatAnswer(Output):
    """One of the answers that a cell adds up, with the photographs behind it and what was drawn on them."""

    id: UUID
    inspection_id: UUID
    day: date
    store_id: UUID
    store_name: str
    inspector_name: str | None
    checkpoint_key: str
    title: Words
    weight: int
    critical: bool
    outcome: Outcome
    note: str | None
    photo_ids: list[UUID]
    marks: list[PhotoMarks]
