"""The overview on the wire."""

from datetime import date, datetime
from uuid import UUID

from storewalk.core.schemas import Output


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
