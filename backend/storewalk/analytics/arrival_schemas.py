"""What an inspector reads before going into a store, on the wire."""

from datetime import date, datetime
from uuid import UUID

from storewalk.core.schemas import Output, Words
from storewalk.tasks.api import TaskStatus


class ArrivalTask(Output):
    """Something that is not put right yet; `repeat_count` is how often in a row it has come back."""

    id: UUID
    title: Words
    critical: bool
    status: TaskStatus
    due_at: datetime
    overdue: bool
    repeat_count: int


class FailedCheckpoint(Output):
    """A question that a visit failed."""

    key: str
    title: Words
    critical: bool


class ArrivalScore(Output):
    """One of the last scored visits, with the first of what it failed; `score` is null where nothing counted."""

    visit_id: UUID
    day: date
    template_name: Words
    score: float | None
    failed: list[FailedCheckpoint]
    failed_count: int


class RepeatedFault(FailedCheckpoint):
    """A question that more than one of the last visits failed, and the latest of them."""

    times: int
    visit_id: UUID


class GoneOut(Output):
    """A product that the store sells and has none of, by its book."""

    product_id: UUID
    code: str
    name: Words
    since: datetime


class EndingOut(Output):
    """A lot near its last day or past it; without a quantity while its goods are being counted."""

    product_id: UUID
    code: str
    name: Words
    lot_code: str
    expires_on: date
    days_left: int
    quantity: str | None


class ArrivalSheet(Output):
    """What to know of a store before going in: the first of each, and how many there are in all."""

    store_id: UUID
    open_tasks: int
    overdue_tasks: int
    tasks: list[ArrivalTask]
    scores: list[ArrivalScore]
    repeats: list[RepeatedFault]
    gone: list[GoneOut]
    gone_count: int
    ending: list[EndingOut]
    ending_count: int


class ArrivalSheets(Output):
    """The sheets of some stores as things stood at `as_of`, and how near in metres is at a store."""

    as_of: datetime
    near_m: int
    items: list[ArrivalSheet]
