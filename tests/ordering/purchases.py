"""Orders to a supplier: stores that order, the buyer who sends, and the supplier at the door."""

import re
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import uuid4

import httpx

from tests.factories.client import Client
from tests.ordering.fulfilled import Fulfilment

NEEDS: Final = "/api/purchase-needs"
PURCHASES: Final = "/api/purchases"


@dataclass
class Purchasing:
    """A1 and A2 order milk in packs of 12 and eggs of 30 from a supplier; `ids` are their orders by store."""

    first: Fulfilment
    second: Fulfilment
    buyer: Client
    supplier: str
    ids: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def source(self) -> str:
        return str(self.first.ordering.source)

    @property
    def day(self) -> str:
        return self.first.ordering.today.isoformat()

    def product(self, name: str) -> str:
        return self.first.ordering.product(name)

    async def order(self, store: str, **quantities: int) -> str:
        """Have a store order, and its order pass by the rules."""
        which = self.first if store == "A1" else self.second
        await which.ordering.open(which.manager, storeId=str(which.ordering.shop.org.places[store]))
        await which.ordering.set(which.manager, **quantities)
        order = await which.ordering.submit(which.manager)
        assert order["state"] == "approved", order
        self.ids[store] = order["id"]
        return order["id"]

    async def need(self) -> dict[str, Any]:
        return await self.get(f"{NEEDS}/{self.source}?day={self.day}")

    async def get(self, path: str, who: Client | None = None) -> Any:
        answer = await (who or self.buyer).http.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def send(self, **form: Any) -> dict[str, Any]:
        """Make what stores ordered one order to the supplier."""
        answer = await self.buyer.post(PURCHASES, self.form(**form))
        assert answer.status_code == 201, answer.text
        return answer.json()

    def form(self, **form: Any) -> dict[str, Any]:
        return {"id": str(uuid4()), "sourceId": self.source, "day": self.day, **form}

    async def read(self, purchase: dict[str, Any]) -> dict[str, Any]:
        return await self.get(f"{PURCHASES}/{purchase['id']}")

    async def link(self, purchase: dict[str, Any]) -> str:
        """Return the path of a supplier's link."""
        return path_of((await self.get(f"{PURCHASES}/{purchase['id']}/link"))["url"])

    async def way(self, **form: Any) -> None:
        """Set how the supplier gets its orders."""
        path = f"/api/suppliers/{self.supplier}/way"
        known = (await self.get(path))["version"]
        answer = await self.buyer.put(path, {"ifVersion": known, **form})
        assert answer.status_code == 200, answer.text

    async def state(self, store: str) -> str:
        """Return the state of a store's order."""
        which = self.first if store == "A1" else self.second
        return (await self.get(f"/api/orders/{self.ids[store]}", which.manager))["state"]

    async def confirmed(self, store: str) -> dict[str, tuple[str, str]]:
        """Return what a store gets of each product, and why."""
        which = self.first if store == "A1" else self.second
        order = await self.get(f"/api/orders/{self.ids[store]}/fulfilment", which.manager)
        return {line["name"]["en"]: (line["confirmed"], line["why"]) for line in order["lines"]}


@dataclass
class Door:
    """A supplier's browser at a link, without a log-in and without a script."""

    http: Client
    path: str

    async def look(self, query: str = "") -> httpx.Response:
        return await self.http.http.get(f"{self.path}{query}")

    async def press(self, act: str, **fields: str) -> httpx.Response:
        """Send the form as a browser does."""
        return await self.http.http.post(self.path, data={"act": act, **fields})


def path_of(url: str) -> str:
    """Return the path of an address of ours."""
    return re.sub(r"^https?://[^/]+", "", url)


def rows_of(need: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return how much of each product each store orders."""
    return {
        product["name"]["en"]: {row["storeCode"]: row["quantity"] for row in product["rows"]}
        for product in need["products"]
    }
