"""Books of products that nobody has used: many histories are held against the ledger of one organization."""

from decimal import Decimal
from typing import Any, Final
from uuid import UUID, uuid4

from msgspec import Struct

from storewalk.catalog import api as catalog
from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.stock import api as stock

RULE: Final = """
INSERT INTO stock_rule (org_id, negative_allowed, changed_at) VALUES ($1, $2, now())
ON CONFLICT (org_id) DO UPDATE SET negative_allowed = excluded.negative_allowed"""
ITEMS: Final = """
SELECT store_id, product_id, quantity, value_cents FROM stock_item WHERE org_id = $1 AND product_id = ANY ($2)"""
TRANSIT: Final = """
SELECT store_id, product_id, sum(quantity) AS quantity, sum(value_cents)::bigint AS value_cents
FROM stock_transit WHERE org_id = $1 AND product_id = ANY ($2) GROUP BY store_id, product_id"""
# What went to each kind of place less what came from it.
WORTH: Final = """
SELECT p.kind, sum(e.value_cents)::bigint AS value_cents FROM (
    SELECT to_id AS place_id, value_cents FROM stock_move WHERE org_id = $1 AND product_id = ANY ($2)
    UNION ALL SELECT from_id, -value_cents FROM stock_move WHERE org_id = $1 AND product_id = ANY ($2)) AS e
JOIN stock_place p ON p.org_id = $1 AND p.id = e.place_id GROUP BY p.kind"""
MOVES: Final = """
SELECT count(*) AS moves, count(*) FILTER (WHERE value_cents < 0 OR quantity < 0) AS negative
FROM stock_move WHERE org_id = $1 AND product_id = ANY ($2)"""

Key = tuple[UUID, UUID]
"""A store and a product."""


class Goods(Struct, frozen=True):
    """A product as tills and people name it."""

    id: UUID
    code: str


class Held(Struct, frozen=True):
    """What there is of a product at a store, or on its way there."""

    quantity: Decimal
    value_cents: int


NOTHING: Final = Held(Decimal(0), 0)


class Ledger(Struct, frozen=True):
    """Everything that the ledger says of some products; `worth` is by the kind of place."""

    items: dict[Key, Held]
    transit: dict[Key, Held]
    worth: dict[str, int]
    moves: int
    negative: int

    def item(self, store_id: UUID, product_id: UUID) -> Held:
        return self.items.get((store_id, product_id), NOTHING)

    def coming(self, store_id: UUID, product_id: UUID) -> Held:
        return self.transit.get((store_id, product_id), NOTHING)


async def new_goods(tx: Tx) -> Goods:
    """Add a product."""
    code = uuid4().hex[:12]
    category = await catalog.add_category(tx, catalog.AddCategory(code=code, name=Words("类", "Category")))
    unit = await catalog.add_unit(tx, catalog.AddUnit(code=code, name=Words("个", "piece")))
    form = catalog.AddProduct(
        code=code, name=Words("商品", "Product"), category_id=category.id, unit=unit.code, price_cents=1
    )
    return Goods((await catalog.add_product(tx, form)).id, code)


async def allow_negative(tx: Tx, *, allowed: bool) -> None:
    """Say whether sales may take the book below zero."""
    await tx.fetch(RULE, tx.org_id, allowed)


async def read_ledger(tx: Tx, product_ids: list[UUID]) -> Ledger:
    """Return what the ledger says of products, after it has proved that balances are the sum of their moves."""
    assert await stock.differences(tx) == []
    items = await tx.fetch(ITEMS, tx.org_id, product_ids)
    transit = await tx.fetch(TRANSIT, tx.org_id, product_ids)
    worth = {row["kind"]: row["value_cents"] for row in await tx.fetch(WORTH, tx.org_id, product_ids)}
    moves = (await tx.fetch(MOVES, tx.org_id, product_ids))[0]
    return Ledger(_by_key(items), _by_key(transit), worth, moves["moves"], moves["negative"])


def _by_key(rows: list[Any]) -> dict[Key, Held]:
    return {(row["store_id"], row["product_id"]): Held(row["quantity"], row["value_cents"]) for row in rows}
