"""Which products of which stores are planned: what the history knows and what is offered, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from demand.history.shard import Key
from storewalk.ordering.planner import StoreDue, StoreTerms
from storewalk.ordering.planning.copied import EPOCH
from storewalk.ordering.planning.numbering import NONE, Numbering, halves_of
from storewalk.ordering.planning.offers import Offers

FAR: Final = 1_000_000  # days, beyond any last day
THOUSAND: Final = 1000.0

Numbers = NDArray[np.int64]
Units = NDArray[np.float64]


@dataclass(frozen=True)
class Cells:
    """N products of stores, ordered by store and product code.

    `cell` is store x `products` + product code; `store` counts within the shard. `column` is the place in the window
    of the history, `offer` that among the offers, NONE where there is none. `capacity` (infinite: no limit) and `keep`
    are the store's own terms in base units.
    """

    products: int
    cell: Numbers
    column: Numbers
    offer: Numbers
    capacity: Units
    keep: Units

    @property
    def store(self) -> Numbers:
        """Return the number of each one's store."""
        return self.cell // self.products

    @property
    def product(self) -> Numbers:
        """Return the code of each one's product."""
        return self.cell % self.products


class Aligner:
    """Finds the cell of a store's product by their ids."""

    def __init__(self, stores: Sequence[StoreDue], products: Sequence[bytes]) -> None:
        self.products = max(len(products), 1)
        self._stores = Numbering([each.store_id.bytes for each in stores])
        self._products = Numbering(products)

    def cells(self, stores: NDArray[np.uint64], products: NDArray[np.uint64]) -> Numbers:
        """Return the cells of stores' products; NONE where a store is not planned, or a product not known."""
        store, product = self._stores.of(stores), self._products.of(products)
        return np.where((store < 0) | (product < 0), NONE, store * self.products + product)

    def of_keys(self, keys: Sequence[Key]) -> Numbers:
        """Return the cells of series."""
        return self.cells(halves_of([store for store, _ in keys]), halves_of([product for _, product in keys]))

    def of_rows(self, rows: NDArray[Any]) -> Numbers:
        """Return the cells of rows with a store and a product."""
        return self.cells(halves_of([rows["store"].tobytes()]), halves_of([rows["product"].tobytes()]))

    def place(
        self, keys: Sequence[Key], stores: Sequence[StoreDue], offers: Offers, terms: Sequence[StoreTerms]
    ) -> Cells:
        """Return what to plan: every series of the history, and what is offered to a store and carried there."""
        known = self.of_keys(keys)
        series = np.flatnonzero(known >= 0)
        of_store = [
            (number * self.products, offers.best(sorted({each.source for each in store.deliveries})))
            for number, store in enumerate(stores)
        ]
        offered = np.concatenate([first + offers.product[best] for first, best in of_store])
        which = np.concatenate([best for _, best in of_store])
        own = self.of_keys([(each.store_id.bytes, each.product_id.bytes) for each in terms])
        refused = own[[not each.carried for each in terms]] if terms else own
        taken = ~np.isin(offered, refused)
        offered, which = offered[taken], which[taken]
        cell = np.union1d(known[series], offered)
        cells = Cells(
            self.products,
            cell,
            np.full(len(cell), NONE),
            np.full(len(cell), NONE),
            np.full(len(cell), np.inf),
            np.zeros(len(cell)),
        )
        cells.column[np.searchsorted(cell, known[series])] = series
        cells.offer[np.searchsorted(cell, offered)] = which
        for each, place in zip(terms, own, strict=True):
            there = np.searchsorted(cell, place)
            if there < len(cell) and cell[there] == place:
                cells.capacity[there] = np.inf if each.capacity is None else each.capacity / THOUSAND
                cells.keep[there] = each.keep_at_least / THOUSAND
        return cells


def lots_of(rows: NDArray[Any], cell: Numbers, cells: Cells, day: Numbers) -> tuple[Units, Numbers, Numbers]:
    """Return quantity and last day of the lots of all cells, first expired first, and where each cell's lots begin.

    `cell` is that of each row, `day` (stores,) the day of planning, days since EPOCH; a last day counts from it (1: it
    can be sold on that day only). What is below zero counts as nothing.
    """
    place, there = _places(cell, cells)
    quantity = rows["quantity"][there].astype(np.float64) / THOUSAND
    last = np.minimum(rows["last_day"][there].astype(np.int64) - day[cells.store[place]] + 1, FAR)
    order = np.lexsort((last, place))
    first = np.searchsorted(place[order], np.arange(len(cells.cell) + 1))
    return np.maximum(quantity[order], 0), last[order], first


def summed(rows: NDArray[Any], cell: Numbers, cells: Cells) -> Units:
    """Return what the rows have of each cell in all, in base units."""
    place, there = _places(cell, cells)
    units = rows["quantity"][there].astype(np.float64) / THOUSAND
    return np.bincount(place, units, len(cells.cell)).astype(np.float64)


def days_since_epoch(stores: Sequence[StoreDue]) -> Numbers:
    """Return the day of planning of each store."""
    return np.array([(each.day - EPOCH).days for each in stores], np.int64)


def _places(cell: Numbers, cells: Cells) -> tuple[Numbers, Numbers]:
    """Return the place of each row's cell, and which rows have one."""
    place = np.minimum(np.searchsorted(cells.cell, cell), max(len(cells.cell) - 1, 0))
    there = np.flatnonzero((cell >= 0) & (cells.cell[place] == cell)) if len(cells.cell) else np.empty(0, np.int64)
    return place[there], there
