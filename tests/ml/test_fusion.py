"""Several looks at one photo make one finding: what more of them see counts for more."""

from __future__ import annotations

import numpy as np
import pytest

from shelfvision.inference.decode import Found
from shelfvision.inference.fusion import fused, unmirrored
from shelfvision.inference.suppression import overlaps


def found(*boxes: tuple[float, float, float, float, float, int]) -> Found:
    """Return what one look found: four edges, score, class."""
    table = np.array(boxes, np.float32).reshape(-1, 6)
    return Found(table[:, :4], table[:, 4], table[:, 5].astype(np.intp))


def test_the_score_is_the_mean_over_all_looks_and_the_box_is_weighted_by_score() -> None:
    joined = fused([found((0.0, 0.0, 0.4, 0.4, 0.9, 1)), found((0.0, 0.0, 0.5, 0.4, 0.3, 1)), found()], overlap=0.5)
    assert joined.scores.tolist() == [pytest.approx(0.4)]
    assert joined.boxes[0].tolist() == pytest.approx([0.0, 0.0, 0.425, 0.4])
    assert joined.classes.tolist() == [1]


def test_what_one_look_sees_twice_counts_once() -> None:
    twice = found((0.0, 0.0, 0.4, 0.4, 0.8, 0), (0.0, 0.0, 0.4, 0.38, 0.6, 0))
    assert fused([twice, found()], overlap=0.5).scores.tolist() == [pytest.approx(0.4)]


def test_two_things_stay_two_and_a_gap_is_no_product() -> None:
    product, gap = (0.0, 0.0, 0.4, 0.4, 0.8, 0), (0.0, 0.0, 0.4, 0.4, 0.6, 1)
    elsewhere = (0.6, 0.0, 1.0, 0.4, 0.7, 0)
    joined = fused([found(product), found(gap, elsewhere)], overlap=0.5)
    assert list(zip(joined.classes.tolist(), joined.scores.round(2).tolist(), strict=True)) == [
        (0, pytest.approx(0.4)),
        (0, pytest.approx(0.35)),
        (1, pytest.approx(0.3)),
    ]


def test_nothing_seen_by_any_look_is_nothing() -> None:
    assert fused([found(), found()], overlap=0.5).scores.size == 0


def test_a_mirrored_look_is_carried_back() -> None:
    assert unmirrored(found((0.1, 0.2, 0.3, 0.4, 0.9, 1))).boxes[0].tolist() == pytest.approx([0.7, 0.2, 0.9, 0.4])


def test_many_boxes_are_grouped_as_the_textbook_loop_groups_them() -> None:
    rng = np.random.default_rng(3)
    corners = rng.random((900, 2)).astype(np.float32)
    boxes = np.concatenate([corners, corners + rng.uniform(0.05, 0.15, (900, 2))], axis=1).astype(np.float32)
    scores, owner = rng.random(900).astype(np.float32), np.arange(900) % 3
    looks = [Found(boxes[owner == n], scores[owner == n], np.zeros(300, np.intp)) for n in range(3)]
    joined = fused(looks, overlap=0.5)

    stacked = Found(*(np.concatenate(columns) for columns in zip(*looks, strict=True)))
    of = np.repeat(np.arange(3), 300)
    waiting, expected = np.argsort(-stacked.scores, kind="stable"), []
    while waiting.size:
        same = overlaps(stacked.boxes[waiting[:1]], stacked.boxes[waiting])[0] >= 0.5
        best = [stacked.scores[waiting[same & (of[waiting] == n)]].max(initial=0) for n in range(3)]
        expected.append(float(np.mean(best)))
        waiting = waiting[~same]
    assert joined.scores.tolist() == pytest.approx(sorted(expected, reverse=True), abs=1e-6)
