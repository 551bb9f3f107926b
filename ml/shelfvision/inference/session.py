"""Opening a model file with onnxruntime, the same way for every model."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, cast

import onnxruntime

if TYPE_CHECKING:
    from pathlib import Path


class ModelUnavailable(Exception):
    """The model file is missing, damaged, or not one of ours."""


def open_session(path: Path, threads: int) -> Any:
    """Load a model for the CPU; the session is onnxruntime's own, which has no types.

    Raises:
        ModelUnavailable: if the file is missing or damaged.
    """
    if not path.is_file():
        message = f"model file {path} is missing"
        raise ModelUnavailable(message)
    options = cast("Any", onnxruntime).SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # gives memory back between photos
    options.enable_mem_pattern = False  # inputs differ in shape
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return cast("Any", onnxruntime).InferenceSession(os.fspath(path), options, ["CPUExecutionProvider"])
    except Exception as error:
        message = f"model file {path} cannot be used: {error}"
        raise ModelUnavailable(message) from error
