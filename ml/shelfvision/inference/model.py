"""The model file: its facts, and running it with onnxruntime."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

import msgspec

from shelfvision.data.photos import Label
from shelfvision.inference.session import ModelUnavailable, open_session

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

METADATA_KEY = "shelfvision"


class ModelFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the model file says of itself.

    ``side`` and ``stride`` are input pixels, ``thresholds`` the least score of each label, ``overlap`` the limit of
    suppression, ``sure`` the median score under which a reading is unsure.
    """

    version: str
    labels: tuple[Label, ...]
    thresholds: tuple[float, ...]
    side: int
    stride: int
    overlap: float
    sure: float


class _Session(Protocol):
    """The part of onnxruntime's untyped session that is used here."""

    def run(
        self, output_names: None, input_feed: Mapping[str, NDArray[np.float32]]
    ) -> Sequence[NDArray[np.float32]]: ...


class ShelfModel:
    """A loaded model; safe to call from several threads."""

    def __init__(self, path: Path, threads: int) -> None:
        """Load the file.

        Raises:
            ModelUnavailable: if it is missing, damaged, or lacks the metadata of this package.
        """
        session = open_session(path, threads)
        try:
            properties = cast("dict[str, str]", session.get_modelmeta().custom_metadata_map)
            self.facts = msgspec.json.decode(properties[METADATA_KEY], type=ModelFacts)
            self._input = cast("str", session.get_inputs()[0].name)
        except Exception as error:
            message = f"model file {path} cannot be used: {error}"
            raise ModelUnavailable(message) from error
        self._session = cast("_Session", session)

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Run photos (n, 3, h, w; 0 to 1) and return the raw output (n, 4 + labels, anchors)."""
        return self._session.run(None, {self._input: batch})[0]
