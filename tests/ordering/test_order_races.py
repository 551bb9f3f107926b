"""What happens at the same moment, or at an odd one, has one outcome."""

import asyncio
from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from storewalk.ordering.queries.order_window import closes_at
from storewalk.stores.business_day import DayCut
from storewalk.stores.clock import StoreClock
from tests.factories.client import Client
from tests.ordering.orders import Ordering, by_name


@pytest.mark.parametrize(
    ("zone", "day", "cut_off", "closes"),
    [
        ("Asia/Shanghai", "2027-03-27", "11:00", "2027-03-27T03:00Z"),
        ("Asia/Shanghai", "2027-03-27", "02:00", "2027-03-27T18:00Z"),  # past midnight, still of that business day
        ("Asia/Shanghai", "2027-03-27", "04:00", "2027-03-26T20:00Z"),  # as the day begins
        ("Asia/Shanghai", "2027-03-27", "03:59", "2027-03-27T19:59Z"),  # as it ends
        ("America/New_York", "2027-03-13", "11:00", "2027-03-13T16:00Z"),
        ("America/New_York", "2027-03-14", "11:00", "2027-03-14T15:00Z"),  # clocks were put forward that night
        ("Europe/Berlin", "2027-03-27", "02:30", "2027-03-28T01:30Z"),  # there is no half past two that night
        ("Europe/Berlin", "2027-10-30", "02:30", "2027-10-31T00:30Z"),  # there are two: the first
    ],
)
def test_a_cut_off_is_one_instant_of_the_stores_business_day_also_when_clocks_are_changed(
    zone: str, day: str, cut_off: str, closes: str
) -> None:
    clock = StoreClock(UUID(int=1), ZoneInfo(zone), (DayCut(date(2020, 1, 1), time(4)),), (), None)
    found = closes_at(clock, date.fromisoformat(day), time.fromisoformat(cut_off))
    assert found.astimezone(UTC) == datetime.fromisoformat(closes)


@pytest.mark.parametrize("attempt", range(4))
async def test_a_product_archived_at_the_second_of_the_submission_is_ordered_or_dropped_and_the_total_is_of_its_lines(
    ordering: Ordering, manager: Client, attempt: int
) -> None:
    await ordering.suggest({"milk": 24, "eggs": 30})
    await ordering.open(manager)
    archive = ordering.sql(
        "UPDATE product SET status = 'discontinued' WHERE org_id = $1 AND id = $2", ordering.shop.products["eggs"]
    )
    submit = ordering.submit(manager)
    answers = await asyncio.gather(*((archive, submit) if attempt % 2 else (submit, archive)))
    order = answers[attempt % 2]
    assert isinstance(order, dict)
    assert order["state"] == "approved"
    eggs = by_name(order)["eggs"]
    assert (eggs["quantity"], eggs["dropped"]) in {("30", None), ("0", "discontinued")}
    cents = sum(300 * Decimal(line["quantity"]) for line in order["lines"])
    assert order["totals"]["cents"] == cents
    assert await ordering.read(manager) == order
    assert await ordering.events() == ["order_opened", "order_submitted", "order_approved"]
