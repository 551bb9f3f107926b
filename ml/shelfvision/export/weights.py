"""Rebuilds a network that can be trained from a shipped ONNX file, which is all of it that is kept.

An exported network holds each convolution with its batch normalization folded in. The folded weights go back into
Ultralytics' module by name and shape; then photos are passed through once, and each normalization is given the mean
and variance that it sees there, with the shift and scale that undo them. The network gives what it gave, and in
training its batches are normalized as they were before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from ultralytics.nn.tasks import DetectionModel

from shelfvision.inference.model import ShelfModel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

ARCHITECTURES = ("yolov5n.yaml", "yolov8n.yaml", "yolo11n.yaml")
COCO_CLASSES = 80
LEAST_VARIANCE = 1e-6


class UnknownNetwork(Exception):
    """The file's network is none of those that can be rebuilt."""


def rebuilt(path: Path, pictures: Sequence[np.ndarray]) -> DetectionModel:
    """Return the network of a model file, normalized on ``pictures`` (each n, 3, h, w; 0 to 1), ready to be trained.

    Raises:
        UnknownNetwork: if no known architecture has just these weights.
    """
    facts = ShelfModel(path, threads=1).facts
    kept = {one.name: numpy_helper.to_array(one) for one in onnx.load(path).graph.initializer}
    for name in ARCHITECTURES:
        for network in _blanks(name, len(facts.labels)):
            if _fill(network, kept):
                network.names = dict(enumerate(facts.labels))
                _normalize(network.eval(), pictures)
                return network
    message = f"{path} is none of {', '.join(ARCHITECTURES)}"
    raise UnknownNetwork(message)


def write_checkpoint(path: Path, target: Path, pictures: Sequence[np.ndarray] = ()) -> int:
    """Write a model file's network as a checkpoint of Ultralytics; return the side that it reads at."""
    torch.save({"model": rebuilt(path, pictures), "train_args": {}, "epoch": -1}, target)
    return ShelfModel(path, threads=1).facts.side


def _blanks(name: str, labels: int) -> Iterator[DetectionModel]:
    """Build an architecture as it is, and with the wider branch for classes that COCO's start weights bring along."""
    yield DetectionModel(name, ch=3, nc=labels, verbose=False)
    wide = DetectionModel(name, ch=3, nc=labels, verbose=False)
    wide.load(DetectionModel(name, ch=3, nc=COCO_CLASSES, verbose=False), verbose=False)
    yield wide


def _fill(network: DetectionModel, kept: dict[str, np.ndarray]) -> bool:
    """Put folded weights into a network; say whether every one had its place and none was left over."""
    left = {name: value for name, value in kept.items() if name.startswith("model.") and value.ndim in {1, 4}}
    with torch.no_grad():
        for name, module in network.named_modules():
            if not isinstance(module, nn.Conv2d):
                continue
            weight, bias = left.pop(f"{name}.weight", None), left.pop(f"{name}.bias", None)
            if weight is None:
                if name.endswith("dfl.conv"):  # constant
                    continue
                return False
            if weight.shape != tuple(module.weight.shape):
                return False
            module.weight.copy_(torch.from_numpy(weight.copy()))
            norm = _norm_of(network, name)
            if bias is None:
                continue
            shift = torch.from_numpy(bias.copy())
            if norm is None:
                module.bias.copy_(shift)
            else:
                norm.running_mean.zero_()
                norm.running_var.fill_(1.0)
                norm.weight.fill_(float(np.sqrt(1.0 + norm.eps)))
                norm.bias.copy_(shift)
    return not left


def _norm_of(network: DetectionModel, name: str) -> nn.BatchNorm2d | None:
    """Return the batch normalization behind a convolution, which stands beside it as ``bn``."""
    parent = network.get_submodule(name.rpartition(".")[0])
    norm = getattr(parent, "bn", None)
    return norm if isinstance(norm, nn.BatchNorm2d) and name.endswith(".conv") else None


def _normalize(network: DetectionModel, pictures: Sequence[np.ndarray]) -> None:
    """Give every batch normalization the statistics of the pictures, its output unchanged."""
    sums: dict[nn.BatchNorm2d, list[torch.Tensor]] = {}

    def seen(module: nn.Module, inputs: tuple[torch.Tensor]) -> None:
        values = inputs[0].double()
        count = torch.tensor(float(values.numel() / values.shape[1]), dtype=torch.double)
        now = [count, values.sum(dim=(0, 2, 3)), values.square().sum(dim=(0, 2, 3))]
        sums[module] = [a + b for a, b in zip(sums[module], now, strict=True)] if module in sums else now

    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    hooks = [norm.register_forward_pre_hook(seen) for norm in norms]
    with torch.no_grad():
        for picture in pictures:
            network(torch.from_numpy(picture))
        for norm, (count, total, squares) in sums.items():
            mean = (total / count).float()
            variance = (squares / count - (total / count).square()).float().clamp(min=LEAST_VARIANCE)
            norm.bias.add_(mean * norm.weight / float(np.sqrt(1.0 + norm.eps)))
            norm.weight.mul_(torch.sqrt(variance + norm.eps) / float(np.sqrt(1.0 + norm.eps)))
            norm.running_mean.copy_(mean)
            norm.running_var.copy_(variance)
    for hook in hooks:
        hook.remove()
