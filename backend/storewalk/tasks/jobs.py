"""The background work of this room."""

from storewalk.core.events import Subscriber
from storewalk.core.jobs import JobContext, JobHandler, Schedule
from storewalk.tasks.service.block import remind_of_block
from storewalk.tasks.service.escalate import escalate
from storewalk.tasks.work import EscalateTask, RemindOfBlock


async def escalate_task(ctx: JobContext, job: EscalateTask) -> None:
    """Tell a level of a task that is late. Safe to run twice and by two workers: see `escalate`."""
    async with ctx.tx() as tx:
        await escalate(tx, job)


async def remind(ctx: JobContext, job: RemindOfBlock) -> None:
    """Tell of a task that has been blocked for long. Safe to run twice and by two workers: see `remind_of_block`."""
    async with ctx.tx() as tx:
        await remind_of_block(tx, job)


SUBSCRIBERS: tuple[Subscriber, ...] = ()
JOBS = (JobHandler(EscalateTask, escalate_task), JobHandler(RemindOfBlock, remind))
SCHEDULES: tuple[Schedule, ...] = ()
