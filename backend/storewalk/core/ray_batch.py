"""Processes of a Ray cluster. Its nodes need this package, of the same version, and reach the same object store."""

import asyncio
from collections.abc import Callable
from threading import Lock
from typing import Any, ClassVar, ParamSpec, TypeVar

import ray
from ray.exceptions import RayTaskError, WorkerCrashedError

from storewalk.core.batch import Batch, WorkerLost, Workers

P = ParamSpec("P")
R = TypeVar("R")


class RayWorkers(Workers):
    """The cluster's processors; a task takes one."""

    async def run(self, work: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
        """Run a function as a task of the cluster, which also runs it again if a node is lost."""
        if not ray.is_initialized():  # Ray would start a cluster of its own
            raise WorkerLost("no cluster is connected")
        task: Any = ray.remote(num_cpus=1)(work)
        try:
            return await asyncio.wrap_future(task.remote(*arguments, **named).future())
        except RayTaskError as error:
            raise error.cause from error
        except WorkerCrashedError as error:
            raise WorkerLost(str(error)) from error


class RayBatch(Batch):
    """A cluster at an address: `host:port` of its head, or `ray://host:port` through a client.

    A process has one connection, which Ray keeps for it: the first of its users makes it, the last one to let go
    closes it, so that the end of a night's work leaves alone what else runs there.
    """

    _users: ClassVar[int] = 0
    _turn: ClassVar[Lock] = Lock()

    def __init__(self, address: str) -> None:
        self.address = address

    async def start(self) -> RayWorkers:
        """Connect to the cluster."""
        return RayWorkers(await asyncio.to_thread(self._join))

    async def stop(self, workers: Workers) -> None:
        """Let go of the cluster, which goes on."""
        del workers
        await asyncio.to_thread(self._leave)

    def _join(self) -> int:
        """Return how many processors the cluster has."""
        with RayBatch._turn:
            if not ray.is_initialized():
                ray.init(address=self.address, log_to_driver=False, configure_logging=False)
                RayBatch._users = 0
            processors = max(int(ray.cluster_resources().get("CPU", 1)), 1)
            RayBatch._users += 1
            return processors

    @staticmethod
    def _leave() -> None:
        with RayBatch._turn:
            RayBatch._users -= 1
            if RayBatch._users <= 0:
                ray.shutdown()
