"""Receipts as tills send them."""

from typing import Any
from uuid import uuid4

from tests.factories.client import Client
from tests.factories.stock import ago


def sold(code: str | None, quantity: str = "1", amount_cents: int = 350, **changes: Any) -> dict[str, Any]:
    """Return a line by the product's code; `barcode`, `unit` and `returned` may be given."""
    return {"code": code, "quantity": quantity, "amountCents": amount_cents, **changes}


def till_receipt(*lines: dict[str, Any], store: str = "A1", **changes: Any) -> dict[str, Any]:
    """Return a receipt of a minute ago with a number of its own."""
    form = {"store": store, "number": str(uuid4()), "occurredAt": ago(minutes=1)}
    return {**form, "lines": list(lines), **changes}


async def ingest(till: Client, *receipts: dict[str, Any]) -> dict[str, Any]:
    """Send receipts; return what became of them."""
    answer = await till.post("/api/pos/sales", {"receipts": list(receipts)})
    assert answer.status_code == 200, answer.text
    return answer.json()
