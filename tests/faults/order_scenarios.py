"""One real use of every command about orders, as `scenarios` has them for the others."""

from typing import Any, Final
from uuid import uuid4

from tests.factories.supply import add_source, deliver, offer, set_offers
from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage

ORDERS: Final = "/api/orders"
RULES: Final = "/api/order-approvals/rules"


async def source(stage: Stage) -> dict[str, Any]:
    """Return a source of its own, which closes at the very end of the day and offers a product to A1."""
    buyer = await stage.client("buyer")
    made = await add_source(buyer, code=f"ORDER{stage.number}", leastCents=0, cutOff="23:59")
    product = (await stage.product())["id"]
    for answer in (await deliver(buyer, made, stage.org.places["A1"]), await set_offers(buyer, made, offer(product))):
        assert answer.is_success, answer.text
    return {**made, "product": product}


async def opened(stage: Stage) -> dict[str, Any]:
    """Begin an order."""
    made = await source(stage)
    form = {"storeId": str(stage.org.places["A1"]), "sourceId": made["id"]}
    return {**await stage.post("manager", ORDERS, form), "product": made["product"]}


def lines(order: dict[str, Any], quantity: str = "12") -> dict[str, Any]:
    return {"lines": [{"productId": order["product"], "quantity": quantity}]}


async def filled(stage: Stage) -> dict[str, Any]:
    """Begin an order and put something into it."""
    order, manager = await opened(stage), await stage.client("manager")
    answer = await manager.put(f"{ORDERS}/{order['id']}/lines", lines(order))
    assert answer.is_success, answer.text
    return order


async def waiting(stage: Stage) -> dict[str, Any]:
    """Submit an order that somebody has to approve."""
    order = await filled(stage)
    async with stage.app_tx(stage.org) as tx:
        await tx.fetch("UPDATE order_delivery SET budget_cents = 1 WHERE org_id = $1", stage.org.id)
    await stage.post("manager", f"{ORDERS}/{order['id']}/submission", {"urgent": True})
    return order


async def open_order(stage: Stage) -> Request:
    form = {"id": str(uuid4()), "storeId": str(stage.org.places["A1"]), "sourceId": (await source(stage))["id"]}
    return Request(await stage.client("manager"), "POST", ORDERS, form)


async def set_order_lines(stage: Stage) -> Request:
    order = await opened(stage)
    return Request(await stage.client("manager"), "PUT", f"{ORDERS}/{order['id']}/lines", lines(order, "24"))


async def submit_order(stage: Stage) -> Request:
    order = await filled(stage)
    return Request(await stage.client("manager"), "POST", f"{ORDERS}/{order['id']}/submission", {"urgent": True})


async def decide_order(stage: Stage) -> Request:
    order = await waiting(stage)
    form = {"decision": "approve"}
    return Request(await stage.client("regional"), "POST", f"{ORDERS}/{order['id']}/approval", form)


async def decide_orders(stage: Stage) -> Request:
    form = {"ids": [(await waiting(stage))["id"]], "decision": "approve"}
    return Request(await stage.client("regional"), "POST", "/api/order-approvals", form)


async def set_rules(stage: Stage) -> Request:
    form = {"reasonPercent": 30 + stage.number, "reasonCents": 0, "escalateMinutes": 60, "rules": []}
    admin = await stage.client("admin")
    version = (await admin.get(RULES)).json()["version"]
    if not version:  # so that each time something is changed
        answer = await admin.put(RULES, {**form, "reasonCents": 1, "ifVersion": 0})
        version = answer.json()["version"]
    return Request(admin, "PUT", RULES, {**form, "ifVersion": version})


async def withdraw_order(stage: Stage) -> Request:
    order = await waiting(stage)
    return Request(await stage.client("manager"), "POST", f"{ORDERS}/{order['id']}/withdrawal", {})


async def cancel_order(stage: Stage) -> Request:
    order = await filled(stage)
    return Request(await stage.client("manager"), "POST", f"{ORDERS}/{order['id']}/cancellation", {"reason": "不要了"})


ORDER_SCENARIOS: Final[dict[str, Scenario]] = {
    "openOrder": open_order,
    "setOrderLines": set_order_lines,
    "submitOrder": submit_order,
    "decideOrder": decide_order,
    "decideOrders": decide_orders,
    "setOrderApprovalRules": set_rules,
    "withdrawOrder": withdraw_order,
    "cancelOrder": cancel_order,
}
