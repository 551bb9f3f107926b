"""Runs the real queue with the real handlers until nothing is due."""

import asyncio
from datetime import timedelta

from storewalk.core.jobs import JobHandler
from storewalk.core.platform import Platform
from storewalk.core.runner import working
from storewalk.metadata import JOBS, SUBSCRIBERS

DUE = "SELECT exists (SELECT 1 FROM pgqueuer WHERE status = 'queued' AND execute_after <= now() + $1::interval)"


class JobRunner:
    """Runs due jobs; `soon` also waits for what is due within that time, `also` knows jobs of the test's own."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform

    async def __call__(self, soon: timedelta = timedelta(0), also: tuple[JobHandler, ...] = ()) -> None:
        while True:
            async with working(self.platform, _fast(JOBS + also), SUBSCRIBERS) as settle:
                await settle()
            async with self.platform.session() as (_, raw):
                if not await raw.fetchval(DUE, soon):
                    return
            await asyncio.sleep(0.02)


def _fast(jobs: tuple[JobHandler, ...]) -> list[JobHandler]:
    """Return the handlers with waits of milliseconds, so that a test of retries takes no minutes."""
    wait = timedelta(milliseconds=20)
    return [
        JobHandler(j.job, j.run, attempts=j.attempts, first_wait=wait, longest_wait=wait, concurrency=j.concurrency)
        for j in jobs
    ]
