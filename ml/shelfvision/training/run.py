"""Trains the shipped model in two stages, going on from the last checkpoint when it is run again.

First on gap photos, product photos and drawn shelves; then, shortly and slowly, with the facings that this first model
finds on the gap photos as labels beside their gaps: real shelves of every kind, where product photos are of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import torch

from shelfvision.evaluation.fitting import fitted
from shelfvision.export.onnx_file import export_checkpoint, restate
from shelfvision.inference.model import ShelfModel
from shelfvision.training.dataset import build_dataset, list_sets
from shelfvision.training.fill import fill_facings
from shelfvision.training.settings import SETTINGS
from shelfvision.training.trainer import ShelfTrainer

if TYPE_CHECKING:
    from pathlib import Path

DRAWN = 400  # shelves


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run needs; ``shelf`` is the folder of photographs, ``folder`` takes data and checkpoints."""

    shelf: Path
    folder: Path
    side: int
    threads: int
    epochs: tuple[int, int]


class Stage(NamedTuple):
    """One run of the trainer: from weights, on listed sets, for so many epochs, beginning at a learning rate.

    ``bias_rate`` is that of biases while the rates warm up: high for a head that is new, none for one that has learnt.
    """

    name: str
    start: Path
    sets: Path
    epochs: int
    rate: float
    bias_rate: float


def train(recipe: Recipe) -> Path:
    """Train both stages, or go on from where they were left; return the checkpoint with the averaged weights.

    The last epoch is taken, not the best: nothing is chosen by the photos that the figures are measured on.
    """
    data = recipe.folder / "dataset"
    sets = build_dataset(recipe.shelf, data, DRAWN, recipe.threads)
    start = recipe.shelf / "init" / "coco_yolov5nu_init.pt"
    first = _train(recipe, Stage("first", start, sets, recipe.epochs[0], 1.2e-3, 0.1))
    if not (data / "filled").exists():
        fill_facings(recipe.shelf, _teacher(recipe, first), data / "filled")
    sets = list_sets(data, "second", ("filled", "products", "drawn"))
    return _train(recipe, Stage("second", first, sets, recipe.epochs[1], 4e-4, 0.0))


def _teacher(recipe: Recipe, checkpoint: Path) -> ShelfModel:
    """Make a model file of the first stage, with thresholds."""
    path = recipe.folder / "teacher.onnx"
    facts = export_checkpoint(checkpoint, path, recipe.side)
    restate(path, fitted(path, facts, recipe.shelf))
    return ShelfModel(path, threads=recipe.threads)


def _train(recipe: Recipe, stage: Stage) -> Path:
    """Run one stage to its end, which is left as it is when it was reached before; return its last checkpoint."""
    last = recipe.folder / stage.name / "weights" / "last.pt"
    finished = last.with_name("finished")
    if finished.exists():
        return last
    overrides = {"resume": str(last), "model": str(last)} if last.exists() else _settings(recipe, stage)
    trainer = ShelfTrainer(overrides=overrides)
    # Ultralytics leaves one thread fewer than there are cores when it selects the device
    trainer.add_callback("on_train_start", lambda _: torch.set_num_threads(recipe.threads))
    trainer.train()
    finished.touch()
    return last


def _settings(recipe: Recipe, stage: Stage) -> dict[str, object]:
    """Return Ultralytics' settings of a stage that begins."""
    return SETTINGS | {
        "model": str(stage.start),
        "data": str(stage.sets),
        "project": str(recipe.folder.resolve()),
        "name": stage.name,
        "imgsz": recipe.side,
        "epochs": stage.epochs,
        "lr0": stage.rate,
        "warmup_bias_lr": stage.bias_rate,
    }
