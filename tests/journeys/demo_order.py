"""An order of the demo chain's first store from its warehouse: who moves it on, and what each book says of it."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import httpx
import pytest

from storewalk.core.access import system_actor
from storewalk.demo.api import FOUNDED
from storewalk.demo.phone import PASSWORD
from storewalk.stock import api as stock
from tests.factories.browser import eventually
from tests.factories.client import Client
from tests.factories.served import Installation

STORE, SOURCE = "人民路店", "总仓常温"
# What a place has of each product, what is promised to the order there, and what is on its way to the place.
BOOK: Final = """
SELECT p.name->>'zh' AS name, i.quantity,
       coalesce((SELECT sum(r.quantity) FROM stock_reservation r
                 WHERE r.org_id = $1 AND r.document_id = $3 AND r.product_id = i.product_id), 0) AS kept,
       coalesce((SELECT sum(t.quantity) FROM stock_transit t
                 WHERE t.org_id = $1 AND t.store_id = i.store_id AND t.product_id = i.product_id), 0) AS coming
FROM stock_item i JOIN product p ON p.org_id = i.org_id AND p.id = i.product_id WHERE i.org_id = $1 AND i.store_id = $2
"""
STEPS: Final = """
SELECT e.kind, a.username FROM event e LEFT JOIN account a ON a.org_id = e.org_id AND a.id = e.actor_id
WHERE e.org_id = $1 AND (e.subject_id = $2 OR e.payload->>'order_id' = $2::text) ORDER BY e.recorded_at, e.id"""
TOLD: Final = """
SELECT a.username, n.title->>'zh', n.body->>'zh', n.link FROM notification n
JOIN account a ON a.org_id = n.org_id AND a.id = n.account_id
WHERE n.org_id = $1 AND n.kind LIKE 'ordering.%' AND n.changed_at > $2 ORDER BY a.username, n.recorded_at, n.id"""
Message = tuple[str, str, str, str]


@dataclass(frozen=True)
class Book:
    """What the warehouse has, keeps for the order, and what the store has and expects, of one product."""

    there: Decimal
    kept: Decimal
    here: Decimal
    coming: Decimal


@dataclass
class DemoOrder:
    """The demo chain as it is served, its first store, its warehouse, and today's order from it."""

    served: Installation
    org_id: UUID
    store: str
    source: dict[str, Any]
    id: str = ""
    heard: list[Message] = field(default_factory=list[Message])
    began: Any = None

    @property
    def path(self) -> str:
        """Return where the order is."""
        return f"/api/orders/{self.id}"

    @asynccontextmanager
    async def client(self, username: str) -> AsyncGenerator[Client]:
        """Give a client that is logged in as one of the chain's people."""
        async with httpx.AsyncClient(base_url=self.served.origin, timeout=60) as http:
            client = Client(http)
            await client.log_in(username, PASSWORD)
            yield client

    async def read(self, path: str, username: str = "manager", **parameters: Any) -> Any:
        """Return what somebody is told."""
        async with self.client(username) as who:
            answer = await who.get(path, **parameters)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def sql(self, statement: str, *arguments: object) -> list[Any]:
        """Return rows of the organization, which is $1."""
        async with self.served.platform.transaction(system_actor(self.org_id)) as tx:
            return await tx.fetch(statement, self.org_id, *arguments)

    async def book(self, names: list[str]) -> dict[str, Book]:
        """Return both ends' books of some products."""
        order = UUID(self.id) if self.id else UUID(int=0)
        ends = [
            {row["name"]: row for row in await self.sql(BOOK, UUID(place), order)}
            for place in (self.source["warehouseId"], self.store)
        ]
        zero = Decimal(0)
        return {
            name: Book(
                ends[0][name]["quantity"],
                ends[0][name]["kept"],
                ends[1][name]["quantity"] if name in ends[1] else zero,
                ends[1][name]["coming"] if name in ends[1] else zero,
            )
            for name in names
        }

    async def steps(self) -> list[tuple[str, str]]:
        """Return what happened to the order and its claims, and by whom."""
        return [
            (row["kind"].removeprefix("ordering.order_"), row["username"])
            for row in await self.sql(STEPS, UUID(self.id))
        ]

    async def hears(self, *messages: Message) -> None:
        """Wait until just these messages about orders were written since the last time, whoever they are for."""
        wanted = sorted([*self.heard, *messages])

        async def all_told() -> bool:
            return sorted(map(tuple, await self.sql(TOLD, self.began))) == wanted

        try:
            await eventually(all_told)
        except TimeoutError:
            told = sorted(map(tuple, await self.sql(TOLD, self.began)))
            pytest.fail(f"{told} instead of {wanted}")
        self.heard = wanted

    async def proven(self) -> bool:
        """Tell whether every balance of the chain is the sum of its moves."""
        async with self.served.platform.transaction(system_actor(self.org_id)) as tx:
            return await stock.differences(tx) == []


async def demo_order(served: Installation) -> DemoOrder:
    """Let the warehouse take orders of today at any hour, for the wave of those that were placed yesterday."""
    async with served.platform.session() as (_, raw):
        row = await raw.fetchrow(FOUNDED)
    assert row is not None
    chain = DemoOrder(served, row["org_id"], "", {})
    [store] = (await chain.read("/api/stores", "admin", q=STORE))["items"]
    listed = (await chain.read("/api/order-sources", "buyer"))["items"]
    chain.store, chain.source = store["id"], next(each for each in listed if each["name"] == SOURCE)
    names = ("code", "name", "soldSameDay", "leastCents", "status")
    form = {name: chain.source[name] for name in names} | {"leadDays": 1, "cutOff": "03:59"}
    async with chain.client("buyer") as buyer:
        path = f"/api/order-sources/{chain.source['id']}"
        answer = await buyer.put(path, form | {"ifVersion": chain.source["version"]})
    assert answer.status_code == 200, answer.text
    [[chain.began]] = await chain.sql("SELECT clock_timestamp() WHERE $1::uuid IS NOT NULL")
    return chain
