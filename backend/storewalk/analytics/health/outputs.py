"""The health of stores on the wire. What figures mean is said in `analytics.health`; no data is null, never zero."""

from datetime import date, datetime
from uuid import UUID

from storewalk.analytics.health.formula import Dimension
from storewalk.core.schemas import Output


class DimensionOut(Output):
    """A dimension: `part` of `whole` came to its points, from `count` facts since `first`, the last at `latest_at`.

    `weight` is the organization's; at 0 the dimension does not count. For inspection and availability `part` is the sum
    of scores or shares and `whole` their number.
    """

    dimension: Dimension
    weight: int
    days: int
    first: date
    points: float | None
    count: int
    part: float
    whole: float
    latest_at: datetime | None


class StoreHealth(Output):
    """A store's health and what it is made of; `weighed` of `weight` is that of the dimensions that have data."""

    id: UUID
    name: str
    region_name: str
    health: float | None
    weighed: int
    weight: int
    dimensions: list[DimensionOut]


class HealthList(Output):
    """The stores, the least healthy first and those without any data last."""

    last: date
    stores: list[StoreHealth]
