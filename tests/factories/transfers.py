"""Goods on their way between stores, moved through the API by those who move them."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from storewalk.stock import api as stock
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org


@dataclass
class Crew:
    """Who moves goods from A1 to A2: the managers of both, and the regional manager who agrees."""

    org: Org
    app_tx: AppTx
    sender: Client
    receiver: Client
    regional: Client
    ends: tuple[str, str] = ("A1", "A2")

    def turned(self) -> "Crew":
        """Return the same people, moving goods the other way."""
        return replace(self, sender=self.receiver, receiver=self.sender, ends=self.ends[::-1])

    async def request(self, *lines: tuple[str, str], who: Client | None = None, **changes: Any) -> dict[str, Any]:
        """Ask for goods, as the receiver unless told otherwise; each line is a product and a quantity."""
        answer = await (who or self.receiver).post("/api/stock/transfers", self.form(*lines, **changes))
        assert answer.status_code == 201, answer.text
        return answer.json()

    def form(self, *lines: tuple[str, str], **changes: Any) -> dict[str, Any]:
        """Return the form of a request from one end to the other."""
        wanted = [{"productId": product, "quantity": quantity} for product, quantity in lines]
        ends = dict(zip(("fromStoreId", "toStoreId"), (str(self.org.places[end]) for end in self.ends), strict=True))
        return {**ends, "lines": wanted, **changes}

    async def approve(self, transfer: dict[str, Any], **form: Any) -> dict[str, Any]:
        """Agree to a transfer."""
        return await step(self.regional, transfer, "approval", **form)

    async def ship(self, transfer: dict[str, Any], **form: Any) -> dict[str, Any]:
        """Send it."""
        return await step(self.sender, transfer, "shipment", **form)

    async def receive(self, transfer: dict[str, Any], **form: Any) -> dict[str, Any]:
        """Take it in."""
        return await step(self.receiver, transfer, "receipt", **form)

    async def shipped(self, *lines: tuple[str, str]) -> dict[str, Any]:
        """Return a transfer that is on its way."""
        return await self.ship(await self.approve(await self.request(*lines)))

    async def book(self, store: str, product: str) -> tuple[str, int, str, int]:
        """Return what a store has of a product and what is on its way to it, each with its value; the book is right."""
        async with self.app_tx(self.org) as tx:
            assert await stock.differences(tx) == []
            row = await tx.fetchrow(BOOK, tx.org_id, self.org.places[store], UUID(product))
        return ("0", 0, "0", 0) if row is None else tuple(row)


BOOK = """
SELECT trim_scale(i.quantity)::text, i.value_cents, trim_scale(coalesce(sum(t.quantity), 0))::text,
       coalesce(sum(t.value_cents), 0)::bigint
FROM stock_item i LEFT JOIN stock_transit t
    ON t.org_id = i.org_id AND t.store_id = i.store_id AND t.product_id = i.product_id
WHERE i.org_id = $1 AND i.store_id = $2 AND i.product_id = $3 GROUP BY i.quantity, i.value_cents"""


async def step(who: Client, transfer: dict[str, Any], name: str, **form: Any) -> dict[str, Any]:
    """Take a transfer's next step, as its state is in `transfer`."""
    answer = await take(who, transfer, name, **form)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def take(who: Client, transfer: dict[str, Any], name: str, **form: Any) -> Any:
    """Try a step, and return what became of it."""
    return await who.post(f"/api/stock/transfers/{transfer['id']}/{name}", {"ifVersion": transfer["version"], **form})


async def crew_of(org: Org, app_tx: AppTx, client: LogIn) -> Crew:
    """Open an account for a manager of A2, and have everybody log in."""
    admin = await client("admin")
    form = {
        "username": org.username("second"),
        "name": "陈店长",
        "password": org.password,
        "grants": [{"role": "manager", "nodeId": str(org.places["A2"])}],
    }
    answer = await admin.post("/api/accounts", form)
    assert answer.status_code == 201, answer.text
    return Crew(org, app_tx, await client("manager"), await client("second"), await client("regional"))


def fault(answer: Any) -> tuple[int, str]:
    """Return the status of a refusal and the first field that it names."""
    return answer.status_code, answer.json()["errors"][0]["field"]


def parts(transfer: dict[str, Any]) -> list[tuple[str | None, str, str | None, int]]:
    """Return what was sent of which lot, what arrived of it, and what it was worth."""
    return [
        (part["lotCode"], part["shipped"], part["received"], part["valueCents"])
        for line in transfer["lines"]
        for part in line["parts"]
    ]
