"""A drawn shelf is the same for the same seed and holds exactly the gaps asked for."""

from __future__ import annotations

import pytest

from shelfvision.synth.api import draw_shelf


def test_the_same_seed_draws_the_same_picture_and_boxes() -> None:
    one, other = draw_shelf(7, 640, 480, gaps=2), draw_shelf(7, 640, 480, gaps=2)
    assert one.image.tobytes() == other.image.tobytes()
    assert one.boxes == other.boxes


def test_another_seed_draws_another_shelf() -> None:
    assert draw_shelf(7, 640, 480, gaps=2).boxes != draw_shelf(8, 640, 480, gaps=2).boxes


@pytest.mark.parametrize("gaps", [0, 1, 4, 9])
def test_a_shelf_has_exactly_the_gaps_asked_for(gaps: int) -> None:
    shelf = draw_shelf(100 + gaps, 1280, 960, gaps)
    assert shelf.image.size == (1280, 960)
    assert shelf.image.mode == "RGB"
    assert sum(box.label == "gap" for box in shelf.boxes) == gaps


def test_boxes_lie_inside_the_picture_and_facings_never_overlap_gaps() -> None:
    shelf = draw_shelf(3, 1600, 1200, gaps=6)
    gaps = [box for box in shelf.boxes if box.label == "gap"]
    facings = [box for box in shelf.boxes if box.label == "product"]
    assert all(0 <= box.x0 < box.x1 <= 1.0001 and 0 <= box.y0 < box.y1 <= 1 for box in shelf.boxes)
    assert not [
        (gap, facing)
        for gap in gaps
        for facing in facings
        if gap.row == facing.row and min(gap.x1, facing.x1) - max(gap.x0, facing.x0) > 1e-9
    ]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ((100, 960, 0), "100 by 960 pixels cannot be drawn; give 240 to 6000"),
        ((1280, 9000, 0), "1280 by 9000 pixels cannot be drawn"),
        ((1280, 960, -1), "-1 gaps cannot be drawn; give 0 or more"),
    ],
)
def test_a_number_that_cannot_be_drawn_is_refused_with_the_range(wrong: tuple[int, int, int], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        draw_shelf(1, *wrong)


def test_more_gaps_than_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="500 gaps do not fit"):
        draw_shelf(1, 640, 480, gaps=500)
