"""Goods in stores, taken in through the API as people take them in."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from storewalk.stock import api as stock
from tests.factories.catalog import product_form
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.organization import Org


def ago(**length: float) -> str:
    """Return an instant that lies `length` back, as the API takes it."""
    return (datetime.now(UTC) - timedelta(**length)).isoformat()


async def add_product(buyer: Client, code: str, **changes: Any) -> str:
    """Add a product of the small catalogue, in bottles, without a barcode unless one is given; return its id."""
    form = await product_form(buyer, **{"code": code, "barcodes": [], **changes})
    answer = await buyer.post("/api/products", form)
    assert answer.status_code == 201, answer.text
    return answer.json()["id"]


def line(product_id: str, quantity: str, value_cents: int, place: str = "shelf", **lot: Any) -> dict[str, Any]:
    """Return a line of a receipt; `code`, `producedOn` and `expiresOn` are of its lot."""
    form = {"productId": product_id, "quantity": quantity, "valueCents": value_cents, "place": place}
    return {**form, "lot": lot} if lot else form


async def receive(who: Client, store_id: UUID, *lines: dict[str, Any], **form: Any) -> dict[str, Any]:
    """Take goods in; return the receipt."""
    answer = await who.post("/api/stock/receipts", {"storeId": str(store_id), "lines": list(lines), **form})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def stock_of(who: Client, store_id: UUID, product_id: str) -> dict[str, Any]:
    """Return what a store has of a product."""
    answer = await who.get("/api/stock", store=store_id, limit=5000)
    assert answer.status_code == 200, answer.text
    return next(item for item in answer.json()["items"] if item["productId"] == product_id)


async def proved(app_tx: AppTx, org: Org) -> None:
    """Prove that the organization's book is what its moves add up to."""
    async with app_tx(org) as tx:
        assert await stock.differences(tx) == []
