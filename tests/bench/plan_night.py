"""`python -m tests.bench.plan_night ORGANIZATION`: one night's plan, as a worker runs it, with what it cost."""

import asyncio
import os
import resource
import sys
from uuid import UUID

from storewalk.composition import build_platform
from storewalk.core.jobs import JobContext
from storewalk.core.messages import read_catalog
from storewalk.core.settings import load
from storewalk.ordering.service.plan import plan
from storewalk.worker import resources


async def night(org_id: UUID) -> int:
    """Plan all stores of an organization, and return how many."""
    settings = load(os.environ)
    platform = build_platform(settings, catalog=read_catalog(), resources=resources(settings))
    try:
        return await plan(JobContext(platform, org_id), platform.clock.now())
    finally:
        await platform.close()


if __name__ == "__main__":  # the processes that the night starts load this module too
    planned = asyncio.run(night(UUID(sys.argv[1])))
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(planned, sum(each.ru_utime + each.ru_stime for each in spent))
