"""Counts to open, on the wire: what is counted, where and when."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input
from storewalk.counts.models import CountKind, ZonePlace

Title = Annotated[str, Meta(min_length=1, max_length=120)]
MAX_ZONES = 40


class ZoneForm(Input):
    """A zone of a new count."""

    id: UUID | None = None
    name: Annotated[str, Meta(min_length=1, max_length=60)]
    place: ZonePlace = ZonePlace.SHELF


class CountScope(Input):
    """What to count. Without categories and products it is everything; without zones there is one for the shop."""

    kind: CountKind
    title: Title
    category_ids: Annotated[list[UUID], Meta(max_length=200)] = field(default_factory=list[UUID])
    product_ids: Annotated[list[UUID], Meta(max_length=5000)] = field(default_factory=list[UUID])
    zones: Annotated[list[ZoneForm], Meta(max_length=MAX_ZONES)] = field(default_factory=list[ZoneForm])
    window_from: Annotated[datetime, Meta(tz=True)] | None = None
    window_until: Annotated[datetime, Meta(tz=True)] | None = None


class OpenCount(CountScope):
    """A count of one store, to begin at once."""

    id: UUID | None = None
    store_id: UUID


class PlanCounts(CountScope):
    """The same count for many stores."""

    store_ids: Annotated[list[UUID], Meta(min_length=1, max_length=500)]
