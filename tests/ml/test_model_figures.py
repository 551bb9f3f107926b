"""The figures are computed as COCO defines them, and the card shows those of the shipped model."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest

from shelfvision.evaluation.card import in_markdown
from shelfvision.evaluation.matching import at_threshold, average_precision, best_threshold, judge, pooled
from shelfvision.evaluation.run import Figures
from shelfvision.inference.model import ShelfModel

TRUTH = np.array([[0.0, 0.0, 0.2, 0.2], [0.5, 0.5, 0.7, 0.7]], np.float32)


def test_perfect_boxes_have_full_average_precision() -> None:
    judged = pooled([judge(TRUTH, np.array([0.9, 0.8], np.float32), TRUTH)])
    assert average_precision(judged).tolist() == [1.0] * 10


def test_a_second_box_on_the_same_gap_is_a_false_alarm() -> None:
    boxes = np.stack([TRUTH[0], TRUTH[0], TRUTH[1]])
    judged = pooled([judge(boxes, np.array([0.9, 0.8, 0.7], np.float32), TRUTH)])
    assert judged.hits[:, 0].tolist() == [True, False, True]
    assert average_precision(judged)[0] == pytest.approx((51 * 1.0 + 50 * 2 / 3) / 101)
    assert at_threshold(judged, 0.75) == (0.5, 0.5)


def test_a_box_half_off_counts_at_loose_overlap_only() -> None:
    shifted = TRUTH[:1] + np.array([0.05, 0.0, 0.05, 0.0], np.float32)  # overlap 0.6
    judged = pooled([judge(shifted, np.array([0.9], np.float32), TRUTH[:1])])
    assert judged.hits[0].tolist() == [True] * 2 + [False] * 8


def test_the_best_threshold_leaves_out_the_false_alarms() -> None:
    boxes = np.concatenate([TRUTH, TRUTH + 0.25])
    judged = pooled([judge(boxes, np.array([0.9, 0.6, 0.3, 0.2], np.float32), TRUTH)])
    assert best_threshold(judged) == 0.6


def test_figures_and_card_belong_to_the_shipped_model(model_path: Path) -> None:
    figures = msgspec.json.decode(model_path.with_suffix(".json").read_bytes(), type=Figures)
    assert figures.version == ShelfModel(model_path, threads=1).facts.version
    assert in_markdown(figures) in Path(model_path.with_suffix(".md")).read_text(encoding="utf-8")
