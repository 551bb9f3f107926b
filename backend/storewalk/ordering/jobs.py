"""Each night the history of demand is brought up to the day before."""

from storewalk.core.jobs import Job, JobContext, JobHandler, Schedule
from storewalk.ordering.service.append import append


class AppendDemand(Job, label="ordering.append_demand"):
    """Put the days that have changed into the history of demand."""


async def append_demand(ctx: JobContext, job: AppendDemand) -> None:
    """Bring the history on. Safe to run twice: see `append`."""
    del job
    await append(ctx)


JOBS = (JobHandler(AppendDemand, append_demand),)
SCHEDULES = (Schedule("ordering.append_demand", "30 18 * * *", AppendDemand()),)  # half past two at night in China
