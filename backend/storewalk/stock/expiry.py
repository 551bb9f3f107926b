"""When goods count as near their end: by how long they keep, as the trade has it in China."""

from enum import StrEnum
from typing import Final

YEAR_DAYS, HALF_YEAR_DAYS, MONTH_DAYS = 365, 180, 30
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


def warn_days_sql(lot: str) -> str:
    """Return SQL for how many days before its last one a row of lots is near its end.

    Without a day of production it is taken to keep a month.
    """
    keeps = f"coalesce({lot}.expires_on - {lot}.produced_on, {MONTH_DAYS})"
    return "CASE {} END".format(" ".join(f"WHEN {keeps} >= {least} THEN {days}" for least, days in WARN_DAYS))
