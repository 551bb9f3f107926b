"""A large photo is cut into tiles that cover it, and a facing on a seam is found once and whole."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shelfvision.inference.api import ShelfReader
from shelfvision.inference.decode import Found
from shelfvision.inference.tiles import Tile, merged, on_photo, tiles_of
from shelfvision.synth.api import draw_shelf

PRODUCT, GAP = 0, 1


def found(*rows: tuple[float, float, float, float, float, int]) -> Found:
    boxes = np.array([row[:4] for row in rows], np.float32).reshape(-1, 4)
    scores = np.array([row[4] for row in rows], np.float32)
    return Found(boxes, scores, np.array([row[5] for row in rows], np.intp))


def wall(seed: int, grid: int) -> tuple[np.ndarray, int]:
    """Return a photo of ``grid`` by ``grid`` full shelves and the number of facings on it."""
    shelves = [draw_shelf(seed + place, 1200, 900, gaps=0) for place in range(grid * grid)]
    pictures = [np.asarray(shelf.image) for shelf in shelves]
    lines = [np.concatenate(pictures[row * grid : row * grid + grid], axis=1) for row in range(grid)]
    return np.concatenate(lines), sum(len(shelf.boxes) for shelf in shelves)


@given(
    width=st.integers(64, 4000),
    height=st.integers(64, 4000),
    grid=st.integers(2, 4),
    overlap=st.floats(0.05, 0.5),
)
def test_tiles_cover_the_photo_and_overlap_their_neighbours(width: int, height: int, grid: int, overlap: float) -> None:
    tiles = tiles_of(width, height, grid, overlap)
    assert len(tiles) == grid * grid
    assert (tiles[0].x0, tiles[0].y0, tiles[-1].x1, tiles[-1].y1) == (0, 0, width, height)
    for left, right in pairwise(tiles):
        if right.x0 > left.x0:
            shared = left.x1 - right.x0
            assert abs(shared - overlap * (left.x1 - left.x0)) <= 2


def test_a_box_cut_by_a_seam_is_left_to_the_neighbour_and_one_at_the_photos_edge_stays() -> None:
    seen = found((0.0, 0.2, 0.1, 0.4, 0.9, PRODUCT), (0.9, 0.2, 1.0, 0.4, 0.9, PRODUCT))
    left = on_photo(seen, Tile(0, 0, 500, 500), 1000, 500)
    assert left.boxes.tolist() == [[0.0, pytest.approx(0.2), pytest.approx(0.05), pytest.approx(0.4)]]


def test_a_facing_that_two_tiles_and_the_whole_photo_show_counts_once() -> None:
    tile_a = found((0.40, 0.40, 0.45, 0.50, 0.8, PRODUCT))
    tile_b = found((0.401, 0.40, 0.45, 0.50, 0.9, PRODUCT))
    whole = found((0.40, 0.40, 0.44, 0.50, 0.95, PRODUCT))
    joined = merged([tile_a, tile_b], [whole], shared=(0.11, 0.11), overlap=0.5)
    assert joined.scores.tolist() == [pytest.approx(0.9)]


def test_what_is_larger_than_the_seam_comes_from_the_whole_photo() -> None:
    whole = found((0.3, 0.1, 0.7, 0.9, 0.7, GAP), (0.1, 0.1, 0.12, 0.2, 0.9, PRODUCT))
    piece = found((0.3, 0.15, 0.5, 0.5, 0.4, GAP))
    joined = merged([piece], [whole], shared=(0.11, 0.11), overlap=0.5)
    assert joined.boxes.tolist() == [[pytest.approx(edge) for edge in (0.3, 0.1, 0.7, 0.9)]]


def test_a_gap_and_a_facing_at_one_place_both_stay() -> None:
    joined = merged([found((0.4, 0.4, 0.5, 0.5, 0.8, PRODUCT), (0.4, 0.4, 0.5, 0.5, 0.8, GAP))], [], (0.1, 0.1), 0.5)
    assert sorted(joined.classes.tolist()) == [PRODUCT, GAP]


def test_nothing_found_anywhere_is_nothing() -> None:
    assert merged([found(), found()], [found()], (0.1, 0.1), 0.5).boxes.shape == (0, 4)


def test_a_wall_of_small_facings_is_read_by_tiles_and_counted_within_a_tenth(reader: ShelfReader) -> None:
    picture, facings = wall(1300, 2)
    (reading,) = reader.read([picture])
    assert reading.passes in {5, 14}
    assert abs(reading.facings - facings) <= 0.1 * facings


def test_a_photo_of_wide_facings_is_looked_at_whole_in_four_ways(reader: ShelfReader) -> None:
    (reading,) = reader.read([np.asarray(draw_shelf(505, 3000, 2250, gaps=2).image)])
    assert (reading.passes, reading.gaps) == (4, 2)


def test_a_small_photo_has_no_more_to_show_in_tiles(reader: ShelfReader) -> None:
    picture, _ = wall(1300, 2)
    (reading,) = reader.read([picture[::5, ::5]])
    assert reading.passes == 4


def test_no_photo_costs_more_than_fourteen_passes(reader: ShelfReader) -> None:
    picture, _ = wall(1400, 3)
    assert reader.read([picture])[0].passes == 14


def test_a_photo_that_cannot_be_read_costs_one_pass(reader: ShelfReader) -> None:
    picture, _ = wall(1300, 2)
    assert reader.read([picture // 16])[0].passes == 1
