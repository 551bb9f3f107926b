"""Who tests the stock ledger."""

import pytest

from tests.factories.catalog import found_catalogue
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.stock import add_product, line, receive
from tests.factories.transfers import Crew, crew_of


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


@pytest.fixture
async def crew(org: Org, app_tx: AppTx, client: LogIn) -> Crew:
    """Who moves goods from A1 to A2."""
    return await crew_of(org, app_tx, client)


@pytest.fixture
async def cola(buyer: Client, org: Org) -> str:
    """A product of which A1 has 15 for 16.50: five of a lot that ends sooner, ten of one that ends later."""
    product = await add_product(buyer, "C1")
    later = line(product, "10", 1000, code="L-LATER", expiresOn="2099-12-31")
    sooner = line(product, "5", 650, "back_room", code="L-SOONER", expiresOn="2099-06-30")
    await receive(buyer, org.places["A1"], later, sooner)
    return product
