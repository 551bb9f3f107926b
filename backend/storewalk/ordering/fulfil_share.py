"""Share what a warehouse has of a product between the orders of a day, when it is not enough. Arithmetic only.

Orders that come first are served before all others. Among equals each pack goes to the order that has got least of what
its store needs; when all needs are met, to the one that has got least of what it ordered (max-min fairness by packs).
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from heapq import heapify, heappop, heappush
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.ordering.order_models import SUMS

ZERO: Final = Decimal(0)
MILLI: Final = 1000


class Ask(Struct, frozen=True):
    """What an order wants of the product, in packs of `pack`, and what its store lacks of it."""

    order_id: UUID
    wanted: Decimal
    pack: Decimal
    need: Decimal
    first: bool = False


def needed(arithmetic: Sequence[int] | None, wanted: Decimal) -> Decimal:
    """Return by how much a store would fall short: what it will sell and show, less what it will have.

    What is ordered for safety or to fill packs is no need. Of what nothing was suggested for, all that was ordered is.
    """
    if arithmetic is None:
        return wanted
    of = dict(zip(SUMS, arithmetic, strict=True))
    lack = of["expected"] + of["display"] - of["stock"] + of["spoils"] - of["on_order"]
    return min(max(Decimal(lack) / MILLI, ZERO), wanted)


def share(there: Decimal, asks: Sequence[Ask]) -> dict[UUID, Decimal]:
    """Return what each order gets: whole packs, together never more than is there, never more than it wants."""
    given = dict.fromkeys((ask.order_id for ask in asks), ZERO)
    left = there
    for first in (True, False):
        tier = [ask for ask in asks if ask.first is first]
        needs = {ask.order_id: _packs(ask.need, ask.pack, ROUND_CEILING) for ask in tier}
        left = _fill(
            left, tier, given, {ask.order_id: min(needs[ask.order_id], _most(ask)) for ask in tier}, by_need=True
        )
        left = _fill(left, tier, given, {ask.order_id: _most(ask) for ask in tier}, by_need=False)
    return given


def _fill(
    left: Decimal, asks: Iterable[Ask], given: dict[UUID, Decimal], most: Mapping[UUID, Decimal], *, by_need: bool
) -> Decimal:
    """Give packs until each has its most or no pack is left that fits; return what is left."""
    turns: list[tuple[Decimal, Decimal, bytes, Ask]] = []
    for ask in asks:
        whole = ask.need if by_need else ask.wanted
        if given[ask.order_id] < most[ask.order_id]:
            turns.append((given[ask.order_id] / whole, -whole, ask.order_id.bytes, ask))
    heapify(turns)
    while turns:
        _, whole, code, ask = heappop(turns)
        if ask.pack > left:
            continue
        given[ask.order_id] += ask.pack
        left -= ask.pack
        if given[ask.order_id] < most[ask.order_id]:
            heappush(turns, (given[ask.order_id] / -whole, whole, code, ask))
    return left


def _most(ask: Ask) -> Decimal:
    return _packs(ask.wanted, ask.pack, ROUND_FLOOR)


def _packs(quantity: Decimal, pack: Decimal, rounding: str) -> Decimal:
    return (quantity / pack).to_integral_value(rounding) * pack
