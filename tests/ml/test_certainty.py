"""A reading's confidence follows from the doubt that its boxes show."""

from __future__ import annotations

from math import log

import pytest

from shelfvision.inference.availability import read_rows
from shelfvision.inference.certainty import LEAST_SPREAD, Certainty, signs
from shelfvision.inference.result import Box, ShelfRow


def shelf(*scores: float, gap: float | None = None) -> tuple[list[Box], tuple[ShelfRow, ...]]:
    """Stand facings side by side, each a tenth wide, and a gap of two facings' width behind them."""
    boxes = [Box("product", score, place / 10, 0.2, (place + 1) / 10, 0.5) for place, score in enumerate(scores)]
    if gap is not None:
        boxes.append(Box("gap", gap, len(scores) / 10, 0.2, len(scores) / 10 + 0.2, 0.5))
    corners = [(box.x0, box.y0, box.x1, box.y1) for box in boxes]
    return boxes, read_rows(corners, [box.label == "gap" for box in boxes])


def test_a_full_shelf_has_no_spread_however_sure_its_facings_are() -> None:
    assert signs(*shelf(0.5, 0.5, 0.5)) == pytest.approx((log(LEAST_SPREAD), 0.0, log(3)))


def test_a_gap_that_may_be_none_spreads_the_availability() -> None:
    # F = 2, M = 2: var A = (4 · 2 · 0.8 · 0.2 + 4 · 2² · 0.5 · 0.5) / 4⁴ = 5.28 / 256
    spread, sure, facings = signs(*shelf(0.8, 0.8, gap=0.5)) or (0.0, 0.0, 0.0)
    assert spread == pytest.approx(log((5.28 / 256) ** 0.5 + LEAST_SPREAD))
    assert (sure, facings) == pytest.approx((log(4), log(2)))


def test_confidence_falls_with_the_spread_and_is_none_without_a_facing() -> None:
    certainty = Certainty(shift=-2.0, weights=(-1.0, 0.5, 0.0))
    doubtful, sure = certainty(*shelf(0.8, 0.8, gap=0.5)), certainty(*shelf(0.8, 0.8, gap=0.98))
    assert 0 < doubtful < sure < 1
    assert certainty(*shelf(gap=0.9)) == 0.0
