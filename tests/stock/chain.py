"""Two stores at work through the API, with everything that happens also told to the oracle."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID, uuid4

import httpx

from storewalk.sales.queries.waiting import Which
from storewalk.sales.service.retry import retry
from storewalk.stock import api as stock
from tests.factories.books import Goods, Ledger, allow_negative, new_goods, read_ledger
from tests.factories.client import Client
from tests.factories.sales import sold, till_receipt
from tests.factories.stock import line
from tests.factories.transfers import Crew
from tests.stock.oracle import Key, Oracle

NOW: Final = datetime.now(UTC)
STORES: Final = ("A1", "A2")
PRODUCTS: Final = 2
LOTS: Final = ({}, {"code": "X", "expiresOn": "2099-06-30"}, {"code": "Y", "expiresOn": "2099-12-31"})


@dataclass
class Moved:
    """A transfer as the oracle knows it, and as the API last told it; quantities are by product."""

    sender: int
    told: dict[str, Any]
    status: str
    quantities: dict[int, Decimal]
    shipped_at: datetime = NOW


@dataclass
class Sent:
    """A command that was answered."""

    who: Client
    path: str
    form: Any
    options: dict[str, Any]
    answer: httpx.Response


@dataclass
class Till:
    """A line that waits for stock."""

    key: Key
    quantity: Decimal
    at: datetime


@dataclass
class Chain:
    """The stores, who works there, and all that was said so far."""

    crew: Crew
    office: Client
    goods: list[Goods]
    oracle: Oracle
    transfers: list[Moved] = field(default_factory=list[Moved])
    reports: list[tuple[dict[str, Any], Key, Decimal, datetime]] = field(default_factory=list[Any])
    waiting: list[Till] = field(default_factory=list[Till])
    sent: list[Sent] = field(default_factory=list[Sent])
    paid: int = 0
    facts: int = 0

    def store_id(self, store: int) -> UUID:
        return self.crew.org.places[STORES[store]]

    def people(self, sender: int) -> Crew:
        """Return who moves goods from a store to the other."""
        return self.crew if sender == 0 else self.crew.turned()

    def at(self, minutes: int) -> datetime:
        """Return an instant so long ago at which nothing else happened."""
        self.facts += 1
        return NOW - timedelta(minutes=minutes) + timedelta(milliseconds=self.facts)

    async def send(
        self, who: Client, path: str, form: Any, at: datetime | None = None, *, expect: int | None = None
    ) -> httpx.Response:
        """Send a command; what was not refused may be sent again."""
        headers = {"Storewalk-Occurred-At": at.isoformat()} if at else {}
        options = {"headers": headers, "key": str(uuid4())}
        answer = await who.post(path, form, **options)
        assert answer.status_code < 500, answer.text
        assert expect is None or answer.status_code == expect, answer.text
        if answer.is_success:
            self.sent.append(Sent(who, path, form, options, answer))
        return answer

    async def receive(
        self, store: int, product: int, quantity: Decimal, cents_each: int, at: datetime, *, place: str, lot: int
    ) -> None:
        """Take goods in."""
        value = int(quantity * cents_each)
        bought = line(str(self.goods[product].id), str(quantity), value, place, **LOTS[lot])
        form = {"id": str(uuid4()), "storeId": str(self.store_id(store)), "receivedAt": at.isoformat()}
        await self.send(self.office, "/api/stock/receipts", {**form, "lines": [bought]}, expect=201)
        self.oracle.come((store, product), quantity, at)
        self.paid += value

    async def sell(self, store: int, product: int, quantity: Decimal, at: datetime, *, returned: bool) -> None:
        """Have a till tell of a sale or a return."""
        said = sold(self.goods[product].code, str(quantity), returned=returned)
        receipt = till_receipt(said, store=STORES[store], occurredAt=at.isoformat())
        answer = await self.send(self.office, "/api/pos/sales", {"receipts": [receipt]}, expect=200)
        key = store, product
        if returned:
            self.oracle.come(key, quantity, at)
            booked = True
        else:
            booked = self.oracle.leave(key, quantity, at, sold=True)
        assert answer.json() == {"accepted": 1, "repeated": 0, "parked": int(not booked), "conflicts": []}
        if not booked:
            self.waiting.append(Till(key, quantity, at))

    async def try_waiting(self) -> None:
        """Try lines that wait for stock once more, the oldest first, as the worker does."""
        for store in range(len(STORES)):
            async with self.crew.app_tx(self.crew.org) as tx:
                await retry(tx, Which(store_id=self.store_id(store)))
        for each in sorted(self.waiting, key=lambda one: one.at):
            if self.oracle.leave(each.key, each.quantity, each.at, sold=True):
                self.waiting.remove(each)

    async def throw_away(self, store: int, product: int, quantity: Decimal, at: datetime) -> None:
        """Report waste: posted at once, or left for somebody to decide on."""
        key = store, product
        form = {
            "id": str(uuid4()),
            "storeId": str(self.store_id(store)),
            "productId": str(self.goods[product].id),
            "quantity": str(quantity),
            "reason": "tasting",
        }
        can = self.oracle.can_report(key, quantity, at)
        answer = await self.send(self.people(store).sender, "/api/stock/waste", form, at, expect=201 if can else 422)
        if not can:
            return
        if answer.json()["status"] == "posted":
            assert self.oracle.leave(key, quantity, at)
        else:
            self.oracle.reported[key] += quantity
            self.reports.append((answer.json(), key, quantity, at))

    async def decide(self, number: int, *, approved: bool) -> None:
        """Decide on a report that waits."""
        report, key, quantity, at = self.reports[number]
        form = {"approved": approved, "note": "不同意", "ifVersion": report["version"]}
        goes = not approved or self.oracle.leave(key, quantity, at)
        path = f"/api/stock/waste/{report['id']}/decision"
        await self.send(self.crew.regional, path, form, expect=200 if goes else 422)
        if goes:
            self.oracle.reported[key] -= quantity
            del self.reports[number]

    async def count(self, store: int, product: int, at: datetime) -> None:
        """Take note of an approved count that found what the book says."""
        async with self.crew.app_tx(self.crew.org) as tx:
            point = stock.Point(self.goods[product].id, None, at)
            await stock.mark_counted(tx, self.store_id(store), uuid4(), [point])
        self.oracle.count((store, product), at)

    async def repeat(self, number: int, *, same_key: bool) -> None:
        """Send a command again, as a phone does that heard no answer, or as somebody who does it twice."""
        sent = self.sent[number]
        options = sent.options if same_key else {**sent.options, "key": str(uuid4())}
        answer = await sent.who.post(sent.path, sent.form, **options)
        assert answer.status_code < 500, answer.text
        if same_key:
            assert (answer.status_code, answer.json()) == (sent.answer.status_code, sent.answer.json())

    async def ledger(self) -> Ledger:
        """Return what the ledger says."""
        async with self.crew.app_tx(self.crew.org) as tx:
            return await read_ledger(tx, [each.id for each in self.goods])


async def begin(crew: Crew, office: Client, *, negative: bool) -> Chain:
    """Return two stores with a little of two new products, whose cost is known thereby."""
    async with crew.app_tx(crew.org) as tx:
        goods = [await new_goods(tx) for _ in range(PRODUCTS)]
        await allow_negative(tx, allowed=negative)
    chain = Chain(crew, office, goods, Oracle(negative))
    for store in range(len(STORES)):
        for product in range(PRODUCTS):
            at = chain.at(1000)
            await chain.receive(store, product, Decimal(12 - 8 * store), 200, at, place="shelf", lot=0)
    return chain
