"""The order of a day's visits: a short way through places that keeps their windows. Pure arithmetic."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from msgspec import Struct

METRES_A_MINUTE: Final = 400.0  # a scooter in town, with its waits at crossings
LATEST: Final = datetime.max.replace(tzinfo=UTC)
STAY: Final = timedelta(minutes=45)
LATE_COST_M: Final = 100_000.0  # an hour late is worse than any detour of a day


class Stop(Struct, frozen=True):
    """A place on the plane in metres, and when it may be begun at the earliest and must be at the latest."""

    east: float
    north: float
    opens: datetime | None = None
    due: datetime | None = None


def ordered(stops: Sequence[Stop], start: Stop | None, begins: datetime) -> list[int]:
    """Return the order of the stops: the nearest next, improved by turning parts of the way around (2-opt).

    The order minimizes metres plus a heavy price for being late, so that windows are kept where any way keeps them.
    Without a `start` the way begins at the stop due first. Source: G. A. Croes, Operations Research 6 (1958), 791.
    """
    if len(stops) <= 1:
        return list(range(len(stops)))
    order = _nearest(stops, start)
    best = cost(stops, order, start, begins)
    improved = True
    while improved:
        improved = False
        for first in range(len(order) - 1):
            for last in range(first + 1, len(order)):
                turned = [*order[:first], *reversed(order[first : last + 1]), *order[last + 1 :]]
                price = cost(stops, turned, start, begins)
                if price < best - 1e-6:
                    order, best, improved = turned, price, True
    return order


def cost(stops: Sequence[Stop], order: Sequence[int], start: Stop | None, begins: datetime) -> float:
    """Return the metres of a way, and the price of every hour that a stop is reached too late."""
    at, now, total = start, begins, 0.0
    for number in order:
        stop = stops[number]
        way = 0.0 if at is None else metres(at, stop)
        now += timedelta(minutes=way / METRES_A_MINUTE)
        if stop.opens is not None and stop.opens > now:
            now = stop.opens
        if stop.due is not None and now > stop.due:
            total += (now - stop.due).total_seconds() / 3600 * LATE_COST_M
        total += way
        at, now = stop, now + STAY
    return total


def metres(first: Stop, second: Stop) -> float:
    """Return the straight distance of two stops."""
    return ((first.east - second.east) ** 2 + (first.north - second.north) ** 2) ** 0.5


def _nearest(stops: Sequence[Stop], start: Stop | None) -> list[int]:
    left = set(range(len(stops)))
    order: list[int] = []
    at = start
    while left:
        if at is None:
            following = min(left, key=lambda n: (stops[n].due or LATEST, n))
        else:
            here = at
            following = min(left, key=lambda n: (metres(here, stops[n]), n))
        order.append(following)
        left.remove(following)
        at = stops[following]
    return order
