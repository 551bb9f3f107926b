"""A block of series as dense arrays: days down, series across, so that kernels run along the series."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]
    Codes = NDArray[np.int32]


@dataclass(frozen=True)
class Panel:
    """T days of history and the days after them, T + H in all, for N store-products.

    ``store`` (N,), ``product`` (N,) and ``category`` (products,) are codes from 0. ``qty`` (T, N) holds units sold, 0
    where ``seen`` (T, N) is False; ``oos`` (T, N) is the share of opening hours out of stock. ``price`` (T + H, N) is
    the price paid over the usual one, ``activity`` (T + H, N) 1 on days of a promotion; both count where
    ``promotion_known`` is True. ``weather`` (T + H, N) arrays are deviations from the usual, 0 where unknown.
    ``day_type`` (T + H,) is a weekday, a day off or a working weekend day (see ``calendar.table``). ``lift`` (T + H, N)
    is the factor of dated events, past and planned (see ``engine.events``).
    """

    first_day: date
    history: int
    store: Codes
    product: Codes
    category: Codes
    day_type: NDArray[np.int64]
    qty: Floats
    seen: Flags
    oos: Floats
    price: Floats
    activity: Floats
    promotion_known: Flags
    weather: dict[str, Floats]
    lift: Floats | None = None

    @property
    def series(self) -> int:
        """N."""
        return len(self.store)

    @property
    def horizon(self) -> int:
        """H."""
        return len(self.day_type) - self.history

    @property
    def plans_known(self) -> bool:
        """Whether most promotions ahead are known; without days ahead they count as known."""
        ahead = self.promotion_known[self.history :]
        return ahead.size == 0 or bool(ahead.mean() > 1 / 2)

    def until(self, day: int, horizon: int, *, plans_known: bool = True) -> Panel:
        """Return what is known at the end of the first ``day`` days, looking ``horizon`` days ahead.

        Of the days ahead the calendar is kept and, unless ``plans_known`` is False, promotions as they are planned and
        weather as it is forecast.
        """
        end = day + horizon
        known = self.promotion_known[:end].copy()
        weather = {name: values[:end].copy() for name, values in self.weather.items()}
        if not plans_known:
            known[day:] = False
            for values in weather.values():
                values[day:] = 0
        return replace(
            self,
            history=day,
            day_type=self.day_type[:end],
            qty=self.qty[:day],
            seen=self.seen[:day],
            oos=self.oos[:day],
            price=self.price[:end],
            activity=self.activity[:end],
            promotion_known=known,
            weather=weather,
            lift=None if self.lift is None else self.lift[:end],
        )

    def chosen(self, series: NDArray[np.int64]) -> Panel:
        """Return the panel of some series; codes keep their meaning."""
        return replace(
            self,
            store=self.store[series],
            product=self.product[series],
            qty=np.ascontiguousarray(self.qty[:, series]),
            seen=np.ascontiguousarray(self.seen[:, series]),
            oos=np.ascontiguousarray(self.oos[:, series]),
            price=np.ascontiguousarray(self.price[:, series]),
            activity=np.ascontiguousarray(self.activity[:, series]),
            promotion_known=np.ascontiguousarray(self.promotion_known[:, series]),
            weather={name: np.ascontiguousarray(values[:, series]) for name, values in self.weather.items()},
            lift=None if self.lift is None else np.ascontiguousarray(self.lift[:, series]),
        )
