"""From an organization's corrections to a new version of the model: train, fit, measure, decide, keep.

The label set says which photos are for what. The network trains on ``train``; its curves, thresholds and certainty are
fitted on ``val``, beside drawn shelves of seeds of their own; ``test`` and further drawn shelves judge it against the
model before, and nothing of it is trained or fitted on those.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Protocol

from shelfvision.data.photos import CLASS_NAMES, LabelledBox, yolo_lines
from shelfvision.evaluation.fitting import TuningSets, fitted_on, known_strangers
from shelfvision.evaluation.photos import drawn_examples
from shelfvision.inference.model import ModelFacts, ShelfModel
from shelfvision.learning.label_set import LabelledPicture, LabelsUnusable, Side
from shelfvision.learning.manifest import Figures, Manifest, Outcome
from shelfvision.learning.measures import figures, gain, judge_all
from shelfvision.learning.registry import Registry, RegistryFault, digest
from shelfvision.learning.rule import Decision, decide
from shelfvision.synth.api import draw_shelf

if TYPE_CHECKING:
    from datetime import datetime

    from shelfvision.learning.label_set import LabelSet

Pictures = list[LabelledPicture]

OWN, DRAWN = "own", "drawn"
REHEARSAL_SEED, FITTING_SEED, TEST_SEED = 700_000, 750_000, 950_000  # apart from the seeds of the first training
NEEDED = {Side.TRAIN: "to train on", Side.VAL: "to fit curves on", Side.TEST: "to judge by"}
SIZES = ((640, 640), (640, 480), (480, 640))
MOST_GAPS = 7


class Tuner(Protocol):
    """What needs torch."""

    def tune(self, parent: Path, dataset: Path, target: Path) -> None:
        """Go on training a model file on a dataset's YAML file, and write the new model file."""
        ...

    def restate(self, model: Path, facts: ModelFacts) -> None:
        """Replace what a model file states beside its network."""
        ...


@dataclass(frozen=True, slots=True)
class Recipe:
    """How many shelves are drawn.

    ``rehearsal`` to train on for each own photo, ``fit`` to fit on, ``test`` to judge by; ``strangers`` are the
    pictures of each kind of no shelf that the certainty of readings is fitted on.
    """

    rehearsal: float = 1.0
    least: int = 60
    most: int = 400
    fit: int = 28
    test: int = 40
    strangers: int = 8


@dataclass(frozen=True, slots=True)
class Place:
    """Where versions are kept: ``folder`` for all, an organization's own below it; ``shipped`` is the first parent."""

    folder: Path
    organization: str | None
    shipped: Path

    @property
    def registry(self) -> Registry:
        """The versions that a new one joins."""
        return Registry(self.folder / self.organization if self.organization else self.folder)


def retrain(labels: LabelSet, place: Place, tuner: Tuner, now: datetime, recipe: Recipe = Recipe()) -> Manifest:
    """Train, fit, measure and keep a version; it counts from now on if the rule promotes it.

    Raises:
        LabelsUnusable: the set holds no photo to train on, to fit on or to judge by.
        RegistryFault: the folder's present version is damaged, or these labels gave this very model before.
    """
    for side, purpose in NEEDED.items():
        if not labels.on(side):
            message = f"no photo of this set is {purpose}: correct photos of other stores or shelves and export again"
            raise LabelsUnusable(message)
    shipped(place, now)
    parent = present(place)
    with TemporaryDirectory(prefix="shelfvision-retrain-") as folder:
        target = Path(folder) / "model.onnx"
        tuner.tune(parent, lay_out(Path(folder) / "dataset", labels.on(Side.TRAIN), recipe), target)
        place.registry.expect_new(ShelfModel(target, threads=1).facts.version)
        tuner.restate(target, fit(target, labels.on(Side.VAL), recipe))
        models = ShelfModel(target, threads=1), ShelfModel(parent, threads=1)
        told, before, decision = compare(*models, labels.on(Side.TEST), recipe.test)
        manifest = Manifest(
            version=models[0].facts.version,
            sha256=digest(target),
            made_at=now,
            outcome=decision.outcome,
            reason=decision.reason,
            parent=models[1].facts.version,
            labels=labels.digest,
            photos={side.value: len(labels.on(side)) for side in Side},
            figures=told,
            parent_figures=before,
        )
        place.registry.add(target, manifest)
    if manifest.outcome is Outcome.PROMOTED:
        place.registry.promote(manifest.version)
    return manifest


