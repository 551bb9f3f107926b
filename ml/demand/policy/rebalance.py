"""Which goods to move between stores before buying more: from what one has too much of to what its neighbour lacks.

A giver keeps what it can sell and has to show until well past its next deliveries; what it has beyond that is excess,
and so is what would expire there unsold. Goods leave first expired first, so that the giver keeps the younger ones and
is never short by it. A taker gets no more than it lacks, and of each lot no more than it sells before the lot's end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import heapify, heappop, heapreplace
from typing import TYPE_CHECKING

import numpy as np

from demand.policy.lots import usable_stock

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from demand.panel import Floats

    Units = NDArray[np.float64]
    Numbers = NDArray[np.int64]

TINY = 1e-6  # thousandths of a unit that come of adding floats


@dataclass(frozen=True)
class Goods:
    """N products of stores, ``store`` and ``product`` (N,) being their numbers.

    ``demand`` (H, N): units expected a day; days beyond count as the last one. ``until`` (N,): days that a giver looks
    ahead; ``reserve`` (N,): safety and what the shelf has to show, kept beyond demand. ``lot_quantity``,
    ``lot_last_day`` and ``first_lot`` as ``lots.usable_stock`` takes them; ``promised`` (N,): what of it goes to others
    already. ``lack`` (N,): what the store would buy, as far as it has room; ``before`` (N,): what of that it lacks
    before its next delivery; ``coming`` (N,): units on their way to it. ``pack`` (N,) units a pack, ``cost`` (N,) cents
    a unit.
    """

    store: Numbers
    product: Numbers
    demand: Floats
    until: Numbers
    reserve: Units
    lot_quantity: Units
    lot_last_day: Numbers
    first_lot: Numbers
    promised: Units
    lack: Units
    before: Units
    coming: Units
    pack: Units
    cost: Units


@dataclass(frozen=True)
class Limits:
    """What is worth a trip.

    ``line_cents`` of a product and ``trip_cents`` from store to store are the least; ``partners`` is the most stores
    that one gives to or takes from. ``away_days``: days on which goods on their way cannot be sold.
    """

    line_cents: float
    trip_cents: float
    partners: int = 3
    away_days: int = 1


@dataclass(frozen=True)
class Standing:
    """What each of N products can do without: ``excess = stock - promised - keeps``, never below 0.

    ``needs`` is demand until then and the reserve, in whole units; ``spoils`` would expire unsold; ``keeps`` is what is
    needed of what does not spoil.
    """

    stock: Units
    needs: Units
    spoils: Units
    keeps: Units
    excess: Units


@dataclass(frozen=True)
class Moves:
    """M moves of ``quantity`` whole units from product-at-a-store ``giver`` to ``taker`` (places among the N).

    ``spoils`` of it would expire where it is, ``before`` of it is lacked before the taker's next delivery.
    """

    giver: Numbers
    taker: Numbers
    quantity: Units
    spoils: Units
    before: Units


def lasting(goods: Goods, days: int) -> Goods:
    """Return the goods without the lots that end within some days: what nobody else could sell is no one's excess."""
    stays = goods.lot_last_day > days
    before = np.concatenate([[0], np.cumsum(stays)])
    return replace(
        goods,
        lot_quantity=goods.lot_quantity[stays],
        lot_last_day=goods.lot_last_day[stays],
        first_lot=before[goods.first_lot],
    )


def standing(goods: Goods) -> Standing:
    """Return what each product of a store can do without."""
    stock = _stock(goods)
    usable = usable_stock(goods.lot_quantity, goods.lot_last_day, goods.first_lot, goods.demand, goods.until)
    needs = np.ceil(_until(goods.demand, goods.until) + goods.reserve - TINY)
    spoils = np.floor(np.maximum(stock - usable, 0) + TINY)
    keeps = np.minimum(needs, stock - spoils)
    return Standing(stock, needs, spoils, keeps, np.maximum(stock - goods.promised - keeps, 0))


def rebalance(goods: Goods, metres: Units, limits: Limits) -> Moves:
    """Return the moves that save most, the best first; ``metres`` (S, S) is infinite where nothing may be moved.

    ``goods`` are such as ``lasting`` leaves, so that whatever moves can be sold on the day after its way.
    Greedy by what is saved: cents of goods that would expire, and of those that are lacked before the next delivery;
    then by worth, by distance, by number. A pair of stores whose goods are not worth a trip is left out, and the
    others share again.
    """
    trips = _Trips(goods, standing(goods), metres, limits)
    barred: set[tuple[int, int]] = set()
    while True:
        found = trips.shared(barred)
        worth: dict[tuple[int, int], float] = {}
        for giver, taker, quantity, _, _ in found:
            pair = trips.pair(giver, taker)
            worth[pair] = worth.get(pair, 0.0) + quantity * float(goods.cost[taker])
        poor = {pair for pair, cents in worth.items() if cents < limits.trip_cents}
        if not poor:
            columns = [np.array(column) for column in zip(*found, strict=True)] or [np.empty(0)] * 5
            giver, taker = (column.astype(np.int64) for column in columns[:2])
            return Moves(giver, taker, *(column.astype(np.float64) for column in columns[2:]))
        barred |= poor


Move = tuple[int, int, float, float, float]


