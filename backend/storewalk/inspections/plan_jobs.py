"""What plans do in the background: make visits ahead, and draw which own checks are looked at again."""

from storewalk.core.jobs import Job, JobContext, JobHandler, Schedule
from storewalk.inspections.plans.ask import PlanVisits
from storewalk.inspections.plans.generate import plan_ahead
from storewalk.inspections.plans.pull import pull_forward
from storewalk.inspections.plans.queries import find_schedule, schedules_to_plan
from storewalk.inspections.plans.sample import plan_samples


class DrawSamples(Job, label="inspections.draw_samples"):
    """Plan visits that look at own checks again."""


async def run_plan_visits(ctx: JobContext, job: PlanVisits) -> None:
    """Make visits ahead and bring those of stores that fare worse forward, each schedule in a transaction of its own.

    Safe to run twice, or twice at once: see `plan_ahead` and `pull_forward`.
    """
    async with ctx.tx() as tx:
        wanted = [job.schedule_id] if job.schedule_id else await schedules_to_plan(tx)
    for schedule_id in wanted:
        async with ctx.tx() as tx:
            schedule = await find_schedule(tx, schedule_id)
            if schedule is not None:
                await pull_forward(tx, schedule)
                await plan_ahead(tx, schedule)


async def run_draw_samples(ctx: JobContext, job: DrawSamples) -> None:
    """Draw own checks. Safe to run twice: see `plan_samples`."""
    del job
    async with ctx.tx() as tx:
        await plan_samples(tx)


JOBS = (JobHandler(PlanVisits, run_plan_visits), JobHandler(DrawSamples, run_draw_samples))
SCHEDULES = (
    Schedule("inspections.plan_visits", "10 17 * * *", PlanVisits()),  # ten past one at night in China
    Schedule("inspections.draw_samples", "40 17 * * *", DrawSamples()),
)
