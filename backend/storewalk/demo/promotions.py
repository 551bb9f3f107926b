"""Promotions of the demo chain: two that are over, one that comes; what is promoted sells more, and for less."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from storewalk.demo.chain import Chain

PLANNED_BEFORE: Final = 3  # days before a promotion begins


@dataclass(frozen=True)
class Promotion:
    """A promotion that begins so many days ago; `expects` is what the buyer hopes for, `sells` what it will do.

    It runs in the chain's first `stores` stores, or without a number in all of them.
    """

    name: str
    kind: str
    ago: int
    days: int
    discount: float
    expects: float
    sells: float
    codes: Sequence[str]
    stores: int | None
    note: str

    def runs(self, ago: int) -> bool:
        """Tell whether it runs on the day so many days ago."""
        return self.ago - self.days < ago <= self.ago


MILK: Final = ("100001", "100002", "100003", "100004")
SNACKS: Final = ("100020", "100021", "100023", "100024")
INSTANT: Final = ("100025", "100026", "100027")
PROMOTIONS: Final = (
    Promotion("秋日牛奶节", "price", 52, 7, 0.8, 1.5, 2.1, MILK, None, "冷柜首层双排面。"),
    Promotion("零食第二件半价", "multi_buy", 24, 7, 0.75, 2.0, 1.5, SNACKS, 4, "堆头放在收银台旁。"),
    Promotion("双十二暖胃速食", "leaflet", -4, 7, 0.85, 1.6, 1.6, INSTANT, None, "上海报第一版。"),
)


class Promotions:
    """What the buyer plans, and what that does at the tills."""

    def __init__(self, chain: Chain, today: date) -> None:
        self.chain, self.today = chain, today

    async def plan(self, ago: int, *, last: bool = False) -> None:
        """Plan what begins in some days, as on the day so many days ago; on the last day, all that still comes."""
        for each in PROMOTIONS:
            if each.ago == ago - PLANNED_BEFORE or (last and each.ago < ago - PLANNED_BEFORE):
                await self._plan(each)

    def effect(self, store: int, ago: int, code: str) -> tuple[float, float]:
        """Return by which factors a product sells and is paid for in a store on the day so many days ago."""
        for each in PROMOTIONS:
            if each.runs(ago) and code in each.codes and (each.stores is None or store < each.stores):
                return each.sells, each.discount
        return 1.0, 1.0

    async def _plan(self, each: Promotion) -> None:
        begins = self.today - timedelta(days=each.ago)
        form: dict[str, Any] = {
            "name": each.name,
            "kind": each.kind,
            "firstDay": begins.isoformat(),
            "lastDay": (begins + timedelta(days=each.days - 1)).isoformat(),
            "discount": each.discount,
            "uplift": each.expects,
            "placeIds": [] if each.stores is None else [store.id for store in self.chain.stores[: each.stores]],
            "products": [{"productId": await self._id(code)} for code in each.codes],
            "note": each.note,
        }
        await self.chain.buyer.tell("POST", "/api/promotions", form)

    async def _id(self, code: str) -> str:
        return (await self.chain.buyer.ask("/api/products", q=code))["items"][0]["id"]
