"""When goods count as near their end: by how long they keep, as the trade has it in China."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

YEAR_DAYS, HALF_YEAR_DAYS = 365, 180
WARN_DAYS: Final = ((YEAR_DAYS, 45), (HALF_YEAR_DAYS, 20), (90, 15), (30, 10), (10, 2), (0, 1))
"""Goods that keep at least so many days are near their end so many days before it.

临近保质期食品 (工商总局 2012, and the provinces' rules after it): from one year 45 days, half a year 20, 90 days 15, 30
days 10, 10 days 2, shorter 1.
"""


class Freshness(StrEnum):
    """How a lot stands on a day; its last day is still a good one."""

    SOUND = "sound"
    NEAR = "near"
    EXPIRED = "expired"


def warn_days(produced_on: date | None, expires_on: date) -> int:
    """Return how many days before its last one a lot is near its end; without a production day, as for a month."""
    keeps = (expires_on - produced_on).days if produced_on is not None else 30
    return next(days for least, days in WARN_DAYS if keeps >= least)


def freshness(produced_on: date | None, expires_on: date, on: date) -> Freshness:
    """Tell how a lot stands on day `on`."""
    if on > expires_on:
        return Freshness.EXPIRED
    near = expires_on - timedelta(days=warn_days(produced_on, expires_on))
    return Freshness.NEAR if on >= near else Freshness.SOUND
