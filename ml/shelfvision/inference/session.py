"""Opening a model file with onnxruntime, the same way for every model; and the shelf network run by it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, cast

import onnxruntime

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

METADATA_KEY = "shelfvision"


class ModelUnavailable(Exception):
    """The model file is missing, damaged, or not one of ours."""


def open_session(path: Path, threads: int, *, arena: bool = False) -> Any:
    """Load a model for the CPU; the session is onnxruntime's own, which has no types.

    An ``arena`` keeps the memory of the largest run for the next: a tenth faster. Without one it is given back.

    Raises:
        ModelUnavailable: if the file is missing or damaged.
    """
    if not path.is_file():
        message = f"model file {path} is missing"
        raise ModelUnavailable(message)
    options = cast("Any", onnxruntime).SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = arena
    options.enable_mem_pattern = False  # inputs differ in shape
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return cast("Any", onnxruntime).InferenceSession(os.fspath(path), options, ["CPUExecutionProvider"])
    except Exception as error:
        message = f"model file {path} cannot be used: {error}"
        raise ModelUnavailable(message) from error


class OnnxEngine:
    """The shelf network run by onnxruntime; see ``engine.Engine``."""

    def __init__(self, path: Path, threads: int) -> None:
        """Load the file. Raises ModelUnavailable."""
        self._session = open_session(path, threads, arena=True)
        self._input = cast("str", self._session.get_inputs()[0].name)
        self.statement = cast("dict[str, str]", self._session.get_modelmeta().custom_metadata_map).get(METADATA_KEY, "")

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Run pictures; see ``Engine.run``."""
        return self._session.run(None, {self._input: batch})[0]
