"""A warehouse that is short buys from who supplies it: what stores ordered less what is there, in whole packs."""

from typing import Any
from uuid import uuid4

import pytest

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.supply import add_source, deliver, offer, set_offers
from tests.ordering.fulfilled import Fulfilment
from tests.ordering.purchases import NEEDS, PURCHASES

WAREHOUSES = "/api/warehouse-needs"
ORDERS = "/api/warehouse-needs/orders"


@pytest.fixture
async def buyer(client: LogIn) -> Client:
    return await client("buyer")


async def lacks(buyer: Client) -> list[dict[str, Any]]:
    """Return what the one warehouse lacks."""
    answer = await buyer.get(WAREHOUSES)
    assert answer.status_code == 200, answer.text
    return [product for item in answer.json()["items"] for product in item["products"]]


async def supply(supplied: Fulfilment, buyer: Client, code: str = "DAIRY", **milk: Any) -> str:
    """Have a supplier deliver milk to the warehouse, in packs of 20 at 40 yuan."""
    source = await add_source(buyer, code=code, leastCents=0)
    line = offer(supplied.ordering.product("milk"), **{"packQuantity": "20", "packCents": 4000, **milk})
    for answer in (await deliver(buyer, source, str(supplied.warehouse)), await set_offers(buyer, source, line)):
        assert answer.status_code == 200, answer.text
    return source["id"]


def form(supplied: Fulfilment, source: str, **more: Any) -> dict[str, Any]:
    return {"id": str(uuid4()), "warehouseId": str(supplied.warehouse), "sourceId": source, **more}


async def test_what_is_short_adds_up_and_is_ordered_of_its_supplier_once(supplied: Fulfilment, buyer: Client) -> None:
    await supplied.stocked("milk", 20, 4000)
    order = await supplied.order(milk=48, eggs=30)
    [_, eggs] = await lacks(buyer)
    assert (eggs["asked"], eggs["there"], eggs["short"], eggs["sourceId"], eggs["packs"]) == (
        "30",
        "0",
        "30",
        None,
        None,
    )
    source = await supply(supplied, buyer)
    [milk, _] = await lacks(buyer)
    assert [milk[name] for name in ("asked", "there", "coming", "short", "packs", "quantity", "cents")] == [
        "48", "20", "0", "28", "2", "40", 8000,
    ]  # fmt: skip
    assert [(row["orderId"], row["storeCode"], row["quantity"]) for row in milk["rows"]] == [(order, "A1", "48")]

    whole = form(supplied, source)
    answers = [await buyer.post(ORDERS, whole) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert (answers[0].json()["lines"], answers[0].json()["totalCents"]) == (1, 8000)
    assert [each["name"]["en"] for each in await lacks(buyer)] == ["eggs"]
    again = await buyer.post(ORDERS, form(supplied, source))
    assert (again.status_code, again.json()["detail"]) == (409, "仓库现在不缺这个货源供应的商品。")


async def test_what_was_ordered_for_a_warehouse_goes_to_the_supplier_and_comes_into_its_book(
    supplied: Fulfilment, buyer: Client
) -> None:
    await supplied.order(milk=48)
    source = await supply(supplied, buyer)
    made = (await buyer.post(ORDERS, form(supplied, source))).json()
    need = (await buyer.get(f"{NEEDS}/{source}", day=made["day"])).json()
    assert [(row["storeCode"], row["quantity"]) for row in need["products"][0]["rows"]] == [("W1", "60")]
    sent = await buyer.post(PURCHASES, {"id": str(uuid4()), "sourceId": source, "day": made["day"]})
    assert (sent.status_code, sent.json()["totalCents"]) == (201, 12_000)
    path = f"/api/orders/{made['id']}"
    assert (await buyer.post(f"{path}/acceptance", {})).status_code == 200
    receipt = {"id": str(uuid4()), "shipmentId": None}
    received = await supplied.keeper.post(f"{path}/receipts", receipt)
    assert received.status_code == 200, received.text
    assert await supplied.in_warehouse("milk") == ("60", 12_000, "0", 0)
    assert await lacks(buyer) == []


async def test_of_several_suppliers_the_nearest_in_rank_is_asked_and_its_limits_hold(
    supplied: Fulfilment, buyer: Client
) -> None:
    await supplied.order(milk=48)
    await supply(supplied, buyer, "FAR", rank=2)
    near = await supply(supplied, buyer, "NEAR", rank=1, most="40")
    [milk] = await lacks(buyer)
    assert (milk["sourceId"], milk["quantity"], milk["packs"]) == (near, "40", "2")
    product = supplied.ordering.product("milk")
    for quantity, says in (("30", "整包"), ("60", "40")):
        line = {"productId": product, "quantity": quantity}
        refused = await buyer.post(ORDERS, form(supplied, near, lines=[line]))
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "lines.0.quantity"), says
    other = {"productId": supplied.ordering.product("eggs"), "quantity": "30"}
    refused = await buyer.post(ORDERS, form(supplied, near, lines=[other]))
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "lines.0.productId")
    less = await buyer.post(ORDERS, form(supplied, near, lines=[{"productId": product, "quantity": "20"}]))
    assert (less.status_code, less.json()["totalCents"]) == (201, 4000)
    [milk] = await lacks(buyer)
    assert (milk["coming"], milk["short"], milk["quantity"]) == ("20", "28", "40")


async def test_what_was_shared_out_short_is_still_wanted_and_what_people_cut_is_not(
    supplied: Fulfilment, buyer: Client
) -> None:
    await supplied.stocked("milk", 12, 2400)
    await supplied.order(milk=48)
    await supply(supplied, buyer)
    day = (await supplied.ordering.read(supplied.manager))["expectedOn"]
    wave = {"warehouseId": str(supplied.warehouse), "day": day}
    assert (await supplied.keeper.post("/api/order-waves", wave)).status_code == 200
    [milk] = await lacks(buyer)
    assert (milk["asked"], milk["there"], milk["short"]) == ("48", "12", "36")
    await supplied.ordering.sql("UPDATE order_confirmation SET why = 'source' WHERE org_id = $1")
    assert await lacks(buyer) == []


async def test_only_who_sends_purchases_there_orders_for_a_warehouse(
    supplied: Fulfilment, buyer: Client, client: LogIn
) -> None:
    await supplied.order(milk=48)
    source = await supply(supplied, buyer)
    regional = await client("regional")
    assert len(await lacks(regional)) == 1
    assert (await regional.post(ORDERS, form(supplied, source))).status_code == 403
    missing = await buyer.post(ORDERS, {**form(supplied, source), "warehouseId": str(uuid4())})
    assert missing.status_code == 404
