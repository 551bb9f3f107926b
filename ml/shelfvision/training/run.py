"""Trains the shipped model in three stages, going on from the last checkpoint when it is run again.

First on gap photos, product photos and drawn shelves; then twice with the facings that the stage before finds on the
gap photos as labels beside their gaps: real shelves of every kind, where product photos are of one. Shortly and slowly
at first, then long and on shelves drawn anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import torch

from shelfvision.evaluation.fitting import fitted
from shelfvision.export.onnx_file import export_checkpoint, restate
from shelfvision.inference.model import ShelfModel
from shelfvision.training.dataset import copy_photos, draw_shelves, list_sets
from shelfvision.training.fill import fill_facings
from shelfvision.training.settings import SETTINGS
from shelfvision.training.trainer import ShelfTrainer

if TYPE_CHECKING:
    from pathlib import Path

DRAWN = (range(400), range(400), range(1000, 1650))  # seeds of the shelves of each stage


STAGES, RATES = ("second", "third"), (4e-4, 7e-4)  # those with filled facings, and at what rate they begin


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run needs; ``shelf`` is the folder of photographs, ``folder`` takes data and checkpoints."""

    shelf: Path
    folder: Path
    side: int
    threads: int
    epochs: tuple[int, int, int]


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
    """Train all stages, or go on from where they were left; return the checkpoint with the averaged weights.

    The last epoch is taken, not the best: nothing is chosen by the photos that the figures are measured on.
    """
    data = recipe.folder / "dataset"
    copy_photos(recipe.shelf, data)
    draw_shelves(data / "drawn", DRAWN[0], recipe.threads)
    start = recipe.shelf / "init" / "coco_yolov5nu_init.pt"
    sets = list_sets(data, "first", ("gaps", "products", "drawn"))
    found = _train(recipe, Stage("first", start, sets, recipe.epochs[0], 1.2e-3, 0.1))
    for name, seeds, epochs, rate in zip(STAGES, DRAWN[1:], recipe.epochs[1:], RATES, strict=True):
        sets = _filled(recipe, name, seeds, found)
        found = _train(recipe, Stage(name, found, sets, epochs, rate, 0.0))
    return found


def _filled(recipe: Recipe, name: str, seeds: range, checkpoint: Path) -> Path:
    """Lay out a stage's own sets: gap photos with the facings that the stage before finds, and drawn shelves."""
    data = recipe.folder / "dataset"
    filled = data / name / "filled"
    if not filled.exists():
        path = recipe.folder / f"{name}-teacher.onnx"
        facts = export_checkpoint(checkpoint, path, recipe.side)
        restate(path, fitted(path, facts, recipe.shelf))
        begun = filled.with_name("begun")  # a run that was broken off here fills anew
        fill_facings(recipe.shelf, ShelfModel(path, threads=recipe.threads), begun)
        begun.rename(filled)
    draw_shelves(data / name / "drawn", seeds, recipe.threads)
    return list_sets(data, name, (f"{name}/filled", "products", f"{name}/drawn"))


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
