"""Keeps processes running: starts them in order, brings back what crashes, stops them in reverse."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from storewalk_embedded.errors import EmbeddedError
from storewalk_embedded.files import write_json

FIRST_WAIT_S, LONGEST_WAIT_S = 0.5, 30.0
"""A crash is answered after half a second; each further one waits twice as long, up to the longest."""

CALM_S = 60.0
"""After running this long, a crash counts as the first again."""


class Supervised(Protocol):
    """Anything that can be started, looked at and stopped."""

    @property
    def name(self) -> str:
        """What messages call it."""
        ...

    @property
    def running(self) -> bool:
        """Whether it lives."""
        ...

    @property
    def pid(self) -> int | None:
        """Its process id, while there is one."""
        ...

    def start(self) -> None:
        """Start it, also after a crash."""
        ...

    def stop(self) -> None:
        """Stop it and whatever is left of it."""
        ...


@dataclass
class _Watched:
    item: Supervised
    started_at: float
    wait_s: float = FIRST_WAIT_S
    restart_at: float | None = None


class Supervisor:
    """Watches items in the order in which they depend on each other."""

    def __init__(self, say: Callable[[str], None], *, pid_file: Path | None = None) -> None:
        """Messages about crashes go to say; process ids by name are kept in pid_file."""
        self._say, self._pid_file = say, pid_file
        self._watched: list[_Watched] = []

    def start(self, item: Supervised) -> None:
        """Start the item and watch it from now on."""
        item.start()
        self.watch(item)

    def watch(self, item: Supervised) -> None:
        """Watch an item that runs already."""
        self._watched.append(_Watched(item, time.monotonic()))
        self._write_pids()

    def tick(self) -> None:
        """Look at every item once, and restart what has stopped and waited long enough."""
        for watched in self._watched:
            if not watched.item.running:
                self._bring_back(watched)

    def stop(self) -> None:
        """Stop everything, the last started first."""
        while self._watched:
            self._watched.pop().item.stop()
        if self._pid_file is not None:
            self._pid_file.unlink(missing_ok=True)

    def _bring_back(self, watched: _Watched) -> None:
        now = time.monotonic()
        if watched.restart_at is None:
            if now - watched.started_at > CALM_S:
                watched.wait_s = FIRST_WAIT_S
            watched.restart_at = now + watched.wait_s
            self._say(f"{watched.item.name} stopped; starting it again in {watched.wait_s:g} s")
            watched.wait_s = min(watched.wait_s * 2, LONGEST_WAIT_S)
        elif now >= watched.restart_at:
            watched.restart_at = None
            watched.started_at = now
            try:
                watched.item.stop()  # what the crash has left of its group
                watched.item.start()
            except EmbeddedError as error:
                self._say(str(error))
            self._write_pids()

    def _write_pids(self) -> None:
        if self._pid_file is not None:
            pids = {item.name: item.pid for item in (watched.item for watched in self._watched) if item.pid}
            write_json(self._pid_file, pids)
