"""Who tests counts: a shop with goods, and counters who know nothing of the book."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.shop import Shop, open_shop


@dataclass
class Counting:
    """A count under way, as its counters' phones talk to it."""

    shop: Shop
    id: str
    zones: dict[str, str]

    @property
    def path(self) -> str:
        return f"/api/counts/{self.id}"

    def line(self, product: str | None, quantity: int | str, at: datetime | None = None, **more: Any) -> dict[str, Any]:
        """Return a line of the shop's zone, counted now unless told otherwise."""
        return {
            "id": str(uuid4()),
            "zoneId": self.zones[more.pop("zone", "卖场")],
            "productId": str(self.shop.products[product]) if product else None,
            "quantity": str(quantity),
            "countedAt": (at or datetime.now(UTC)).isoformat(),
            "revision": 1,
            **more,
        }

    async def take(self, counter: Client, *lines: dict[str, Any]) -> dict[str, Any]:
        """Send lines and return what became of them."""
        answer = await counter.put(f"{self.path}/lines", {"lines": list(lines)})
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def read(self, reader: Client) -> dict[str, Any]:
        answer = await reader.get(self.path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def step(self, who: Client, step: str, **form: Any) -> httpx.Response:
        """Take a step as of the version that is there now."""
        version = (await self.read(who))["version"]
        return await who.post(f"{self.path}/{step}", {"ifVersion": version, **form})

    async def submit(self, who: Client) -> dict[str, Any]:
        answer = await who.post(f"{self.path}/submission", {})
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def approve(self, who: Client) -> dict[str, Any]:
        answer = await self.step(who, "approval")
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def variances(self, reader: Client, which: str = "all") -> dict[str, dict[str, Any]]:
        """Return the variances by the product's name."""
        answer = await reader.get(f"{self.path}/variances", which=which)
        assert answer.status_code == 200, answer.text
        return {each["productName"]["zh"]: each for each in answer.json()["items"]}

    async def decide(self, who: Client, product: str, **form: Any) -> httpx.Response:
        return await who.put(f"{self.path}/variances/{self.shop.products[product]}", form)


@pytest.fixture
async def shop(org: Org, app_tx: AppTx, client: LogIn) -> Shop:
    """Store A1 with milk, tea and bread: 10, 20 and 0 in the book, at 3 yuan each."""
    made = await open_shop(org, app_tx, await client("buyer"), ["牛奶", "茶", "面包"])
    await made.deliver("牛奶", 10)
    await made.deliver("茶", 20)
    return made


@pytest.fixture
async def manager(client: LogIn) -> Client:
    """The store manager's phone."""
    return await client("manager")


@pytest.fixture
async def clerk(client: LogIn) -> Client:
    """A clerk's phone."""
    return await client("clerk")


@pytest.fixture
async def regional(client: LogIn) -> Client:
    """The regional manager, who approves."""
    return await client("regional")


@pytest.fixture
async def lenient(client: LogIn) -> None:
    """No variance has to be counted again."""
    rule = {"recountQuantity": "0", "recountCents": 0, "recountPercent": 0, "approvalCents": 1_000_000}
    answer = await (await client("admin")).put("/api/counts/rule", rule)
    assert answer.status_code == 200, answer.text


async def begin(shop: Shop, who: Client, kind: str = "full", **more: Any) -> Counting:
    """Open a count at the shop."""
    form = {"storeId": str(shop.store), "kind": kind, "title": "月度盘点", **more}
    answer = await who.post("/api/counts", form)
    assert answer.status_code == 201, answer.text
    out = answer.json()
    return Counting(shop, out["id"], {zone["name"]: zone["id"] for zone in out["zones"]})


@pytest.fixture
async def counting(shop: Shop, manager: Client) -> Counting:
    """A full count that the manager opened."""
    return await begin(shop, manager)


def ids(shop: Shop, *names: str) -> list[str]:
    """Return products' ids as the wire has them."""
    return [str(UUID(str(shop.products[name]))) for name in names]
