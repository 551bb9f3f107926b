"""What becomes of the demo chain's orders: accepted, shared when short, sent in parts, taken in, claimed, closed."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final, Literal

import msgspec

from storewalk.core.clock import Clock
from storewalk.core.ids import new_id
from storewalk.demo import pictures
from storewalk.demo.chain import SHANGHAI, Chain, Shop
from storewalk.demo.goods import KEEPS_DAYS, Trade
from storewalk.demo.phone import Phone

COMES_AT: Final = time(10)
NO_MORE: Final = "赔付已谈妥，不再补送。"
FRONT: Final = 20_261_204  # the photo of damage


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """An order of orders.toml: `packs` by hand, what is said of it, and how far it has come by today."""

    ago: int
    store: str
    source: str
    packs: dict[str, int] = {}
    reason: str = "other"
    note: str = ""
    worth: int = 0
    over: bool = False
    late: bool = False
    returned: str = ""
    refused: str = ""
    deliveries: int = 1
    arrives: Literal["well", "damaged", "missing"] = "well"
    claim: Literal["open", "settled", "refused"] = "open"
    leave: Literal["draft", "waiting", "approved", "accepted", "shipped", "received"] = "received"


@dataclass
class Running:
    """An order that its source has taken on, and when the next delivery of it shall come."""

    order: dict[str, Any]
    shop: Shop
    wish: Wish
    comes: date
    sent: int = 0


class Deliveries:
    """What sources send, and what arrives of it, by day."""

    def __init__(self, chain: Chain, trade: Trade, clock: Clock) -> None:
        self.chain, self.trade, self.clock = chain, trade, clock
        self.keeps = {each["id"]: KEEPS_DAYS.get(each["categoryName"]["zh"]) for each in trade.products}
        self.running: list[Running] = []
        self.coming: list[tuple[Running, dict[str, Any]]] = []

    async def stock(self, warehouse: str, goods: list[tuple[dict[str, Any], int]]) -> None:
        """Take goods into the warehouse, at nine tenths of what stores pay for them."""
        lines = [
            {
                "productId": offer["productId"],
                "quantity": str(count),
                "valueCents": offer["packCents"] * count * 9 // int(offer["packQuantity"]) // 10,
                "place": "back_room",
            }
            for offer, count in goods
        ]
        await self.chain.buyer.tell("POST", "/api/stock/receipts", {"storeId": warehouse, "lines": lines})

    async def accept(self, shop: Shop, order: dict[str, Any], wish: Wish) -> None:
        """Take an order on: a supplier accepts it at once, the warehouse when it shares what it has for the day."""
        running = Running(order, shop, wish, date.fromisoformat(order["expectedOn"]))
        self.running.append(running)
        if wish.source != "DRY":
            await step(self.chain.buyer, order, "acceptance")

    async def send(self, day: date) -> None:
        """Send what shall come on a day."""
        due = [each for each in self.running if each.comes <= day and each.wish.leave in {"shipped", "received"}]
        to_share = [each for each in due if each.wish.source == "DRY" and not each.sent]
        if to_share:
            source = await self.chain.buyer.ask(f"/api/order-sources/{to_share[0].order['sourceId']}")
            form = {"warehouseId": source["warehouseId"], "day": day.isoformat()}
            await self.chain.buyer.tell("POST", "/api/order-waves", form)
        for each in due:
            await self._ship(each, day)
            each.sent, each.comes = each.sent + 1, day + timedelta(days=1)
        self.running = [each for each in self.running if each.sent < each.wish.deliveries]

    async def arrive(self, day: date) -> None:
        """Take in what comes on a day."""
        arriving, self.coming = self.coming, []
        for running, shipment in arriving:
            if running.comes - timedelta(days=1) > day or running.wish.leave == "shipped":
                self.coming.append((running, shipment))
            else:
                await self._receive(running, shipment)

    async def _ship(self, running: Running, day: date) -> None:
        path = f"/api/orders/{running.order['id']}/fulfilment"
        left = [line for line in (await self.chain.buyer.ask(path))["lines"] if line["toShip"] != "0"]
        if running.sent + 1 < running.wish.deliveries:
            left = left[: (len(left) + 1) // 2]
        expected = datetime.combine(day, COMES_AT, SHANGHAI).isoformat()
        form = {"id": str(new_id()), "expectedAt": expected, "lines": [self._sent(running, line) for line in left]}
        done = await step(self.chain.buyer, running.order, "shipments", **form)
        self.coming.append((running, done["shipments"][-1]))

    def _sent(self, running: Running, line: dict[str, Any]) -> dict[str, Any]:
        sent = {"productId": line["productId"], "quantity": line["toShip"]}
        days = self.keeps[line["productId"]]
        if running.wish.source == "DRY" or days is None:
            return sent
        made = self.clock.now().astimezone(SHANGHAI).date()
        return {**sent, "lotCode": f"{made:%y%m%d}", "expiresOn": (made + timedelta(days=days)).isoformat()}

    async def _receive(self, running: Running, shipment: dict[str, Any]) -> None:
        shop, wish = running.shop, running.wish
        form: dict[str, Any] = {"id": str(new_id()), "shipmentId": shipment["id"]}
        if wish.arrives != "well" and running.sent == wish.deliveries:
            form["lines"] = [await self._bad(shop, wish, shipment["lines"][0])]
        done = await step(shop.manager, running.order, "receipts", **form)
        receipt = next(each for each in done["receipts"] if each["id"] == form["id"])
        for line in receipt["lines"]:
            self.trade.change(shop, line["productId"], int(float(line["received"])))
        if "lines" in form and wish.claim != "open":
            await self._decide(running, done["claims"])

    async def _bad(self, shop: Shop, wish: Wish, line: dict[str, Any]) -> dict[str, Any]:
        said = {"lineId": line["id"], "received": str(int(float(line["shipped"])) - 1)}
        if wish.arrives == "missing":
            return {**said, "missing": "1", "missingWhy": "lost", "note": "箱内少一件。"}
        at = self.clock.now().isoformat()
        photo = await shop.manager.photograph(shop.id, "evidence", at, pictures.front(FRONT + wish.ago))
        return {**said, "damaged": "1", "note": "外箱被压，一件破损。", "photoIds": [photo["id"]]}

    async def _decide(self, running: Running, claims: list[dict[str, Any]]) -> None:
        note = "" if running.wish.claim == "settled" else "出库录像显示已装车，请查店内。"
        for claim in claims:
            form = {"settled": running.wish.claim == "settled", "note": note, "ifVersion": claim["version"]}
            await self.chain.buyer.tell("POST", f"/api/order-claims/{claim['id']}/decision", form)
        await step(running.shop.manager, running.order, "closure", reason=NO_MORE)


async def step(phone: Phone, order: dict[str, Any], name: str, **form: Any) -> dict[str, Any]:
    """Take a step of an order."""
    return await phone.tell("POST", f"/api/orders/{order['id']}/{name}", form)