class _Trips:
    """Shares excess out among those who lack, pair by pair."""

    def __init__(self, goods: Goods, have: Standing, metres: Units, limits: Limits) -> None:
        self.goods, self.have, self.metres, self.limits = goods, have, metres, limits
        self.given = np.where(goods.lack > 0, 0.0, np.floor(have.excess + TINY))
        self.owned = _owned(goods, have)
        self.pairs = [
            (giver, taker)
            for givers, takers in _by_product(goods, self.given)
            for giver in givers
            for taker in takers
            if np.isfinite(metres[self.pair(giver, taker)])
        ]

    def pair(self, giver: int, taker: int) -> tuple[int, int]:
        """Return the stores of two products."""
        return int(self.goods.store[giver]), int(self.goods.store[taker])

    def shared(self, barred: set[tuple[int, int]]) -> list[Move]:
        """Return the moves, none of them between a barred pair."""
        left = _Left(self.given.copy(), self.have.spoils.copy(), self.goods.lack.copy(), self.goods.before.copy())
        gives, takes = dict[int, set[int]](), dict[int, set[int]]()
        waiting = [
            (self._key(each, move), each)
            for each in self.pairs
            if self.pair(*each) not in barred and (move := self._move(each, left)) is not None
        ]
        heapify(waiting)
        found: list[Move] = []
        while waiting:
            key, each = waiting[0]
            move = self._move(each, left)
            source, target = self.pair(*each)
            full = len(gives.get(source, set()) - {target}) >= self.limits.partners
            full = full or len(takes.get(target, set()) - {source}) >= self.limits.partners
            if move is None or full:
                heappop(waiting)
            elif (now := self._key(each, move)) != key:
                heapreplace(waiting, (now, each))  # others took of it meanwhile: its turn comes later
            else:
                heappop(waiting)
                left.take(move)
                gives.setdefault(source, set()).add(target)
                takes.setdefault(target, set()).add(source)
                found.append(move)
        return found

    def _key(self, each: tuple[int, int], move: Move) -> tuple[float, float, float]:
        cost = float(self.goods.cost[each[1]])
        _, _, quantity, spoils, before = move
        return -(spoils + before) * cost, -quantity * cost, float(self.metres[self.pair(*each)])

    def _move(self, each: tuple[int, int], left: _Left) -> Move | None:
        giver, taker = each
        most = self._in_time(giver, taker, min(left.excess[giver], left.lack[taker]))
        pack = float(self.goods.pack[taker])
        step = pack if pack >= 1 and most >= pack - TINY else 1.0
        quantity = float(np.floor(most / step + TINY) * step)
        if quantity <= 0 or quantity * self.goods.cost[taker] < self.limits.line_cents:
            return None
        return giver, taker, quantity, min(quantity, left.spoils[giver]), min(quantity, left.before[taker])

    def _in_time(self, giver: int, taker: int, wanted: float) -> float:
        """Return how much of the giver's oldest goods the taker sells before each lot's end."""
        goods, moved, skipped = self.goods, 0.0, float(self.goods.promised[giver])
        for lot in range(goods.first_lot[giver], goods.first_lot[giver + 1]):
            there = float(goods.lot_quantity[lot])
            passed = min(there, skipped)
            skipped -= passed
            room = self._sold_by(taker, int(goods.lot_last_day[lot])) - moved
            taken = min(there - passed, wanted - moved, max(room, 0.0))
            moved += taken
            if moved >= wanted or taken < there - passed:
                break
        return moved

    def _sold_by(self, taker: int, last_day: int) -> float:
        """Return what the taker sells of goods that end on a day, beyond what it has and what comes."""
        days = np.array([last_day, self.limits.away_days])
        column = np.repeat(self.goods.demand[:, taker : taker + 1], 2, axis=1)
        until, away = _until(column, days)
        return float(until - away - self.owned[taker])


@dataclass
class _Left:
    """What is left to share, (N,) each."""

    excess: Units
    spoils: Units
    lack: Units
    before: Units

    def take(self, move: Move) -> None:
        """Take a move off."""
        giver, taker, quantity, spoils, before = move
        self.excess[giver] -= quantity
        self.spoils[giver] -= spoils
        self.lack[taker] -= quantity
        self.before[taker] -= before


def _stock(goods: Goods) -> Units:
    there = np.add.reduceat(np.append(goods.lot_quantity, 0.0), goods.first_lot[:-1])
    there[np.diff(goods.first_lot) == 0] = 0
    return there


def _owned(goods: Goods, have: Standing) -> Units:
    """Return what each store sells of its own before anything else."""
    return have.stock - have.spoils + goods.coming


def _until(demand: Floats, days: Numbers) -> Units:
    """Return the demand of the first days; beyond the last day known each counts as that one."""
    horizon, series = demand.shape
    summed = np.cumsum(demand, axis=0, dtype=np.float64)
    within = np.clip(days, 0, horizon)
    total = np.where(within > 0, summed[np.maximum(within, 1) - 1, np.arange(series)], 0)
    return total + demand[-1] * np.maximum(days - horizon, 0)


def _by_product(goods: Goods, given: Units) -> list[tuple[list[int], list[int]]]:
    """Return of each product that some can give and others lack who those are."""
    gives, lacks = given >= 1, goods.lack >= 1
    both = np.intersect1d(goods.product[gives], goods.product[lacks])
    there = np.flatnonzero((gives | lacks) & np.isin(goods.product, both))
    found: dict[int, tuple[list[int], list[int]]] = {int(product): ([], []) for product in both}
    for cell in there.tolist():
        found[int(goods.product[cell])][0 if gives[cell] else 1].append(cell)
    return list(found.values())
