"""Until when a store may order from a source on a day, what that may cost, and when it would come."""

from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx
from storewalk.ordering.queries.supply_read import SERVES
from storewalk.stores.api import StoreClock

AHEAD_DAYS: Final = 75
WINDOW: Final = f"""
SELECT s.name, s.cut_off, s.least_cents, d.budget_cents, (
    SELECT g.day::date FROM generate_series($4::date + s.lead_days, $4::date + s.lead_days + {AHEAD_DAYS}, '1 day')
        AS g (day)
    LEFT JOIN order_delivery_day x ON x.org_id = s.org_id AND x.source_id = s.id AND x.day = g.day::date
    WHERE coalesce(x.delivers, d.weekdays >> extract(isodow FROM g.day)::int - 1 & 1 = 1) ORDER BY g.day LIMIT 1
) AS expected_on
FROM order_source s JOIN order_delivery d ON d.org_id = s.org_id AND d.source_id = s.id
JOIN store w ON w.org_id = d.org_id AND w.id = d.store_id AND w.status <> 'closed'
WHERE s.org_id = $1 AND s.id = $2 AND d.store_id = $3 AND {SERVES}"""


class OrderWindow(Struct, frozen=True):
    """What holds for an order of a store from a source: `least_cents` is the least that it must be worth."""

    source_name: str
    cut_off_at: datetime
    least_cents: int
    budget_cents: int | None
    expected_on: date | None


async def window_of(tx: AnyTx, source_id: UUID, clock: StoreClock, day: date) -> OrderWindow | None:
    """Return what holds for an order of `day`; None where the source or the store has ended, or no goods go there."""
    row = await tx.fetchrow(WINDOW, tx.org_id, source_id, clock.store_id, clock.business_date(tx.now))
    if row is None:
        return None
    columns = dict[str, Any](row)
    cut_off: time = columns.pop("cut_off")
    return OrderWindow(source_name=columns.pop("name"), cut_off_at=closes_at(clock, day, cut_off), **columns)


def closes_at(clock: StoreClock, day: date, cut_off: time) -> datetime:
    """Return the instant of business day `day` at which the store's clocks show `cut_off`."""
    begins, _ = clock.day(day)
    same_date = datetime.combine(day, cut_off, clock.zone)
    return same_date if same_date >= begins else datetime.combine(day + timedelta(days=1), cut_off, clock.zone)
