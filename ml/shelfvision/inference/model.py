"""The model file: its facts, and running it with onnxruntime."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Protocol, cast

import msgspec
import onnxruntime

from shelfvision.data.photos import Label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

METADATA_KEY = "shelfvision"


class ModelUnavailable(Exception):
    """The model file is missing, damaged, or not one of ours."""


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
        if not path.is_file():
            message = f"model file {path} is missing"
            raise ModelUnavailable(message)
        options = cast("Any", onnxruntime).SessionOptions()  # the extension module has no types
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # gives memory back between photos
        options.enable_mem_pattern = False  # inputs differ in shape
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            session = cast("Any", onnxruntime).InferenceSession(os.fspath(path), options, ["CPUExecutionProvider"])
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
