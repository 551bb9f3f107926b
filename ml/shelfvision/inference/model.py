"""The model file: its facts, checked, and the network that goes with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
import numpy as np
from msgspec import Meta

from shelfvision.data.photos import CLASS_NAMES, Label
from shelfvision.inference.calibration import Curve
from shelfvision.inference.certainty import Certainty
from shelfvision.inference.engine import Backend, open_engine
from shelfvision.inference.fusion import Look
from shelfvision.inference.session import ModelUnavailable

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

Share = Annotated[float, Meta(gt=0, lt=1)]
Pixels = Annotated[int, Meta(gt=0, le=4096)]


class TilePolicy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When and how a large photo is read by tiles; see ``passes.look``.

    ``grids`` are the tiles along each side, tried in this order while the median facing is narrower than ``small``
    input pixels; neighbouring tiles share ``overlap`` of their side. No photo costs more than one pass and those of
    every grid, or than the model's looks.
    """

    grids: Annotated[tuple[Annotated[int, Meta(ge=2, le=4)], ...], Meta(max_length=3)]
    overlap: Annotated[float, Meta(ge=0.05, le=0.5)]
    small: Annotated[float, Meta(gt=0)]


class ModelFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the model file says of itself.

    ``side`` and ``stride`` are input pixels, ``thresholds`` the least score of each label, ``overlap`` the limit of
    suppression, ``sure`` the confidence under which a reading is unsure. Where there is a ``calibration``, a curve for
    each label, scores and all limits of scores are probabilities; ``certainty`` gives the confidence of a reading.
    """

    version: Annotated[str, Meta(min_length=1)]
    labels: tuple[Label, ...]
    thresholds: tuple[Share, ...]
    side: Pixels
    stride: Pixels
    overlap: Share
    sure: Share
    tiles: TilePolicy
    calibration: tuple[Curve, ...] | None = None
    looks: Annotated[tuple[Look, ...], Meta(min_length=1, max_length=8)] = (Look(),)
    certainty: Certainty | None = None

    def __post_init__(self) -> None:
        """Refuse facts that contradict one another. Raises ValueError."""
        if sorted(self.labels) != sorted(CLASS_NAMES):
            message = f"labels are {self.labels}, not {CLASS_NAMES}"
            raise ValueError(message)
        if len(self.thresholds) != len(self.labels):
            message = f"{len(self.thresholds)} thresholds for {len(self.labels)} labels"
            raise ValueError(message)
        if self.calibration is not None and len(self.calibration) != len(self.labels):
            message = f"{len(self.calibration)} calibration curves for {len(self.labels)} labels"
            raise ValueError(message)
        if self.side % self.stride:
            message = f"side {self.side} is no multiple of stride {self.stride}"
            raise ValueError(message)


class ShelfModel:
    """A loaded model; safe to call from several threads."""

    def __init__(self, path: Path, threads: int, backend: Backend = Backend.AUTO) -> None:
        """Load the file.

        Raises:
            ModelUnavailable: if it is missing, damaged, or lacks the metadata of this package, or the backend is not
                installed.
        """
        self._engine = open_engine(path, threads, backend)
        try:
            self.facts = msgspec.json.decode(self._engine.statement, type=ModelFacts)
            self._check_output()
        except Exception as error:
            message = f"model file {path} cannot be used: {error}"
            raise ModelUnavailable(message) from error

    def _check_output(self) -> None:
        """Refuse a network whose output has not four edges and one score for each label. Raises ValueError.

        The file names the size of its output only by a symbol, so the least picture is run once.
        """
        rows = self.run(np.zeros((1, 3, self.facts.stride, self.facts.stride), np.float32)).shape[1]
        if rows != 4 + len(self.facts.labels):
            message = f"the network gives {rows} values a box for {len(self.facts.labels)} labels"
            raise ValueError(message)

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Run photos (n, 3, h, w; 0 to 1) and return the raw output (n, 4 + labels, anchors)."""
        return self._engine.run(batch)
