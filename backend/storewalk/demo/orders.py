"""What the demo chain's stores order by themselves: changed where they know better, passed by rules, decided on."""

import tomllib
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from itertools import cycle
from typing import Any, Final

import msgspec

from storewalk.core.clock import Clock
from storewalk.core.ids import new_id
from storewalk.demo.chain import FOLDER, Chain, Shop
from storewalk.demo.deliveries import Deliveries, Wish, step
from storewalk.demo.goods import Trade

CENTS: Final = 100
ORDERED_DAYS: Final = 14  # since when the stores of the first region get from a van only what is fresh
ORDERING: Final = 4  # stores
STEP: Final = timedelta(minutes=4)
LATE: Final = timedelta(hours=3)
Suggest = Callable[[], Awaitable[None]]


class Orders:
    """Orders by day, and the deliveries that follow; `suggest` has today's suggestions made."""

    def __init__(self, chain: Chain, trade: Trade, clock: Clock, suggest: Suggest) -> None:
        self.chain, self.trade, self.clock, self.suggest = chain, trade, clock, suggest
        self.plan: dict[str, Any] = tomllib.loads((FOLDER / "orders.toml").read_text("utf-8"))
        self.wishes = msgspec.convert(self.plan["orders"], list[Wish])
        self.shops = {shop.name: shop for shop in chain.stores}
        self.deliveries = Deliveries(chain, trade, clock)
        self.sources: dict[str, dict[str, Any]] = {}
        self.offers: dict[str, dict[str, dict[str, Any]]] = {}

    def only_fresh(self, number: int, ago: int) -> bool:
        """Tell whether a store orders by itself what keeps."""
        return number < ORDERING and ago <= ORDERED_DAYS

    async def found(self) -> None:
        """Say which orders pass by themselves, and how much more than announced is taken."""
        rules = self.plan["rules"]
        await self.chain.admin.tell(
            "PUT",
            "/api/order-approvals/rules",
            {
                "reasonPercent": rules["reasonPercent"],
                "reasonCents": rules["reasonYuan"] * CENTS,
                "escalateMinutes": rules["escalateMinutes"],
                "rules": [{**each, "over": each.get("over", 0) * CENTS} for each in rules["approval"]],
                "ifVersion": 0,
            },
        )
        form = {"overPercent": rules["overPercent"], "ifVersion": 0}
        await self.chain.admin.tell("PUT", "/api/order-receiving-rule", form)
        for source in (await self.chain.buyer.ask("/api/order-sources"))["items"]:
            offers = await self.chain.buyer.ask(f"/api/order-sources/{source['id']}/offers", limit="100")
            self.sources[source["code"]] = source
            self.offers[source["code"]] = {each["productCode"]: each for each in offers["items"]}

    async def place(self, ago: int) -> None:
        """Have suggestions made and order by them, as on the day so many days ago, if that is a day of orders."""
        wishes = sorted((each for each in self.wishes if each.ago == ago), key=lambda each: each.late)
        if not wishes:
            return
        for each in self.plan["warehouse"]:
            if each["ago"] == ago:
                units = dict.fromkeys(self.offers["DRY"], each["each"]) | each["units"]
                lines = [(self.offers["DRY"][code], count) for code, count in units.items() if count]
                await self.deliveries.stock(self.sources["DRY"]["warehouseId"], lines)
        await self.suggest()
        for wish in wishes:
            self.clock.offset += (LATE if wish.late else STEP) * bool(ago)
            await self._order(self.shops[wish.store], wish)

    async def arrive(self, day: date) -> None:
        """Take in what comes today."""
        await self.deliveries.arrive(day)

    async def send(self, day: date) -> None:
        """Have the sources send what shall come tomorrow."""
        await self.deliveries.send(day + timedelta(days=1))

    async def _order(self, shop: Shop, wish: Wish) -> None:
        form = {"id": str(new_id()), "storeId": shop.id, "sourceId": self.sources[wish.source]["id"]}
        order = await shop.manager.tell("POST", "/api/orders", form)
        await _set(shop, order, self._wanted(order, wish), wish.reason)
        if wish.leave == "draft":
            return
        order = await step(shop.manager, order, "submission", urgent=True, note=wish.note)
        order = await self._decided(shop, order, wish)
        if order["state"] == "approved" and wish.leave != "approved":
            await self.deliveries.accept(shop, order, wish)

    def _wanted(self, order: dict[str, Any], wish: Wish) -> dict[str, int]:
        """Return what is set by hand: the wish's packs, and pack after pack until the order is worth enough."""
        offers = self.offers[wish.source]
        ids = {each["productId"]: each for each in offers.values()}
        suggested = {line["productId"]: int(float(line["quantity"])) for line in order["lines"]}
        wanted = suggested | {
            offers[code]["productId"]: packs * _pack(offers[code]) for code, packs in wish.packs.items()
        }
        least = max(order["leastCents"], wish.worth * CENTS, order["budgetCents"] + 1 if wish.over else 0)
        worth = sum(quantity // _pack(ids[each]) * ids[each]["packCents"] for each, quantity in wanted.items())
        for each in cycle([each for each, quantity in wanted.items() if quantity] or ids):
            if worth >= least or wish.leave == "draft":
                break
            wanted[each] = wanted.get(each, 0) + _pack(ids[each])
            worth += ids[each]["packCents"]
        return {each: quantity for each, quantity in wanted.items() if suggested.get(each) != quantity}

    async def _decided(self, shop: Shop, order: dict[str, Any], wish: Wish) -> dict[str, Any]:
        if wish.leave == "waiting" or order["state"] != "waiting":
            return order
        self.clock.offset += STEP
        if wish.refused:
            return await step(shop.regional, order, "approval", decision="refuse", reason=wish.refused)
        if wish.returned:
            order = await step(shop.regional, order, "approval", decision="return", reason=wish.returned)
            self.clock.offset += STEP
            half = {
                line["productId"]: packs // 2 * int(line["packQuantity"])
                for line in order["lines"]
                if (packs := int(line["quantity"]) // int(line["packQuantity"])) > 1
            }
            await _set(shop, order, half, "no_space")
            order = await step(shop.manager, order, "submission", urgent=True)
        if order["state"] == "waiting":
            order = await step(shop.regional, order, "approval", decision="approve")
        return order


async def _set(shop: Shop, order: dict[str, Any], quantities: dict[str, int], reason: str) -> None:
    lines = [
        {"productId": product, "quantity": str(quantity), "reason": reason} for product, quantity in quantities.items()
    ]
    if lines:
        await shop.manager.tell("PUT", f"/api/orders/{order['id']}/lines", {"lines": lines})


def _pack(offer: dict[str, Any]) -> int:
    return int(offer["packQuantity"])
