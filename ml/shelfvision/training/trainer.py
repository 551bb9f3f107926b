"""Ultralytics' detection trainer with the setwise loss and mosaics that never mix two sets."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from ultralytics.data.augment import Mosaic
from ultralytics.models.yolo.detect import DetectionTrainer
from ultralytics.utils import RANK

from shelfvision.training.loss import ShelfModel, members, set_of

if TYPE_CHECKING:
    from ultralytics.data.dataset import YOLODataset


class OneSetMosaic(Mosaic):
    """A mosaic of photos of one set, so that one mask of labelled classes holds for all of it."""

    def __init__(self, mosaic: Mosaic) -> None:
        """Take over the settings of Ultralytics' mosaic."""
        super().__init__(mosaic.dataset, imgsz=mosaic.imgsz, p=mosaic.p, n=mosaic.n)
        self.members = members(self.dataset.im_files)
        self.current = ""

    def get_params(self, labels: dict[str, Any]) -> dict[str, Any]:
        """Remember the set of the first photo before its companions are drawn."""
        self.current = set_of(labels["im_file"])
        return super().get_params(labels)

    def get_indexes(self) -> list[int]:
        """Draw the companions from the same set."""
        return random.choices(self.members[self.current], k=self.n - 1)  # noqa: S311 - seeded by Ultralytics


class ShelfTrainer(DetectionTrainer):
    """Trains a ``ShelfModel`` on the mixed sets."""

    def get_model(
        self,
        cfg: object = None,
        weights: object = None,
        verbose: bool = True,
    ) -> ShelfModel:
        """Build the model and carry the start weights over."""
        model = ShelfModel(cfg, nc=self.data["nc"], ch=self.data["channels"], verbose=verbose and RANK == -1)
        if weights:
            model.load(weights)
        return model

    def build_dataset(self, img_path: str, mode: str = "train", batch: int | None = None) -> YOLODataset:
        """Build the dataset and replace its mosaic."""
        dataset = super().build_dataset(img_path, mode, batch)
        for outer in dataset.transforms.transforms:
            steps = getattr(outer, "transforms", [])
            for position, step in enumerate(steps):
                if type(step) is Mosaic:
                    steps[position] = OneSetMosaic(step)
        return dataset
