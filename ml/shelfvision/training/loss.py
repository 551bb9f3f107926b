"""The detection loss for sets that label different classes."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from ultralytics.nn.tasks import DetectionModel
from ultralytics.utils.loss import v8DetectionLoss

if TYPE_CHECKING:
    from collections.abc import Sequence

LABELLED = {"gaps": (0.0, 1.0), "val": (0.0, 1.0), "products": (1.0, 0.0), "drawn": (1.0, 1.0)}


def set_of(file: str) -> str:
    """Return the name of the set a photo belongs to: the folder above ``images``."""
    return Path(file).parent.parent.name


def members(files: Sequence[str]) -> dict[str, list[int]]:
    """Return the positions in a batch of each set's photos."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for position, file in enumerate(files):
        found[set_of(file)].append(position)
    return dict(found)


class SetwiseLoss(v8DetectionLoss):
    """Ultralytics' loss, taken set by set and added up by the number of photos.

    In a set that does not label a class, that class adds no classification loss: else every product in a gap photo and
    every gap in a product photo would be taught as background. Ultralytics divides by what there is to find in the
    whole batch; taken together, some fifty facings in each drawn shelf would drown four gaps in a photo.
    """

    def loss(self, preds: dict[str, Any], batch: dict[str, Any]) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
        """Return the summed loss (3: box, class, distribution) times photos, and its mean per photo for the log."""
        total = torch.zeros(3, device=self.device)
        for name, positions in members(batch["im_file"]).items():
            self.class_weights = torch.tensor(LABELLED[name], device=self.device).view(1, 1, -1)
            chosen = torch.tensor(positions, device=self.device)
            part, _ = super().loss(_photos(preds, chosen), _labels(batch, positions))
            total = total + part
        mean = (total / len(batch["im_file"])).detach()
        return total, dict(zip(self.loss_names, mean, strict=True))


def _photos(preds: dict[str, Any], chosen: torch.Tensor) -> dict[str, Any]:
    """Keep the predictions of some photos of a batch."""
    return {
        "boxes": preds["boxes"][chosen],
        "scores": preds["scores"][chosen],
        "feats": [level[chosen] for level in preds["feats"]],
    }


def _labels(batch: dict[str, Any], positions: list[int]) -> dict[str, torch.Tensor]:
    """Keep the labels of some photos of a batch, renumbered from 0."""
    renumbered = torch.full((len(batch["im_file"]),), -1.0)
    renumbered[positions] = torch.arange(len(positions), dtype=torch.float)
    photo = renumbered[batch["batch_idx"].long().cpu()]
    mine = photo >= 0
    return {"batch_idx": photo[mine], "cls": batch["cls"][mine], "bboxes": batch["bboxes"][mine]}


class ShelfModel(DetectionModel):
    """YOLOv5nu with the setwise loss."""

    def init_criterion(self) -> SetwiseLoss:
        """Build the loss."""
        return SetwiseLoss(self)
