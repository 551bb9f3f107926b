"""Local events of the demo chain: told by who is on the spot, and what they really do at the tills."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from storewalk.demo.chain import Chain

TOLD_BEFORE: Final = 1  # day before an event begins


@dataclass(frozen=True)
class Signal:
    """An event that begins so many days ago; `expects` is what was told of it, `does` what it will do.

    It is one store's, by its number, or without one the whole chain's.
    """

    kind: str
    name: str
    ago: int
    days: int
    expects: float
    does: float
    store: int | None
    note: str = ""


SIGNALS: Final = (
    Signal("mall_anniversary", "商场三周年庆", 47, 3, 1.5, 1.8, 0, "中庭有舞台，周末人多。"),
    Signal("road_works", "门口地铁施工", 20, 10, 0.8, 0.65, 3, "围挡只留一条通道。"),
    Signal("competitor_opens", "对面新开便利店", -2, 30, 0.8, 0.8, 1),
    Signal("school_holiday", "", -45, 28, 0.9, 0.9, None, "寒假。"),
)


class Signals:
    """What managers and the buyer tell, and what that does at the tills."""

    def __init__(self, chain: Chain, today: date) -> None:
        self.chain, self.today = chain, today

    async def tell(self, ago: int, *, last: bool = False) -> None:
        """Tell of what begins tomorrow, as on the day so many days ago; on the last day, of all that still comes."""
        for each in SIGNALS:
            if each.ago == ago - TOLD_BEFORE or (last and each.ago < ago - TOLD_BEFORE):
                await self._tell(each)

    def effect(self, store: int, ago: int) -> float:
        """Return by which factor a store sells on the day so many days ago."""
        factor = 1.0
        for each in SIGNALS:
            if each.ago - each.days < ago <= each.ago and each.store in {None, store}:
                factor *= each.does
        return factor

    async def _tell(self, each: Signal) -> None:
        begins = self.today - timedelta(days=each.ago)
        shop = None if each.store is None else self.chain.stores[each.store]
        form: dict[str, Any] = {
            "kind": each.kind,
            "name": each.name,
            "firstDay": begins.isoformat(),
            "lastDay": (begins + timedelta(days=each.days - 1)).isoformat(),
            "uplift": each.expects,
            "placeIds": [] if shop is None else [shop.id],
            "note": each.note,
        }
        await (self.chain.buyer if shop is None else shop.manager).tell("POST", "/api/demand/signals", form)
