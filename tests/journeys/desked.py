"""Orders at every stage, for the screens of head office: one waits, one came short, one is to be sent."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product, line, receive
from tests.factories.supply import add_source, deliver, offer, set_offers


@dataclass(frozen=True)
class Desked:
    """The order that waits, the one that came and its claim, the one to be sent and where its wave is seen."""

    waiting: str
    came: str
    claim: str
    sending: str
    wave: str


async def desked(served: Installation, org: Org) -> Desked:
    """Order three times for A1: over the budget, from a supplier, and from a warehouse that has too little."""
    store = str(org.places["A1"])
    async with (
        served.client(org, "admin") as admin,
        served.client(org, "buyer") as buyer,
        served.client(org, "manager") as manager,
    ):
        product = await add_product(buyer, "D1", name={"zh": "老酸奶 139g", "en": "Set yoghurt 139 g"})
        warehouse = (await admin.get("/api/stores", kind="warehouse")).json()["items"][0]["id"]
        await receive(buyer, warehouse, line(product, "18", 3_600, code="D7"))
        near = await _source(buyer, product, store, code="NEAR", name="近郊乳品", budget=100)
        waiting = await _order(manager, product, store, near, "48")
        dairy = await _source(buyer, product, store, code="FARM", name="牧场直送")
        came = await _order(manager, product, store, dairy, "24")
        await _done(buyer, f"/api/orders/{came}/acceptance", {})
        sent = await _done(buyer, f"/api/orders/{came}/shipments", {"id": str(uuid4()), "note": "早班车"})
        [shipment] = sent["shipments"]
        arrived = {
            "lineId": shipment["lines"][0]["id"],
            "received": "20",
            "missing": "4",
            "missingWhy": "lost",
            "note": "少两箱",
        }
        receipt = {"id": str(uuid4()), "shipmentId": shipment["id"], "lines": [arrived]}
        [claim] = (await _done(manager, f"/api/orders/{came}/receipts", receipt))["claims"]
        hub = await _source(buyer, product, store, code="HUB", name="总仓冷链", warehouseId=warehouse)
        waves = await _order(manager, product, store, hub, "24")
        day = (await manager.get(f"/api/orders/{waves}")).json()["expectedOn"]
    return Desked(waiting, came, claim["id"], waves, f"/order-waves?warehouse={warehouse}&day={day}")


async def _source(buyer: Client, product: str, store: str, *, budget: int | None = None, **form: Any) -> str:
    source = await add_source(buyer, cutOff="23:59", leastCents=0, **form)
    assert (await deliver(buyer, source, store, budgetCents=budget)).is_success
    assert (await set_offers(buyer, source, offer(product))).is_success
    return source["id"]


async def _order(manager: Client, product: str, store: str, source: str, quantity: str) -> str:
    opened = await manager.post("/api/orders", {"storeId": store, "sourceId": source})
    assert opened.status_code == 201, opened.text
    path = f"/api/orders/{opened.json()['id']}"
    lines = [{"productId": product, "quantity": quantity, "reason": "local_event"}]
    assert (await manager.put(f"{path}/lines", {"lines": lines})).is_success
    await _done(manager, f"{path}/submission", {})
    return opened.json()["id"]


async def _done(who: Client, path: str, form: dict[str, Any]) -> dict[str, Any]:
    answer = await who.post(path, form)
    assert answer.is_success, answer.text
    return answer.json()
