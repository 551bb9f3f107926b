"""Each night the history of demand is brought up to the day before, and then the orders of the day are suggested."""

from datetime import datetime

from storewalk.core.jobs import Job, JobContext, JobHandler, Schedule
from storewalk.core.tx import Tx
from storewalk.ordering.service.append import append
from storewalk.ordering.service.plan import plan
from storewalk.ordering.service.rebalance.suggest import suggest
from storewalk.ordering.service.review import review
from storewalk.ordering.service.suggestion_plan import PlanStore
from storewalk.ordering.service.watch import watch


class AppendDemand(Job, label="ordering.append_demand"):
    """Put the days that have changed into the history of demand."""


class PlanOrders(Job, label="ordering.plan_orders"):
    """Suggest the orders of all stores anew, from what is known at `asked_at` or later."""

    asked_at: datetime


class SuggestTransfers(Job, label="ordering.suggest_transfers"):
    """Say what could go from store to store before more is bought, once the plan of `asked_at` is made."""

    asked_at: datetime


class WatchSales(Job, label="ordering.watch_sales"):
    """Look at today's sales for what sells far more than was expected."""


class ReviewSignals(Job, label="ordering.review_signals"):
    """Hold events and promotions that are over against what was sold."""


async def append_demand(ctx: JobContext, job: AppendDemand) -> None:
    """Bring the history on. Safe to run twice: see `append`."""
    del job
    await append(ctx)
    async with ctx.tx() as tx:
        await tx.enqueue(PlanOrders(asked_at=tx.now), dedupe=f"{tx.org_id}:{PlanOrders.label}")


async def plan_orders(ctx: JobContext, job: PlanOrders) -> None:
    """Plan the orders of the day. Safe to run twice: see `plan`."""
    await plan(ctx, job.asked_at)
    async with ctx.tx() as tx:
        transfers = SuggestTransfers(asked_at=job.asked_at)
        await tx.enqueue(transfers, dedupe=f"{tx.org_id}:{SuggestTransfers.label}")
        await tx.enqueue(ReviewSignals(), dedupe=f"{tx.org_id}:{ReviewSignals.label}")


async def suggest_transfers(ctx: JobContext, job: SuggestTransfers) -> None:
    """Suggest transfers. Safe to run twice: see `suggest`."""
    await suggest(ctx, job.asked_at)


async def review_signals(ctx: JobContext, job: ReviewSignals) -> None:
    """Hold what is over against what was sold. Safe to run twice: see `review`."""
    del job
    await review(ctx)


async def plan_store(ctx: JobContext, job: PlanStore) -> None:
    """Plan the orders of one store, with what was sold since the night, should it have been missed.

    Safe to run twice: see `append` and `plan`.
    """
    await append(ctx)
    await plan(ctx, job.asked_at, [job.store_id])


async def watch_sales(ctx: JobContext, job: WatchSales) -> None:
    """Tell of jumps. Safe to run twice: see `watch`."""
    del job
    await watch(ctx)


async def ask_for_plan(tx: Tx) -> None:
    """Have the history brought on and all orders planned now, as in the night."""
    await tx.enqueue(AppendDemand(), dedupe=f"{tx.org_id}:{AppendDemand.label}")


JOBS = (
    JobHandler(AppendDemand, append_demand),
    JobHandler(PlanOrders, plan_orders),
    JobHandler(PlanStore, plan_store),
    JobHandler(ReviewSignals, review_signals),
    JobHandler(SuggestTransfers, suggest_transfers),
    JobHandler(WatchSales, watch_sales),
)
SCHEDULES = (
    Schedule("ordering.append_demand", "30 18 * * *", AppendDemand()),  # half past two at night in China
    Schedule("ordering.watch_sales", "*/30 * * * *", WatchSales()),
)
