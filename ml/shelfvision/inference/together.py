"""Pictures that several threads want seen at the same time go through the network together."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from shelfvision.inference.engine import Engine

    Planes = NDArray[np.float32]


class Together:
    """Gathers what comes while the network is busy, up to ``at_once`` pictures of one size, into its next run.

    Nothing is ever waited for: a picture that comes alone runs alone and at once. When a run of several fails, each
    is run by itself, so that only the one at fault fails.
    """

    def __init__(self, engine: Engine, at_once: int) -> None:
        """Take the engine that is run by one thread at a time."""
        self._engine = engine
        self._at_once = at_once
        self.waiting: list[tuple[Planes, Future[Planes]]] = []
        self._gathering, self._running = Lock(), Lock()

    @property
    def statement(self) -> str:
        """What the model file says of itself."""
        return self._engine.statement

    def run(self, batch: Planes) -> Planes:
        """Run pictures, beside those of other threads; see ``Engine.run``."""
        future: Future[Planes] = Future()
        with self._gathering:
            self.waiting.append((batch, future))
        while not future.done():
            with self._running:  # whoever comes in takes all that wait, the own picture among them unless it is done
                if not future.done():
                    self._run(self._taken())
        return future.result()

    def _taken(self) -> list[tuple[Planes, Future[Planes]]]:
        """Take the oldest waiting picture and others of its size."""
        with self._gathering:
            size, room = self.waiting[0][0].shape[1:], self._at_once
            taken: list[tuple[Planes, Future[Planes]]] = []
            left: list[tuple[Planes, Future[Planes]]] = []
            for batch, future in self.waiting:
                fits = batch.shape[1:] == size and (len(batch) <= room or not taken)
                (taken if fits else left).append((batch, future))
                room -= len(batch) if fits else 0
            self.waiting = left
        return taken

    def _run(self, taken: Sequence[tuple[Planes, Future[Planes]]]) -> None:
        """Run what was taken and answer it."""
        try:
            seen = self._engine.run(np.concatenate([batch for batch, _ in taken]))
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is told to whose picture it was
            if len(taken) == 1:
                taken[0][1].set_exception(fault)
            else:
                for one in taken:
                    self._run([one])
            return
        parts = np.split(seen, np.cumsum([len(batch) for batch, _ in taken])[:-1])
        for (_, future), part in zip(taken, parts, strict=True):
            future.set_result(part)
