"""Plans a shard: its window of the history and what the ledger says go through the demand kernel, store by store."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from demand.block import FOREVER, Supply, plan_block
from demand.engine.events import lifted
from demand.engine.model import Pool
from demand.engine.totals import Spread
from demand.history.promotions import with_stated
from demand.history.shard import Window
from demand.panel import Panel
from demand.policy.order import Terms
from storewalk.ordering.planner import HORIZON_DAYS, StoreDue
from storewalk.ordering.planning import sheets
from storewalk.ordering.planning.cells import NONE, THOUSAND, Aligner, Cells, days_since_epoch, lots_of, summed
from storewalk.ordering.planning.copied import rows_of
from storewalk.ordering.planning.sheets import Given, Heading
from storewalk.ordering.planning.tasks import Facts, ShardTask

BLOCK: Final = 2_500  # series, whose days fit into a processor's cache
WEEK: Final = 7
USUAL_SERVICE: Final = 0.9
LATELY: Final = 14  # days of which people are told how often a product was out

Numbers = NDArray[np.int64]
Units = NDArray[np.float64]


def plan_shard(task: ShardTask) -> bytes:
    """Return the sheets of a shard's stores as rows to copy. Safe to run twice: it writes nothing."""
    facts, due = task.facts, task.due
    by_day: dict[date, list[StoreDue]] = {}
    for each in due.stores:
        by_day.setdefault(each.day, []).append(each)
    fitted = task.fit.read()
    heading = Heading(facts.org_id, facts.planned_at, facts.source_ids)
    rows: list[bytes] = []
    for day, stores in sorted(by_day.items()):
        window = facts.window(due.shard, day)
        rows += _Shard(task, fitted, stores, window).rows(heading)
    return sheets.table(rows)


@dataclass(frozen=True)
class _Inputs:
    """What an order of each cell depends on, (N,) each; lots as `policy.lots` takes them."""

    source: Numbers
    arrival: Numbers
    cover: Numbers
    budget: Units
    lot_quantity: Units
    lot_last_day: Numbers
    first_lot: Numbers
    coming: Units


