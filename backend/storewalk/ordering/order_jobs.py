"""The background work about orders."""

from storewalk.core.jobs import JobContext, JobHandler, Schedule
from storewalk.ordering.order_work import EscalateOrder, LapseDrafts, WatchWaiting
from storewalk.ordering.service.order.escalate import escalate, watch_waiting
from storewalk.ordering.service.order.lapse import lapse


async def escalate_order(ctx: JobContext, job: EscalateOrder) -> None:
    """Tell a level of an order that waits. Safe to run twice and by two workers: see `escalate`."""
    async with ctx.tx() as tx:
        await escalate(tx, job)


async def lapse_drafts(ctx: JobContext, _: LapseDrafts) -> None:
    """Close drafts of days that are over. Safe to run twice and by two workers: see `lapse`."""
    async with ctx.tx() as tx:
        await lapse(tx)


async def watch(ctx: JobContext, _: WatchWaiting) -> None:
    """Make good lost looks at waiting orders. Safe to run twice and by two workers: see `watch_waiting`."""
    async with ctx.tx() as tx:
        await watch_waiting(tx)


JOBS = (
    JobHandler(EscalateOrder, escalate_order),
    JobHandler(LapseDrafts, lapse_drafts),
    JobHandler(WatchWaiting, watch),
)
SCHEDULES = (
    Schedule("ordering.lapse_drafts", "25 * * * *", LapseDrafts()),
    Schedule("ordering.watch_waiting", "40 * * * *", WatchWaiting()),
)
