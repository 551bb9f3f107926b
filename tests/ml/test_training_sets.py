"""Gap photos get the facings that a first model finds, beside the gaps that people labelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shelfvision.data.photos import LabelledBox, yolo_lines
from shelfvision.evaluation.photos import corners
from shelfvision.inference.model import ShelfModel
from shelfvision.inference.suppression import overlaps, shared_areas
from shelfvision.synth.api import DrawnShelf, draw_shelf
from shelfvision.training.dataset import list_sets
from shelfvision.training.fill import fill_facings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def drawn() -> DrawnShelf:
    return draw_shelf(41, 640, 640, gaps=3)


@pytest.fixture
def shelf(tmp_path: Path, drawn: DrawnShelf) -> Path:
    """A folder of one photo whose labels name its gaps only, as the gap photos' do."""
    images, labels = tmp_path / "gaps" / "train" / "images", tmp_path / "gaps" / "train" / "labels"
    images.mkdir(parents=True)
    labels.mkdir(parents=True)
    drawn.image.save(images / "one.jpg", quality=95)
    gaps = [box for box in yolo_lines(boxes_of(drawn)).splitlines() if box.startswith("1 ")]
    (labels / "one.txt").write_text("".join("0" + line[1:] + "\n" for line in gaps), encoding="ascii")
    return tmp_path


def boxes_of(drawn: DrawnShelf) -> tuple[LabelledBox, ...]:
    return tuple(LabelledBox(box.label, box.x0, box.y0, box.x1, box.y1) for box in drawn.boxes)


def test_labelled_gaps_stay_and_facings_come_to_them_but_none_into_a_gap(
    tmp_path: Path, shelf: Path, drawn: DrawnShelf, model_path: Path
) -> None:
    fill_facings(shelf, ShelfModel(model_path, threads=1), tmp_path / "filled")
    lines = (tmp_path / "filled" / "labels" / "one.txt").read_text(encoding="ascii").splitlines()
    read = tuple(read_line(line) for line in lines)
    gaps, facings = corners(read, "gap"), corners(read, "product")
    assert gaps == pytest.approx(corners(boxes_of(drawn), "gap"), abs=1e-5)
    found = overlaps(corners(boxes_of(drawn), "product"), facings).max(axis=1) >= 0.5
    assert found.mean() >= 0.8
    shared, area, _ = shared_areas(facings, gaps)
    assert (shared <= 0.5 * area[:, None]).all()
    assert (tmp_path / "filled" / "images" / "one.jpg").is_file()


def test_a_list_of_sets_names_their_folders_and_classes(tmp_path: Path) -> None:
    listed = list_sets(tmp_path, "second", ("filled", "drawn"))
    assert listed.read_text(encoding="utf-8") == (
        f"path: {tmp_path.resolve()}\ntrain:\n  - filled/images\n  - drawn/images\nval: val/images\n"
        "names:\n  0: product\n  1: gap\n"
    )


def read_line(line: str) -> LabelledBox:
    number, x, y, w, h = line.split()
    cx, cy, wide, high = (float(value) for value in (x, y, w, h))
    label = "gap" if number == "1" else "product"
    return LabelledBox(label, cx - wide / 2, cy - high / 2, cx + wide / 2, cy + high / 2)
