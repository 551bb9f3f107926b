"""What is on order and on its way to a store, apart from what it has; and stock added up by store, region, category."""

from typing import Any

import pytest

from tests.factories.catalog import category
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.stock import add_product, line, receive, stock_of
from tests.factories.transfers import Crew

FIGURES = ("quantity", "reserved", "available", "onOrder", "inTransit")


@pytest.fixture
async def crew(org: Org, app_tx: AppTx, client: LogIn) -> Crew:
    """Who moves goods from A1 to A2; for both ends the buyer, who sees every store."""
    buyer, admin = await client("buyer"), await client("admin")
    return Crew(org, app_tx, admin, admin, buyer)


async def figures(who: Client, store: Any, product: str) -> tuple[str, ...]:
    item = await stock_of(who, store, product)
    return tuple(item[key] for key in FIGURES)


async def test_goods_are_on_order_then_in_transit_then_on_hand_and_each_figure_has_its_transfers(
    crew: Crew, buyer: Client
) -> None:
    cola, here, there = await add_product(buyer, "C1"), crew.org.places["A1"], crew.org.places["A2"]
    await receive(buyer, here, line(cola, "10", 1000))
    wanted = await crew.request((cola, "6"))
    assert await figures(buyer, here, cola) == ("10", "0", "10", "0", "0")
    assert await figures(buyer, there, cola) == ("0", "0", "0", "6", "0")
    approved = await crew.approve(wanted, lines=[{"lineId": wanted["lines"][0]["id"], "quantity": "4"}])
    assert await figures(buyer, here, cola) == ("10", "4", "6", "0", "0")
    assert await figures(buyer, there, cola) == ("0", "0", "0", "4", "0")
    for store, outgoing, other in ((here, True, "A2 店"), (there, False, "A1 店")):
        item = (await buyer.get(f"/api/stock/stores/{store}/products/{cola}")).json()
        told = [
            (t["transferId"], t["status"], t["outgoing"], t["otherStoreName"], t["quantity"]) for t in item["transfers"]
        ]
        assert told == [(wanted["id"], "approved", outgoing, other, "4")]
    sent = await crew.ship(approved)
    assert await figures(buyer, here, cola) == ("6", "0", "6", "0", "0")
    assert await figures(buyer, there, cola) == ("0", "0", "0", "0", "4")
    item = (await buyer.get(f"/api/stock/stores/{there}/products/{cola}")).json()
    assert [(t["status"], t["quantity"]) for t in item["transfers"]] == [("shipped", "4")]
    await crew.receive(sent)
    assert await figures(buyer, there, cola) == ("4", "0", "4", "0", "0")
    assert (await buyer.get(f"/api/stock/stores/{there}/products/{cola}")).json()["transfers"] == []


async def test_what_was_refused_or_cancelled_is_not_on_order(crew: Crew, buyer: Client) -> None:
    cola, store = await add_product(buyer, "C1"), crew.org.places["A2"]
    await receive(buyer, store, line(cola, "1", 100))
    await receive(buyer, crew.org.places["A1"], line(cola, "9", 900))
    for name, who in (("refusal", crew.regional), ("cancellation", crew.receiver)):
        wanted = await crew.request((cola, "6"))
        assert (await figures(buyer, store, cola))[3] == "6"
        form = {"ifVersion": wanted["version"], "reason": "不需要了"}
        assert (await who.post(f"/api/stock/transfers/{wanted['id']}/{name}", form)).status_code == 200
        assert await figures(buyer, store, cola) == ("1", "0", "1", "0", "0")


async def test_groups_add_up_to_the_totals_and_lead_to_the_rows(buyer: Client, org: Org) -> None:
    cola, water = await add_product(buyer, "C1"), await add_product(buyer, "W1", categoryId=await category(buyer, "W"))
    for store, cents in (("A1", 100), ("A2", 200), ("B1", 400)):
        await receive(buyer, org.places[store], line(cola, "1", cents), line(water, "2", 10))
    whole = (await buyer.get("/api/stock/totals")).json()
    expected = {
        "store": [("B1 店", 410), ("A2 店", 210), ("A1 店", 110)],
        "region": [("B 区", 410), ("A 区", 320)],
        "category": [("饮料", 700), ("水", 30)],
    }
    for by, told in expected.items():
        groups = (await buyer.get("/api/stock/groups", by=by)).json()["items"]
        assert [(group["name"]["zh"], group["valueCents"]) for group in groups] == told
        assert sum(group["items"] for group in groups) == whole["items"]
        if by != "category":  # a category takes in those below it
            for group in groups:
                under = (await buyer.get("/api/stock/totals", **{by: group["id"]})).json()
                assert under["valueCents"] == group["valueCents"]
    first = (await buyer.get("/api/stock/groups", by="store", limit=2)).json()
    rest = (await buyer.get("/api/stock/groups", by="store", limit=2, cursor=first["next"])).json()
    assert [g["name"]["zh"] for g in first["items"] + rest["items"]] == ["B1 店", "A2 店", "A1 店"]
    assert (rest["next"], (await buyer.get("/api/stock/groups", cursor="odd")).status_code) == (None, 422)


async def test_groups_are_of_ones_own_stores_only(buyer: Client, client: LogIn, org: Org) -> None:
    cola = await add_product(buyer, "C1")
    for store in ("A1", "A2", "B1"):
        await receive(buyer, org.places[store], line(cola, "2", 50))
    manager = await client("manager")
    assert [group["items"] for group in (await manager.get("/api/stock/groups", by="region")).json()["items"]] == [1]
    assert (await manager.get("/api/stock/groups", store=org.places["A2"])).status_code == 404
