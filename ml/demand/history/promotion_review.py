"""Holds promotions that are over against what would have been sold without them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from demand.engine.effects import LEVEL_RATE, fit_effects
from demand.engine.model import day_factors
from demand.engine.smoothing import two_sided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from demand.history.promotions import Promotions
    from demand.panel import Panel


@dataclass(frozen=True)
class Sold:
    """Units ``sold`` on a promotion's days and units ``expected`` without it, by product code (products,).

    Those of several panels add up.
    """

    sold: NDArray[np.float64]
    expected: NDArray[np.float64]


def promotion_review(
    panel: Panel, stores: Sequence[bytes], promotions: Promotions, due: Sequence[Promotions]
) -> list[Sold]:
    """Return what each of the ``due`` promotions did in a panel, whose days should go on for a week after them.

    ``promotions`` are all that ran on the panel's days: those days are left out where the usual level and its effects
    are measured, before and after, so that no promotion hides in what is expected. Days without any stock count
    neither as sold nor as expected. Where two promotions meet, each is told what both did. ``stores`` as in
    `Promotions.cells_of`.
    """
    history = panel.history
    promoted = np.zeros(panel.activity.shape, np.bool_)
    for each in (promotions, *due):
        day, series, _ = each.cells_of(panel, stores)
        promoted[day, series] = True
    plain = replace(
        panel,
        seen=panel.seen & ~promoted[:history],
        price=np.where(promoted, np.float32(1), panel.price),
        activity=np.zeros_like(panel.activity),
    )
    counted = (plain.seen & (panel.oos < 1)).astype(np.float32)
    effect = day_factors(plain, fit_effects(plain)).effect[:history]
    mean = np.maximum((panel.qty * counted).sum(axis=0) / np.maximum(counted.sum(axis=0), 1), 1e-6)
    level = two_sided((panel.qty / mean * counted).astype(np.float32), effect * counted, LEVEL_RATE)
    return [_sold(panel, stores, each, level * effect * mean) for each in due]


def _sold(panel: Panel, stores: Sequence[bytes], promotion: Promotions, expected: NDArray[np.floating]) -> Sold:
    day, series, _ = promotion.cells_of(panel, stores)
    cell = np.unique(day * panel.series + series)
    day, series = cell // max(panel.series, 1), cell % max(panel.series, 1)
    past = day < panel.history
    day, series = day[past], series[past]
    usable = panel.seen[day, series] & (panel.oos[day, series] < 1)
    day, series = day[usable], series[usable]
    product, products = panel.product[series], len(panel.category)
    return Sold(
        np.bincount(product, panel.qty[day, series], products).astype(np.float64),
        np.bincount(product, expected[day, series], products).astype(np.float64),
    )
