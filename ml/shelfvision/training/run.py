"""Starts or resumes a training run that is bounded in minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from shelfvision.training.dataset import build_dataset
from shelfvision.training.trainer import ShelfTrainer

if TYPE_CHECKING:
    from pathlib import Path

SEED = 20261122


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run needs; ``shelf`` is the folder of photographs, ``folder`` takes data and checkpoints."""

    shelf: Path
    folder: Path
    minutes: float
    side: int = 320
    drawn: int = 180
    batch: int = 16
    threads: int = 2
    epochs: int | None = None


def train(recipe: Recipe) -> Path:
    """Train until the minutes (or the epochs, if given) are used up, or go on from the folder's last checkpoint.

    Resumed, the minutes count anew; a finished run is left as it is. Returns the checkpoint with the averaged weights.
    The last epoch is taken, not the best: nothing is chosen by the photos that the figures are measured on.
    """
    hours = None if recipe.epochs else recipe.minutes / 60
    last = recipe.folder / "run" / "weights" / "last.pt"
    finished = last.with_name("finished")
    if finished.exists():
        return last
    if last.exists():
        overrides = {"resume": str(last), "model": str(last), "time": hours}
    else:
        overrides = {
            "model": str(recipe.shelf / "init" / "coco_yolov5nu_init.pt"),
            "data": str(build_dataset(recipe.shelf, recipe.folder / "dataset", recipe.drawn)),
            "project": str(recipe.folder.resolve()),
            "name": "run",
            "exist_ok": True,
            "imgsz": recipe.side,
            "batch": recipe.batch,
            "nbs": recipe.batch,
            "epochs": recipe.epochs or 1000,
            "time": hours,
            "optimizer": "AdamW",
            "lr0": 1.2e-3,
            "lrf": 0.02,
            "cos_lr": True,
            "warmup_epochs": 1.0,
            "weight_decay": 0.01,
            "mosaic": 0.6,
            "close_mosaic": 0,
            "scale": 0.5,
            "degrees": 2.0,
            "shear": 2.0,
            "perspective": 0.0003,
            "fliplr": 0.5,
            "hsv_h": 0.02,
            "hsv_s": 0.6,
            "hsv_v": 0.5,
            "cache": "ram",
            "workers": 0,
            "device": "cpu",
            "amp": False,
            "val": False,
            "plots": False,
            "seed": SEED,
            "deterministic": True,
            "patience": 0,
        }
    trainer = ShelfTrainer(overrides=overrides)
    # Ultralytics leaves one thread fewer than there are cores when it selects the device
    trainer.add_callback("on_train_start", lambda _: torch.set_num_threads(recipe.threads))
    trainer.train()
    finished.touch()
    return last
