"""Processes on this machine."""

import asyncio
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Final, ParamSpec, TypeVar

from storewalk.core.batch import Batch, WorkerLost, Workers

P = ParamSpec("P")
R = TypeVar("R")


LOOK_EVERY_S: Final = 1.0


def _end_with(parent: int) -> None:
    """Have this process end when the one that started it is gone: killed, it tells nobody."""
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_EVERY_S)
    os._exit(1)


class LocalWorkers(Workers):
    """A pool of processes that were started afresh, with no thread or connection of this one."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        context = get_context("spawn")
        self.pool = ProcessPoolExecutor(count, mp_context=context, initializer=_end_with, initargs=(os.getpid(),))

    async def run(self, work: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
        """Run a function in the pool."""
        try:
            return await asyncio.wrap_future(self.pool.submit(work, *arguments, **named))
        except BrokenProcessPool as error:
            raise WorkerLost(str(error)) from error


class LocalBatch(Batch):
    """As many processes as asked for; without a number, one for each processor."""

    def __init__(self, processes: int) -> None:
        self.processes = processes or len(os.sched_getaffinity(0))

    async def start(self) -> LocalWorkers:
        """Start the pool; a process starts with its first work."""
        return LocalWorkers(self.processes)

    async def stop(self, workers: Workers) -> None:
        """End the processes; work that has not begun is dropped."""
        if isinstance(workers, LocalWorkers):
            await asyncio.to_thread(workers.pool.shutdown, cancel_futures=True)
