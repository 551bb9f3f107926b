"""Goods in the demo chain: deliveries in the morning, receipts of the tills at night, a count of each store a month."""

from datetime import datetime, timedelta
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from storewalk.core.clock import Clock
from storewalk.core.ids import new_id
from storewalk.demo import pictures
from storewalk.demo.chain import Chain, Shop
from storewalk.demo.promotions import Promotions
from storewalk.demo.signals import Signals

DELIVERED_EVERY: Final = 3  # days
COUNTED_EVERY: Final = 30
RECEIPTS_A_DAY: Final = 16
LINES_A_RECEIPT: Final = 2
TARGET: Final = 10  # of a product that sells as most do, after a delivery
MARGIN: Final = 0.35
# The days that goods keep; the others keep for months and are booked without a lot.
KEEPS_DAYS: Final = {"乳品": 14, "鲜食": 3, "烘焙": 5}
SHORT_DAYS: Final = 7  # what keeps for less comes in only as it sells
MARKED_DOWN: Final = 0.5  # share of lots near their last day whose price is cut
LOST: Final = 0.08  # share of products of which a count finds one or two fewer than the book says

Floats = NDArray[np.float64]


class Trade:
    """What the chain sells, and how fast."""

    def __init__(self, chain: Chain, clock: Clock, rng: np.random.Generator) -> None:
        self.chain, self.clock, self.rng = chain, clock, rng
        self.products: list[dict[str, Any]] = []
        self.pull = np.zeros(0)
        self.receipt = 0
        self.left: dict[str, np.ndarray[tuple[int], np.dtype[np.int64]]] = {}

    async def learn(self) -> None:
        """Read the catalogue, and let some of it sell better than the rest."""
        self.products = (await self.chain.admin.ask("/api/products", limit="100"))["items"]
        weight = self.rng.lognormal(0, 0.6, len(self.products))
        self.pull = weight / weight.sum()

    async def deliver(self, store: Shop, *, only_fresh: bool = False) -> None:
        """Fill a store up in the back room, as its van does every third day: with everything, or what keeps for days.

        What a van does not bring, the store orders.
        """
        there = {item["productId"]: float(item["quantity"]) for item in await self._book(store)}
        lines: list[dict[str, Any]] = []
        for product, pull in zip(self.products, self.pull, strict=True):
            target = TARGET * (0.5 + len(self.products) * pull)
            days = KEEPS_DAYS.get(product["categoryName"]["zh"], SHORT_DAYS)
            if days < SHORT_DAYS:
                target = pull * RECEIPTS_A_DAY * LINES_A_RECEIPT * DELIVERED_EVERY + 1
            wanted = int(np.ceil(target)) - there.get(product["id"], 0)
            if wanted >= 1 and not (only_fresh and days >= SHORT_DAYS):
                lines.append(self._line(product, int(wanted)))
        ordered = {line["productId"]: int(line["quantity"]) for line in lines}
        have = [int(there.get(p["id"], 0)) + ordered.get(p["id"], 0) for p in self.products]
        self.left[store.id] = np.array(have, dtype=np.int64)
        if lines:
            await store.manager.tell("POST", "/api/stock/receipts", {"storeId": store.id, "lines": lines})

    async def freshen(self, store: Shop) -> None:
        """Throw away what has expired, with one photo of it all, and cut the price of some of what will soon."""
        lots = (await store.manager.ask("/api/stock/expiring", store=store.id, limit="5000"))["items"]
        old = [lot for lot in lots if lot["freshness"] == "expired"]
        if old:
            at, jpeg = self.clock.now().isoformat(), pictures.front(int(self.rng.integers(2**31)))
            photo = await store.manager.photograph(store.id, "evidence", at, jpeg)
            for lot in old:
                form = {key: lot[key] for key in ("storeId", "productId", "lotId", "quantity")}
                form |= {"reason": "expired", "photoIds": [photo["id"]]}
                report = await store.manager.tell("POST", "/api/stock/waste", form)
                if report["status"] == "pending":
                    decision = {"approved": True, "ifVersion": report["version"]}
                    await store.regional.tell("POST", f"/api/stock/waste/{report['id']}/decision", decision)
        for lot in lots:
            if lot["freshness"] == "near" and lot["step"] is None and self.rng.random() < MARKED_DOWN:
                path = f"/api/stock/stores/{store.id}/lots/{lot['lotId']}/steps"
                price = round(lot["priceCents"] * 0.7)
                await store.manager.tell("POST", path, {"kind": "marked_down", "priceCents": price})

    async def sell(self, day: int, ago: int, promotions: Promotions, signals: Signals) -> None:
        """Hand in the receipts of all tills of the day so many days ago; weekends, promotions and events count."""
        now = self.clock.now()
        receipts: list[dict[str, Any]] = []
        for number, store in enumerate(self.chain.stores):
            told = [promotions.effect(number, ago, product["code"]) for product in self.products]
            factor, price = np.array(told).T
            pull = self.pull * factor * signals.effect(number, ago)
            usual = RECEIPTS_A_DAY * (1.3 if day % 7 in (5, 6) else 1)
            receipts += [self._receipt(store, now, pull, price) for _ in range(self.rng.poisson(usual * pull.sum()))]
        await self.chain.admin.tell("POST", "/api/pos/sales", {"receipts": receipts})

    async def count(self, store: Shop, *, until: str = "approved", category: str | None = None) -> None:
        """Count a store or a category: each product at its time, a recount where one is asked for, approval."""
        form: dict[str, Any] = {"storeId": store.id, "kind": "full", "title": f"{self.clock.now().month} 月全盘"}
        counted = [each for each in self.products if category in {None, each["categoryName"]["zh"]}]
        if category is not None:
            form |= {"kind": "category", "categoryIds": [counted[0]["categoryId"]], "title": f"{category}盘点"}
        count = await store.manager.tell("POST", "/api/counts", form)
        among, book = {each["id"] for each in counted}, await self._book(store)
        there = {item["productId"]: float(item["quantity"]) for item in book if item["productId"] in among}
        seen = {product: self._seen(booked) for product, booked in there.items()}
        products = list(seen) if until != "open" else list(seen)[: len(seen) // 2]
        await self._take(store, count, {product: seen[product] for product in products})
        if until == "open":
            return
        done = await store.manager.tell("POST", f"/api/counts/{count['id']}/submission", {"lines": len(products)})
        approver = store.regional
        if done["status"] == "recount":
            await self._take(store, done, {product: seen[product] for product in done["recountIds"]}, recount=True)
            done = await store.regional.tell("POST", f"/api/counts/{count['id']}/submission", {})
            approver = self.chain.finance  # who counted does not approve
        if until == "approved":
            await approver.tell("POST", f"/api/counts/{count['id']}/approval", {"ifVersion": done["version"]})
            left = {item["productId"]: int(float(item["quantity"])) for item in await self._book(store)}
            self.left[store.id] = np.array([left.get(p["id"], 0) for p in self.products], dtype=np.int64)

    def change(self, store: Shop, product_id: str, by: float) -> None:
        """Note that goods came to a store or left it otherwise than over its tills."""
        number = next(n for n, product in enumerate(self.products) if product["id"] == product_id)
        self.left[store.id][number] += int(by)

    async def _take(self, store: Shop, count: dict[str, Any], seen: dict[str, float], *, recount: bool = False) -> None:
        counter = store.regional if recount else store.manager
        lines: list[dict[str, Any]] = []
        for product, quantity in seen.items():
            self.clock.offset += timedelta(seconds=20)
            at = self.clock.now().isoformat()
            scans = [{"at": at, "change": f"{quantity:g}", "source": "keypad"}]
            line = {"id": str(new_id()), "zoneId": count["zones"][0]["id"], "productId": product, "revision": 1}
            lines.append({**line, "quantity": f"{quantity:g}", "countedAt": at, "scans": scans})
        await counter.tell("PUT", f"/api/counts/{count['id']}/lines", {"lines": lines})

    async def _book(self, store: Shop) -> list[dict[str, Any]]:
        return (await self.chain.admin.ask("/api/stock", store=store.id, limit="500"))["items"]

    def _seen(self, booked: float) -> float:
        lost = int(self.rng.integers(1, 3)) if self.rng.random() < LOST else 0
        return max(booked - lost, 0)

    def _line(self, product: dict[str, Any], quantity: int) -> dict[str, Any]:
        cost = round(product["priceCents"] * (1 - MARGIN) * float(self.rng.uniform(0.97, 1.03)))
        line = {"productId": product["id"], "quantity": str(quantity), "valueCents": cost * quantity}
        days = KEEPS_DAYS.get(product["categoryName"]["zh"])
        if days is not None:
            made = self.clock.now().date()
            lot = {"code": f"{made:%y%m%d}", "producedOn": made.isoformat()}
            line["lot"] = {**lot, "expiresOn": (made + timedelta(days=days)).isoformat()}
        return {**line, "place": "back_room"}

    def _receipt(self, store: Shop, now: datetime, pulls: Floats, price: Floats) -> dict[str, Any]:
        self.receipt += 1
        at = now - timedelta(minutes=float(self.rng.uniform(5, 840)))
        left = self.left[store.id]
        bought: list[int] = []
        for _ in range(1 + self.rng.poisson(LINES_A_RECEIPT - 1)):
            pull = pulls * (left > 0)  # nobody buys what is not there
            bought.append(int(self.rng.choice(len(self.products), p=pull / pull.sum())))
            left[bought[-1]] -= 1
        lines = [
            {
                "code": self.products[n]["code"],
                "quantity": "1",
                "amountCents": round(self.products[n]["priceCents"] * price[n]),
            }
            for n in bought
        ]
        return {"store": store.id, "number": f"T{self.receipt:07}", "occurredAt": at.isoformat(), "lines": lines}
