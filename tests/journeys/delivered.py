"""An order of A1 from a warehouse, sent to the store: three products, one of them in a lot, on its way since now."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID, uuid4

from tests.factories.barcodes import ean13
from tests.factories.catalog import found_catalogue
from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product, line, receive, stock_of
from tests.factories.supply import add_source, add_warehouse, deliver, offer, set_offers

MILK, YOGHURT, TOFU = "鲜牛奶 950ml", "原味酸奶 200g", "嫩豆腐 400g"
CODES: Final = {name: ean13(f"69{number:010}") for number, name in enumerate((MILK, YOGHURT, TOFU), 41)}
ORDERED: Final = {MILK: "24", YOGHURT: "36", TOFU: "12"}
COST_CENTS: Final = 200
KEEPER: Final = "keeper"


@dataclass(frozen=True)
class Delivery:
    """The order and its only shipment; `products` are ids by name."""

    served: Installation
    org: Org
    order: str
    shipment: str
    products: dict[str, str]

    async def read(self) -> dict[str, Any]:
        """Return the order's fulfilment as the server has it."""
        async with self.served.client(self.org, "manager") as manager:
            return (await manager.get(f"/api/orders/{self.order}/fulfilment")).json()

    async def at_store(self) -> dict[str, tuple[str, int, str]]:
        """Return what A1 has of each product, what that is worth, and what is on its way."""
        async with self.served.client(self.org, "regional") as regional:
            items = {name: await stock_of(regional, self.org.places["A1"], id_) for name, id_ in self.products.items()}
        return {name: (each["quantity"], each["valueCents"], each["inTransit"]) for name, each in items.items()}

    async def told(self, role: str) -> list[tuple[str, str, str]]:
        """Return an account's messages, the newest first."""
        async with self.served.client(self.org, role) as who:
            items: list[dict[str, Any]] = (await who.get("/api/notifications")).json()["items"]
        return [(each["title"]["zh"], each["body"]["zh"], each["link"]) for each in items]

    async def events(self) -> list[str]:
        """Return what happened to the order and its claims, in order."""
        statement = """
SELECT kind FROM event WHERE org_id = $1 AND kind IN ('ordering.order_received', 'ordering.order_claim_opened',
    'ordering.order_claim_decided', 'ordering.order_closed') ORDER BY recorded_at, id"""
        async with self.served.platform.transaction(self.org.system) as tx:
            return [row["kind"].removeprefix("ordering.") for row in await tx.fetch(statement, self.org.id)]


async def delivery(served: Installation, org: Org) -> Delivery:
    """Make the goods, a warehouse with its keeper, the order, and send it; the catalogue is new."""
    async with served.client(org, "admin") as admin:
        warehouse = await add_warehouse(admin, org.places["A"])
        grants = [{"role": "manager", "nodeId": warehouse}]
        form = {"username": org.username(KEEPER), "name": "周库管", "password": org.password, "grants": grants}
        assert (await admin.post("/api/accounts", form)).status_code == 201
    async with served.client(org, "buyer") as buyer:
        await found_catalogue(buyer)
        products = {
            name: await add_product(buyer, f"D{n}", name={"zh": name, "en": name}, barcodes=[CODES[name]], packs=[])
            for n, name in enumerate(ORDERED, 1)
        }
        source = await add_source(
            buyer, code="HUB", name="浦东总仓", warehouseId=warehouse, cutOff="23:59", leastCents=0
        )
        assert (await deliver(buyer, source, org.places["A1"])).is_success
        lines = [offer(each, packQuantity="12", packCents=12 * COST_CENTS) for each in products.values()]
        assert (await set_offers(buyer, source, *lines)).is_success
        goods = [
            line(
                products[name], "60", 60 * COST_CENTS, **({"code": "M-7", "expiresOn": "2099-12-31"} if n == 0 else {})
            )
            for n, name in enumerate(ORDERED)
        ]
        await receive(buyer, UUID(warehouse), *goods)
    async with served.client(org, "manager") as manager, served.client(org, KEEPER) as keeper:
        lines = {products[name]: quantity for name, quantity in ORDERED.items()}
        order = await _ordered(manager, str(org.places["A1"]), source["id"], lines)
        await _done(keeper, f"/api/orders/{order}/acceptance", {})
        sent = await _done(keeper, f"/api/orders/{order}/shipments", _van())
    return Delivery(served, org, order, sent["shipments"][0]["id"], products)


async def on_its_way(served: Installation, org: Org) -> tuple[str, str]:
    """Order from a supplier whose van is on its way, and return the order and the delivery; the catalogue is there."""
    async with served.client(org, "buyer") as buyer, served.client(org, "manager") as manager:
        cheese = await add_product(buyer, "D9", name={"zh": "马苏里拉奶酪 200g", "en": "Mozzarella 200 g"})
        source = await add_source(buyer, code="VAN", name="鲜达配送", cutOff="23:59", leastCents=0)
        assert (await deliver(buyer, source, org.places["A1"])).is_success
        assert (await set_offers(buyer, source, offer(cheese, lifeDays=9))).is_success
        order = await _ordered(manager, str(org.places["A1"]), source["id"], {cheese: "24"})
        await _done(buyer, f"/api/orders/{order}/acceptance", {})
        sent = await _done(buyer, f"/api/orders/{order}/shipments", _van())
    return order, sent["shipments"][0]["id"]


def _van() -> dict[str, Any]:
    """Return a delivery that is due now, whatever day it was ordered for."""
    return {"id": str(uuid4()), "note": "司机老张", "expectedAt": datetime.now(UTC).isoformat()}


async def _ordered(manager: Client, store: str, source: str, quantities: dict[str, str]) -> str:
    opened = await manager.post("/api/orders", {"storeId": store, "sourceId": source})
    assert opened.status_code == 201, opened.text
    path = f"/api/orders/{opened.json()['id']}"
    lines = [{"productId": id_, "quantity": q, "reason": "local_event"} for id_, q in quantities.items()]
    assert (await manager.put(f"{path}/lines", {"lines": lines})).is_success
    assert (await _done(manager, f"{path}/submission", {}))["state"] == "approved"
    return opened.json()["id"]


async def _done(who: Client, path: str, form: dict[str, Any]) -> dict[str, Any]:
    answer = await who.post(path, form)
    assert answer.is_success, answer.text
    return answer.json()
