"""A shop with four weeks behind it."""

from collections.abc import AsyncGenerator
from uuid import UUID

import pytest

from storewalk.core.platform import Platform
from storewalk.stock import api as stock
from tests.analytics.past import Past, ago, four_weeks
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.shop import open_shop
from tests.factories.today import noon
from tests.ordering.orders import source_of


@pytest.fixture
async def buyer(client: LogIn) -> Client:
    """Who looks at the whole chain."""
    return await client("buyer")


@pytest.fixture
async def past(org: Org, app_tx: AppTx, buyer: Client, platform: Platform) -> AsyncGenerator[Past]:
    """A1 with four weeks behind it; it has bread in its book that it never had until today."""
    shop = await open_shop(org, app_tx, buyer, ["milk", "eggs", "bread"])
    await four_weeks(shop)
    await shop.book("bread", 1, stock.Way.IN, value_cents=100, occurred_at=noon(ago(0), -11.9))
    before = platform.clock.offset
    yield Past(shop, platform)
    platform.clock.offset = before


@pytest.fixture
async def source(past: Past, buyer: Client) -> UUID:
    """Where A1 orders its goods from."""
    return await source_of(past.shop, buyer, {"milk": 12, "eggs": 30})
