"""Rows, facings and availability follow from exact boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shelfvision.inference.availability import missing_facings, photo_availability, read_rows
from shelfvision.inference.rows import Corners, cluster_rows
from shelfvision.synth.api import DrawnShelf, draw_shelf

if TYPE_CHECKING:
    from shelfvision.inference.result import ShelfRow

PRODUCT, GAP = False, True


def boxes_of(shelf: DrawnShelf) -> tuple[list[Corners], list[bool]]:
    return [(box.x0, box.y0, box.x1, box.y1) for box in shelf.boxes], [box.label == "gap" for box in shelf.boxes]


def row_of(y: float, *places: tuple[float, float, bool]) -> list[tuple[float, float, float, float, bool]]:
    return [(x0, y, x1, y + 0.2, gap) for x0, x1, gap in places]


def read(*rows: list[tuple[float, float, float, float, bool]]) -> tuple[ShelfRow, ...]:
    places = [place for row in rows for place in row]
    return read_rows([place[:4] for place in places], [place[4] for place in places])


def test_a_gap_as_wide_as_two_facings_counts_as_two_missing() -> None:
    (row,) = read(row_of(0.1, (0.0, 0.1, PRODUCT), (0.1, 0.2, PRODUCT), (0.2, 0.4, GAP), (0.4, 0.5, PRODUCT)))
    assert (row.facings, row.gaps) == (3, 1)
    assert row.missing == pytest.approx(2.0, abs=1e-5)
    assert row.availability == pytest.approx(0.6, abs=1e-5)


def test_a_gap_narrower_than_a_facing_still_counts_as_one() -> None:
    assert missing_facings([0.04, 0.3], facing_width=0.1) == pytest.approx(4.0, abs=1e-5)


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
    upper = [(x, 0.1 + x * 0.25, x + 0.07, 0.25 + x * 0.25) for x in (place * 0.08 for place in range(12))]
    lower = [(x0, y0 + 0.3, x1, y1 + 0.3) for x0, y0, x1, y1 in upper]
    assert cluster_rows([*lower, *upper]) == [list(range(12, 24)), list(range(12))]


def test_no_box_makes_no_row() -> None:
    assert cluster_rows([]) == []


def test_a_long_shelf_of_eight_hundred_boxes_is_grouped_by_board() -> None:
    boxes = [(x / 100, y / 8, (x + 0.9) / 100, (y + 0.8) / 8) for y in range(8) for x in range(100)]
    assert cluster_rows(boxes) == [list(range(row * 100, row * 100 + 100)) for row in range(8)]
