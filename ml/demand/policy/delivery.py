"""Which days an order must cover, from a store's delivery days and the lead time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

LONGEST = 60  # days between two deliveries beyond which a calendar is taken to be wrong


class NoDelivery(ValueError):
    """A delivery calendar without the deliveries that an order needs."""


@dataclass(frozen=True)
class Protection:
    """``arrival``: days until this order can be sold (1 is tomorrow). ``days``: days until the next one can be."""

    arrival: int
    days: int


def protection(today: date, lead_days: int, deliveries: Sequence[date], *, sold_same_day: bool = True) -> Protection:
    """Return what an order placed today must cover: from tomorrow to the day before the second delivery it can reach.

    ``deliveries`` are the coming delivery days; goods need ``lead_days`` at least. Where a delivery comes too late to
    be sold on its day (``sold_same_day`` False), everything is a day later. Raises NoDelivery where two are lacking.
    """
    reachable = sorted(day for day in set(deliveries) if (day - today).days >= max(lead_days, 1))
    if len(reachable) < 2:  # noqa: PLR2004 - this order's and the next one's
        raise NoDelivery(f"after {today} only {len(reachable)} delivery can be reached in {lead_days} days; name two")
    later = 0 if sold_same_day else 1
    first, second = ((day - today).days + later for day in reachable[:2])
    if second - first > LONGEST:
        raise NoDelivery(f"{reachable[0]} and {reachable[1]} lie more than {LONGEST} days apart; name those between")
    return Protection(first, second - 1)
