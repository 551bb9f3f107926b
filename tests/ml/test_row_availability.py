"""Rows, facings and availability follow from exact boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from shelfvision.inference.availability import missing_facings, photo_availability, read_rows
from shelfvision.inference.rows import cluster_rows
from shelfvision.synth.api import DrawnShelf, draw_shelf

if TYPE_CHECKING:
    from shelfvision.inference.result import ShelfRow

PRODUCT, GAP = False, True


def boxes_of(shelf: DrawnShelf) -> tuple[np.ndarray, np.ndarray]:
    boxes = np.array([(box.x0, box.y0, box.x1, box.y1) for box in shelf.boxes], np.float32)
    return boxes, np.array([box.label == "gap" for box in shelf.boxes])


def row_of(y: float, *places: tuple[float, float, bool]) -> list[tuple[float, float, float, float, bool]]:
    return [(x0, y, x1, y + 0.2, gap) for x0, x1, gap in places]


def read(*rows: list[tuple[float, float, float, float, bool]]) -> tuple[ShelfRow, ...]:
    places = [place for row in rows for place in row]
    return read_rows(np.array([place[:4] for place in places], np.float32), np.array([place[4] for place in places]))


def test_a_gap_as_wide_as_two_facings_counts_as_two_missing() -> None:
    (row,) = read(row_of(0.1, (0.0, 0.1, PRODUCT), (0.1, 0.2, PRODUCT), (0.2, 0.4, GAP), (0.4, 0.5, PRODUCT)))
    assert (row.facings, row.gaps) == (3, 1)
    assert row.missing == pytest.approx(2.0, abs=1e-5)
    assert row.availability == pytest.approx(0.6, abs=1e-5)


def test_a_gap_narrower_than_a_facing_still_counts_as_one() -> None:
    assert missing_facings(np.array([0.04, 0.3], np.float32), facing_width=0.1) == pytest.approx(4.0, abs=1e-5)


def test_each_row_is_measured_by_its_own_facings() -> None:
    wide = row_of(0.1, (0.0, 0.2, PRODUCT), (0.2, 0.4, GAP))
    narrow = row_of(0.6, (0.0, 0.05, PRODUCT), (0.05, 0.25, GAP))
    top, bottom = read(wide, narrow)
    assert (top.missing, bottom.missing) == (pytest.approx(1.0, abs=1e-5), pytest.approx(4.0, abs=1e-5))
    assert photo_availability((top, bottom)) == pytest.approx(2 / 7, abs=1e-5)


def test_a_row_that_is_all_gap_is_measured_by_the_photos_median_facing() -> None:
    full = row_of(0.1, (0.0, 0.1, PRODUCT), (0.1, 0.2, PRODUCT))
    top, empty = read(full, row_of(0.6, (0.1, 0.4, GAP)))
    assert top.availability == 1.0
    assert (empty.facings, empty.availability) == (0, 0.0)
    assert empty.missing == pytest.approx(3.0, abs=1e-5)


def test_without_a_facing_there_is_no_availability() -> None:
    assert read(row_of(0.1, (0.0, 0.3, GAP))) == ()
    assert photo_availability(()) is None


@pytest.mark.parametrize("seed", range(12))
def test_the_exact_boxes_of_a_drawn_shelf_give_back_its_rows_facings_and_gaps(seed: int) -> None:
    shelf = draw_shelf(seed, 640, 480, gaps=seed % 5)
    rows = read_rows(*boxes_of(shelf))
    facings = [sum(b.label == "product" and b.row == row for b in shelf.boxes) for row in range(shelf.rows)]
    gaps = [sum(b.label == "gap" and b.row == row for b in shelf.boxes) for row in range(shelf.rows)]
    assert [row.facings for row in rows] == facings
    assert [row.gaps for row in rows] == gaps


def test_a_slanting_row_stays_one_row() -> None:
    x = np.arange(12) * 0.08
    upper = np.stack([x, 0.1 + x * 0.25, x + 0.07, 0.25 + x * 0.25], axis=1)
    lower = upper + np.array([0, 0.3, 0, 0.3])
    rows = cluster_rows(np.concatenate([lower, upper]).astype(np.float32))
    assert [row.tolist() for row in rows] == [list(range(12, 24)), list(range(12))]


def test_no_box_makes_no_row() -> None:
    assert cluster_rows(np.zeros((0, 4), np.float32)) == []
