"""One real use of every command about orders to suppliers, as `scenarios` has them for the others."""

from typing import Final
from uuid import uuid4

from tests.factories.supply import add_source, add_supplier, add_warehouse, deliver, offer, set_offers
from tests.faults.order_scenarios import ORDERS, lines
from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage

PURCHASES: Final = "/api/purchases"
MAIL: Final = {"way": "mail", "address": "order@dairy.example", "ifVersion": 0}


async def way(stage: Stage) -> str:
    """Return where the way of a supplier of its own lies."""
    supplier = await add_supplier(await stage.client("buyer"), f"WAY{stage.number}")
    return f"/api/suppliers/{supplier['id']}/way"


async def set_way(stage: Stage) -> Request:
    return Request(await stage.client("buyer"), "PUT", await way(stage), MAIL)


async def try_way(stage: Stage) -> Request:
    buyer, path = await stage.client("buyer"), await way(stage)
    assert (await buyer.put(path, MAIL)).is_success
    return Request(buyer, "POST", f"{path}/test")


async def ordered(stage: Stage) -> dict[str, str]:
    """Have A1 order of a supplier's source of its own, and return the form that sends it."""
    buyer, manager = await stage.client("buyer"), await stage.client("manager")
    product = await stage.once("bought", stage.product)
    made = await add_source(buyer, code=f"BUY{uuid4().hex[:8]}", leastCents=0, cutOff="23:59")
    for answer in (
        await deliver(buyer, made, stage.org.places["A1"]),
        await set_offers(buyer, made, offer(product["id"])),
    ):
        assert answer.is_success, answer.text
    order = await stage.post("manager", ORDERS, {"storeId": str(stage.org.places["A1"]), "sourceId": made["id"]})
    answer = await manager.put(f"{ORDERS}/{order['id']}/lines", lines({**order, "product": product["id"]}))
    assert answer.is_success, answer.text
    sent = await stage.post("manager", f"{ORDERS}/{order['id']}/submission", {"urgent": True})
    if sent["state"] == "waiting":
        await stage.post("regional", f"{ORDERS}/{order['id']}/approval", {"decision": "approve"})
    return {"id": str(uuid4()), "sourceId": made["id"], "day": order["day"]}


async def send(stage: Stage) -> Request:
    return Request(await stage.client("buyer"), "POST", PURCHASES, await ordered(stage))


async def send_again(stage: Stage) -> Request:
    sent = await stage.post("buyer", PURCHASES, await ordered(stage))
    path = f"{PURCHASES}/{sent['id']}/sendings"
    return Request(await stage.client("buyer"), "POST", path, {"ifVersion": sent["version"]})


async def stock_up(stage: Stage) -> Request:
    """Have A1 order of a warehouse of its own, which has nothing, and which a supplier delivers to."""
    admin, buyer, manager = await stage.client("admin"), await stage.client("buyer"), await stage.client("manager")
    product = await stage.once("bought", stage.product)
    code = uuid4().hex[:8]
    warehouse = await add_warehouse(admin, stage.org.places["A"], f"W{code}")
    supplier = await add_source(buyer, code=f"DAIRY{code}", leastCents=0)
    source = await add_source(buyer, code=f"HOUSE{code}", leastCents=0, cutOff="23:59", warehouseId=warehouse)
    for made, place in ((supplier, warehouse), (source, str(stage.org.places["A1"]))):
        for answer in (await deliver(buyer, made, place), await set_offers(buyer, made, offer(product["id"]))):
            assert answer.is_success, answer.text
    order = await stage.post("manager", ORDERS, {"storeId": str(stage.org.places["A1"]), "sourceId": source["id"]})
    answer = await manager.put(f"{ORDERS}/{order['id']}/lines", lines({**order, "product": product["id"]}))
    assert answer.is_success, answer.text
    sent = await stage.post("manager", f"{ORDERS}/{order['id']}/submission", {"urgent": True})
    if sent["state"] == "waiting":
        await stage.post("regional", f"{ORDERS}/{order['id']}/approval", {"decision": "approve"})
    form = {"id": str(uuid4()), "warehouseId": warehouse, "sourceId": supplier["id"]}
    return Request(buyer, "POST", "/api/warehouse-needs/orders", form)


PURCHASE_SCENARIOS: Final[dict[str, Scenario]] = {
    "orderForWarehouse": stock_up,
    "sendPurchase": send,
    "sendPurchaseAgain": send_again,
    "setSupplierWay": set_way,
    "testSupplierWay": try_way,
}
