"""The network by torch, from an Ultralytics checkpoint, on a graphics card where there is one.

What the model says of itself stands in the ``.onnx`` file of the same name beside it.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
import torch
from ultralytics.nn.tasks import load_checkpoint

from shelfvision.inference.session import ModelUnavailable, OnnxEngine

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


class TorchEngine:
    """A checkpoint's network; see ``engine.Engine``."""

    def __init__(self, path: Path, statement: str) -> None:
        """Load the averaged weights of a checkpoint."""
        self.statement = statement
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._network = load_checkpoint(str(path), device=self._device, fuse=True)[0].eval()
        self._lock = Lock()  # the network keeps the grid of the last shape

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Run pictures; see ``Engine.run``."""
        with self._lock, torch.inference_mode():
            seen = self._network(torch.from_numpy(batch).to(self._device))
        return np.asarray((seen[0] if isinstance(seen, (tuple, list)) else seen).float().cpu())


def open_engine(path: Path, threads: int) -> TorchEngine:
    """Load a checkpoint.

    Raises:
        ModelUnavailable: if it is damaged, or no ``.onnx`` file of the same name says how it is to be read.
    """
    beside = path.with_suffix(".onnx")
    if not beside.is_file():
        message = f"{path.name} needs {beside.name} beside it, which says labels and thresholds"
        raise ModelUnavailable(message)
    statement = OnnxEngine(beside, 1).statement
    torch.set_num_threads(threads)
    try:
        return TorchEngine(path, statement)
    except Exception as error:
        message = f"model file {path} cannot be used: {error}"
        raise ModelUnavailable(message) from error
