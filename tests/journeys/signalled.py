"""Local events for screens to show: coming, going on, measured, too short to measure, cancelled; and a day off."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from storewalk.ordering.service.signal_review import keep_review
from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.served import Installation

SIGNALS = "/api/demand/signals"


async def signalled(served: Installation, org: Org, product_id: str) -> str:
    """Tell of events around A1 and set a day; return the event that was measured."""
    store, region = str(org.places["A1"]), str(org.places["A"])
    async with served.client(org, "buyer") as buyer, served.client(org, "manager") as manager:
        over = await told(manager, "mall_anniversary", -33, -30, 1.5, name="万达三周年", placeIds=[store])
        short = await told(buyer, "road_works", -20, -10, 0.7, placeIds=[store], note="门口围挡，只留一条通道")
        await told(manager, "viral_product", 0, 7, 2.1, placeIds=[store], productIds=[product_id])
        await told(buyer, "school_holiday", 20, 60, 0.8, placeIds=[region])
        cancelled = await told(buyer, "nearby_event", -2, 0, 1.3)
        assert (await buyer.post(f"{SIGNALS}/{cancelled}/cancellation", {"ifVersion": 1})).status_code == 200
        day = {"kind": "day_off", "name": {"zh": "店庆日", "en": "Anniversary day"}, "ifVersion": 0}
        year = datetime.now(UTC).year
        assert (await buyer.put(f"/api/demand/days/{year}-11-30", day)).status_code == 200
    async with served.platform.transaction(org.system) as tx:
        await keep_review(tx, UUID(over), 1.82, 41.0, tx.now)
        await keep_review(tx, UUID(short), None, 1.0, tx.now)
    return over


async def told(client: Client, kind: str, first: int, last: int, uplift: float, **more: Any) -> str:
    """Tell of an event by the days from today on which it begins and ends."""
    today = datetime.now(UTC).date()
    days = {"firstDay": str(today + timedelta(first)), "lastDay": str(today + timedelta(last))}
    answer = await client.post(SIGNALS, {"kind": kind, "uplift": uplift, **days, **more})
    assert answer.status_code == 201, answer.text
    return answer.json()["id"]
