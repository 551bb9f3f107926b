"""What a unit usually costs at a store, and the price of a day as a share of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from demand.panel import Floats

MEMORY = 28  # days before a day that tell what is usual
LEAST, MOST = np.float32(0.1), np.float32(3)


def usual_price(paid: Floats) -> Floats:
    """Return the upper quartile of what was paid on the days (D, N) on which a product was sold; NaN without any.

    It follows each store's own prices, so that no list is needed. Prices leave the usual downwards and come back:
    promotions of up to three weeks in four leave the quartile where it is, which a median would not. Where a list
    changes for good, a rise is usual after a week; a cut counts as a discount, as it does to customers, until it has
    lasted for three weeks.
    """
    ordered = np.sort(paid, axis=0)  # NaN comes last
    known = (~np.isnan(paid)).sum(axis=0)
    place = np.maximum((3 * known + 3) // 4 - 1, 0)
    return np.take_along_axis(ordered, place[None], axis=0)[0]


def price_of(paid: Floats, usual: Floats) -> Floats:
    """Return what was paid over what is usual, between LEAST and MOST, NaN where either is not known.

    Nothing paid at all (a gift) counts as LEAST. A price far from the usual is a slip of the till or of a pack, and
    would be taken for an effect.
    """
    share = np.divide(paid, usual, out=np.full(paid.shape, np.nan, np.float32), where=usual > 0)
    return np.clip(share, LEAST, MOST)
