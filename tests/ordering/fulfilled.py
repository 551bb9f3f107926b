"""Orders after their approval: a warehouse with goods, a store that orders from it, and the steps of both."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID, uuid4

import httpx

from storewalk.stock import api as stock
from tests.factories.client import Client
from tests.ordering.orders import Ordering

BOOK: Final = """
SELECT trim_scale(i.quantity)::text, i.value_cents, trim_scale(coalesce(sum(t.quantity), 0))::text,
       coalesce(sum(t.value_cents), 0)::bigint
FROM stock_item i LEFT JOIN stock_transit t
    ON t.org_id = i.org_id AND t.store_id = i.store_id AND t.product_id = i.product_id
WHERE i.org_id = $1 AND i.store_id = $2 AND i.product_id = $3 GROUP BY i.quantity, i.value_cents"""
RESERVED: Final = """
SELECT p.name->>'en' AS name, trim_scale(sum(r.quantity))::text AS quantity FROM stock_reservation r
JOIN product p ON p.org_id = r.org_id AND p.id = r.product_id WHERE r.org_id = $1 GROUP BY 1"""


@dataclass
class Fulfilment:
    """An order of A1 and who moves it on: the keeper of its source and the store's manager."""

    ordering: Ordering
    keeper: Client
    manager: Client
    warehouse: UUID | None = None

    async def order(self, **quantities: int) -> str:
        """Order, and have it pass by the rules."""
        ordering = self.ordering
        await ordering.open(self.manager)
        await ordering.set(self.manager, **quantities)
        order = await ordering.submit(self.manager)
        assert order["state"] == "approved", order
        return ordering.id

    async def stocked(
        self, product: str, quantity: int, cents: int, *, code: str = "", last: date | None = None
    ) -> None:
        """Take goods into the warehouse."""
        line: dict[str, Any] = {
            "productId": self.ordering.product(product), "quantity": str(quantity), "valueCents": cents,
            "place": "shelf",
        }  # fmt: skip
        if code:
            line["lot"] = {"code": code, "expiresOn": last.isoformat() if last else None}
        answer = await self.keeper.post("/api/stock/receipts", {"storeId": str(self.warehouse), "lines": [line]})
        assert answer.status_code == 201, answer.text

    async def step(self, who: Client, name: str, **form: Any) -> httpx.Response:
        return await self.ordering.step(who, name, **form)

    async def take(self, who: Client, name: str, **form: Any) -> dict[str, Any]:
        """Take a step that must succeed."""
        answer = await self.step(who, name, **form)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def accept(self, **quantities: int) -> dict[str, Any]:
        return await self.take(self.keeper, "acceptance", lines=self.lines(quantities))

    async def ship(self, **quantities: int) -> dict[str, Any]:
        """Send a delivery: all that is left, or quantities by product."""
        return await self.take(self.keeper, "shipments", id=str(uuid4()), lines=self.lines(quantities))

    async def receive(self, shipment: dict[str, Any] | None = None, **form: Any) -> dict[str, Any]:
        return await self.take(self.manager, "receipts", **self.receipt(shipment, **form))

    def receipt(self, shipment: dict[str, Any] | None = None, **form: Any) -> dict[str, Any]:
        return {"id": str(uuid4()), "shipmentId": shipment["id"] if shipment else None, **form}

    def lines(self, quantities: dict[str, int]) -> list[dict[str, str]]:
        return [{"productId": self.ordering.product(name), "quantity": str(q)} for name, q in quantities.items()]

    async def read(self, who: Client | None = None) -> dict[str, Any]:
        answer = await (who or self.manager).get(f"{self.ordering.path}/fulfilment")
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def book(self, store: UUID, product: str) -> tuple[str, int, str, int]:
        """Return what a store has of a product and what is on its way to it, with their values; the book is right."""
        async with self.ordering.shop.app_tx(self.ordering.shop.org) as tx:
            assert await stock.differences(tx) == []
            row = await tx.fetchrow(BOOK, tx.org_id, store, UUID(self.ordering.product(product)))
        return ("0", 0, "0", 0) if row is None else tuple(row)

    async def at_store(self, product: str) -> tuple[str, int, str, int]:
        return await self.book(self.ordering.shop.store, product)

    async def in_warehouse(self, product: str) -> tuple[str, int, str, int]:
        assert self.warehouse is not None
        return await self.book(self.warehouse, product)

    async def reserved(self) -> dict[str, str]:
        """Return what is kept for orders."""
        return {row["name"]: row["quantity"] for row in await self.ordering.sql(RESERVED)}

    def in_days(self, days: int) -> date:
        return self.ordering.today + timedelta(days=days)


def line_of(shipment: dict[str, Any], product: str) -> dict[str, Any]:
    """Return a delivery's first line of a product."""
    return next(line for line in shipment["lines"] if line["name"]["en"] == product)


def open_of(order: dict[str, Any]) -> dict[str, str]:
    """Return what of each product is still to come."""
    return {line["name"]["en"]: line["open"] for line in order["lines"]}


def steps(order: dict[str, Any]) -> dict[str, tuple[Decimal, ...]]:
    """Return what was ordered, confirmed, shipped and received of each product."""
    names = ("quantity", "confirmed", "shipped", "received")
    return {line["name"]["en"]: tuple(Decimal(line[name] or 0) for name in names) for line in order["lines"]}
