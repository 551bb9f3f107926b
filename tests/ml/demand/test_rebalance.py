"""What moves between stores: nobody is short by it, nothing is made or lost, nothing spoils at its new place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from demand.policy.lots import usable_stock
from demand.policy.rebalance import Goods, Limits, Moves, lasting, rebalance, standing

FAR = 1_000_000
UNTIL = 10
ANY = Limits(line_cents=0, trip_cents=0)


def goods_of(*cells: dict[str, Any]) -> Goods:
    """Put goods of stores together: store, product, demand a day, lots (units, last day), lack and so on."""
    lots = [sorted(each.get("lots", []), key=lambda lot: lot[1]) for each in cells]
    column = {
        name: np.array([float(each.get(name, usual)) for each in cells])
        for name, usual in {
            "reserve": 0, "promised": 0, "lack": 0, "before": 0, "coming": 0, "pack": 1, "cost": 100,
        }.items()
    }  # fmt: skip
    return Goods(
        store=np.array([each["store"] for each in cells]),
        product=np.array([each.get("product", 0) for each in cells]),
        demand=np.repeat(np.array([[float(each.get("daily", 0)) for each in cells]]), 28, axis=0),
        until=np.full(len(cells), UNTIL),
        lot_quantity=np.array([float(quantity) for there in lots for quantity, _ in there]),
        lot_last_day=np.array([day for there in lots for _, day in there], np.int64),
        first_lot=np.cumsum([0, *map(len, lots)]),
        **column,
    )


def told(moves: Moves) -> list[tuple[int, int, float]]:
    return [(int(a), int(b), float(q)) for a, b, q in zip(moves.giver, moves.taker, moves.quantity, strict=True)]


def apart(stores: int, metres: float = 1_000) -> np.ndarray:
    return np.where(np.eye(stores, dtype=bool), np.inf, float(metres))


def test_excess_is_what_is_there_less_what_is_promised_and_needed_until_then() -> None:
    goods = goods_of(
        {"store": 0, "daily": 2, "lots": [(50, FAR)], "reserve": 4.5, "promised": 3},
        {"store": 1, "daily": 1, "lots": [(8, 3), (30, FAR)]},  # five of eight expire unsold
        {"store": 2, "daily": 5, "lots": [(20, FAR)]},
    )
    have = standing(goods)
    assert have.stock.tolist() == [50, 38, 20]
    assert have.needs.tolist() == [25, 10, 50]  # 2 x 10 + 4.5, in whole units
    assert have.spoils.tolist() == [0, 5, 0]
    assert have.keeps.tolist() == [25, 10, 20]
    assert have.excess.tolist() == [22, 28, 0]


def test_goods_that_would_expire_go_first_and_only_as_far_as_the_taker_sells_them_in_time() -> None:
    goods = goods_of(
        {"store": 0, "daily": 1, "lots": [(90, FAR)]},
        {"store": 1, "daily": 1, "lots": [(30, 6)]},  # 24 expire
        {"store": 2, "daily": 4, "lots": [(2, FAR)], "lack": 40},
    )
    moves = rebalance(goods, apart(3), ANY)
    # Five days of four, less the two that are there; the rest comes of what keeps.
    assert told(moves) == [(1, 2, 18), (0, 2, 22)]
    assert moves.spoils.tolist() == [18, 0]


def test_whole_packs_move_where_there_is_one_and_little_is_no_trip() -> None:
    cells = (
        {"store": 0, "lots": [(40, FAR)]},
        {"store": 1, "daily": 9, "lack": 31, "pack": 12},
        {"store": 0, "product": 1, "lots": [(7, FAR)]},
        {"store": 1, "product": 1, "daily": 9, "lack": 31, "pack": 12},
    )
    assert told(rebalance(goods_of(*cells), apart(2), ANY)) == [(0, 1, 24), (2, 3, 7)]
    assert told(rebalance(goods_of(*cells), apart(2), Limits(1_000, 0))) == [(0, 1, 24)]
    assert told(rebalance(goods_of(*cells), apart(2), Limits(0, 3_101))) == []
    assert told(rebalance(goods_of(*cells), apart(2, np.inf), ANY)) == []


def test_what_is_lacked_before_the_next_delivery_comes_before_what_would_be_bought_and_near_before_far() -> None:
    goods = goods_of(
        {"store": 0, "lots": [(10, FAR)]},
        {"store": 1, "daily": 9, "lack": 10},
        {"store": 2, "daily": 9, "lack": 10, "before": 4},
    )
    assert told(rebalance(goods, apart(3), ANY)) == [(0, 2, 10)]
    even = replace(goods, before=np.zeros(3))
    metres = apart(3)
    metres[0, 1] = 900
    assert told(rebalance(even, metres, ANY)) == [(0, 1, 10)]


def test_a_store_gives_to_few_others() -> None:
    cells = [{"store": 0, "lots": [(100, FAR)]}, *({"store": n, "daily": 9, "lack": 5} for n in (1, 2, 3))]
    moves = rebalance(goods_of(*cells), apart(4), Limits(0, 0, partners=2))
    assert told(moves) == [(0, 1, 5), (0, 2, 5)]


cell = st.fixed_dictionaries(
    {
        "daily": st.integers(0, 12).map(lambda n: n / 4),
        "lots": st.lists(st.tuples(st.integers(0, 60), st.sampled_from([0, 1, 2, 4, 7, 12, FAR])), max_size=4),
        "reserve": st.integers(0, 40).map(lambda n: n / 4),
        "promised": st.integers(0, 10),
        "lack": st.integers(0, 40).map(lambda n: n / 2),
        "coming": st.integers(0, 6),
        "pack": st.sampled_from([1, 6, 12]),
        "cost": st.integers(0, 900),
    }
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(cell, cell), min_size=2, max_size=5), st.sampled_from([0, 2_000]), st.integers(1, 3))
def test_nobody_is_short_by_it_nothing_is_made_or_lost_and_all_of_it_is_sold(
    rows: list[tuple[dict[str, Any], dict[str, Any]]], least: int, partners: int
) -> None:
    cells = [{**each, "store": n, "product": p} for n, row in enumerate(rows) for p, each in enumerate(row)]
    goods = lasting(goods_of(*cells), 1)
    limits = Limits(least / 4, least, partners)
    metres = apart(len(rows))
    moves = rebalance(goods, metres, limits)
    again = rebalance(goods, metres, limits)
    assert told(again) == told(moves)
    assert (moves.quantity > 0).all()
    assert (moves.quantity % 1 == 0).all()
    have = standing(goods)
    given_away = np.bincount(moves.giver, moves.quantity, len(cells))
    taken = np.bincount(moves.taker, moves.quantity, len(cells))
    assert (given_away <= have.excess + 1e-6).all()
    assert (taken <= goods.lack + 1e-6).all()
    assert not ((given_away > 0) & (taken > 0)).any()
    assert (goods.product[moves.giver] == goods.product[moves.taker]).all()
    for n in range(len(cells)):
        left = without(goods, n, float(goods.promised[n] + given_away[n]))
        if given_away[n]:
            assert sold(goods, n, left, UNTIL) >= have.keeps[n] - 1e-6
    for giver, taker, quantity in told(moves):
        own = lots_of(goods, taker)
        moved = removed(goods, giver, float(goods.promised[giver]), quantity)
        assert sum(each for each, _ in moved) == quantity
        assert all(day > 1 for _, day in moved)
        far = 40
        assert sold(goods, taker, own + moved, far) >= sold(goods, taker, own, far) + quantity - 1e-6
    worth: dict[tuple[int, int], float] = {}
    for giver, taker, quantity in told(moves):
        pair = int(goods.store[giver]), int(goods.store[taker])
        worth[pair] = worth.get(pair, 0) + quantity * goods.cost[taker]
    assert all(cents >= least for cents in worth.values())
    assert all(sum(a == n for a, _ in worth) <= partners for n in range(len(rows)))
    assert all(sum(b == n for _, b in worth) <= partners for n in range(len(rows)))


Lots = list[tuple[float, int]]


def lots_of(goods: Goods, n: int) -> Lots:
    there = slice(int(goods.first_lot[n]), int(goods.first_lot[n + 1]))
    return list(zip(goods.lot_quantity[there].tolist(), goods.lot_last_day[there].tolist(), strict=True))


def removed(goods: Goods, n: int, skipped: float, quantity: float) -> Lots:
    """Return the lots that are taken, first expired first, behind what others were promised."""
    found: Lots = []
    for there, day in lots_of(goods, n):
        passed = min(there, skipped)
        skipped -= passed
        taken = min(there - passed, quantity)
        quantity -= taken
        if taken:
            found.append((taken, day))
    return found


def without(goods: Goods, n: int, quantity: float) -> Lots:
    found: Lots = []
    for there, day in lots_of(goods, n):
        taken = min(there, quantity)
        quantity -= taken
        found.append((there - taken, day))
    return found


def sold(goods: Goods, n: int, lots: Lots, days: int) -> float:
    """Return what of lots is sold within days or still good after them."""
    lots = sorted(lots, key=lambda lot: lot[1])
    quantity, last = np.array([float(q) for q, _ in lots]), np.array([day for _, day in lots], np.int64)
    demand = np.ascontiguousarray(goods.demand[:, n : n + 1])
    return float(usable_stock(quantity, last, np.array([0, len(lots)]), demand, np.array([days]))[0])
