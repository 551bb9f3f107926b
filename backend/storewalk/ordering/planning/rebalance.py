"""What could go from store to store in a neighbourhood: sheets and lots go into the kernel, moves come out."""

from datetime import date, timedelta
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from demand.policy.rebalance import Goods, Limits, Standing, lasting, rebalance, standing
from storewalk.ordering.planner import Move, Neighbourhood, NeighbourSheet, StoreDue
from storewalk.ordering.planning.cells import FAR, THOUSAND, Aligner, Cells, days_since_epoch, lots_of
from storewalk.ordering.planning.copied import rows_of

COLUMNS: Final = ("arrival", "cover", "safety", "display", "stock", "spoils", "on_order", "wanted")
FLOAT: Final = 4
AWAY_DAYS: Final = 1  # goods of today's transfer are sold tomorrow

Numbers = NDArray[np.int64]
Units = NDArray[np.float64]


def moves_between(due: Neighbourhood) -> list[Move]:
    """Return what could be moved, the best first. Safe to run twice: it writes nothing."""
    return _Neighbours(due).moves() if due.sheets and due.worth else []


class _Neighbours:
    """The products of a neighbourhood's stores that somebody offers, side by side."""

    def __init__(self, due: Neighbourhood) -> None:
        self.due = due
        self.products = list(due.worth)
        self.stores = [StoreDue(each.store_id, each.day, []) for each in due.sheets]
        self.aligner = Aligner(self.stores, [each.bytes for each in self.products])
        cell, columns, forecast = self._sheets()
        order = np.argsort(cell, kind="stable")
        self.columns = {name: values[order] for name, values in columns.items()}
        blank = np.zeros(len(cell))
        self.cells = Cells(
            max(len(self.products), 1),
            cell[order],
            np.zeros(len(cell), np.int64),
            np.zeros(len(cell), np.int64),
            np.full(len(cell), np.inf),
            blank,
        )
        self.goods = lasting(self._goods(np.ascontiguousarray(forecast[:, order])), AWAY_DAYS)
        self.have: Standing = standing(self.goods)

    def moves(self) -> list[Move]:
        """Return the moves with the arithmetic of each."""
        rule = self.due.rule
        found = rebalance(
            self.goods, np.array(self.due.metres), Limits(rule.line_cents, rule.trip_cents, away_days=AWAY_DAYS)
        )
        rows = zip(found.giver, found.taker, found.quantity, found.spoils, found.before, strict=True)
        return [
            self._move(int(giver), int(taker), quantity, spoils + before)
            for giver, taker, quantity, spoils, before in rows
        ]

    def _move(self, giver: int, taker: int, quantity: float, saved: float) -> Move:
        source, target = int(self.goods.store[giver]), int(self.goods.store[taker])
        sheet, cost = self.due.sheets[source], float(self.goods.cost[taker])
        have, goods = self.have, self.goods
        stock, promised, spoils = (_thousandths(values[giver]) for values in (have.stock, goods.promised, have.spoils))
        needs = _thousandths(have.needs[giver])
        return Move(
            from_store_id=sheet.store_id,
            to_store_id=self.due.sheets[target].store_id,
            product_id=self.products[int(goods.product[giver])],
            metres=round(self.due.metres[source][target]),
            quantity=_thousandths(quantity),
            line_cents=round(quantity * cost),
            saved_cents=min(round(saved * cost), round(quantity * cost)),
            stock=stock,
            promised=promised,
            until=sheet.day + timedelta(days=int(goods.until[giver]) - 1),
            needs=needs,
            spoils=spoils,
            keeps=min(needs, stock - spoils),
            lacks=_thousandths(goods.lack[taker]),
            before=_thousandths(goods.before[taker]),
            first_expiry=self._first_expiry(giver, sheet.day),
        )

    def _first_expiry(self, giver: int, day: date) -> date | None:
        """Return the last day of the lot that moves first."""
        goods, skipped = self.goods, float(self.goods.promised[giver])
        for lot in range(goods.first_lot[giver], goods.first_lot[giver + 1]):
            if goods.lot_quantity[lot] > skipped:
                last = int(goods.lot_last_day[lot])
                return None if last >= FAR else day + timedelta(days=last - 1)
            skipped -= float(goods.lot_quantity[lot])
        return None

    def _sheets(self) -> tuple[Numbers, dict[str, Numbers], NDArray[np.float32]]:
        """Return cells, columns and forecasts (H, N) of what somebody offers, as the sheets have them."""
        cells: list[Numbers] = []
        columns: dict[str, list[Numbers]] = {name: [] for name in COLUMNS}
        forecasts: list[NDArray[np.float32]] = []
        for sheet in self.due.sheets:
            there = self.aligner.of_keys([(sheet.store_id.bytes, each.bytes) for each in sheet.product_ids])
            kept = np.flatnonzero(there >= 0)
            cells.append(there[kept])
            for name in COLUMNS:
                columns[name].append(np.array(getattr(sheet, name), np.int64)[kept])
            forecasts.append(_forecast(sheet)[:, kept])
        days = max(len(each) for each in forecasts)
        whole = [each if len(each) == days else np.zeros((days, each.shape[1]), np.float32) for each in forecasts]
        joined = {name: np.concatenate(values) for name, values in columns.items()}
        return np.concatenate(cells), joined, np.concatenate(whole, axis=1)

    def _goods(self, demand: NDArray[np.float32]) -> Goods:
        cells, number = self.cells, self.columns
        rows = rows_of(self.due.stocked)
        quantity, last, first = lots_of(rows, self.aligner.of_rows(rows), cells, days_since_epoch(self.stores))
        units = {name: number[name] / THOUSAND for name in COLUMNS[2:]}
        usable = units["stock"] - units["spoils"]
        until_arrival = _first_days(demand, number["arrival"] - 1)
        carried, room = self._own_terms()
        lack = np.where(carried, np.minimum(units["wanted"], room - units["stock"] - units["on_order"]), 0)
        lack = np.maximum(lack, 0)
        before = np.minimum(lack, np.maximum(until_arrival - usable - units["on_order"], 0))
        worth = [self.due.worth[self.products[code]] for code in cells.product]
        return Goods(
            store=cells.store,
            product=cells.product,
            demand=demand,
            until=number["cover"] + self.due.rule.margin_days,
            reserve=units["safety"] + units["display"],
            lot_quantity=quantity,
            lot_last_day=last,
            first_lot=first,
            promised=self._promised(),
            lack=lack,
            before=np.floor(before),
            coming=np.maximum(units["on_order"], 0),
            pack=np.array([each.pack for each in worth]),
            cost=np.array([each.cost for each in worth]),
        )

    def _own_terms(self) -> tuple[NDArray[np.bool_], Units]:
        """Return which products their stores carry, and for how much there is room."""
        carried, room = np.ones(len(self.cells.cell), np.bool_), np.full(len(self.cells.cell), np.inf)
        terms = self.due.terms
        own = self.aligner.of_keys([(each.store_id.bytes, each.product_id.bytes) for each in terms])
        for place, each in zip(self._places(own), terms, strict=True):
            if place >= 0:
                carried[place] = each.carried
                room[place] = np.inf if each.capacity is None else each.capacity / THOUSAND
        return carried, room

    def _promised(self) -> Units:
        found = np.zeros(len(self.cells.cell))
        cells = self.aligner.of_keys([(store.bytes, product.bytes) for store, product, _ in self.due.promised])
        for place, (_, _, quantity) in zip(self._places(cells), self.due.promised, strict=True):
            if place >= 0:
                found[place] += quantity / THOUSAND
        return found

    def _places(self, cell: Numbers) -> list[int]:
        """Return where cells stand, -1 for those that no sheet has."""
        if not len(self.cells.cell):
            return [-1] * len(cell)
        place = np.minimum(np.searchsorted(self.cells.cell, cell), len(self.cells.cell) - 1)
        return np.where(self.cells.cell[place] == cell, place, -1).tolist()


def _forecast(sheet: NeighbourSheet) -> NDArray[np.float32]:
    products = len(sheet.product_ids)
    days = len(sheet.forecast) // (FLOAT * products) if products else 0
    return np.frombuffer(sheet.forecast, "<f4").reshape(days, products)


def _first_days(demand: NDArray[np.float32], days: Numbers) -> Units:
    """Return what is expected on the first days, as far as the forecast goes."""
    summed = np.cumsum(demand, axis=0, dtype=np.float64)
    within = np.clip(days, 0, len(demand))
    return np.where(within > 0, summed[np.maximum(within, 1) - 1, np.arange(demand.shape[1])], 0)


def _thousandths(value: Any) -> int:
    return round(float(value) * THOUSAND)
