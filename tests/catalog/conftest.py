"""Who tests the catalogue."""

from collections.abc import Awaitable, Callable

import pytest

from tests.factories.catalog import found_catalogue
from tests.factories.client import Client


@pytest.fixture
async def buyer(client: Callable[[str], Awaitable[Client]]) -> Client:
    """A buyer with a small catalogue."""
    buyer = await client("buyer")
    await found_catalogue(buyer)
    return buyer
