"""What a series' level is blended from: its own smoothings, its product's movement, stock that ran out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from demand.engine.smoothing import (
    LEVEL,
    MEAN,
    OUTAGE,
    OUTAGE_RATES,
    PRESENCE,
    PRESENCE_RATES,
    RATES,
    SEEN,
    STOCKED,
    STOCKED_RATES,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from demand.panel import Codes, Floats

SLOW, MIDDLE = LEVEL, LEVEL + 2  # the levels at rates 0.03 and 0.12
STOCKED_MIDDLE = STOCKED + 1
INDEX_RATES = (2, 3, 4)  # positions in RATES of the product's movement
QUICK_OUTAGE = OUTAGE + 2
OWN_SERIES = 1.0  # how many series of average movement a product's index starts from
FEATURES = len(RATES) + len(STOCKED_RATES) + len(PRESENCE_RATES) + len(INDEX_RATES) + len(OUTAGE_RATES) + 1
LEAST_DAYS = 14  # from which a series' own level speaks for itself
PRIOR_DAYS = 7.0  # what the level of similar series weighs beside a newcomer's own days


@dataclass(frozen=True)
class Movement:
    """How products have moved lately, over all stores; the last row is the pool's.

    ``index`` (products + 1, len(INDEX_RATES)): the quick levels over the slow one. ``outage`` (products + 1,): the
    share of hours without stock. ``level`` (products + 1,): the mean level of established series. A series of at least
    ``enough`` days is established.
    """

    index: Floats
    outage: Floats
    level: Floats
    enough: float


def movement(states: Floats, product: Codes, category: Codes) -> Movement:
    """Aggregate the states (STATES, N) of one day by product; ``category`` (products,) is each product's.

    The level of a product leans on that of its category, that of a category on the pool's: a product that nobody has
    sold yet is taken for one like its neighbours on the shelf.
    """
    products = len(category)
    enough = min(LEAST_DAYS, float(states[SEEN].max(initial=1)))
    mean = np.where(states[MEAN] > 0, states[MEAN], 1)
    counted = established(states, enough).astype(np.float64)

    def by_product(values: NDArray[np.floating]) -> NDArray[np.float64]:
        return np.bincount(product, values * counted, products).astype(np.float64)

    count = by_product(np.ones(len(product)))
    slow = by_product(states[SLOW] / mean)
    index = np.ones((products + 1, len(INDEX_RATES)))
    for column, rate in enumerate(INDEX_RATES):
        quick = by_product(states[LEVEL + rate] / mean)
        pool = quick.sum() / slow.sum() if slow.sum() > 0 else 1.0
        index[:-1, column] = (quick + OWN_SERIES * pool) / (slow + OWN_SERIES)
        index[-1, column] = pool
    outage = by_product(states[QUICK_OUTAGE])
    pool_outage = outage.sum() / max(count.sum(), 1)
    level = by_product(states[MEAN])
    pool_level = level.sum() / max(count.sum(), 1)
    kinds = int(category.max(initial=0)) + 1
    of_kind, carried = np.bincount(category, level, kinds), np.bincount(category, count, kinds)
    category_level = (of_kind + OWN_SERIES * pool_level) / (carried + OWN_SERIES)
    product_level = (level + OWN_SERIES * category_level[category]) / (count + OWN_SERIES)
    return Movement(
        index=index.astype(np.float32),
        outage=np.append((outage + 2 * pool_outage) / (count + 2), pool_outage).astype(np.float32),
        level=np.append(product_level, pool_level).astype(np.float32),
        enough=enough,
    )


def established(states: Floats, enough: float) -> NDArray[np.bool_]:
    """Tell the series (N,) whose level others may be measured by."""
    return (states[SEEN] >= enough) & (states[MEAN] > 0)


def store_sizes(states: Floats, rows: NDArray[np.int64], store: Codes, moved: Movement) -> Floats:
    """Return what the store of each series (N,) sells over what its products sell on average, from established ones."""
    counted = established(states, moved.enough).astype(np.float64)
    usual = moved.level[rows].astype(np.float64)
    over = np.where(usual > 0, states[MEAN] / np.maximum(usual, 1e-9), 0) * counted
    sold, carried = np.bincount(store, over), np.bincount(store, counted)
    return ((sold + OWN_SERIES) / (carried + OWN_SERIES)).astype(np.float32)[store]


def features(states: Floats, rows: NDArray[np.int64], store: Codes, moved: Movement) -> Floats:
    """Return what levels are blended from, (FEATURES, N), in units a day at effect 1.

    ``states`` (STATES, N); ``rows`` (N,) are rows of ``moved``, ``store`` (N,) codes from 0. A series that is not
    established leans on its product's mean level times its store's size; one never seen takes that alone.
    """
    own = states[: len(RATES)]
    stocked = states[STOCKED : STOCKED + len(STOCKED_RATES)]
    newcomer = np.where(states[SEEN] < moved.enough, PRIOR_DAYS / (PRIOR_DAYS + states[SEEN]), 0).astype(np.float32)
    leaning = newcomer > 0
    if leaning.any():
        likely = moved.level[rows] * store_sizes(states, rows, store, moved)
        own = own * (1 - newcomer) + likely * newcomer
        stocked = stocked * (1 - newcomer) + likely * newcomer
    presence = states[PRESENCE : PRESENCE + len(PRESENCE_RATES)]
    presence = np.where(states[SEEN] > 0, presence, np.float32(1))
    blended = np.concatenate(
        [
            own,
            stocked,
            stocked[STOCKED_MIDDLE - STOCKED] * presence,
            own[SLOW] * moved.index[rows].T,
            own[MIDDLE] * states[OUTAGE : OUTAGE + len(OUTAGE_RATES)],
            (own[MIDDLE] * moved.outage[rows])[None],
        ]
    )
    return blended.astype(np.float32, copy=False)
