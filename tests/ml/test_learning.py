"""Corrections become a new version only where it is better: judged on what the export held out, by a written rule."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import msgspec
import pytest

from shelfvision.inference.calibration import Curve
from shelfvision.inference.model import ShelfModel
from shelfvision.inference.session import METADATA_KEY
from shelfvision.learning.label_set import LabelsUnusable, Side, read_labels
from shelfvision.learning.manifest import Figures, Outcome, SetFigures
from shelfvision.learning.registry import Pointer, Registry, RegistryFault
from shelfvision.learning.retrain import Place, Recipe, retrain
from shelfvision.learning.rule import decide
from shelfvision.synth.api import DrawnBox, draw_shelf

if TYPE_CHECKING:
    from pathlib import Path

    from shelfvision.inference.model import ModelFacts

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
ORGANIZATION = "0192f0c1-2345-7000-8000-000000000001"
CATEGORIES = [{"id": 1, "name": "product"}, {"id": 2, "name": "gap"}]
SIDES = ("train", "val", "test")
SKEWED = Curve(rise=1.0, fall=1.0, shift=-6.0)  # as if hardly any box was right


def export(file: Path, shelves: int, photos: int, sides: tuple[str, ...] = SIDES) -> Path:
    """Write an export as the product does: a store for each side, each drawn shelf standing for several photos."""
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
            images.append(image | {"photo": photo, "revision": 1})
            annotations += [annotation(number, box) for box in drawn[number % shelves].boxes]
        names = [image["photo"] for image in images]
        places = [{"side": side, "photos": names[number :: len(sides)]} for number, side in enumerate(sides)]
        files.writestr("manifest.json", msgspec.json.encode({"places": places}))
        coco = {"categories": CATEGORIES, "images": images, "annotations": annotations}
        files.writestr("annotations.json", msgspec.json.encode(coco))
    return file


def annotation(image: int, box: DrawnBox) -> dict[str, Any]:
    edges = [box.x0 * 320, box.y0 * 240, (box.x1 - box.x0) * 320, (box.y1 - box.y0) * 240]
    return {"image_id": image, "category_id": 1 if box.label == "product" else 2, "bbox": edges}


class Copying:
    """Stands where torch would: its new model is the parent, reading at another side under another name."""

    def __init__(self, side: int) -> None:
        self._side, self.trained_on = side, set[str]()

    def tune(self, parent: Path, dataset: Path, target: Path) -> None:
        assert "own/images" in dataset.read_text()
        self.trained_on = {file.stem for file in (dataset.parent / "own" / "labels").iterdir()}
        assert len(list((dataset.parent / "drawn" / "images").iterdir())) == 3
        target.write_bytes(parent.read_bytes())
        facts = ShelfModel(parent, threads=1).facts
        version = f"test+{self._side}"
        self.restate(
            target,
            msgspec.structs.replace(
                facts, version=version, side=self._side, calibration=(SKEWED, SKEWED), thresholds=(0.99, 0.99)
            ),
        )

    def restate(self, model: Path, facts: ModelFacts) -> None:
        """Append to an ONNX file what it states of itself; of two statements the last one counts."""
        key, value = METADATA_KEY.encode(), msgspec.json.encode(facts)
        entry = b"\x0a" + varint(len(key)) + key + b"\x12" + varint(len(value)) + value
        model.write_bytes(model.read_bytes() + b"\x72" + varint(len(entry)) + entry)


def varint(number: int) -> bytes:
    """Encode a length as protobuf does."""
    return bytes([number & 0x7F | 0x80]) + varint(number >> 7) if number > 0x7F else bytes([number])


FEW = Recipe(rehearsal=0, least=3, most=3, fit=3, test=3, strangers=1)


def test_a_worse_model_is_kept_but_refused_with_its_reasons_and_nothing_changes_for_anyone(
    tmp_path: Path, model_path: Path
) -> None:
    labels = read_labels(export(tmp_path / "export.zip", shelves=3, photos=12))
    place, tuner = Place(tmp_path / "models", ORGANIZATION, model_path), Copying(side=128)
    manifest = retrain(labels, place, tuner, NOW, FEW)
    common = Registry(place.folder)
    (first,) = common.versions()
    assert (first.outcome, common.pointer()) == (Outcome.SHIPPED, Pointer(first.version))
    assert (manifest.outcome, manifest.parent, manifest.labels) == (Outcome.REFUSED, first.version, labels.digest)
    assert "product on own photos fell from" in manifest.reason
    assert (manifest.figures and manifest.figures.own.photos, manifest.photos) == (4, dict.fromkeys(SIDES, 4))
    assert tuner.trained_on == {picture.photo for picture in labels.on(Side.TRAIN)}
    assert place.registry.versions() == [manifest]
    assert place.registry.pointer() is None
    kept, old = (ShelfModel(file, threads=1).facts for file in (place.registry.model(manifest.version), model_path))
    assert kept.calibration is not None
    assert SKEWED not in kept.calibration  # fitted anew, on photos of its own
    assert max(kept.thresholds) < 0.95
    assert kept.certainty != old.certainty
    assert (kept.looks, kept.tiles) == (old.looks, old.tiles)
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


def test_what_is_no_export_is_refused_by_name_and_reason(tmp_path: Path) -> None:
    file = tmp_path / "export.zip"
    file.write_bytes(b"no archive")
    refused(file, r"export\.zip is no export of labels \(File is not a zip file\)")
    refused(bundle(file, [], None), r"no item named 'manifest\.json'")  # an export of before said nothing of places
    refused(bundle(file, [], {}), "holds no corrected photo")
    refused(bundle(file, ["images/p.webp"], {}), r"manifest\.json does not say what p is for")
    refused(bundle(file, ["images/../../etc/passwd"], {"train": ["p"]}), "is no name of a picture")
    refused(bundle(file, [], {"train": ["p"], "test": ["q", "p"]}), "p is for train and for test")


def bundle(file: Path, names: list[str], sides: dict[str, list[str]] | None) -> Path:
    """Write an archive that lists photos `p` under these names, and a manifest of these sides, if any."""
    images = [{"id": 1, "file_name": name, "width": 4, "height": 4, "photo": "p"} for name in names]
    with ZipFile(file, "w") as files:
        files.writestr("annotations.json", msgspec.json.encode({"categories": [], "images": images, "annotations": []}))
        if sides is not None:
            places = [{"side": side, "photos": photos} for side, photos in sides.items()]
            files.writestr("manifest.json", msgspec.json.encode({"places": places}))
    return file


def refused(file: Path, reason: str) -> None:
    with pytest.raises(LabelsUnusable, match=reason):
        read_labels(file)


@pytest.mark.parametrize(
    ("sides", "purpose"), [(("train", "val"), "to judge by"), (("train", "test"), "to fit curves on")]
)
def test_a_set_without_a_side_trains_nothing(
    tmp_path: Path, model_path: Path, sides: tuple[str, ...], purpose: str
) -> None:
    labels = read_labels(export(tmp_path / "export.zip", shelves=1, photos=2, sides=sides))
    with pytest.raises(LabelsUnusable, match=f"no photo of this set is {purpose}: correct photos of other stores"):
        retrain(labels, Place(tmp_path / "models", None, model_path), Copying(320), NOW)
    assert not (tmp_path / "models").exists()
    assert read_labels(tmp_path / "export.zip").digest == labels.digest
