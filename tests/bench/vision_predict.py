"""What Ultralytics' own predict takes for the same photos and the same network, where torch is installed."""

import time
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image

MODEL = Path(__file__).parents[2] / "ml" / "models" / "shelf.onnx"
ROUNDS = 5


def predict_ms(photos: list[bytes]) -> str:
    """Say its processor time for one photo on one thread, the best of some rounds; or why it was not measured."""
    if find_spec("torch") is None or find_spec("ultralytics") is None:
        return "vision: Ultralytics' own predict was not measured: torch and ultralytics are not installed here"
    import_module("torch").set_num_threads(1)
    with TemporaryDirectory() as folder:
        checkpoint = Path(folder) / "shelf.pt"
        side = import_module("shelfvision.export.weights").write_checkpoint(MODEL, checkpoint)
        network = import_module("ultralytics").YOLO(str(checkpoint))
        pictures = [Image.open(BytesIO(photo)) for photo in photos]
        best = min(_round(network, pictures, side) for _ in range(ROUNDS))
    return f"vision: Ultralytics' own predict at {side} px takes {best * 1000:.1f} CPU-ms a photo, one pass"


def _round(network: Any, pictures: Sequence[Image.Image], side: int) -> float:
    started = time.process_time()
    for picture in pictures:
        network.predict(picture, imgsz=side, device="cpu", verbose=False)
    return (time.process_time() - started) / len(pictures)
