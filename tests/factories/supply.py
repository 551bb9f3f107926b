"""Where goods come from, as a buyer keeps it: suppliers, sources, delivery days, offers."""

from typing import Any
from uuid import UUID

from tests.factories.client import Client

WEEK = [1, 2, 3, 4, 5, 6, 7]
SOURCE = {"code": "FRESH", "name": "光明鲜奶", "leadDays": 1, "cutOff": "11:00", "leastCents": 30_000}


async def add_supplier(buyer: Client, code: str = "S001", **form: Any) -> dict[str, Any]:
    """Add a supplier."""
    return await _made(buyer, "/api/suppliers", {"code": code, "name": "光明乳业", **form})


async def add_source(buyer: Client, **form: Any) -> dict[str, Any]:
    """Add a source; of a supplier of its own, unless the form says whose."""
    if not form.keys() & {"supplierId", "warehouseId"}:
        form["supplierId"] = (await add_supplier(buyer, form.get("code", "S001")))["id"]
    return await _made(buyer, "/api/order-sources", {**SOURCE, **form})


async def add_warehouse(admin: Client, region: UUID, code: str = "W1") -> str:
    """Add a warehouse of the chain, and return its id."""
    form = {"code": code, "name": "浦东总仓", "regionId": str(region), "kind": "warehouse"}
    return (await _made(admin, "/api/stores", form))["id"]


async def deliver(buyer: Client, source: dict[str, Any], *stores: UUID | str, **form: Any) -> Any:
    """Set when a source delivers to stores: every day, unless the form says when."""
    whole = {"storeIds": [str(each) for each in stores], "weekdays": WEEK, **form}
    return await buyer.put(f"/api/order-sources/{source['id']}/deliveries", whole)


def offer(product_id: UUID | str, **form: Any) -> dict[str, Any]:
    """Return a line of an offer: a pack of 12 for 30 yuan."""
    return {"productId": str(product_id), "packQuantity": "12", "packCents": 3000, **form}


async def set_offers(buyer: Client, source: dict[str, Any], *lines: dict[str, Any], **form: Any) -> Any:
    """Set offers of a source."""
    return await buyer.put(f"/api/order-sources/{source['id']}/offers", {"lines": list(lines), **form})


async def _made(client: Client, path: str, form: dict[str, Any]) -> dict[str, Any]:
    answer = await client.post(path, form)
    assert answer.status_code == 201, answer.text
    return answer.json()
