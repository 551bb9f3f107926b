"""A block of photos in, their readings out: what a worker process or a Ray task runs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from shelfvision.inference.api import Backend, ShelfReader, ShelfReading
from shelfvision.inference.photo_file import FileFault, open_photo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray


Photo: TypeAlias = "bytes | NDArray[np.uint8]"
"""The content of a file, or its pixels (height, width, 3; RGB, upright)."""


class Answer(Struct, frozen=True):
    """What became of one photo: its reading, what is wrong with its file, or the error that reading it ended in.

    A picture that no camera took has a fault beside its reading.
    """

    reading: ShelfReading | None
    fault: FileFault | None = None
    error: str | None = None


def detect_batch(photos: Sequence[Photo], model: Path, lanes: int = 1, backend: Backend = Backend.AUTO) -> list[Answer]:
    """Read photos, and answer in their order, each as if it had come alone.

    ``lanes`` threads each take a photo from its bytes to its reading; decoding, scaling and the network leave the
    interpreter to one another, so that as many processors are kept busy. The model stays loaded in this process. Safe
    to run twice: nothing is kept. An error costs its own photo only. Raises ModelUnavailable.
    """
    reader = _loaded(model, model.stat().st_mtime_ns if model.exists() else 0, backend)
    with ThreadPoolExecutor(lanes) as pool:
        return list(pool.map(partial(answer, reader), photos))


def answer(reader: ShelfReader, photo: Photo) -> Answer:
    """Read one photo from its bytes, or its pixels if it was decoded already."""
    try:
        if not isinstance(photo, bytes):
            return Answer(reader.read([photo])[0])
        image, fault, _, _ = open_photo(photo, reader.longest)
        return Answer(None if image is None else reader.read([image])[0], fault)
    except Exception as error:  # noqa: BLE001 - its neighbours are read all the same
        return Answer(None, error=repr(error))


@lru_cache(maxsize=1)
def _loaded(model: Path, changed_ns: int, backend: Backend) -> ShelfReader:
    """Load a model once a process, and again when its file has changed."""
    del changed_ns
    return ShelfReader(model, backend=backend)
