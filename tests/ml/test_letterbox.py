"""A photo of any shape fits the model's input, and its boxes come back where they were."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shelfvision.inference.letterbox import PADDING, fit

sides = st.integers(min_value=8, max_value=700)
edges = st.floats(min_value=0.0, max_value=1.0, width=32)


@given(width=sides, height=sides, x=st.tuples(edges, edges), y=st.tuples(edges, edges))
def test_a_box_carried_into_the_input_and_back_is_the_same_box(
    width: int, height: int, x: tuple[float, float], y: tuple[float, float]
) -> None:
    _, letterbox = fit(np.zeros((height, width, 3), np.uint8), side=320, stride=32)
    box = np.array([[min(x), min(y), max(x), max(y)]], np.float32)
    assert letterbox.to_fractions(letterbox.to_pixels(box)) == pytest.approx(box, abs=1e-4)


@pytest.mark.parametrize(
    ("width", "height", "shape"),
    [(1600, 1200, (3, 256, 320)), (1200, 1600, (3, 320, 256)), (300, 300, (3, 320, 320)), (3000, 10, (3, 32, 320))],
)
def test_the_longer_side_fills_the_input_and_the_shorter_is_padded_to_whole_strides(
    width: int, height: int, shape: tuple[int, int, int]
) -> None:
    planes, _ = fit(np.zeros((height, width, 3), np.uint8), side=320, stride=32)
    assert planes.shape == shape


def test_padding_is_grey_and_the_photo_keeps_its_colours() -> None:
    red = np.zeros((120, 160, 3), np.uint8)
    red[:, :, 0] = 255
    planes, letterbox = fit(red, side=320, stride=32)
    assert (letterbox.left, letterbox.top) == (0, 8)
    assert planes[:, 0, 0] == pytest.approx(np.full(3, PADDING / 255), abs=1e-6)
    assert planes[:, 128, 160] == pytest.approx([1.0, 0.0, 0.0], abs=1e-6)


@pytest.mark.parametrize("side", [160, 288, 448])
def test_a_view_from_the_right_is_fitted_as_the_mirrored_photo(side: int) -> None:
    photo = np.random.default_rng(1).integers(0, 256, (480, 640, 3), dtype=np.uint8)
    view, _ = fit(photo[:, ::-1], side, stride=32)
    copy, _ = fit(np.ascontiguousarray(photo[:, ::-1]), side, stride=32)
    assert np.abs(view - copy).max() <= 1.5 / 255
