"""Goes on training a shipped model on an organization's photos and drawn shelves; see ``learning.retrain``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import torch
from PIL import Image

from shelfvision.export.onnx_file import export_checkpoint, restate
from shelfvision.export.weights import write_checkpoint
from shelfvision.inference.letterbox import fit
from shelfvision.inference.model import ShelfModel
from shelfvision.learning.retrain import DRAWN, OWN
from shelfvision.training.loss import SHARES
from shelfvision.training.settings import SETTINGS
from shelfvision.training.trainer import ShelfTrainer

if TYPE_CHECKING:
    from shelfvision.inference.model import ModelFacts

SEED = 20261130
FROZEN = 10  # layers of the backbone: a few hundred photos teach it nothing that is worth what they make it forget
NORMALIZED_ON = 24  # pictures of each set
SHARES[OWN] = {"product": 0.5, "gap": 1.0}  # a person who corrects a photo leaves every product and gap in it


class FineTuner:
    """Trains with a frozen backbone, at a tenth of the first training's rate."""

    def __init__(self, minutes: float, threads: int, epochs: int | None = None) -> None:
        """Bound a run by minutes, or by epochs if given."""
        self._minutes, self._threads, self._epochs = minutes, threads, epochs

    def tune(self, parent: Path, dataset: Path, target: Path) -> None:
        """Train, and write the new model file with the parent's facts and a version of its own."""
        facts = ShelfModel(parent, threads=1).facts
        torch.manual_seed(SEED)
        start = dataset.parent / "parent.pt"
        write_checkpoint(parent, start, _pictures(dataset.parent, facts.side, facts.stride))
        trainer = ShelfTrainer(overrides=self._settings(start, dataset, facts.side))
        trainer.add_callback("on_train_start", lambda _: torch.set_num_threads(self._threads))
        trainer.train()
        exported = export_checkpoint(Path(trainer.last), target, facts.side)
        release, network = facts.version.partition("+")[0], exported.version.partition("+")[2]
        restate(target, msgspec.structs.replace(facts, version=f"{release}+{network}"))

    def restate(self, model: Path, facts: ModelFacts) -> None:
        """Replace what a model file states beside its network."""
        restate(model, facts)

    def _settings(self, start: Path, dataset: Path, side: int) -> dict[str, object]:
        """Return what Ultralytics is told otherwise than in the first training."""
        return SETTINGS | {
            "model": str(start),
            "data": str(dataset),
            "project": str(dataset.parent),
            "name": "run",
            "imgsz": side,
            "epochs": self._epochs or 60,
            "time": None if self._epochs else self._minutes / 60,
            "freeze": FROZEN,
            "lr0": 1.2e-4,
            "lrf": 0.1,
            "mosaic": 0.3,
            "scale": 0.3,
            "hsv_s": 0.5,
            "hsv_v": 0.4,
            "device": "0" if torch.cuda.is_available() else "cpu",
            "seed": SEED,
        }


def _pictures(folder: Path, side: int, stride: int) -> list[np.ndarray]:
    """Return some inputs of both sets, for the statistics of the normalization."""
    files = [file for name in (OWN, DRAWN) for file in sorted((folder / name / "images").iterdir())[:NORMALIZED_ON]]
    pictures: list[np.ndarray] = []
    for file in files:
        with Image.open(file) as picture:
            pictures.append(fit(np.asarray(picture.convert("RGB")), side, stride)[0][None])
    return pictures
