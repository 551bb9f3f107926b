"""What reading shelf photos costs, without queue, database or object store: `vision.*`.

`vision.ms_per_photo`: processor time of one thread from the bytes of a 640 x 640 JPEG to its reading; of each photo's
rounds the best counts, of the photos their mean. `vision.batch_vs_forward`: photos a second of `detect_batch` in two
threads, over those of the bare network in two threads on the very inputs that the reader gave it, so the same passes
of the same model; they take turns, and the best round of each counts, so that a busy machine meets both alike.
`vision.rss_mib`: the peak of a process of its own (`tests.bench.vision_process`) that reads photos up to 12 megapixels
in two threads, drawn apart from it.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from shelfvision.inference.api import ShelfReader
from shelfvision.inference.block import answer, detect_batch
from shelfvision.inference.engine import Backend, open_engine
from shelfvision.synth.api import draw_shelf
from tests.bench.rows import Row
from tests.bench.vision_predict import predict_ms
from tests.factories.photos import encoded

MODEL = Path(__file__).parents[2] / "ml" / "models" / "shelf.onnx"
PHOTOS, ROUNDS, LANES = 12, 7, 2
SIDE = 640
SHAPES = ((SIDE, SIDE), (1600, 1200), (3000, 4000), (4000, 3000))
READ = 48
PATIENCE_S = 300
Planes = NDArray[np.float32]


class Recorder(ShelfReader):
    """A reader that keeps what its network was given."""

    def __init__(self, model: Path) -> None:
        super().__init__(model, backend=Backend.ONNXRUNTIME)
        self.given: list[Planes] = []
        run = self._model.run

        def recorded(batch: Planes) -> Planes:
            self.given.append(batch)
            return run(batch)

        self._model.run = recorded


def measure() -> list[Row]:
    """Return the rows, and print what Ultralytics' own predict takes where torch is installed."""
    shelves = [draw_shelf(7000 + seed, SIDE, SIDE, gaps=seed % 4).image for seed in range(PHOTOS)]
    photos = [encoded(shelf, quality=90) for shelf in shelves]
    ms, share = ms_per_photo(photos), batch_vs_forward(photos)
    print(predict_ms(photos))
    return [
        Row("vision.ms_per_photo", ms, "CPU-ms, 640 px JPEG, one core", 150, "lower"),
        Row("vision.batch_vs_forward", share, "of the bare network, 2 threads", 0.8, "higher"),
        Row("vision.rss_mib", peak_mib(shelves), "MiB at most, up to 12 MP", 300, "lower"),
    ]


def ms_per_photo(photos: list[bytes]) -> float:
    """Return the processor time of one photo in milliseconds."""
    reader = ShelfReader(MODEL, threads=1)
    spent: list[list[float]] = []
    for _ in range(ROUNDS):
        spent.append([])
        for photo in photos:
            started = time.process_time()
            answer(reader, photo)
            spent[-1].append(time.process_time() - started)
    return float(np.min(spent, axis=0).mean()) * 1000


def batch_vs_forward(photos: list[bytes]) -> float:
    """Return the rate of the whole path over that of the bare network."""
    recorder = Recorder(MODEL)
    for photo in photos:
        answer(recorder, photo)
    engine = open_engine(MODEL, threads=1, backend=Backend.ONNXRUNTIME)

    def bare() -> None:
        with ThreadPoolExecutor(LANES) as pool:
            list(pool.map(engine.run, recorder.given))

    def whole() -> None:
        detect_batch(photos, MODEL, LANES, Backend.ONNXRUNTIME)

    ways: list[Callable[[], None]] = [bare, whole]
    for way in ways:
        way()
    best = [min(times) for times in zip(*([_seconds(way) for way in ways] for _ in range(ROUNDS)), strict=True)]
    return best[0] / best[1]


def _seconds(way: Callable[[], None]) -> float:
    started = time.perf_counter()
    way()
    return time.perf_counter() - started


def peak_mib(shelves: list[Image.Image]) -> float:
    """Return the peak memory of a process that reads photos of many shapes."""
    with TemporaryDirectory() as folder:
        files: list[str] = []
        for number in range(READ):
            shape = SHAPES[number % len(SHAPES)]
            files.append(f"{folder}/{number}.jpg")
            shelves[number % len(shelves)].resize(shape).save(files[-1], quality=85)
        arguments = [sys.executable, "-m", "tests.bench.vision_process", str(MODEL), str(LANES), *files]
        done = subprocess.run(arguments, capture_output=True, text=True, check=True, timeout=PATIENCE_S)
    read, peak = done.stdout.split()
    if int(read) != READ:
        raise RuntimeError(f"only {read} of {READ} photos were read")
    return float(peak)
