"""The background work of this room."""

from storewalk.core.events import Subscriber
from storewalk.core.jobs import JobContext, JobHandler, Schedule
from storewalk.tasks.service.block import remind_of_block
from storewalk.tasks.service.escalate import escalate, watch_late
from storewalk.tasks.work import EscalateTask, RemindOfBlock, WatchLate


async def escalate_task(ctx: JobContext, job: EscalateTask) -> None:
    """Tell a level of a task that is late. Safe to run twice and by two workers: see `escalate`."""
    async with ctx.tx() as tx:
        await escalate(tx, job)


async def remind(ctx: JobContext, job: RemindOfBlock) -> None:
    """Tell of a task that has been blocked for long. Safe to run twice and by two workers: see `remind_of_block`."""
    async with ctx.tx() as tx:
        await remind_of_block(tx, job)


async def watch(ctx: JobContext, _: WatchLate) -> None:
    """Make good lost looks at late tasks. Safe to run twice and by two workers: see `watch_late`."""
    async with ctx.tx() as tx:
        await watch_late(tx)


SUBSCRIBERS: tuple[Subscriber, ...] = ()
JOBS = (JobHandler(EscalateTask, escalate_task), JobHandler(RemindOfBlock, remind), JobHandler(WatchLate, watch))
SCHEDULES = (Schedule("tasks.watch_late", "25 * * * *", WatchLate()),)
