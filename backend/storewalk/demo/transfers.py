"""Goods that go from store to store in the demo chain: asked for, agreed to, sent, taken in the next morning."""

from typing import Any, Final

import numpy as np

from storewalk.core.clock import Clock
from storewalk.demo import pictures
from storewalk.demo.chain import Chain, Shop
from storewalk.demo.goods import Trade
from storewalk.demo.phone import Phone

MOVED_EVERY: Final = 4  # days
LINES: Final = 2
MOST: Final = 5  # of a product in a transfer
SHORT_EVERY: Final = 3  # transfers, of which one arrives short
REASONS: Final = (
    ("damaged", "外箱被压，一件破损。"),
    ("not_loaded", "司机确认没有装车。"),
    ("lost", ""),
)
STRANGE: Final = "6901234000016"  # a code that no product of the chain has


class Transfers:
    """What is on its way between stores, by day."""

    def __init__(self, chain: Chain, trade: Trade, clock: Clock, rng: np.random.Generator) -> None:
        self.chain, self.trade, self.clock, self.rng = chain, trade, clock, rng
        self.sent: list[tuple[dict[str, Any], Shop, Shop]] = []
        self.made = 0

    async def send(self, ago: int) -> None:
        """Let a store help its neighbour out, every fourth day; from one legal entity to the other it is a sale."""
        if ago % MOVED_EVERY != MOVED_EVERY - 1:
            return
        source = self.chain.stores[self.made % len(self.chain.stores)]
        target = self.chain.stores[(self.made + 1) % len(self.chain.stores)]
        self.made += 1
        transfer = await self._approved(source, target)
        if transfer is not None:
            self.sent.append((await self._ship(transfer, source), source, target))

    async def arrive(self) -> None:
        """Take in what was sent the day before; some of it arrives short, and once something else came along."""
        arriving, self.sent = self.sent, []
        for transfer, source, target in arriving:
            form: dict[str, Any] = {"place": "back_room"}
            if self.made % SHORT_EVERY == 1:
                form["differences"] = [await self._short(transfer, target)]
            if self.made % len(self.chain.stores) == len(self.chain.stores) - 1:
                form["extras"] = [{"code": STRANGE, "quantity": "1"}]
            done = await step(target, transfer, "receipt", **form)
            for line in done["lines"]:
                returned = sum(_missing(part) for part in line["parts"] if part["reason"] == "not_loaded")
                self.trade.change(target, line["productId"], float(line["received"]))
                self.trade.change(source, line["productId"], returned)

    async def leave(self) -> None:
        """Leave one in every state that waits for somebody, and what was given up or refused."""
        own, second, third, fourth, fifth, sixth, seventh, eighth, *_ = self.chain.stores
        await self._requested(fourth, own, note="周末促销备货")
        await self._requested(own, second, note="")
        await self._approved(own, third)
        for source, target in ((second, own), (seventh, eighth)):
            transfer = await self._approved(source, target)
            if transfer is not None:
                await self._ship(transfer, source)
        refused = await self._requested(sixth, seventh, note="")
        if refused is not None:
            await step(sixth, refused, "refusal", who=sixth.regional, reason="本店周末也要做活动，库存不能再少。")
        given_up = await self._requested(fifth, sixth, note="")
        if given_up is not None:
            await step(sixth, given_up, "cancellation", reason="供应商已补货，不需要调了。")

    async def _requested(self, source: Shop, target: Shop, *, note: str) -> dict[str, Any] | None:
        book = await source.manager.ask("/api/stock", store=source.id, limit="500")
        there = [item for item in book["items"] if int(float(item["available"])) > 1]
        if not there:
            return None
        chosen = self.rng.choice(len(there), size=min(LINES, len(there)), replace=False)
        lines = [
            {
                "productId": there[n]["productId"],
                "quantity": str(min(MOST, int(float(there[n]["available"])) - 1)),
            }
            for n in sorted(int(each) for each in chosen)
        ]
        form = {"fromStoreId": source.id, "toStoreId": target.id, "note": note, "lines": lines}
        return await target.manager.tell("POST", "/api/stock/transfers", form)

    async def _approved(self, source: Shop, target: Shop) -> dict[str, Any] | None:
        asked = await self._requested(source, target, note="")
        return None if asked is None else await step(source, asked, "approval", who=source.regional)

    async def _ship(self, transfer: dict[str, Any], source: Shop) -> dict[str, Any]:
        shipped = await step(source, transfer, "shipment")
        for line in shipped["lines"]:
            self.trade.change(source, line["productId"], -float(line["shipped"]))
        return shipped

    async def _short(self, transfer: dict[str, Any], target: Shop) -> dict[str, Any]:
        part = transfer["lines"][0]["parts"][0]
        reason, note = REASONS[self.made // SHORT_EVERY % len(REASONS)]
        photos: list[str] = []
        if reason == "damaged":
            at, jpeg = self.clock.now().isoformat(), pictures.front(int(self.rng.integers(2**31)))
            photos.append((await target.manager.photograph(target.id, "evidence", at, jpeg))["id"])
        received = f"{float(part['shipped']) - 1:g}"
        return {"partId": part["id"], "received": received, "reason": reason, "note": note, "photoIds": photos}


def _missing(part: dict[str, Any]) -> float:
    return float(part["shipped"]) - float(part["received"])


async def step(
    store: Shop, transfer: dict[str, Any], name: str, who: Phone | None = None, **form: Any
) -> dict[str, Any]:
    """Take a step of a transfer, as the store's manager unless told otherwise."""
    path = f"/api/stock/transfers/{transfer['id']}/{name}"
    return await (who or store.manager).tell("POST", path, {**form, "ifVersion": transfer["version"]})
