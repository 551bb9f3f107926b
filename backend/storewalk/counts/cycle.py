"""Which products a store counts next: ABC by what they turn over, oftener where counts have found variances.

Arithmetic only. A are the products that make the first 80 % of the turnover at cost, B the next 15 %, C the rest
(Pareto's rule as the trade applies it: APICS Dictionary, "ABC classification", "cycle counting").
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Final
from uuid import UUID

from msgspec import Struct

A_SHARE: Final = 0.80
B_SHARE: Final = 0.95
DAY: Final = timedelta(days=1)


class Rank(IntEnum):
    """A is counted oftenest."""

    A = 0
    B = 1
    C = 2


class Turnover(Struct, frozen=True):
    """What a store did with a product: cents at cost sold lately, when it was counted last, variances found lately."""

    product_id: UUID
    sold_cents: int
    counted_at: datetime | None
    misses: int


def ranks(products: Sequence[Turnover]) -> dict[UUID, Rank]:
    """Rank products by their share of the turnover; one that missed in counts twice or more goes a rank up."""
    whole = sum(each.sold_cents for each in products)
    found: dict[UUID, Rank] = {}
    run = 0
    for each in sorted(products, key=lambda each: (-each.sold_cents, str(each.product_id))):
        before = run / whole if whole else 1.0
        run += each.sold_cents
        rank = Rank.A if before < A_SHARE else Rank.B if before < B_SHARE else Rank.C
        found[each.product_id] = Rank(max(rank - (each.misses >= 2), Rank.A))  # noqa: PLR2004 - twice is a pattern
    return found


def most_due(products: Sequence[Turnover], days: Mapping[Rank, int], now: datetime, most: int) -> list[UUID]:
    """Return at most `most` products whose time has come, the longest overdue by their own interval first.

    What was never counted is due at once, the dearest first. `days` is how long each rank may go uncounted.
    """
    rank = ranks(products)
    late = [(_lateness(each, days[rank[each.product_id]], now), rank[each.product_id], each) for each in products]
    due = [entry for entry in late if entry[0] >= 1]
    due.sort(key=lambda entry: (-entry[0], entry[1], -entry[2].sold_cents, str(entry[2].product_id)))
    return [each.product_id for _, _, each in due[:most]]


def _lateness(each: Turnover, days: int, now: datetime) -> float:
    """Return the time since the last count in intervals of the product's rank."""
    if each.counted_at is None:
        return float("inf")
    return (now - each.counted_at) / (days * DAY)
