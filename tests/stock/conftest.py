"""Who tests the stock ledger."""

import pytest

from tests.factories.catalog import found_catalogue
from tests.factories.client import Client
from tests.factories.given import LogIn


@pytest.fixture
async def buyer(client: LogIn) -> Client:
    """A buyer with a small catalogue."""
    buyer = await client("buyer")
    await found_catalogue(buyer)
    return buyer


@pytest.fixture
async def manager(client: LogIn) -> Client:
    """The manager of store A1."""
    return await client("manager")
