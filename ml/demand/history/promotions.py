"""Writes promotions, past and planned, into the days of a panel: by joins of sorted arrays, no loop over series."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from demand.engine.effects import Effects
    from demand.panel import Codes, Floats, Panel

    Places = NDArray[np.int64]

UNKNOWN = -1
DEPTH = 1  # the slope of discounts, after that of activity (`Effects.slopes`)


@dataclass(frozen=True)
class Promotion:
    """A promotion on some days: ``stores`` (None: all) and ``products`` by their 16 bytes.

    ``price`` is the planned one over the usual one, None where only display or a leaflet is planned; ``uplift`` is the
    factor on units that people expect.
    """

    first_day: date
    last_day: date
    stores: Collection[bytes] | None
    products: Collection[bytes]
    price: float | None
    uplift: float | None = None


@dataclass(frozen=True)
class Promotions:
    """P promotions as arrays, the same for every shard of a night; the deepest discount comes last.

    ``first`` and ``last`` (P,) are days as ordinals, ``price`` and ``uplift`` (P,) NaN where none is stated.
    ``product`` (A,) holds codes of the panel in order, ``of_product`` (A,) the promotion that each is in. ``store``
    (B,) and ``of_store`` (B,) alike for those that run in some stores only, by the numbers that ``stores`` gives;
    ``everywhere`` (P,) tells the others.
    """

    first: Places
    last: Places
    price: Floats
    uplift: Floats
    everywhere: NDArray[np.bool_]
    product: Places
    of_product: Places
    store: Places
    of_store: Places
    stores: Mapping[bytes, int]

    @classmethod
    def of(cls, promotions: Sequence[Promotion], product: Mapping[bytes, int]) -> Promotions:
        """Arrange promotions for `cells_of`; ``product`` gives the panel's codes, what has none is left out."""
        chosen = sorted(promotions, key=lambda each: 2.0 if each.price is None else each.price, reverse=True)
        places: dict[bytes, int] = {}
        in_product = _pairs([[product[name] for name in each.products if name in product] for each in chosen])
        in_store = _pairs([[places.setdefault(name, len(places)) for name in each.stores or ()] for each in chosen])
        return cls(
            np.array([each.first_day.toordinal() for each in chosen], np.int64),
            np.array([each.last_day.toordinal() for each in chosen], np.int64),
            np.array([each.price for each in chosen], np.float32),  # None is NaN
            np.array([each.uplift for each in chosen], np.float32),
            np.array([each.stores is None for each in chosen], np.bool_),
            *in_product,
            *in_store,
            places,
        )

    def cells_of(self, panel: Panel, stores: Sequence[bytes]) -> tuple[Places, Places, Places]:
        """Return the day, the series and the promotion of every promoted cell of a panel.

        ``stores`` are the ids behind the panel's codes of stores. Where several promotions meet, the cell is told
        several times, the deepest discount last.
        """
        known = np.array([self.stores.get(name, UNKNOWN) for name in stores], np.int64)
        store, days = known[panel.store], len(panel.day_type)
        begin = panel.first_day.toordinal()
        runs = (self.last >= begin) & (self.first < begin + days)
        here = np.isin(self.store, known)
        touched = self.everywhere.copy()
        touched[self.of_store[here]] = True
        runs &= touched
        mine = runs[self.of_product]
        series, which = _joined(panel.product, self.product[mine], self.of_product[mine])
        width = len(self.first)
        allowed = np.sort(self.store[here] * width + self.of_store[here])
        allowed_here = _among(store[series] * width + which, allowed)
        kept = self.everywhere[which] | allowed_here
        series, which = series[kept], which[kept]
        order = np.argsort(which, kind="stable")
        series, which = series[order], which[order]
        since = np.maximum(self.first[which] - begin, 0)
        length = np.minimum(self.last[which] - begin, days - 1) - since + 1
        cell = _spread(length) + np.repeat(since, length)
        return cell, np.repeat(series, length), np.repeat(which, length)


def write(promotions: Promotions, panel: Panel, stores: Sequence[bytes], paid: Floats) -> None:
    """Write promotions into a panel that is being made: its ``price`` and ``activity`` (T + H, N), in place.

    Days of a promotion get activity 1. Of a past day the price that was ``paid`` (T, N) stands, the planned one where
    that is not known (NaN); ahead the planned one, the usual one where none is planned. ``stores`` as in `cells_of`.
    """
    price, activity = panel.price, panel.activity
    day, series, which = promotions.cells_of(panel, stores)
    planned = promotions.price[which]
    activity[day, series] = 1
    untold = ~np.isnan(planned)
    past = day < len(paid)
    untold[past] &= np.isnan(paid[day[past], series[past]])
    price[day[untold], series[untold]] = planned[untold]


def with_stated(panel: Panel, promotions: Promotions, stores: Sequence[bytes], effects: Effects) -> Panel:
    """Return the panel lifted on promoted days ahead by what people state, while the pool has seen no promotion.

    As soon as it has, effects tell what promotions do, and what was stated is only held against it afterwards.
    """
    if effects.slopes[-1, : DEPTH + 1].any():
        return panel
    day, series, which = promotions.cells_of(panel, stores)
    stated = promotions.uplift[which]
    told = (day >= panel.history) & ~np.isnan(stated)
    if not told.any():
        return panel
    lift = np.ones(panel.activity.shape, np.float32) if panel.lift is None else panel.lift.copy()
    most = np.zeros_like(lift)
    np.maximum.at(most, (day[told], series[told]), stated[told])
    return replace(panel, lift=np.where(most > 0, lift * most, lift))


def _pairs(groups: Sequence[Collection[int]]) -> tuple[Places, Places]:
    """Return the members of all groups in order, and the group of each."""
    members = np.array([each for group in groups for each in group], np.int64)
    group = np.repeat(np.arange(len(groups)), [len(each) for each in groups])
    order = np.argsort(members, kind="stable")
    return members[order], group[order]


def _joined(keys: Codes, ordered: Places, values: Places) -> tuple[Places, Places]:
    """Return each place in ``keys`` with every value of its key; ``ordered`` holds the values' keys, in order."""
    begin, end = np.searchsorted(ordered, keys, "left"), np.searchsorted(ordered, keys, "right")
    count = end - begin
    return np.repeat(np.arange(len(keys)), count), values[_spread(count) + np.repeat(begin, count)]


def _spread(lengths: Places) -> Places:
    """Return 0, 1, ... up to each length, one after another."""
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - lengths, lengths)


def _among(wanted: Places, ordered: Places) -> NDArray[np.bool_]:
    """Tell which are among ordered ones."""
    if len(ordered) == 0:
        return np.zeros(len(wanted), np.bool_)
    place = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    return ordered[place] == wanted
