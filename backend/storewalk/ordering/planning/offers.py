"""The offers of all sources as columns, and which of them a store takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from demand.block import FOREVER
from storewalk.ordering.queries.supply_read import Levels, Offer, Supply

THOUSAND: Final = 1000.0

Units = NDArray[np.float64]


@dataclass(frozen=True)
class Offers:
    """Columns (O,), those of a product together and the best first. Quantities are base units, `cost` cents a unit."""

    source: NDArray[np.int64]
    product: NDArray[np.int64]
    pack: Units
    least: Units
    most: Units
    cost: Units
    life: NDArray[np.int64]
    service: Units

    @classmethod
    def of(cls, supply: Supply, codes: Mapping[UUID, int]) -> "Offers":
        """Return a chain's offers; `codes` are those of products."""
        number = {source.id: place for place, source in enumerate(supply.sources)}
        offers = [each for each in supply.offers if each.product_id in codes]
        pack = np.array([each.pack for each in offers], np.float64) / THOUSAND
        return cls(
            np.array([number[each.source_id] for each in offers], np.int64),
            np.array([codes[each.product_id] for each in offers], np.int64),
            pack,
            np.array([each.least for each in offers], np.float64) / THOUSAND,
            np.array([np.inf if each.most is None else each.most for each in offers], np.float64) / THOUSAND,
            np.array([each.pack_cents for each in offers], np.float64) / np.maximum(pack, 1 / THOUSAND),
            np.array([each.life_days or FOREVER for each in offers], np.int64),
            np.array([_level(each, supply.levels) for each in offers], np.float64) / THOUSAND,
        )

    def best(self, sources: Sequence[int]) -> NDArray[np.int64]:
        """Return the numbers of the offers that a store takes which these sources deliver to, by product code."""
        candidates = np.flatnonzero(np.isin(self.source, list(sources)))
        return candidates[np.unique(self.product[candidates], return_index=True)[1]]


def _level(offer: Offer, levels: Levels) -> int:
    return {"a": levels.a, "b": levels.b, "c": levels.c}[offer.service_class]
