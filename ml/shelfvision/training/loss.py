"""The detection loss for sets that label different classes."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from ultralytics.nn.tasks import DetectionModel
from ultralytics.utils.loss import v8DetectionLoss

from shelfvision.data.photos import CLASS_NAMES, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

SHARES: dict[str, dict[Label, float]] = {
    "gaps": {"gap": 1.0},
    "val": {"gap": 1.0},
    "products": {"product": 1.0},
    "drawn": {"product": 0.5, "gap": 0.5},
    "filled": {"product": 0.5, "gap": 1.0},
}
"""By set: the labels that are complete in its photos, and how much each label's loss counts there."""


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
    """Ultralytics' loss, taken by set and label and added up by the number of photos.

    In a set that does not label a class, that class adds no classification loss: else every product in a gap photo and
    every gap in a product photo would be taught as background. Ultralytics divides by what there is to find in the
    whole batch; taken together, some fifty facings in a photo would drown four gaps in it.
    """

    def loss(self, preds: dict[str, Any], batch: dict[str, Any]) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
        """Return the summed loss (3: box, class, distribution) times photos, and its mean per photo for the log."""
        total = torch.zeros(3, device=self.device)
        for name, positions in members(batch["im_file"]).items():
            photos = _photos(preds, torch.tensor(positions, device=self.device))
            for label, share in SHARES[name].items():
                number = CLASS_NAMES.index(label)
                self.class_weights = torch.zeros(1, 1, len(CLASS_NAMES), device=self.device)
                self.class_weights[..., number] = 1.0
                part, _ = super().loss(photos, _labels(batch, positions, number))
                total = total + share * part
        mean = (total / len(batch["im_file"])).detach()
        return total, dict(zip(self.loss_names, mean, strict=True))


def _photos(preds: dict[str, Any], chosen: torch.Tensor) -> dict[str, Any]:
    """Keep the predictions of some photos of a batch."""
    return {
        "boxes": preds["boxes"][chosen],
        "scores": preds["scores"][chosen],
        "feats": [level[chosen] for level in preds["feats"]],
    }


def _labels(batch: dict[str, Any], positions: list[int], number: int) -> dict[str, torch.Tensor]:
    """Keep the labels of one class in some photos of a batch, the photos renumbered from 0."""
    renumbered = torch.full((len(batch["im_file"]),), -1.0)
    renumbered[positions] = torch.arange(len(positions), dtype=torch.float)
    photo = renumbered[batch["batch_idx"].long().cpu()]
    mine = (photo >= 0) & (batch["cls"].view(-1).cpu() == number)
    return {"batch_idx": photo[mine], "cls": batch["cls"][mine], "bboxes": batch["bboxes"][mine]}


class ShelfModel(DetectionModel):
    """YOLOv5nu with the setwise loss, trained in mixed precision: bfloat16 passes take half the time on processors."""

    def init_criterion(self) -> SetwiseLoss:
        """Build the loss."""
        return SetwiseLoss(self)

    def loss(self, batch: dict[str, Any], preds: Any = None) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
        """Pass a batch through in bfloat16 and take the loss in full precision; see ``SetwiseLoss.loss``."""
        if preds is None:
            photos = batch["img"].contiguous(memory_format=torch.channels_last)
            with torch.autocast(photos.device.type, dtype=torch.bfloat16):
                preds = _full_precision(self.predict(photos))
        return super().loss(batch, preds)


def _full_precision(preds: Any) -> Any:
    """Turn every tensor in nested predictions into 32 bits."""
    if isinstance(preds, torch.Tensor):
        return preds.float()
    if isinstance(preds, dict):
        return {name: _full_precision(part) for name, part in preds.items()}
    return [_full_precision(part) for part in preds]
