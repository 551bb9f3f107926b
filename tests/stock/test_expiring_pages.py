"""Expiring lots of many stores come in pages, and days are the stores' own."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.organization import Org
from tests.factories.stock import add_product, ago, line, receive

EAST, WEST = "Pacific/Kiritimati", "Pacific/Niue"
"""25 hours apart: never on the same day."""


def today(zone: str) -> Any:
    return datetime.now(ZoneInfo(zone)).date()


async def told(who: Client, **query: Any) -> list[tuple[str, str]]:
    """Return the lots of all pages of two, each with its store."""
    found: list[tuple[str, str]] = []
    cursor = None
    while True:
        answer = await who.get("/api/stock/expiring", limit=2, cursor=cursor, **query)
        assert answer.status_code == 200, answer.text
        found += [(each["lotCode"], each["storeName"]) for each in answer.json()["items"]]
        cursor = answer.json()["next"]
        if cursor is None:
            return found


@pytest.fixture
async def milk(buyer: Client, org: Org) -> str:
    """Three lots of milk at three stores: over, ending today, near."""
    product, day = await add_product(buyer, "M1"), today("Asia/Shanghai")
    lots = [
        line(product, "2", 200, code=code, expiresOn=str(day + timedelta(days=days)))
        for code, days in (("OVER", -1), ("TODAY", 0), ("NEAR", 2), ("SOUND", 60))
    ]
    for store in ("A1", "A2", "B1"):
        await receive(buyer, org.places[store], *lots)
    return product


async def test_the_pages_leave_nothing_out_and_name_nothing_twice(milk: str, buyer: Client, client: LogIn) -> None:
    del milk
    found = await told(buyer)
    assert [code for code, _ in found] == ["OVER"] * 3 + ["TODAY"] * 3 + ["NEAR"] * 3
    assert len(set(found)) == 9
    assert [store for _, store in await told(await client("manager"))] == ["A1 店"] * 3
    assert (await buyer.get("/api/stock/expiring", cursor="odd")).status_code == 422


async def test_lots_are_found_by_how_they_stand_by_name_and_by_what_was_done(
    milk: str, buyer: Client, client: LogIn, org: Org
) -> None:
    del milk
    manager, store = await client("manager"), org.places["A1"]
    for stand in ("over", "near", "today"):
        wanted = {"over": "expired"}.get(stand, stand)
        assert [code for code, _ in await told(manager, stand=wanted)] == [stand.upper()]
    assert {code for code, _ in await told(buyer, q="m1")} == {"OVER", "TODAY", "NEAR"}
    assert {code for code, _ in await told(buyer, q="ov")} == {"OVER"}
    assert await told(buyer, q="tea") == []
    [near] = (await manager.get("/api/stock/expiring", stand="near")).json()["items"]
    step = {"kind": "marked_down", "priceCents": 100}
    await manager.post(f"/api/stock/stores/{store}/lots/{near['lotId']}/steps", step)
    assert [code for code, _ in await told(manager, undone=True)] == ["OVER", "TODAY"]
    assert (await manager.get("/api/stock/expiring", store=org.places["B1"])).status_code == 404


async def test_a_lot_ends_with_the_day_of_its_own_store(buyer: Client, client: LogIn, org: Org) -> None:
    admin, product = await client("admin"), await add_product(buyer, "M1")
    made: dict[str, UUID] = {}
    for code, zone in (("E1", EAST), ("W1", WEST)):
        form = {"code": code, "name": code, "regionId": str(org.places["B"]), "timeZone": zone}
        made[code] = UUID((await admin.post("/api/stores", form)).json()["id"])
    ends = line(product, "2", 200, code="L", expiresOn=str(today(WEST)))
    for store in made.values():
        await receive(buyer, store, ends, receivedAt=ago(days=2))
    days = {e["storeName"]: e["daysLeft"] < 0 for e in (await buyer.get("/api/stock/expiring")).json()["items"]}
    assert days == {"E1": True, "W1": False}
    measures = {
        code: (await buyer.get("/api/stock/expiring/measure", store=store)).json() for code, store in made.items()
    }
    assert {code: (measure["lots"], measure["expired"]) for code, measure in measures.items()} == {
        "E1": (1, 1),
        "W1": (0, 0),
    }
    whole = (await buyer.get("/api/stock/expiring/measure")).json()
    assert (whole["lots"], whole["expired"]) == (1, 1)


async def test_what_was_done_the_morning_after_the_last_day_was_not_in_time(
    buyer: Client, client: LogIn, org: Org
) -> None:
    manager, product, store = await client("manager"), await add_product(buyer, "M1"), org.places["A1"]
    last = today("Asia/Shanghai") - timedelta(days=1)
    lot = line(product, "2", 200, code="L", expiresOn=str(last))
    await receive(buyer, store, lot, receivedAt=ago(days=3))
    [there] = (await manager.get("/api/stock/expiring")).json()["items"]
    step = f"/api/stock/stores/{store}/lots/{there['lotId']}/steps"
    assert (await manager.post(step, {"kind": "withdrawn"})).status_code == 200
    measure = (await manager.get("/api/stock/expiring/measure")).json()
    assert (measure["lots"], measure["handled"], measure["expired"]) == (1, 0, 1)
