"""The quantity to order, with every number that it follows from.

Order-up-to policy for lost sales and a protection period (van Donselaar, Broekmeulen 2014): up to the quantile of
demand until the next order can be sold. All arrays (N,) in sales units unless said otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Units = NDArray[np.float64]

STEPS = ("shelf_life", "most", "capacity", "least", "pack", "budget")


@dataclass(frozen=True)
class Needs:
    """What is asked for and what is there.

    ``expected``: demand over the protection period; ``up_to``: its quantile at the class's service level; ``usable``:
    stock that can be sold before it expires; ``stock``: all on hand; ``on_order``: on the way, sold within the
    period; ``saleable``: expected demand from this order's arrival to the end of its life, less what stock and
    orders still leave for then (infinite where nothing perishes); ``keep``: what the shelf needs to look full.
    """

    expected: Units
    up_to: Units
    usable: Units
    stock: Units
    on_order: Units
    saleable: Units
    keep: Units


@dataclass(frozen=True)
class Terms:
    """What supplier, shelf and purse allow.

    ``pack`` units per pack; ``least`` and ``most`` units an order (0 and infinite: no limit); ``capacity`` of the
    shelf; ``cost`` a unit in cents. ``purse`` (N,): which of the budgets a line is paid from; ``budget`` (purses,) in
    cents (infinite: none).
    """

    pack: Units
    least: Units
    most: Units
    capacity: Units
    cost: Units
    purse: NDArray[np.int64]
    budget: Units


@dataclass(frozen=True)
class Suggestion:
    """A line's arithmetic: ``expected + safety + display - usable - on_order`` is short; then each step adds or takes.

    ``display`` is what the shelf needs beyond demand and safety. ``wanted`` is what is short (never below 0);
    ``quantity`` is ``wanted`` plus the changes by shelf life, most, capacity, least, pack and budget, in this order.
    ``spoils``: stock that likely expires unsold.
    """

    expected: Units
    safety: Units
    display: Units
    usable: Units
    spoils: Units
    on_order: Units
    wanted: Units
    shelf_life: Units
    most: Units
    capacity: Units
    least: Units
    pack: Units
    budget: Units
    quantity: Units

    def line(self, series: int) -> dict[str, float]:
        """Return one line's numbers by name."""
        return {field.name: float(getattr(self, field.name)[series]) for field in fields(self)}


def suggest(needs: Needs, terms: Terms) -> Suggestion:
    """Return what to order: whole packs, never more than may be ordered, fits, or can likely be sold in time.

    Limits from above are rounded down to packs, what is wanted is rounded up where the limits leave room; one pack
    may be ordered where less than it can likely be sold. A line
    below the supplier's least is raised to it if the limits allow, and dropped otherwise. If the budget does not
    reach, packs are taken from the lines that are covered for the greatest share of their expected demand.
    """
    display = np.maximum(needs.keep - needs.up_to, 0)
    wanted = np.maximum(needs.up_to + display - needs.usable - needs.on_order, 0)
    after_life = np.minimum(wanted, np.maximum(needs.saleable, 0))
    after_most = np.minimum(after_life, terms.most)
    room = np.maximum(terms.capacity - needs.stock - needs.on_order, 0)
    after_room = np.minimum(after_most, room)
    limit = np.minimum(np.minimum(np.maximum(needs.saleable, terms.pack), terms.most), room)
    raised = np.maximum(after_room, terms.least)
    after_least = np.where(
        (after_room > 0) & (raised <= limit), raised, np.where(after_room >= terms.least, after_room, 0)
    )
    rounded = _packs(after_least, limit, terms)
    quantity = _within_budget(rounded, needs, terms)
    return Suggestion(
        expected=needs.expected,
        safety=needs.up_to - needs.expected,
        display=display,
        usable=needs.usable,
        spoils=needs.stock - needs.usable,
        on_order=needs.on_order,
        wanted=wanted,
        shelf_life=after_life - wanted,
        most=after_most - after_life,
        capacity=after_room - after_most,
        least=after_least - after_room,
        pack=rounded - after_least,
        budget=quantity - rounded,
        quantity=quantity,
    )


def _packs(quantity: Units, limit: Units, terms: Terms) -> Units:
    """Round up to packs, down where a limit is in the way; what then falls below the least is not ordered."""
    # a quantity that is whole packs but for rounding errors stays as it is
    up = np.ceil(quantity / terms.pack - 1e-9)
    finite = np.where(np.isfinite(limit), limit, up * terms.pack)
    most = np.floor(finite / terms.pack + 1e-9)
    whole = np.minimum(up, most) * terms.pack
    return np.where(whole >= terms.least, whole, 0.0)


def _within_budget(quantity: Units, needs: Needs, terms: Terms) -> Units:
    """Take packs away, best covered line first, until each purse's cost fits.

    A line that falls below its least goes whole.
    """
    over = np.bincount(terms.purse, quantity * terms.cost, len(terms.budget)) - terms.budget
    left = quantity.copy()
    for purse in np.flatnonzero(over > 0):
        lines = np.flatnonzero((terms.purse == purse) & (quantity > 0) & (terms.cost > 0))
        _spare(left, lines, float(over[purse]), needs, terms)
    return left


def _spare(left: Units, lines: NDArray[np.int64], over: float, needs: Needs, terms: Terms) -> None:
    """Take packs from the lines of a purse until it is no longer ``over``, or nothing is left."""
    expected = np.maximum(needs.expected[lines], 1e-9)
    cover = (needs.usable[lines] + needs.on_order[lines] + left[lines]) / expected
    while over > 0 and len(lines):
        place = int(np.argmax(cover))
        if cover[place] < 0:
            return
        line = lines[place]
        fewer = left[line] - terms.pack[line]
        fewer = fewer if fewer >= max(terms.least[line], terms.pack[line]) - 1e-9 else 0.0
        over -= float((left[line] - fewer) * terms.cost[line])
        cover[place] = -1.0 if fewer <= 0 else cover[place] - (left[line] - fewer) / expected[place]
        left[line] = fewer
