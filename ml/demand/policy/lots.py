"""How much of the stock on hand can still be sold before its last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from demand.kernel import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from demand.panel import Floats


@compiled
def usable_stock(
    quantity: NDArray[np.float64],
    last_day: NDArray[np.int64],
    first_lot: NDArray[np.int64],
    demand: Floats,
    days: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Return what of each series' lots (N,) is sold within ``days`` (N,) or still good after them, first expired first.

    Series i has the lots ``first_lot``[i] to ``first_lot``[i + 1] - 1 (``first_lot`` (N + 1,)), in order of
    ``last_day``: on how many coming days it may still be sold (1: tomorrow only, 0: none). ``quantity`` in units;
    ``demand`` (H, N) expected units a day; days beyond H count as the last one. A lot that ends within the days gives
    what demand is left for it by its last day: min(quantity, demand until then - what earlier lots gave).
    """
    series = len(first_lot) - 1
    usable = np.zeros(series)
    horizon = demand.shape[0]
    for i in range(series):
        given = 0.0
        reached = 0
        asked = 0.0
        for lot in range(first_lot[i], first_lot[i + 1]):
            if last_day[lot] > days[i]:
                usable[i] += quantity[lot]
                continue
            while reached < last_day[lot]:
                asked += demand[min(reached, horizon - 1), i]
                reached += 1
            sold = min(quantity[lot], max(asked - given, 0.0))
            given += sold
            usable[i] += sold
    return usable
