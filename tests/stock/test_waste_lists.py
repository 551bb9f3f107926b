"""What the lists about expiring lots and waste add up to, and what they keep from who counts."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.shop import Shop, open_shop
from tests.factories.today import today

"""The stores' own day."""


@pytest.fixture
async def shop(org: Org, app_tx: AppTx, client: LogIn) -> Shop:
    """Store A1 with milk and tea in the catalogue and nothing on the shelves."""
    return await open_shop(org, app_tx, await client("buyer"), ["牛奶", "茶"])


async def receive(manager: Client, shop: Shop, product: str, days: int, quantity: int = 4) -> None:
    """Take in goods of a lot whose last day is so many days from today, ten days ago, at 3 yuan each."""
    last = today() + timedelta(days=days)
    lot = {"code": f"L{days}", "producedOn": str(last - timedelta(days=20)), "expiresOn": str(last)}
    line = {"productId": str(shop.products[product]), "quantity": str(quantity), "valueCents": 300 * quantity}
    at = datetime.now(UTC) - timedelta(days=10)
    form = {"storeId": str(shop.store), "receivedAt": at.isoformat(), "lines": [{**line, "place": "shelf", "lot": lot}]}
    answer = await manager.post("/api/stock/receipts", form)
    assert answer.status_code == 201, answer.text


async def items(reader: Client, path: str, **query: Any) -> list[dict[str, Any]]:
    answer = await reader.get(path, **query)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def test_the_lots_that_ended_are_those_the_measure_counts_page_by_page(shop: Shop, client: LogIn) -> None:
    manager = await client("manager")
    for name, days in (("牛奶", -2), ("茶", -3), ("牛奶", -4)):
        await receive(manager, shop, name, days)
    await shop.sell("茶", 4, datetime.now(UTC) - timedelta(days=5))
    measure = (await manager.get("/api/stock/expiring/measure")).json()
    assert (measure["lots"], measure["handled"], measure["expired"]) == (3, 1, 2)
    path = "/api/stock/expiring/ended"
    first = (await manager.get(path, limit=2)).json()
    rest = (await manager.get(path, limit=2, cursor=first["next"])).json()
    told = [(e["productName"]["zh"], e["lotCode"], e["handled"], e["left"]) for e in first["items"] + rest["items"]]
    assert told == [("牛奶", "L-2", False, "4"), ("茶", "L-3", True, "0"), ("牛奶", "L-4", False, "4")]
    assert rest["next"] is None
    assert [e["lotCode"] for e in await items(manager, path, handled="false")] == ["L-2", "L-4"]
    assert (await manager.get(path, store=str(shop.org.places["B1"]))).status_code == 404
    assert (await manager.get(path, cursor="odd")).status_code == 422


async def test_waste_of_some_days_adds_up_to_what_was_wasted_on_them(shop: Shop, client: LogIn) -> None:
    manager = await client("manager")
    await receive(manager, shop, "牛奶", 0)
    lot = (await items(manager, "/api/stock/expiring"))[0]
    fields = {key: lot[key] for key in ("storeId", "productId", "lotId")}
    form = {**fields, "reason": "expired", "photoIds": [str(uuid4())]}
    posted = (await manager.post("/api/stock/waste", {**form, "quantity": "3"})).json()
    span = {"from": str(today(-1)), "until": str(today(1))}
    found = await items(manager, "/api/stock/waste", **span)
    assert [each["id"] for each in found] == [posted["id"]]
    wasted = (await manager.get("/api/stock/expiring/measure", **span)).json()["wastedCents"]
    assert sum(each["valueCents"] for each in found) == wasted == 900
    assert await items(manager, "/api/stock/waste", until=str(today(-2))) == []
    assert (await manager.get(f"/api/stock/waste/{posted['id']}")).json() == posted
    assert (await manager.get(f"/api/stock/waste/{uuid4()}")).status_code == 404


async def test_who_counts_is_told_of_expiring_lots_but_not_how_much_there_is(shop: Shop, client: LogIn) -> None:
    manager, clerk, regional = await client("manager"), await client("clerk"), await client("regional")
    await receive(manager, shop, "牛奶", 0)
    await receive(manager, shop, "茶", 0)
    count = {"storeId": str(shop.store), "kind": "spot", "title": "抽盘", "productIds": [str(shop.products["牛奶"])]}
    assert (await manager.post("/api/counts", count)).status_code == 201
    for reader, milk in ((clerk, (None, None, None)), (regional, ("4", "4", "0"))):
        found = await items(reader, "/api/stock/expiring")
        told = {e["productName"]["zh"]: (e["quantity"], e["shelf"], e["backRoom"]) for e in found}
        assert told == {"牛奶": milk, "茶": ("4", "4", "0")}
    form = {"storeId": str(shop.store), "productId": str(shop.products["牛奶"]), "quantity": "5", "reason": "theft"}
    refused = (await clerk.post("/api/stock/waste", form)).json()
    assert (refused["errors"][0]["field"], "4" in refused["errors"][0]["message"]) == ("quantity", False)


async def test_what_is_told_of_waste_leads_to_where_it_is_dealt_with(
    shop: Shop, client: LogIn, run_jobs: JobRunner
) -> None:
    manager, regional, admin = await client("manager"), await client("regional"), await client("admin")
    await admin.put("/api/stock/waste/rule", {"approvalCents": 0})
    await receive(manager, shop, "牛奶", 0)
    form = {"storeId": str(shop.store), "productId": str(shop.products["牛奶"]), "quantity": "1", "reason": "theft"}
    waiting = (await manager.post("/api/stock/waste", form)).json()
    decision = {"approved": False, "note": "请核对", "ifVersion": waiting["version"]}
    await regional.post(f"/api/stock/waste/{waiting['id']}/decision", decision)
    await run_jobs()
    links = [[each["link"] for each in await items(who, "/api/notifications")] for who in (regional, manager)]
    assert links == [["/expiring/waste"], [f"/expiring?store={shop.store}&show=waste"]]