class _Shard:
    """The stores of a shard that are planned for the same day."""

    def __init__(self, task: ShardTask, fitted: tuple[Pool, Spread], stores: list[StoreDue], window: Window) -> None:
        self.facts: Facts = task.facts
        self.factors = task.fit.factors
        self.stores = stores
        self.window = window
        self.pool, self.spread = fitted
        aligner = Aligner(stores, task.facts.products)
        self.cells: Cells = aligner.place(window.keys, stores, task.facts.offers, task.due.terms)
        stocked, coming = rows_of(task.due.stocked), rows_of(task.due.coming)
        lots = lots_of(stocked, aligner.of_rows(stocked), self.cells, days_since_epoch(stores))
        self.inputs = _Inputs(*self._deliveries(), *lots, summed(coming, aligner.of_rows(coming), self.cells))

    def rows(self, heading: Heading) -> Generator[bytes]:
        """Yield the rows of all stores."""
        begins = np.searchsorted(self.cells.store, np.arange(len(self.stores) + 1))
        for number in np.flatnonzero(np.diff(begins) == 0):
            yield sheets.blank(heading, self.stores[number])
        for first, last in _blocks(begins):
            there = slice(int(begins[first]), int(begins[last]))
            names = [self.facts.products[code] for code in self.cells.product[there]]
            panel = self._panel(there, names)
            out = (panel.oos[-LATELY:] > 0).sum(axis=0)
            given = self._given(there, names, panel.seen.sum(axis=0), out)
            plan = plan_block(panel, self._supply(there, given), self.pool, self.spread)
            for store in first + np.flatnonzero(np.diff(begins[first : last + 1])):
                part = slice(int(begins[store]) - there.start, int(begins[store + 1]) - there.start)
                yield sheets.row(heading, self.stores[store], given, plan, part)

    def _deliveries(self) -> tuple[Numbers, Numbers, Numbers, Units]:
        """Return source (from 1; 0: none), arrival, cover and budget of each cell."""
        offers, cells = self.facts.offers, self.cells
        width = len(self.facts.source_ids)
        table = np.zeros((len(self.stores), width + 1, 3))
        table[:, 0] = (1, WEEK, np.inf)
        for number, store in enumerate(self.stores):
            for each in store.deliveries:
                budget = np.inf if each.budget_cents is None else each.budget_cents
                table[number, each.source + 1] = (each.arrival, each.cover, budget)
        source = np.zeros(len(cells.cell), np.int64)
        offered = cells.offer != NONE
        source[offered] = offers.source[cells.offer[offered]] + 1
        found = table[cells.store, source]
        return source, found[:, 0].astype(np.int64), found[:, 1].astype(np.int64), found[:, 2]

    def _given(self, there: slice, names: list[bytes], known: Numbers, out: Numbers) -> Given:
        inputs = self.inputs
        offer = self.cells.offer[there]
        service = np.where(offer == NONE, USUAL_SERVICE, _taken(self.facts.offers.service, offer))
        return Given(names, inputs.source[there], inputs.arrival[there], inputs.cover[there], service, known, out)

    def _supply(self, there: slice, given: Given) -> Supply:
        """Return what the kernel takes; of what nobody supplies, nothing may be ordered."""
        inputs, offers = self.inputs, self.facts.offers
        offer = self.cells.offer[there]
        nobody = offer == NONE
        lots = slice(int(inputs.first_lot[there.start]), int(inputs.first_lot[there.stop]))
        pair = self.cells.store[there] * (len(self.facts.source_ids) + 1) + given.source
        purses, which, purse = np.unique(pair, return_index=True, return_inverse=True)
        del purses
        return Supply(
            arrival=given.arrival,
            days=given.cover,
            service=given.service,
            life=np.where(nobody, FOREVER, _taken(offers.life, offer)),
            lot_quantity=inputs.lot_quantity[lots],
            lot_last_day=inputs.lot_last_day[lots],
            first_lot=inputs.first_lot[there.start : there.stop + 1] - lots.start,
            on_order=inputs.coming[there],
            keep=self.cells.keep[there],
            terms=Terms(
                pack=np.where(nobody, 1 / THOUSAND, _taken(offers.pack, offer)),
                least=np.where(nobody, 0, _taken(offers.least, offer)),
                most=np.where(nobody, 0, _taken(offers.most, offer)),
                capacity=self.cells.capacity[there],
                cost=np.where(nobody, 0, _taken(offers.cost, offer)),
                purse=purse.astype(np.int64),
                budget=inputs.budget[there][which],
            ),
        )

    def _panel(self, there: slice, names: list[bytes]) -> Panel:
        column = self.cells.column[there]
        known = column != NONE
        shape = (len(self.window.qty), len(column))
        qty, price = np.full(shape, np.nan, np.float32), np.full(shape, np.nan, np.float32)
        oos = np.zeros(shape, np.uint8)
        qty[:, known] = self.window.qty[:, column[known]]
        price[:, known] = self.window.price[:, column[known]]
        oos[:, known] = self.window.oos[:, column[known]]
        owners = [self.stores[number].store_id.bytes for number in self.cells.store[there]]
        window = Window(self.window.last, list(zip(owners, names, strict=True)), qty, oos, price)
        panel = self.facts.panel(window, HORIZON_DAYS)
        here = list(dict.fromkeys(owners))
        panel = lifted(panel, self.facts.events_at(here), self.factors)
        return with_stated(panel, self.facts.promotions, here, self.pool.effects)


def _taken(column: NDArray[Any], offer: Numbers) -> NDArray[Any]:
    """Return the values of offers; of none (NONE), that of any."""
    return column[offer] if len(column) else np.zeros(len(offer), column.dtype)


def _blocks(begins: Numbers) -> Generator[tuple[int, int]]:
    """Yield the first store and the one after the last of blocks of whole stores, of about BLOCK series each."""
    first, stores = 0, len(begins) - 1
    for store in range(stores):
        if store + 1 == stores or begins[store + 2] - begins[first] > BLOCK:
            if begins[store + 1] > begins[first]:
                yield first, store + 1
            first = store + 1