def shipped(place: Place, now: datetime) -> None:
    """Have a folder begin with the shipped model, which everyone else goes on with and one can always return to."""
    common = Registry(place.folder)
    if common.pointer() is not None:
        return
    version = ShelfModel(place.shipped, threads=1).facts.version
    if version not in {each.version for each in common.versions()}:
        common.add(place.shipped, Manifest(version, digest(place.shipped), now, Outcome.SHIPPED, "came with Storewalk"))
    common.promote(version)


def present(place: Place) -> Path:
    """Return the model that counts for an organization. Raises RegistryFault."""
    for registry in (place.registry, Registry(place.folder)):
        pointer = registry.pointer()
        if pointer is not None:
            return registry.model(pointer.version)
    raise RegistryFault(f"no version counts in {place.folder}")


def fit(model: Path, own: Pictures, recipe: Recipe) -> ModelFacts:
    """Choose anew what a model file states beside its network, on own photos and drawn shelves."""
    examples = [picture.example() for picture in own]
    tuning = TuningSets(
        gaps=examples,
        by_hand=examples,
        drawn=drawn_examples(FITTING_SEED, recipe.fit, SIZES),
        strangers=known_strangers(recipe.strangers),
        joined=True,
    )
    return fitted_on(model, ShelfModel(model, threads=1).facts, tuning)


def compare(new: ShelfModel, old: ShelfModel, test: Pictures, drawn: int) -> tuple[Figures, Figures, Decision]:
    """Measure both models on the held-out photos and on so many drawn shelves, and decide."""
    own = [judge_all(model, [picture.example() for picture in test]) for model in (new, old)]
    shelves = [judge_all(model, drawn_examples(TEST_SEED, drawn, SIZES)) for model in (new, old)]
    told = Figures(figures(new, own[0]), figures(new, shelves[0]))
    before = Figures(figures(old, own[1]), figures(old, shelves[1]))
    return told, before, decide(told, before, *gain(*own))


def lay_out(folder: Path, training: Pictures, recipe: Recipe) -> Path:
    """Write own photos and drawn shelves as two sets in Ultralytics' layout; return the YAML file."""
    for picture in training:
        images = _labelled(folder / OWN, picture.photo, picture.boxes)
        (images / f"{picture.photo}.{picture.suffix}").write_bytes(picture.data)
    count = min(recipe.most, max(recipe.least, round(recipe.rehearsal * len(training))))
    for seed in range(REHEARSAL_SEED, REHEARSAL_SEED + count):
        width, height = SIZES[seed % len(SIZES)]
        shelf = draw_shelf(seed, width, height, seed % (MOST_GAPS + 1))
        boxes = tuple(LabelledBox(box.label, box.x0, box.y0, box.x1, box.y1) for box in shelf.boxes)
        shelf.image.save(_labelled(folder / DRAWN, f"drawn{seed}", boxes) / f"drawn{seed}.jpg", quality=90)
    names = "".join(f"  {number}: {name}\n" for number, name in enumerate(CLASS_NAMES))
    recipe_file = folder / "dataset.yaml"
    sets = f"train:\n  - {OWN}/images\n  - {DRAWN}/images\nval: {OWN}/images\n"
    recipe_file.write_text(f"path: {folder.resolve()}\n{sets}names:\n{names}", encoding="utf-8")
    return recipe_file


def _labelled(folder: Path, name: str, boxes: tuple[LabelledBox, ...]) -> Path:
    """Write a photo's labels into a set; return where its picture belongs."""
    for kind in ("images", "labels"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    (folder / "labels" / f"{name}.txt").write_text(yolo_lines(boxes), encoding="ascii")
    return folder / "images"
