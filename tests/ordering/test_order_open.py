"""What is ordered counts as on its way until it has come, and never twice."""

from decimal import Decimal

import pytest

from storewalk.ordering.planning.copied import rows_of
from storewalk.ordering.queries.order_open import copy_ordered, joined
from storewalk.stock import api as stock
from tests.factories.client import Client
from tests.ordering.orders import Ordering


async def coming(ordering: Ordering) -> dict[str, Decimal]:
    """Return what a plan reads as coming to the shop, by the products' names."""
    names = {product.bytes: name for name, product in ordering.shop.products.items()}
    async with ordering.shop.app_tx(ordering.shop.org) as tx:
        stores = [ordering.shop.store]
        rows = rows_of(joined(await stock.copy_coming(tx, stores), await copy_ordered(tx, stores)))
    found: dict[str, Decimal] = {}
    for row in rows:
        name = names[bytes(row["product"])]
        found[name] = found.get(name, Decimal(0)) + Decimal(int(row["quantity"])) / 1000
    return found


@pytest.fixture
async def approved(ordering: Ordering, manager: Client) -> Ordering:
    """An order of 24 milk that has passed; eggs were left out."""
    await ordering.suggest({"milk": 24, "eggs": 30})
    await ordering.open(manager)
    await ordering.set(manager, eggs=(0, "other"))
    assert (await ordering.submit(manager))["state"] == "approved"
    return ordering


async def test_only_approved_orders_count(ordering: Ordering, manager: Client) -> None:
    await ordering.suggest({"milk": 24})
    await ordering.open(manager)
    assert await coming(ordering) == {}
    await ordering.submit(manager)
    assert await coming(ordering) == {"milk": 24}
    await ordering.take(manager, "withdrawal")
    assert await coming(ordering) == {}


@pytest.mark.parametrize(
    ("warehouse", "steps", "left"),
    [
        (False, (None, 0, 0), 24),
        (False, (12, 0, 0), 12),
        (False, (24, 24, 0), 24),  # a supplier's goods are in no ledger before they are here
        (False, (24, 24, 18), 6),
        (True, (24, 12, 0), 12),  # what a warehouse has sent is in transit, and counted there
        (True, (24, 24, 24), 0),
    ],
)
async def test_what_has_come_or_is_in_transit_is_not_counted_again(
    approved: Ordering, warehouse: bool, steps: tuple[int | None, int, int], left: int
) -> None:
    if warehouse:
        await approved.sql(
            "UPDATE order_source SET supplier_id = NULL, warehouse_id = $2 WHERE org_id = $1",
            approved.shop.org.places["B1"],
        )
    await approved.sql("UPDATE store_order SET state = 'accepted' WHERE org_id = $1")
    await approved.sql(
        "UPDATE store_order_line SET confirmed = $2, shipped = $3, received = $4 WHERE org_id = $1 AND quantity > 0",
        *steps,
    )
    assert await coming(approved) == ({"milk": left} if left else {})


async def test_what_never_came_is_not_counted_on_for_ever(approved: Ordering) -> None:
    await approved.sql("UPDATE store_order SET expected_on = expected_on - 8 WHERE org_id = $1")
    assert await coming(approved) == {"milk": 24}
    await approved.sql("UPDATE store_order SET expected_on = expected_on - 1 WHERE org_id = $1")
    assert await coming(approved) == {}
