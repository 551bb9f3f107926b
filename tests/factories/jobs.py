"""Runs the real queue with the real handlers until nothing is due."""

import asyncio
from datetime import timedelta

from pgqueuer.types import QueueExecutionMode

from storewalk.core.jobs import JobHandler
from storewalk.core.platform import Platform
from storewalk.core.runner import queue
from storewalk.metadata import JOBS, SUBSCRIBERS

DUE = "SELECT count(*) FROM pgqueuer WHERE status = 'queued' AND execute_after <= now() + $1::interval"


class JobRunner:
    """Runs due jobs; `soon` also waits for retries that are due within that time."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform

    async def __call__(self, soon: timedelta = timedelta(0)) -> None:
        connection = await self.platform.database.connect()
        try:
            while True:
                queuer = queue(connection, self.platform, _fast(JOBS), SUBSCRIBERS, ())
                await queuer.qm.run(
                    batch_size=10,
                    mode=QueueExecutionMode.drain,
                    dequeue_timeout=timedelta(milliseconds=50),
                    log_aggregation_interval=timedelta(0),
                )
                if not await connection.fetchval(DUE, soon):
                    return
                await asyncio.sleep(0.05)
        finally:
            await connection.close()


def _fast(jobs: tuple[JobHandler, ...]) -> list[JobHandler]:
    """Return the handlers with waits of milliseconds, so that a test of retries takes no minutes."""
    wait = timedelta(milliseconds=20)
    return [
        JobHandler(j.job, j.run, attempts=j.attempts, first_wait=wait, longest_wait=wait, concurrency=j.concurrency)
        for j in jobs
    ]
