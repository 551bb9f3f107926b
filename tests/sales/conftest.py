"""Who tests sales: tills at stores that have a few goods."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from storewalk.stock.api import differences
from tests.factories.catalog import COLA, found_catalogue
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.stock import add_product, line, receive

MOVES = """
SELECT m.cause, m.quantity::float8 AS quantity, m.direction, m.value_cents, p.code
FROM stock_move m JOIN product p ON p.org_id = m.org_id AND p.id = m.product_id
WHERE m.org_id = $1 AND m.cause IN ('sale', 'return') ORDER BY m.occurred_at, m.cause_line"""


@pytest.fixture
async def buyer(client: LogIn) -> Client:
    """A buyer with a small catalogue."""
    buyer = await client("buyer")
    await found_catalogue(buyer)
    return buyer


@pytest.fixture
async def till(client: LogIn, buyer: Client) -> Client:
    """Whoever may hand sales in."""
    del buyer
    return await client("admin")


@pytest.fixture
async def cola(buyer: Client, org: Org) -> str:
    """A cola that comes in cases of 24; A1 has 100 bottles that cost 200 cents each."""
    product_id = await add_product(buyer, "C1", barcodes=[COLA])
    await receive(buyer, org.places["A1"], line(product_id, "100", 20_000, code="L1", expiresOn="2030-01-01"))
    return product_id


@pytest.fixture
def moves(org: Org, app_tx: AppTx) -> Callable[[], Awaitable[list[tuple[Any, ...]]]]:
    """`await moves()`: what sales and returns did to the stock, by the time they occurred; the book is proved."""

    async def read() -> list[tuple[Any, ...]]:
        async with app_tx(org) as tx:
            assert await differences(tx) == []
            return [tuple(row) for row in await tx.fetch(MOVES, org.id)]

    return read
