"""Work for many processors: functions that run in processes of their own, on this machine or on a Ray cluster."""

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Workers(ABC):
    """Processes that are up, and how many of them work at a time."""

    def __init__(self, count: int) -> None:
        self.count = count

    @abstractmethod
    async def run(self, work: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
        """Run a function of a module in one of the processes and return what it returns; both are pickled.

        Raises what the function raises, and `WorkerLost` if its process ended without an answer.
        """


class WorkerLost(Exception):
    """A process ended before its work did; the work may be done again."""


class Batch(ABC):
    """Where processes come from."""

    @abstractmethod
    async def start(self) -> Workers:
        """Start processes, or connect to those of a cluster."""

    @abstractmethod
    async def stop(self, workers: Workers) -> None:
        """Let them go: an idle worker holds no memory of a night's work."""

    @asynccontextmanager
    async def workers(self) -> AsyncGenerator[Workers]:
        """Give processes until the block ends."""
        workers = await self.start()
        try:
            yield workers
        finally:
            await self.stop(workers)
