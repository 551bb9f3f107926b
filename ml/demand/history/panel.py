"""Makes a panel of a window of the history: what the engine forecasts from each night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from demand.history.promotions import write
from demand.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from demand.calendar.table import Calendar
    from demand.history.promotions import Promotions
    from demand.history.shard import Window

UNKNOWN = -1
PERCENT = np.float32(100)


@dataclass(frozen=True)
class Codes:
    """The codes of products, by their 16 bytes, and the category of each; the same for every shard."""

    product: Mapping[bytes, int]
    category: NDArray[np.int32]


def panel_of(
    window: Window, codes: Codes, calendar: Calendar, horizon: int, promotions: Promotions | None = None
) -> Panel:
    """Return the panel of a window, ``horizon`` days beyond its last one, with promotions, past and planned.

    What came back beyond what was sold counts as nothing sold. Without a price a day counts as one at the usual price.
    A product without a code gets -1, which the engine takes for one that the pool has not seen. Stores are numbered as
    they come.
    """
    days, series = window.qty.shape
    first = window.last - timedelta(days - 1)
    seen = ~np.isnan(window.qty)
    ahead = np.ones((horizon, series), np.float32)
    numbers = {store: number for number, store in enumerate(dict.fromkeys(store for store, _ in window.keys))}
    stores = (numbers[store] for store, _ in window.keys)
    products = (codes.product.get(product, UNKNOWN) for _, product in window.keys)
    panel = Panel(
        first_day=first,
        history=days,
        store=np.fromiter(stores, np.int32, series),
        product=np.fromiter(products, np.int32, series),
        category=codes.category,
        day_type=calendar.day_types(first, days + horizon),
        qty=np.maximum(np.where(seen, window.qty, np.float32(0)), np.float32(0)),
        seen=seen,
        oos=window.oos.astype(np.float32) / PERCENT,
        price=np.concatenate([np.where(np.isnan(window.price), np.float32(1), window.price), ahead]),
        activity=np.zeros((days + horizon, series), np.float32),
        promotion_known=np.ones((days + horizon, series), np.bool_),
        weather={},
    )
    if promotions is not None:
        write(promotions, panel, list(numbers), window.price)
    return panel
