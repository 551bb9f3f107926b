"""What runs the network is chosen by name; what is missing is named; pictures of several threads go together."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from threading import Event
from typing import TYPE_CHECKING

import numpy as np
import pytest

from shelfvision.inference.engine import Backend, open_engine
from shelfvision.inference.model import ShelfModel
from shelfvision.inference.session import ModelUnavailable, OnnxEngine
from shelfvision.inference.together import Together

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Planes = NDArray[np.float32]


class Sums:
    """A network that sums up each picture, after the gate was opened; a negative picture breaks it."""

    statement = "{}"

    def __init__(self) -> None:
        self.gate, self.entered = Event(), Event()
        self.sizes: list[int] = []

    def run(self, batch: Planes) -> Planes:
        self.sizes.append(len(batch))
        self.entered.set()
        assert self.gate.wait(10)
        if batch.min() < 0:
            raise ValueError("negative")
        return batch.sum(axis=(2, 3))


def picture(value: float, side: int = 4) -> Planes:
    return np.full((1, 3, side, side), value, np.float32)


@pytest.mark.skipif(find_spec("openvino") is not None, reason="OpenVINO is installed: auto takes it")
def test_onnxruntime_is_taken_where_nothing_else_is_installed(model_path: Path) -> None:
    assert {type(open_engine(model_path, 1, each)) for each in (Backend.AUTO, Backend.ONNXRUNTIME)} == {OnnxEngine}
    with pytest.raises(ModelUnavailable, match=r"openvino needs openvino, not installed here: pip install"):
        ShelfModel(model_path, 1, Backend.OPENVINO)


@pytest.mark.skipif(find_spec("openvino") is None, reason="OpenVINO is not installed (extra openvino)")
def test_openvino_reads_as_onnxruntime_does(model_path: Path) -> None:
    by_openvino, by_onnx = (ShelfModel(model_path, 1, each) for each in (Backend.OPENVINO, Backend.ONNXRUNTIME))
    assert by_openvino.facts == by_onnx.facts
    batch = np.random.default_rng(1).random((2, 3, 256, 320), np.float32)
    assert np.abs(by_openvino.run(batch)[:, 4:] - by_onnx.run(batch)[:, 4:]).max() < 0.02


def test_a_file_that_a_backend_cannot_run_and_a_library_that_is_missing_are_named(
    tmp_path: Path, model_path: Path
) -> None:
    checkpoint = tmp_path / "shelf.pt"
    checkpoint.write_bytes(b"weights")
    with pytest.raises(ModelUnavailable, match=r"torch does not run shelf\.onnx: torch runs \.pt files"):
        open_engine(model_path, 1, Backend.TORCH)
    with pytest.raises(ModelUnavailable, match=r"onnxruntime does not run shelf\.pt"):
        open_engine(checkpoint, 1, Backend.ONNXRUNTIME)
    if find_spec("torch") is None:
        with pytest.raises(ModelUnavailable, match=r"torch needs torch and ultralytics, not installed here"):
            open_engine(checkpoint, 1)


def test_pictures_that_wait_together_are_run_together_and_each_gets_its_own_answer() -> None:
    network = Sums()
    together = Together(network, at_once=3)
    with ThreadPoolExecutor(7) as pool:
        first = pool.submit(together.run, picture(1))
        assert network.entered.wait(10)
        rest = [pool.submit(together.run, each) for each in (picture(2), picture(3), picture(-1), picture(5, side=8))]
        while len(together.waiting) < 4:
            pass
        network.gate.set()
        assert first.result()[0, 0] == 16
        assert [future.result()[0, 0] for future in (rest[0], rest[1], rest[3])] == [32, 48, 320]
        with pytest.raises(ValueError, match="negative"):
            rest[2].result()
    assert sorted(network.sizes) == [1, 1, 1, 1, 1, 3]  # alone, three at once, each of them again, the other size
