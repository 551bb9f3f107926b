"""Runs the real queue with the real handlers until nothing is due."""

import asyncio
from datetime import timedelta

from storewalk.core.jobs import JobHandler
from storewalk.core.platform import Platform
from storewalk.core.runner import working
from storewalk.metadata import JOBS, SUBSCRIBERS

DUE = """
SELECT exists (SELECT 1 FROM pgqueuer
WHERE status = 'picked' OR status = 'queued' AND execute_after <= now() + $1::interval)"""
WAIT = timedelta(milliseconds=20)


class JobRunner:
    """Runs due jobs; `soon` also waits for what is due within that time, `also` knows jobs of the test's own."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform

    async def __call__(self, soon: timedelta = timedelta(0), also: tuple[JobHandler, ...] = ()) -> None:
        if await self._due(soon):
            async with working(self.platform, _fast(JOBS + also), SUBSCRIBERS) as settle:
                while await self._due(soon):
                    await settle()
                    await asyncio.sleep(0.005)

    async def _due(self, soon: timedelta) -> bool:
        """Tell whether a job is under way or due, or will be tried again at once."""
        async with self.platform.session() as (_, raw):
            return bool(await raw.fetchval(DUE, soon + 2 * WAIT))


def _fast(jobs: tuple[JobHandler, ...]) -> list[JobHandler]:
    """Return the handlers with waits of milliseconds, so that a test of retries takes no minutes."""
    return [
        JobHandler(j.job, j.run, attempts=j.attempts, first_wait=WAIT, longest_wait=WAIT, concurrency=j.concurrency)
        for j in jobs
    ]
