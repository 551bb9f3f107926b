"""A store with goods: products made as a buyer makes them, stock and sales booked through the ledger."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from storewalk.stock import api as stock
from tests.factories.catalog import category, found_catalogue, product_form
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.organization import Org

MILK_CENTS = 300


@dataclass
class Shop:
    """Store A1 with its products by name."""

    org: Org
    app_tx: AppTx
    products: dict[str, UUID] = field(default_factory=dict[str, UUID])

    @property
    def store(self) -> UUID:
        return self.org.places["A1"]

    async def book(self, product: str, quantity: int | str, way: stock.Way, **more: Any) -> stock.Posted:
        """Book one move at the store, by default now; a sale unless told otherwise."""
        cause = more.pop("cause", stock.Cause.SALE if way is stock.Way.OUT else stock.Cause.RECEIPT)
        more.setdefault("occurred_at", datetime.now(UTC))
        wanted = stock.Wanted(
            store_id=self.store,
            product_id=self.products[product],
            quantity=Decimal(quantity),
            cause=cause,
            way=way,
            cause_id=uuid4(),
            **more,
        )
        async with self.app_tx(self.org) as tx:
            return (await stock.move(tx, [wanted]))[0]

    async def deliver(self, product: str, quantity: int, cents_each: int = MILK_CENTS, **more: Any) -> None:
        """Take goods in, an hour ago unless told otherwise."""
        more.setdefault("occurred_at", datetime.now(UTC) - timedelta(hours=1))
        await self.book(product, quantity, stock.Way.IN, value_cents=quantity * cents_each, **more)

    async def sell(self, product: str, quantity: int, at: datetime) -> stock.Posted:
        """Sell, now known, then happened."""
        return await self.book(product, quantity, stock.Way.OUT, occurred_at=at)

    async def on_hand(self, product: str) -> tuple[str, int]:
        """Return quantity and value of a product in the book."""
        async with self.app_tx(self.org) as tx:
            line = (await stock.book_of(tx, self.store)).get(self.products[product])
            assert await stock.differences(tx) == []
        return ("0", 0) if line is None else (format(line.quantity.normalize() + 0, "f"), line.value_cents)


async def open_shop(org: Org, app_tx: AppTx, buyer: Client, names: list[str]) -> Shop:
    """Make products of the category D, without barcodes, under the names given."""
    await found_catalogue(buyer)
    shop = Shop(org, app_tx)
    for number, name in enumerate(names):
        form = await product_form(
            buyer, code=f"P{number}", name={"zh": name, "en": name}, barcodes=[], categoryId=await category(buyer, "D")
        )
        answer = await buyer.post("/api/products", form)
        assert answer.status_code == 201, answer.text
        shop.products[name] = UUID(answer.json()["id"])
    return shop
