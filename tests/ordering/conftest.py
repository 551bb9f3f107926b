"""A shop whose sales of four weeks the history of demand knows."""

from collections.abc import AsyncGenerator, Generator
from datetime import time, timedelta
from uuid import UUID

import pytest

from storewalk.core.batch import Batch, Workers
from storewalk.core.jobs import JobContext
from storewalk.core.local_batch import LocalBatch, LocalWorkers
from storewalk.core.platform import Platform
from storewalk.ordering.service.append import append
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.shop import Shop, open_shop
from tests.factories.supply import add_warehouse, deliver
from tests.factories.today import noon, today
from tests.ordering.fulfilled import Fulfilment
from tests.ordering.orders import Ordering, at, source_of
from tests.ordering.purchases import Purchasing

DAYS = 28


class KeptBatch(LocalBatch):
    """Processes that are kept from one plan to the next, since starting them takes longer than a test."""

    def __init__(self) -> None:
        super().__init__(2)
        self.kept: LocalWorkers | None = None

    async def start(self) -> LocalWorkers:
        self.kept = self.kept or await super().start()
        return self.kept

    async def stop(self, workers: Workers) -> None:
        del workers


@pytest.fixture(scope="session")
def kept_batch() -> Generator[KeptBatch]:
    batch = KeptBatch()
    yield batch
    if batch.kept is not None:
        batch.kept.pool.shutdown()


@pytest.fixture(autouse=True)
def batch(platform: Platform, kept_batch: KeptBatch) -> Generator[None]:
    before = platform.resources.data[Batch]
    platform.resources.data[Batch] = kept_batch
    yield
    platform.resources.data[Batch] = before


@pytest.fixture
async def buyer(client: LogIn) -> Client:
    return await client("buyer")


@pytest.fixture
async def sold(org: Org, app_tx: AppTx, buyer: Client, platform: Platform) -> AsyncGenerator[Shop]:
    """Store A1 sold 4 milk a day and 2 eggs for four weeks, has 9 milk and 100 eggs left; the history knows it."""
    shop = await open_shop(org, app_tx, buyer, ["milk", "eggs", "bread"])
    first = today(-DAYS)
    await shop.deliver("milk", 4 * DAYS + 9, occurred_at=noon(first - timedelta(days=1)))
    await shop.deliver("eggs", 2 * DAYS + 100, occurred_at=noon(first - timedelta(days=1)))
    for number in range(DAYS):
        await shop.sell("milk", 4, noon(first + timedelta(days=number)))
        await shop.sell("eggs", 2, noon(first + timedelta(days=number)))
    platform.clock.offset += timedelta(minutes=10)
    await append(JobContext(platform, org.id))
    yield shop
    platform.clock.offset -= timedelta(minutes=10)


@pytest.fixture
def morning(platform: Platform) -> Generator[None]:
    """Eight o'clock in Shanghai tomorrow; the cut-off is at eleven."""
    before = platform.clock.offset
    at(platform, time(8))
    yield
    platform.clock.offset = before


@pytest.fixture
async def ordering(morning: None, org: Org, app_tx: AppTx, client: LogIn, platform: Platform) -> Ordering:
    """Store A1 orders milk in packs of 12 and eggs of 30 from a source, at 3 yuan a unit; bread is not offered."""
    del morning
    buyer = await client("buyer")
    shop = await open_shop(org, app_tx, buyer, ["milk", "eggs", "bread"])
    return Ordering(shop, await source_of(shop, buyer, {"milk": 12, "eggs": 30}), platform)


@pytest.fixture
async def manager(client: LogIn) -> Client:
    """Who orders for A1."""
    return await client("manager")


@pytest.fixture
async def clerk(client: LogIn) -> Client:
    """Who may also order for A1."""
    return await client("clerk")


@pytest.fixture
async def regional(client: LogIn) -> Client:
    """Who approves above A1."""
    return await client("regional")


async def hired(admin: Client, org: Org, name: str, node: str) -> None:
    """Open an account for a manager of a place."""
    form = {
        "username": org.username(name), "name": f"{name}-1", "password": org.password,
        "grants": [{"role": "manager", "nodeId": node}],
    }  # fmt: skip
    answer = await admin.post("/api/accounts", form)
    assert answer.status_code == 201, answer.text


@pytest.fixture
async def supplied(morning: None, org: Org, app_tx: AppTx, client: LogIn, platform: Platform) -> Fulfilment:
    """A1 orders milk in packs of 12 and eggs of 30 from a warehouse with a keeper of its own; B1 has a manager."""
    del morning
    admin, buyer = await client("admin"), await client("buyer")
    shop = await open_shop(org, app_tx, buyer, ["milk", "eggs", "bread"])
    warehouse = await add_warehouse(admin, org.places["A"])
    await hired(admin, org, "keeper", warehouse)
    await hired(admin, org, "elsewhere", str(org.places["B1"]))
    source = await source_of(shop, buyer, {"milk": 12, "eggs": 30}, warehouseId=warehouse)
    return Fulfilment(
        Ordering(shop, source, platform), await client("keeper"), await client("manager"), UUID(warehouse)
    )


@pytest.fixture
async def second(supplied: Fulfilment, client: LogIn) -> Fulfilment:
    """A2 orders from the same warehouse, through a manager of its own."""
    admin, buyer = await client("admin"), await client("buyer")
    org = supplied.ordering.shop.org
    form = {
        "username": org.username("neighbour"), "name": "neighbour-1", "password": org.password,
        "grants": [{"role": "manager", "nodeId": str(org.places["A2"])}],
    }  # fmt: skip
    assert (await admin.post("/api/accounts", form)).status_code == 201
    answer = await deliver(buyer, {"id": supplied.ordering.source}, org.places["A2"])
    assert answer.status_code == 200, answer.text
    ordering = type(supplied.ordering)(supplied.ordering.shop, supplied.ordering.source, supplied.ordering.platform)
    return Fulfilment(ordering, supplied.keeper, await client("neighbour"), supplied.warehouse)


@pytest.fixture
async def purchasing(ordering: Ordering, client: LogIn) -> Purchasing:
    """A1 and A2, each with a manager of its own, order milk and eggs from a supplier that the buyer answers for."""
    admin, buyer = await client("admin"), await client("buyer")
    org = ordering.shop.org
    await hired(admin, org, "neighbour", str(org.places["A2"]))
    answer = await deliver(buyer, {"id": ordering.source}, org.places["A2"])
    assert answer.status_code == 200, answer.text
    source = (await buyer.get(f"/api/order-sources/{ordering.source}")).json()
    first = Fulfilment(ordering, buyer, await client("manager"))
    second = Fulfilment(Ordering(ordering.shop, ordering.source, ordering.platform), buyer, await client("neighbour"))
    return Purchasing(first, second, buyer, source["supplierId"])
