"""A count while the store works, told to the API in some order of arrival."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import uuid4

import httpx

from storewalk.stock import api as stock
from tests.counts.oracle import BACK, SHELF, ZONES, Fact, Kind, Line
from tests.factories.books import Goods, Ledger, new_goods, read_ledger
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.organization import Org
from tests.factories.sales import sold, till_receipt
from tests.factories.stock import line, receive

BEGIN: Final = datetime.now(UTC) - timedelta(hours=10)
UNIT_CENTS: Final = 100
EXPLAINED: Final = """
SELECT (payload ->> 'product_id')::uuid AS product_id, sum((payload ->> 'quantity')::numeric) AS quantity
FROM event WHERE org_id = $1 AND subject_id = $2 AND kind = 'stock.variance_explained' GROUP BY 1"""


def instant(minute: float) -> datetime:
    return BEGIN + timedelta(minutes=minute)


@dataclass
class Staff:
    """Who works at the store: an office for goods and tills, two who count, a third who counts again, an approver."""

    org: Org
    app_tx: AppTx
    office: Client
    counters: tuple[Client, Client]
    third: Client
    approver: Client


@dataclass
class Told:
    """A count of new products, as it is told."""

    staff: Staff
    goods: list[Goods]
    id: str
    zones: dict[str, str]
    paid: int = 0
    lines: dict[tuple[int, Line], dict[str, Any]] = field(default_factory=dict[tuple[int, Line], dict[str, Any]])

    @property
    def path(self) -> str:
        return f"/api/counts/{self.id}"

    async def happen(self, product: int, fact: Fact) -> None:
        """Tell of a fact, and once more, as somebody does who heard no answer."""
        store, goods, at = self.staff.org.places["A1"], self.goods[product], instant(fact.minute)
        headers = {"Storewalk-Occurred-At": at.isoformat()}
        one = {"id": str(uuid4()), "storeId": str(store), "productId": str(goods.id), "quantity": str(fact.quantity)}
        match fact.kind:
            case Kind.RECEIPT:
                value = fact.quantity * UNIT_CENTS
                bought = line(str(goods.id), str(fact.quantity), value, fact.place)
                await receive(self.staff.office, store, bought, receivedAt=at.isoformat())
                self.paid += value
                return
            case Kind.SALE | Kind.RETURN:
                said = sold(goods.code, str(fact.quantity), returned=fact.kind is Kind.RETURN)
                form = {"receipts": [till_receipt(said, occurredAt=at.isoformat())]}
                path = "/api/pos/sales"
            case Kind.REFILL:
                ends = {SHELF: (BACK, SHELF), BACK: (SHELF, BACK)}[fact.place]
                from_id, to_id = (str(stock.standard_place(store, stock.PlaceKind(end))) for end in ends)
                carried = [{"productId": str(goods.id), "quantity": str(fact.quantity)}]
                form = {"id": one["id"], "fromId": from_id, "toId": to_id, "lines": carried}
                path = f"/api/stock/stores/{store}/relocations"
            case Kind.WASTE:
                form, path = {**one, "reason": "tasting"}, "/api/stock/waste"
        key = str(uuid4())
        for _ in range(2):
            answer = await self.staff.office.post(path, form, headers=headers, key=key)
            assert answer.is_success, answer.text

    async def take(self, product: int, each: Line, counter: Client) -> None:
        """Send a line, and after it a revision of it from before."""
        newest = self.lines[product, each] = {
            "id": str(uuid4()),
            "zoneId": self.zones[each.zone],
            "productId": str(self.goods[product].id),
            "quantity": str(each.quantity),
            "countedAt": instant(each.minute + 0.5).isoformat(),
            "revision": 2,
            "round": each.round,
        }
        stale = {**newest, "revision": 1, "quantity": str(each.quantity + 3), "countedAt": BEGIN.isoformat()}
        for sent in (newest, newest, stale):
            answer = await counter.put(f"{self.path}/lines", {"lines": [sent]})
            assert answer.status_code == 200, answer.text
            assert answer.json()["refused"] == []

    async def submit(self, who: Client, minute: int) -> str:
        """End a round; return what state the count is in."""
        headers = {"Storewalk-Occurred-At": instant(minute).isoformat()}
        answer = await who.post(f"{self.path}/submission", {}, headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.json()["status"]

    async def step(self, name: str, **form: Any) -> httpx.Response:
        """Have the approver take a step."""
        version = (await self.staff.approver.get(self.path)).json()["version"]
        answer = await self.staff.approver.post(f"{self.path}/{name}", {"ifVersion": version, **form})
        assert answer.status_code == 200, answer.text
        return answer

    async def decide(self, product: int, decision: str) -> None:
        """Say what becomes of a product that nobody counted."""
        form = {"decision": decision, "reason": "other"}
        answer = await self.staff.approver.put(f"{self.path}/variances/{self.goods[product].id}", form)
        assert answer.status_code == 200, answer.text

    async def variances(self) -> dict[int, dict[str, Any]]:
        """Return what the count says, by product."""
        answer = await self.staff.approver.get(f"{self.path}/variances", which="all")
        assert answer.status_code == 200, answer.text
        numbers = {str(goods.id): number for number, goods in enumerate(self.goods)}
        return {numbers[each["productId"]]: each for each in answer.json()["items"]}

    async def afterwards(self) -> tuple[Ledger, dict[int, int]]:
        """Return what the ledger says, and how much late facts have explained of each product."""
        async with self.staff.app_tx(self.staff.org) as tx:
            ledger = await read_ledger(tx, [each.id for each in self.goods])
            rows = {r["product_id"]: r["quantity"] for r in await tx.fetch(EXPLAINED, tx.org_id, self.id)}
        explained = {n: int(rows.get(each.id, Decimal(0))) for n, each in enumerate(self.goods)}
        return ledger, explained


async def open_count(staff: Staff, products: int, opening: Sequence[int]) -> Told:
    """Open a count of new products, of which so much lies on the shelf and in the back room."""
    store = staff.org.places["A1"]
    async with staff.app_tx(staff.org) as tx:
        goods = [await new_goods(tx) for _ in range(products)]
    told = Told(staff, goods, str(uuid4()), {})
    for place, quantity in zip((SHELF, BACK), opening, strict=True):
        if quantity:
            value = quantity * UNIT_CENTS
            there = [line(str(each.id), str(quantity), value, place) for each in goods]
            await receive(staff.office, store, *there, receivedAt=BEGIN.isoformat())
            told.paid += value * products
    form = {
        "id": told.id,
        "storeId": str(store),
        "kind": "spot",
        "title": "抽盘",
        "productIds": [str(each.id) for each in goods],
        "zones": [{"name": name, "place": place} for name, place in ZONES.items()],
    }
    answer = await staff.approver.post("/api/counts", form)
    assert answer.status_code == 201, answer.text
    told.zones = {zone["name"]: zone["id"] for zone in answer.json()["zones"]}
    return told
