"""What A1 orders of suppliers, for the screens of purchases: one order is sent, of another source it waits."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product
from tests.factories.supply import add_source, deliver, offer, set_offers


@dataclass(frozen=True)
class Bought:
    """The order to a supplier that was sent, and the source and the day of which one has yet to be."""

    purchase: str
    source: str
    day: str


async def bought(served: Installation, org: Org) -> Bought:
    """Order of two suppliers for A1, and send one of them its order."""
    store = str(org.places["A1"])
    async with served.client(org, "buyer") as buyer, served.client(org, "manager") as manager:
        product = await add_product(buyer, "B1", name={"zh": "全麦吐司 400g", "en": "Wholemeal toast 400 g"})
        sent, day = await _ordered(buyer, manager, product, store, code="BAKER", name="城北烘焙")
        purchase = await _done(buyer, "/api/purchases", {"id": str(uuid4()), "sourceId": sent, "day": day})
        open_, day = await _ordered(buyer, manager, product, store, code="MILL", name="麦香工坊")
    return Bought(purchase["id"], open_, day)


async def _ordered(buyer: Client, manager: Client, product: str, store: str, **form: Any) -> tuple[str, str]:
    source = await add_source(buyer, cutOff="23:59", leastCents=0, **form)
    assert (await deliver(buyer, source, store)).is_success
    assert (await set_offers(buyer, source, offer(product))).is_success
    order = await _done(manager, "/api/orders", {"storeId": store, "sourceId": source["id"]})
    path = f"/api/orders/{order['id']}"
    lines = [{"productId": product, "quantity": "24", "reason": "local_event"}]
    assert (await manager.put(f"{path}/lines", {"lines": lines})).is_success
    await _done(manager, f"{path}/submission", {})
    return source["id"], order["day"]


async def _done(who: Client, path: str, form: dict[str, Any]) -> dict[str, Any]:
    answer = await who.post(path, form)
    assert answer.is_success, answer.text
    return answer.json()
