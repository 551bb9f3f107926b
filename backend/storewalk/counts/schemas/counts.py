"""Counts on the wire as their counters see them: nothing of them tells what the book says."""

from datetime import datetime
from uuid import UUID

from storewalk.core.schemas import Output
from storewalk.counts.models import CountKind, CountStatus, ZonePlace


class ZoneOut(Output):
    """A zone and how far it is: lines of the current round, RFID tags among them, and who counted."""

    id: UUID
    name: str
    place: ZonePlace
    lines: int
    tags: int
    counters: list[str]
    closed_at: datetime | None


class CountOut(Output):
    """A count as its counters see it: no quantity of the book, also none that could be inferred.

    `recount_ids` are the products to count again in round 2; in round 1 it is empty. Values stand there once approved.
    """

    id: UUID
    store_id: UUID
    store_name: str
    kind: CountKind
    title: str
    status: CountStatus
    round: int
    category_ids: list[UUID]
    product_ids: list[UUID]
    recount_ids: list[UUID]
    zones: list[ZoneOut]
    window_from: datetime | None
    window_until: datetime | None
    opened_by_name: str | None
    opened_at: datetime
    submitted_by_name: str | None
    submitted_at: datetime | None
    approved_by_name: str | None
    approved_at: datetime | None
    cancel_reason: str | None
    gain_cents: int | None
    loss_cents: int | None
    version: int


class CountItem(Output):
    """A count in a list."""

    id: UUID
    store_id: UUID
    store_name: str
    kind: CountKind
    title: str
    status: CountStatus
    round: int
    zones: int
    zones_closed: int
    products_counted: int
    window_until: datetime | None
    opened_at: datetime
    submitted_at: datetime | None
    approved_at: datetime | None
    gain_cents: int | None
    loss_cents: int | None
    version: int
    recorded_at: datetime
