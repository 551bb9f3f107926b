"""One real use of every command about orders after their approval, as `scenarios` has them for the others."""

from datetime import date
from typing import Any, Final
from uuid import UUID, uuid4

from tests.factories.stock import line
from tests.factories.supply import add_source, add_warehouse, deliver, offer, set_offers
from tests.faults.order_scenarios import ORDERS, lines
from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage

CLAIMS: Final = "/api/order-claims"
ON_DAY: Final = "UPDATE store_order SET expected_on = $3 WHERE org_id = $1 AND id = $2"
RULE: Final = "/api/order-receiving-rule"


async def warehouse(stage: Stage) -> str:
    """Return the one warehouse of the chain."""
    admin = await stage.client("admin")
    return await stage.once("warehouse", lambda: add_warehouse(admin, stage.org.places["A"], "WF"))


async def goods(stage: Stage) -> str:
    """Return a product of which the warehouse has plenty, A1 some, and some is on its way from one to the other."""
    return await stage.once("warehouse goods", lambda: _goods(stage))


async def _goods(stage: Stage) -> str:
    product = (await stage.product())["id"]
    held = (await warehouse(stage), "1000", "shelf"), (str(stage.org.places["A1"]), "10", "back_room")
    for store, quantity, place in held:
        stock = {"storeId": store, "lines": [line(product, quantity, 1000, place)]}
        await stage.post("buyer", "/api/stock/receipts", stock)
    await shipped(stage, product)
    return product


async def source(stage: Stage, product: str) -> dict[str, Any]:
    """Return a source of its own out of the warehouse, which closes at the very end of the day."""
    buyer = await stage.client("buyer")
    made = await add_source(
        buyer, code=f"FULFIL{uuid4().hex[:8]}", leastCents=0, cutOff="23:59", warehouseId=await warehouse(stage)
    )
    for answer in (await deliver(buyer, made, stage.org.places["A1"]), await set_offers(buyer, made, offer(product))):
        assert answer.is_success, answer.text
    return {**made, "product": product}


async def approved(stage: Stage, product: str | None = None) -> dict[str, Any]:
    """Submit an order that passes, or have it approved where the day has ended for it."""
    made, manager = await source(stage, product or await goods(stage)), await stage.client("manager")
    opened = await stage.post("manager", ORDERS, {"storeId": str(stage.org.places["A1"]), "sourceId": made["id"]})
    order = {**opened, "product": made["product"]}
    answer = await manager.put(f"{ORDERS}/{order['id']}/lines", lines(order))
    assert answer.is_success, answer.text
    sent = await stage.post("manager", f"{ORDERS}/{order['id']}/submission", {"urgent": True})
    if sent["state"] == "waiting":
        sent = await stage.post("regional", f"{ORDERS}/{order['id']}/approval", {"decision": "approve"})
    assert sent["state"] == "approved", sent
    return {**sent, "product": made["product"]}


async def accepted(stage: Stage, product: str | None = None) -> dict[str, Any]:
    order = await approved(stage, product)
    await stage.post("buyer", f"{ORDERS}/{order['id']}/acceptance", {})
    return order


async def shipped(stage: Stage, product: str | None = None) -> dict[str, Any]:
    order = await accepted(stage, product)
    sent = await stage.post("buyer", f"{ORDERS}/{order['id']}/shipments", {"id": str(uuid4())})
    return {**order, "shipment": sent["shipments"][0]}


async def received(stage: Stage, **form: Any) -> dict[str, Any]:
    order = await shipped(stage)
    whole = {"id": str(uuid4()), "shipmentId": order["shipment"]["id"], **form}
    got = await stage.post("manager", f"{ORDERS}/{order['id']}/receipts", whole)
    return {**order, "claims": got["claims"]}


async def accept_order(stage: Stage) -> Request:
    order = await approved(stage)
    return Request(await stage.client("buyer"), "POST", f"{ORDERS}/{order['id']}/acceptance", lines(order, "6"))


async def ship_order(stage: Stage) -> Request:
    order = await accepted(stage)
    form = {"id": str(UUID(int=stage.number + 1000))}
    return Request(await stage.client("buyer"), "POST", f"{ORDERS}/{order['id']}/shipments", form)


async def receive_order(stage: Stage) -> Request:
    order = await shipped(stage)
    said = {
        "lineId": order["shipment"]["lines"][0]["id"], "received": "9", "damaged": "2", "missing": "1",
        "missingWhy": "not_loaded", "photoIds": [str(UUID(int=7))],
    }  # fmt: skip
    form = {"id": str(uuid4()), "shipmentId": order["shipment"]["id"], "lines": [said]}
    return Request(await stage.client("manager"), "POST", f"{ORDERS}/{order['id']}/receipts", form)


async def close_order(stage: Stage) -> Request:
    order = await accepted(stage)
    return Request(await stage.client("buyer"), "POST", f"{ORDERS}/{order['id']}/closure", {"reason": "断货"})


async def share_stock(stage: Stage) -> Request:
    order = await approved(stage)
    day = date(2100, 1, stage.number)
    async with stage.app_tx(stage.org) as tx:  # each on a day of its own
        await tx.fetch(ON_DAY, stage.org.id, UUID(order["id"]), day)
    form = {"warehouseId": await warehouse(stage), "day": day.isoformat()}
    return Request(await stage.client("buyer"), "POST", "/api/order-waves", form)


async def open_claim(stage: Stage) -> Request:
    order = await received(stage)
    form = {
        "id": str(uuid4()), "orderId": order["id"], "productId": order["product"], "quantity": "3", "note": "订多了",
    }  # fmt: skip
    return Request(await stage.client("manager"), "POST", CLAIMS, form)


async def decide_claim(stage: Stage) -> Request:
    request = await open_claim(stage)
    claim = await stage.post("manager", CLAIMS, request.body)
    form = {"settled": True, "ifVersion": claim["version"]}
    return Request(await stage.client("buyer"), "POST", f"{CLAIMS}/{claim['id']}/decision", form)


async def set_rule(stage: Stage) -> Request:
    admin = await stage.client("admin")
    version = (await admin.get(RULE)).json()["version"]
    if not version:  # so that each time something is changed
        version = (await admin.put(RULE, {"overPercent": 1, "ifVersion": 0})).json()["version"]
    return Request(admin, "PUT", RULE, {"overPercent": 10 + stage.number, "ifVersion": version})


FULFIL_SCENARIOS: Final[dict[str, Scenario]] = {
    "acceptOrder": accept_order,
    "shipOrder": ship_order,
    "receiveOrder": receive_order,
    "closeOrder": close_order,
    "shareStock": share_stock,
    "openOrderClaim": open_claim,
    "decideOrderClaim": decide_claim,
    "setOrderReceivingRule": set_rule,
}
