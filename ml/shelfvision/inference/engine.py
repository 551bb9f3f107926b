"""The network behind one small interface, whichever library runs it."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from shelfvision.inference.session import ModelUnavailable, OnnxEngine
from shelfvision.inference.together import Together

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray


class Backend(StrEnum):
    """What runs the network; ``auto`` takes torch for a ``.pt``, else OpenVINO where installed, else onnxruntime."""

    AUTO = "auto"
    ONNXRUNTIME = "onnxruntime"
    OPENVINO = "openvino"
    TORCH = "torch"


class Engine(Protocol):
    """A loaded network; safe to call from several threads."""

    @property
    def statement(self) -> str:
        """What the model file says of itself, as JSON; empty where it says nothing."""
        ...

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Run pictures (n, 3, h, w; 0 to 1) and return the raw output (n, 4 + labels, anchors)."""
        ...


MODULES = {
    Backend.OPENVINO: ("shelfvision.inference.openvino_engine", ("openvino",), "pip install 'storewalk[openvino]'"),
    Backend.TORCH: ("shelfvision.export.torch_engine", ("torch", "ultralytics"), "pip install torch ultralytics"),
}
AT_ONCE = 8  # pictures that a graphics card is given together


def open_engine(path: Path, threads: int, backend: Backend = Backend.AUTO) -> Engine:
    """Load a network. Each library is imported only when it is chosen.

    Raises:
        ModelUnavailable: if the file is missing or damaged, or the library is not installed or runs no such files.
    """
    chosen = backend if backend is not Backend.AUTO else _best_for(path)
    if (path.suffix == ".pt") != (chosen is Backend.TORCH):
        message = f"backend {chosen} does not run {path.name}: torch runs .pt files, the others .onnx files"
        raise ModelUnavailable(message)
    if not path.is_file():
        message = f"model file {path} is missing"
        raise ModelUnavailable(message)
    if chosen is Backend.ONNXRUNTIME:
        return OnnxEngine(path, threads)
    module, needed, remedy = MODULES[chosen]
    missing = [name for name in needed if find_spec(name) is None]
    if missing:
        message = f"backend {chosen} needs {' and '.join(missing)}, not installed here: {remedy}"
        raise ModelUnavailable(message)
    engine: Engine = import_module(module).open_engine(path, threads)
    return Together(engine, AT_ONCE) if chosen is Backend.TORCH else engine


def _best_for(path: Path) -> Backend:
    if path.suffix == ".pt":
        return Backend.TORCH
    return Backend.ONNXRUNTIME if find_spec("openvino") is None else Backend.OPENVINO
