"""Suppression keeps the best of boxes that overlap, exactly as the slow textbook loop does."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from shelfvision.inference.decode import decode
from shelfvision.inference.suppression import overlaps, suppress

corner = st.integers(min_value=0, max_value=12)
length = st.integers(min_value=1, max_value=8)
boxes_and_scores = st.lists(st.tuples(corner, corner, length, length, st.integers(0, 20)), max_size=14)


def textbook_overlap(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    wide = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    high = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    shared = max(0, wide) * max(0, high)
    return shared / (a[2] * a[3] + b[2] * b[3] - shared)


def textbook_suppression(boxes: list[tuple[int, ...]], limit: float) -> list[int]:
    kept: list[int] = []
    for index in sorted(range(len(boxes)), key=lambda i: -boxes[i][4]):
        if all(textbook_overlap(boxes[index], boxes[other]) <= limit for other in kept):
            kept.append(index)
    return kept


@given(found=boxes_and_scores)
def test_suppression_keeps_what_the_textbook_loop_keeps(found: list[tuple[int, ...]]) -> None:
    boxes = np.array([(x, y, x + w, y + h) for x, y, w, h, _ in found], np.float32).reshape(-1, 4)
    scores = np.array([score for *_, score in found], np.float32)
    limit = 0.47  # no quotient of two small areas equals it
    assert suppress(boxes, scores, limit).tolist() == textbook_suppression(found, limit)


def test_the_same_box_overlaps_itself_wholly_and_a_distant_one_not_at_all() -> None:
    boxes = np.array([[0, 0, 2, 2], [1, 0, 3, 2], [5, 5, 6, 6]], np.float32)
    assert overlaps(boxes[:1], boxes).tolist() == [[1.0, np.float32(1 / 3), 0.0]]


def test_a_gap_and_a_product_in_the_same_place_do_not_suppress_each_other() -> None:
    raw = np.array([[10, 10, 10], [10, 10, 10], [4, 4, 4], [4, 4, 4], [0.9, 0.8, 0.1], [0.1, 0.2, 0.7]], np.float32)
    found = decode(raw, thresholds=(0.5, 0.5), overlap=0.5)
    assert found.classes.tolist() == [0, 1]
    assert found.boxes.tolist() == [[8.0, 8.0, 12.0, 12.0]] * 2


def test_what_scores_below_its_labels_threshold_is_left_out() -> None:
    raw = np.array([[10, 40], [10, 10], [4, 4], [4, 4], [0.6, 0.0], [0.0, 0.6]], np.float32)
    assert decode(raw, thresholds=(0.7, 0.5), overlap=0.5).classes.tolist() == [1]
