"""The reader for the next photo: by the model that counts at that moment, an organization's own where it has one."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from shelfvision.inference.api import Backend, ModelUnavailable, ShelfReader
from shelfvision.learning.registry import POINTER, Registry, RegistryFault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOST_LOADED = 3  # models in memory; some 40 MB each


class ModelSource:
    """Gives readers by a model file, or by a folder of versions (``registry``) whose pointers may change at any time.

    Between photos a pointer costs one look at its file's time and size. A version that cannot be loaded is refused:
    the one before it goes on, and ``refused`` is told once. Safe to call from several threads.
    """

    def __init__(
        self, place: Path, refused: Callable[[str], None], threads: int = 1, backend: Backend = Backend.AUTO
    ) -> None:
        """Take a file or a folder; nothing is loaded yet."""
        self._place, self._threads, self._backend, self._refused = place, threads, backend, refused
        self._lock = Lock()
        self._seen: dict[Path, tuple[int, int, int] | None] = {}
        self._good: dict[Path, Path] = {}
        self._loaded: OrderedDict[Path, ShelfReader] = OrderedDict()
        self._fault: dict[Path, str] = {}

    def reader(self, organization: str) -> ShelfReader:
        """Return the reader for a photo of an organization.

        Raises:
            ModelUnavailable: there is no model that can be loaded, and none was before.
        """
        with self._lock:
            if not self._place.is_dir():
                return self._current(self._place)
            own = self._place / organization
            if organization and (own / POINTER).is_file():
                try:
                    return self._current(own)
                except ModelUnavailable:
                    pass  # it was told; the common model goes on
            return self._current(self._place)

    def _current(self, place: Path) -> ShelfReader:
        """Return the reader of a file or of a folder's pointer, the last good one where the present one is damaged."""
        watched = place / POINTER if place.is_dir() else place
        mark = _mark(watched)
        if place not in self._seen or self._seen[place] != mark:
            self._seen[place] = mark
            self._fault.pop(place, None)
            try:
                self._keep(file := _pointed(place))
                self._good[place] = file
            except (ModelUnavailable, RegistryFault) as fault:
                self._fault[place] = str(fault)
                self._refused(str(fault))
        if place not in self._good:
            raise ModelUnavailable(self._fault[place])
        return self._reader(self._good[place])

    def _reader(self, file: Path) -> ShelfReader:
        """Return a model's reader, loaded again where others were asked for more lately."""
        if file not in self._loaded:
            self._keep(file)
        self._loaded.move_to_end(file)
        return self._loaded[file]

    def _keep(self, file: Path) -> None:
        """Load a model as it is now; where that fails, the reader of the same file as it was stays."""
        self._loaded[file] = ShelfReader(file, self._threads, self._backend)
        self._loaded.move_to_end(file)
        if len(self._loaded) > MOST_LOADED:
            self._loaded.popitem(last=False)


def model_file(place: Path, organization: str) -> Path:
    """Return the file that an organization's photos are read by now. Raises ModelUnavailable."""
    own = place / organization
    try:
        return _pointed(own if place.is_dir() and (own / POINTER).is_file() else place)
    except RegistryFault as fault:
        raise ModelUnavailable(str(fault)) from fault


def _mark(file: Path) -> tuple[int, int, int] | None:
    """Return what tells one state of a file from another, None where there is none."""
    try:
        state = file.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def _pointed(place: Path) -> Path:
    """Return the model file of a place. Raises RegistryFault."""
    if not place.is_dir():
        return place
    registry = Registry(place)
    pointer = registry.pointer()
    if pointer is None:
        raise RegistryFault(f"no version counts in {place}: choose one by shelfvision models promote --folder {place}")
    return registry.model(pointer.version)
