"""The overview and the availability of shelves on the wire."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from storewalk.core.schemas import Output, Words
from storewalk.photos.api import PhotoMarks


class VisitCounts(Output):
    """The visits of one day: `planned` is the sum of the three others; cancelled ones are left out."""

    planned: int
    done: int
    missed: int
    pending: int


class StoreFigures(Output):
    """How a store is doing; null where nothing was measured, which is not the same as bad."""

    id: UUID
    name: str
    region_name: str
    last_score: float | None
    last_visit_at: datetime | None
    open_tasks: int
    availability: float | None


class DayFigures(Output):
    """A day's done visits and the mean score of those that are scored."""

    date: date
    average_score: float | None
    visits: int


class Overview(Output):
    """How the stores in the reader's scope are doing on `date`.

    Scores and availability are means over the seven days up to `date`, their changes against the seven days before;
    tasks are as they stand now. `tasks_closed_in_time_rate` is the share, among tasks that fell due in the last thirty
    days, of those accepted by their due time.
    """

    date: date
    visits: VisitCounts
    average_score: float | None
    score_change: float | None
    open_tasks: int
    overdue_tasks: int
    tasks_closed_in_time_rate: float | None
    availability: float | None
    availability_change: float | None
    stores: list[StoreFigures]
    days: list[DayFigures]


class ShelfPoint(Output):
    """What a visit measured on one shelf: the lowest availability of its photos, `photo_id` the one with it.

    Facings and gaps are those of all `photos`, on which `marks` lie; `corrected` says that a person's boxes are there.
    """

    inspection_id: UUID
    at: datetime
    availability: float
    facings: int
    gaps: int
    photo_id: UUID
    photos: list[UUID]
    marks: list[PhotoMarks]
    corrected: bool


class ShelfHistory(Output):
    """A shelf over time, by the title and threshold of its latest checklist; points from the oldest."""

    checkpoint_key: str
    title: Words
    min_availability: float | None
    points: list[ShelfPoint]


class ShelfHistories(Output):
    """The shelves of a store between two business dates, both included."""

    store_id: UUID
    from_: date = msgspec.field(name="from")
    to: date
    shelves: list[ShelfHistory]
