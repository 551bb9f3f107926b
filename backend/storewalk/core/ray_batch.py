"""Processes of a Ray cluster. Its nodes need this package, of the same version, and reach the same object store."""

import asyncio
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import ray
from ray.exceptions import RayTaskError, WorkerCrashedError

from storewalk.core.batch import Batch, WorkerLost, Workers

P = ParamSpec("P")
R = TypeVar("R")


class RayWorkers(Workers):
    """The cluster's processors; a task takes one."""

    async def run(self, work: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
        """Run a function as a task of the cluster, which also runs it again if a node is lost."""
        task: Any = ray.remote(num_cpus=1)(work)
        try:
            return await asyncio.wrap_future(task.remote(*arguments, **named).future())
        except RayTaskError as error:
            raise error.cause from error
        except WorkerCrashedError as error:
            raise WorkerLost(str(error)) from error


class RayBatch(Batch):
    """A cluster at an address: `host:port` of its head, or `ray://host:port` through a client."""

    def __init__(self, address: str) -> None:
        self.address = address

    async def start(self) -> RayWorkers:
        """Connect to the cluster."""
        await asyncio.to_thread(
            ray.init, address=self.address, ignore_reinit_error=True, log_to_driver=False, configure_logging=False
        )
        return RayWorkers(max(int(ray.cluster_resources().get("CPU", 1)), 1))

    async def stop(self, workers: Workers) -> None:
        """Disconnect; the cluster goes on."""
        del workers
        await asyncio.to_thread(ray.shutdown)
