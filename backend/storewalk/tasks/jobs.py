"""The background work of this room."""

from storewalk.core.events import Subscriber
from storewalk.core.jobs import JobContext, JobHandler, Schedule
from storewalk.tasks.service.escalate import escalate
from storewalk.tasks.work import EscalateTask


async def escalate_task(ctx: JobContext, job: EscalateTask) -> None:
    """Escalate a task at its due time. Safe to run twice and by two workers: see `escalate`."""
    async with ctx.tx() as tx:
        await escalate(tx, job.task_id, job.due_at)


SUBSCRIBERS: tuple[Subscriber, ...] = ()
JOBS = (JobHandler(EscalateTask, escalate_task),)
SCHEDULES: tuple[Schedule, ...] = ()
