"""What a store sold is kept by month in dense files, and read as a window that ends on any day."""

from datetime import date, timedelta

import numpy as np

from demand.history.shard import DayFacts, Shard

STORE, OTHER = b"s" * 16, b"t" * 16
MILK, EGGS, TEA = (name * 16 for name in (b"m", b"e", b"g"))


class Folder:
    """A dictionary of objects that counts what is written."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.written: list[str] = []

    def get(self, name: str) -> bytes | None:
        return self.objects.get(name)

    def put(self, name: str, data: bytes) -> None:
        self.objects[name] = data
        self.written.append(name)


def sold(day: date, **units: float) -> DayFacts:
    """Return a day on which the named products were sold at the first store, with tea at the other one."""
    named = {"milk": (STORE, MILK), "eggs": (STORE, EGGS), "tea": (OTHER, TEA)}
    n = len(units)
    qty = np.array(list(units.values()), np.float32)
    return DayFacts(day, [named[name] for name in units], qty, np.full(n, 25, np.uint8), np.full(n, 0.8, np.float32))


def test_a_window_over_two_months_has_every_day_in_its_place() -> None:
    shard = Shard(Folder(), "history/07")
    first = date(2026, 10, 30)
    shard.put([sold(first + timedelta(n), milk=n + 1, eggs=10 * n) for n in range(4)])
    window = shard.window(date(2026, 11, 2), 4)
    assert window.keys == [(STORE, MILK), (STORE, EGGS)]
    assert window.qty.tolist() == [[1, 0], [2, 10], [3, 20], [4, 30]]
    assert (window.oos == 25).all()
    assert np.isnan(window.price[0]).all(), "nobody knows yet what is usual"
    assert (window.price[1:] == 1).all()


def test_days_that_nobody_told_of_are_unknown_and_not_zero() -> None:
    shard = Shard(Folder(), "history/07")
    shard.put([sold(date(2026, 11, 2), milk=3)])
    window = shard.window(date(2026, 11, 3), 3)
    assert np.isnan(window.qty[:, 0]).tolist() == [True, False, True]
    assert window.oos[:, 0].tolist() == [0, 25, 0]


def test_a_product_that_came_later_has_no_past_and_moves_nobody() -> None:
    shard = Shard(Folder(), "history/07")
    shard.put([sold(date(2026, 10, 31), milk=1)])
    shard.put([sold(date(2026, 11, 1), tea=5, milk=2), sold(date(2026, 10, 31), eggs=7)])
    window = shard.window(date(2026, 11, 1), 2)
    assert window.keys == [(STORE, MILK), (OTHER, TEA), (STORE, EGGS)]
    assert np.nan_to_num(window.qty, nan=-1).tolist() == [[1, -1, 7], [2, 5, -1]]


def test_a_late_fact_replaces_its_own_cell_alone_and_other_months_are_not_written() -> None:
    folder = Folder()
    shard = Shard(folder, "history/07")
    shard.put([sold(date(2026, 10, 31), milk=1, eggs=1), sold(date(2026, 11, 1), milk=2, eggs=2)])
    folder.written.clear()
    shard.put([sold(date(2026, 10, 31), milk=9)])
    assert folder.written == ["history/07/2026-10.paid.arrow", "history/07/2026-10.arrow"]
    assert shard.window(date(2026, 11, 1), 2).qty.tolist() == [[9, 1], [2, 2]]


def test_the_same_days_again_give_the_same_bytes() -> None:
    folder = Folder()
    shard = Shard(folder, "history/07")
    days = [sold(date(2026, 11, 1), milk=2, eggs=2), sold(date(2026, 11, 2), milk=4)]
    shard.put(days)
    before = dict(folder.objects)
    shard.put(days)
    assert folder.objects == before


def test_a_write_that_was_cut_short_is_completed_by_the_next_one() -> None:
    """Killed after the list of series and before the month, the series are there and nothing is known of them."""
    folder = Folder()
    shard = Shard(folder, "history/07")
    days = [sold(date(2026, 11, 1), milk=2)]
    shard.put(days)
    del folder.objects["history/07/2026-11.arrow"]
    assert np.isnan(shard.window(date(2026, 11, 1), 1).qty).all()
    shard.put(days)
    assert shard.window(date(2026, 11, 1), 1).qty.tolist() == [[2]]


def test_a_shard_without_history_has_no_series() -> None:
    window = Shard(Folder(), "history/07").window(date(2026, 11, 1), 30)
    assert window.keys == []
    assert window.qty.shape == (30, 0)
