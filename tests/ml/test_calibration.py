"""Scores leave the reader as probabilities, in the order the network gave them."""

from __future__ import annotations

import numpy as np
import pytest

from shelfvision.inference.calibration import Curve
from shelfvision.inference.decode import decode

EVEN = Curve(rise=1.0, fall=1.0, shift=0.0)


def test_a_curve_of_slopes_one_and_no_shift_changes_nothing() -> None:
    scores = np.array([0.0, 0.01, 0.4, 0.99, 1.0], np.float32)
    assert EVEN(scores).tolist() == pytest.approx(scores.tolist(), abs=1e-6)


def test_a_curve_adds_its_shift_to_the_log_odds() -> None:
    assert Curve(1.0, 1.0, float(np.log(3.0)))(np.array([0.5], np.float32)).tolist() == pytest.approx([0.75])
    assert Curve(2.0, 1.0, 0.0)(np.array([0.5], np.float32)).tolist() == pytest.approx([1 / 3])


def test_thresholds_are_of_probabilities_and_each_class_goes_by_its_own_curve() -> None:
    places = [[10, 40, 70], [10, 10, 10], [4, 4, 4], [4, 4, 4]]
    raw = np.array([*places, [0.5, 0.4, 0.0], [0.0, 0.0, 0.5]], np.float32)
    found = decode(raw, (0.6, 0.6), 0.5, (Curve(1.0, 1.0, float(np.log(3.0))), EVEN))
    assert found.classes.tolist() == [0, 0]
    assert found.scores.tolist() == pytest.approx([0.75, 2 / 3])
    assert decode(raw, (0.6, 0.6), 0.5).classes.tolist() == []
