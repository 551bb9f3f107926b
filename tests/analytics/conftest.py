"""A shop with four weeks behind it."""

from collections.abc import AsyncGenerator
from uuid import UUID

import pytest

from storewalk.core.platform import Platform
from storewalk.stock import api as stock
from tests.analytics.past import Past, ago, noon
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.shop import open_shop
from tests.ordering.orders import source_of

MILK = [4, 4, 6, 5, 3, 8, 7] * 4
"""Milk sold at A1 on each of the last 28 days, the oldest first; it never ran out."""


@pytest.fixture
async def buyer(client: LogIn) -> Client:
    """Who looks at the whole chain."""
    return await client("buyer")


@pytest.fixture
async def past(org: Org, app_tx: AppTx, buyer: Client, platform: Platform) -> AsyncGenerator[Past]:
    """A1 sold `MILK`, and 2 eggs each noon until they ran out with the last two at noon three days ago.

    Sixty more eggs came yesterday at 18:00. It has bread in its book that it never had.
    """
    shop = await open_shop(org, app_tx, buyer, ["milk", "eggs", "bread"])
    begins = noon(ago(29))
    await shop.deliver("milk", 200, occurred_at=begins)
    await shop.deliver("eggs", 52, 50, occurred_at=begins)
    for place, quantity in enumerate(MILK):
        day = ago(28 - place)
        await shop.sell("milk", quantity, noon(day))
        if day <= ago(3):
            await shop.sell("eggs", 2, noon(day))
    await shop.deliver("eggs", 60, 50, occurred_at=noon(ago(1), 6))
    await shop.book("bread", 1, stock.Way.IN, value_cents=100, occurred_at=noon(ago(0), -11.9))
    before = platform.clock.offset
    yield Past(shop, platform)
    platform.clock.offset = before


@pytest.fixture
async def source(past: Past, buyer: Client) -> UUID:
    """Where A1 orders its goods from."""
    return await source_of(past.shop, buyer, {"milk": 12, "eggs": 30})
