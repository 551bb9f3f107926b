"""The shipped model tells full shelves from gappy ones, and says when it cannot read a photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import ImageFilter

from shelfvision.data.split import holdout_gaps
from shelfvision.evaluation.photos import open_labelled
from shelfvision.inference.api import ModelUnavailable, Outcome, Reason, ShelfReader
from shelfvision.inference.model import ShelfModel
from shelfvision.synth.api import draw_shelf

if TYPE_CHECKING:
    from pathlib import Path


def test_the_model_file_states_its_labels_thresholds_and_version(model_path: Path) -> None:
    facts = ShelfModel(model_path, threads=1).facts
    assert facts.labels == ("product", "gap")
    assert len(facts.thresholds) == 2
    assert all(0.1 < threshold < 0.9 for threshold in facts.thresholds)
    assert ShelfReader(model_path).version == facts.version


def test_the_model_file_is_small_enough_for_the_repository(model_path: Path) -> None:
    assert model_path.stat().st_size < 15_000_000


@pytest.mark.parametrize("seed", [501, 502, 503])
def test_a_drawn_shelf_with_four_gaps_is_read_with_about_four(reader: ShelfReader, seed: int) -> None:
    shelf = draw_shelf(seed, 1280, 960, gaps=4)
    (reading,) = reader.read([np.asarray(shelf.image)])
    assert (reading.outcome, reading.reason) == (Outcome.READ, None)
    assert 3 <= reading.gaps <= 5
    assert reading.availability is not None
    assert reading.availability < 0.97


@pytest.mark.parametrize("seed", [601, 602, 603])
def test_a_full_drawn_shelf_is_read_as_available(reader: ShelfReader, seed: int) -> None:
    shelf = draw_shelf(seed, 1280, 960, gaps=0)
    (reading,) = reader.read([np.asarray(shelf.image)])
    assert reading.outcome is Outcome.READ
    assert reading.gaps <= 1
    assert reading.availability is not None
    assert reading.availability > 0.93
    assert len(reading.rows) == shelf.rows
    assert abs(reading.facings - len(shelf.boxes)) <= 0.15 * len(shelf.boxes)


def test_photos_of_different_shapes_are_answered_in_their_order(reader: ShelfReader) -> None:
    sizes = [(640, 480), (480, 640), (640, 480), (640, 640), (640, 480), (640, 480), (640, 480)]
    photos = [np.asarray(draw_shelf(700 + i, *size, gaps=i % 3).image) for i, size in enumerate(sizes)]
    together = reader.read(photos)
    alone = [reader.read([photo])[0] for photo in photos]
    assert [r.gaps for r in together] == [r.gaps for r in alone]
    assert [r.facings for r in together] == [r.facings for r in alone]


def test_boxes_are_fractions_of_the_photo_and_scores_reach_the_threshold(reader: ShelfReader, model_path: Path) -> None:
    thresholds = dict(zip(("product", "gap"), ShelfModel(model_path, threads=1).facts.thresholds, strict=True))
    (reading,) = reader.read([np.asarray(draw_shelf(801, 900, 1200, gaps=2).image)])
    assert reading.boxes
    assert all(0 <= box.x0 < box.x1 <= 1 and 0 <= box.y0 < box.y1 <= 1 for box in reading.boxes)
    assert all(thresholds[box.label] <= box.score <= 1 for box in reading.boxes)
    assert reading.model_version == reader.version


def test_a_photo_taken_in_the_dark_is_unsure(reader: ShelfReader) -> None:
    dark = np.asarray(draw_shelf(1, 640, 480, gaps=0).image) // 16
    (reading,) = reader.read([dark])
    assert (reading.outcome, reading.reason) == (Outcome.UNSURE, Reason.TOO_DARK)


def test_a_badly_blurred_photo_is_unsure(reader: ShelfReader) -> None:
    blurred = draw_shelf(1, 640, 480, gaps=0).image.filter(ImageFilter.GaussianBlur(12))
    (reading,) = reader.read([np.asarray(blurred)])
    assert (reading.outcome, reading.reason) == (Outcome.UNSURE, Reason.TOO_BLURRED)


def test_photos_of_a_rough_wall_and_of_floor_tiles_hold_no_products(reader: ShelfReader) -> None:
    wall = np.random.default_rng(1).normal(180, 12, (480, 640, 3)).clip(0, 255).astype(np.uint8)
    floor = np.full((480, 640, 3), 150, np.uint8)
    floor[::40], floor[1::40], floor[:, ::40], floor[:, 1::40] = 90, 90, 90, 90
    for reading in reader.read([wall, floor]):
        assert (reading.outcome, reading.reason) == (Outcome.UNSURE, Reason.NO_PRODUCTS)
        assert reading.availability is None


def test_a_missing_model_file_is_reported_by_its_path(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"nowhere\.onnx is missing"):
        ShelfReader(tmp_path / "nowhere.onnx")


def test_a_damaged_model_file_is_reported(tmp_path: Path, model_path: Path) -> None:
    damaged = tmp_path / "damaged.onnx"
    damaged.write_bytes(model_path.read_bytes()[:100_000])
    with pytest.raises(ModelUnavailable, match="cannot be used"):
        ShelfReader(damaged)


def test_most_real_photos_of_gaps_from_held_out_scenes_are_read_with_a_gap(
    reader: ShelfReader, shelf_photos: Path
) -> None:
    photos = [photo for photo in holdout_gaps(shelf_photos) if len(photo.boxes) >= 3][:16]
    readings = reader.read([open_labelled(photo.path) for photo in photos])
    assert sum(reading.gaps > 0 for reading in readings) >= 0.8 * len(photos)


def test_facings_of_real_product_shelves_are_counted_within_a_tenth(reader: ShelfReader, shelf_photos: Path) -> None:
    folder = shelf_photos / "products" / "val"
    paths = sorted((folder / "images").glob("*.jpg"))[:10]
    labelled = sum(len((folder / "labels" / f"{path.stem}.txt").read_text().splitlines()) for path in paths)
    counted = sum(reading.facings for reading in reader.read([open_labelled(path) for path in paths]))
    assert abs(counted - labelled) <= 0.1 * labelled
