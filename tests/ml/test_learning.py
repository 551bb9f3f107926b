"""Corrections become a new version only where it is better: whole places held out, a written rule, nothing lost."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import msgspec
import pytest

from shelfvision.learning.holdout import split
from shelfvision.learning.label_set import LabelledPicture, LabelsUnusable, read_labels
from shelfvision.learning.manifest import Figures, Outcome, SetFigures
from shelfvision.learning.registry import Pointer, Registry, RegistryFault
from shelfvision.learning.retrain import Place, Recipe, retrain
from shelfvision.learning.rule import decide
from shelfvision.synth.api import DrawnBox, draw_shelf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shelfvision.learning.holdout import Pictures

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
ORGANIZATION = "0192f0c1-2345-7000-8000-000000000001"
CATEGORIES = [{"id": 1, "name": "product"}, {"id": 2, "name": "gap"}]


def export(file: Path, shelves: int, photos: int, stores: int) -> Path:
    """Write an export as the product does, each drawn shelf standing for several photos."""
    drawn = [draw_shelf(600 + number, 320, 240, number % 3) for number in range(shelves)]
    encoded: list[bytes] = []
    for shelf in drawn:
        out = BytesIO()
        shelf.image.save(out, "WEBP", quality=85)
        encoded.append(out.getvalue())
    images: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    with ZipFile(file, "w") as files:
        for number in range(photos):
            photo = f"photo-{number:03}"
            files.writestr(f"images/{photo}.webp", encoded[number % shelves])
            image = {"id": number, "file_name": f"images/{photo}.webp", "width": 320, "height": 240}
            images.append(image | {"photo": photo, "store": f"store-{number % stores}", "revision": 1})
            annotations += [annotation(number, box) for box in drawn[number % shelves].boxes]
        coco = {"categories": CATEGORIES, "images": images, "annotations": annotations}
        files.writestr("annotations.json", msgspec.json.encode(coco))
    return file


def annotation(image: int, box: DrawnBox) -> dict[str, Any]:
    edges = [box.x0 * 320, box.y0 * 240, (box.x1 - box.x0) * 320, (box.y1 - box.y0) * 240]
    return {"image_id": image, "category_id": 1 if box.label == "product" else 2, "bbox": edges}


class Copying:
    """Stands where torch would: its new model is the shipped one, reading at another side under another name."""

    def __init__(self, model: Path, side: int) -> None:
        self.made, self.trained_on = restated(model, side), set[str]()

    def find_scenes(self, pictures: Sequence[LabelledPicture]) -> list[Pictures]:
        return [[picture] for picture in pictures]

    def tune(self, parent: Path, dataset: Path, target: Path) -> None:
        assert parent.is_file()
        assert "own/images" in dataset.read_text()
        self.trained_on = {file.stem for file in (dataset.parent / "own" / "labels").iterdir()}
        assert len(list((dataset.parent / "drawn" / "images").iterdir())) == 3
        target.write_bytes(self.made)


def restated(model: Path, side: int) -> bytes:
    """Return a model file that says that it reads at this side, under a version of as many characters."""
    data = model.read_bytes()
    start = data.index(b'{"version":')
    end = data.index(b'"', start + 12)
    version = b"test+%03d" % side
    return data[: start + 12] + version.ljust(end - start - 12, b"x") + data[end:].replace(
        b'"side":320', b'"side":%d' % side, 1
    )  # fmt: skip


FEW = Recipe(rehearsal=0, least=3, most=3, test=3)


def test_a_worse_model_is_kept_but_refused_with_its_reasons_and_nothing_changes_for_anyone(
    tmp_path: Path, model_path: Path
) -> None:
    labels = read_labels(export(tmp_path / "export.zip", shelves=3, photos=90, stores=2))
    place, tuner = Place(tmp_path / "models", ORGANIZATION, model_path), Copying(model_path, side=128)
    manifest = retrain(labels, place, tuner, NOW, FEW)
    common = Registry(place.folder)
    (first,) = common.versions()
    assert (first.outcome, common.pointer()) == (Outcome.SHIPPED, Pointer(first.version))
    assert (manifest.outcome, manifest.parent, manifest.labels) == (Outcome.REFUSED, first.version, labels.digest)
    assert "product on own photos fell from" in manifest.reason
    assert manifest.figures is not None
    assert manifest.figures.own.photos + len(tuner.trained_on) == 90  # what is tested was not trained on
    assert 20 <= manifest.figures.own.photos <= 35
    assert place.registry.versions() == [manifest]
    assert place.registry.pointer() is None
    with pytest.raises(RegistryFault, match="already"):
        retrain(labels, place, tuner, NOW, FEW)


def figures(own: float, drawn: float = 0.9, photos: int = 40, error: float = 0.01, gap: float = 0.6) -> Figures:
    """Return figures whose product precision is as given."""
    return Figures(
        SetFigures(photos, {"product": own, "gap": gap}, error), SetFigures(50, {"product": drawn, "gap": 0.8}, 0.02)
    )


@pytest.mark.parametrize(
    ("new", "at_least", "reason"),
    [
        (figures(0.90), 0.01, None),
        (figures(0.90, drawn=0.891), 0.01, None),
        (figures(0.90, photos=19), 0.01, "19 held-out photos are fewer than 20"),
        (figures(0.90, drawn=0.889), 0.01, "product on drawn shelves fell from 0.900 to 0.889"),
        (figures(0.90, gap=0.58), 0.01, "gap on own photos fell from 0.600 to 0.580"),
        (figures(0.90, error=0.06), 0.01, "calibration error on own photos is 0.060, over 0.05"),
        (figures(0.90), 0.0, "own photos gained +0.050, at least +0.000: no more than noise"),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, str) else "",
)
def test_the_rule_asks_for_more_than_noise_and_for_no_loss(new: Figures, at_least: float, reason: str | None) -> None:
    outcome, told = decide(new, figures(0.85), 0.05, at_least)
    if reason is None:
        assert (outcome, told) == (
            Outcome.PROMOTED, f"own photos gained +0.050, at least {at_least:+.3f}; nothing was lost"
        )  # fmt: skip
    else:
        assert (outcome, told) == (Outcome.REFUSED, reason)


def test_whole_stores_are_held_out_and_stay_so_when_more_come() -> None:
    def pictures(stores: int) -> list[LabelledPicture]:
        return [
            LabelledPicture(f"{store}-{n}", f"store-{store}", "jpg", b"", ()) for store in range(stores) for n in (1, 2)
        ]

    def no_scenes(of: Sequence[LabelledPicture]) -> list[Pictures]:
        raise AssertionError(of)

    few, many = split(pictures(12), no_scenes), split(pictures(40), no_scenes)
    for each in (few, many):
        assert {picture.store for picture in each.training}.isdisjoint({picture.store for picture in each.test})
        assert each.training
        assert each.test
    assert {picture.photo for picture in few.test} <= {picture.photo for picture in many.test}
    one = split(pictures(1), lambda of: [list(of)])
    assert (len(one.training), one.test) == (2, [])


def test_what_is_no_export_is_refused_by_name_and_reason(tmp_path: Path, model_path: Path) -> None:
    file = tmp_path / "export.zip"
    file.write_bytes(b"no archive")
    with pytest.raises(LabelsUnusable, match=r"export\.zip is no export of labels \(File is not a zip file\)"):
        read_labels(file)
    with ZipFile(file, "w") as files:
        files.writestr("annotations.json", msgspec.json.encode({"categories": [], "images": [], "annotations": []}))
    with pytest.raises(LabelsUnusable, match="holds no corrected photo"):
        read_labels(file)
    image = {"id": 1, "file_name": "images/../../etc/passwd", "width": 4, "height": 4, "photo": "p", "store": "s"}
    with ZipFile(file, "w") as files:
        files.writestr(
            "annotations.json", msgspec.json.encode({"categories": [], "images": [image], "annotations": []})
        )
    with pytest.raises(LabelsUnusable, match="is no name of a picture"):
        read_labels(file)
    one_scene = read_labels(export(file, shelves=1, photos=1, stores=1))
    with pytest.raises(LabelsUnusable, match="all photos show one scene"):
        retrain(one_scene, Place(tmp_path / "models", None, model_path), Copying(model_path, 320), NOW)
    assert not (tmp_path / "models").exists()
    assert read_labels(file).digest == one_scene.digest
