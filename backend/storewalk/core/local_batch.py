"""Processes on this machine."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

from storewalk.core.batch import Batch, WorkerLost, Workers

P = ParamSpec("P")
R = TypeVar("R")


class LocalWorkers(Workers):
    """A pool of processes that were started afresh, with no thread or connection of this one."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"))

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
