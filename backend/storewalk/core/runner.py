"""Runs jobs: takes them from pgqueuer, gives each its context, retries with back-off, holds what keeps failing.

Only the worker imports this module; the process that serves requests never loads the queue's library.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Any, Final
from uuid import UUID

import asyncpg
import msgspec
import structlog
from pgqueuer import PgQueuer
from pgqueuer.executors import DatabaseRetryEntrypointExecutor
from pgqueuer.models import Job as QueueJob
from pgqueuer.models import Schedule as QueueSchedule

from storewalk.core.events import Subscriber, decode
from storewalk.core.job_faults import JobFailed, JobFault
from storewalk.core.jobs import Envelope, Job, JobContext, JobHandler, Schedule
from storewalk.core.metrics import JOBS
from storewalk.core.outbox import ENQUEUE
from storewalk.core.platform import Platform
from storewalk.core.tracing import TRACER

# The guard of every subscriber: the first insert wins and reads the event, a second run is given no row.
TAKEN: Final = """
WITH done AS (
    INSERT INTO event_done (org_id, event_id, handler) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING event_id
)
SELECT e.payload::text FROM done LEFT JOIN event e ON e.org_id = $1 AND e.id = $2"""
ORGANIZATIONS: Final = "SELECT * FROM storewalk_organizations()"
DUE: Final = """
SELECT exists (SELECT 1 FROM pgqueuer WHERE status = 'picked' OR status = 'queued' AND execute_after <= now())"""
log = structlog.get_logger()


class Delivery(msgspec.Struct, frozen=True):
    """The job of a subscriber: which event to handle."""

    event_id: UUID
    kind: str


def queue(
    connection: asyncpg.Connection,
    platform: Platform,
    jobs: Sequence[JobHandler],
    subscribers: Sequence[Subscriber],
    schedules: Sequence[Schedule],
) -> PgQueuer:
    """Return a pgqueuer application that runs `jobs`, delivers events to `subscribers` and fires `schedules`."""
    queuer = PgQueuer.from_asyncpg_connection(connection)
    for handler in jobs:
        _register(queuer, handler.job.label, partial(_run_job, platform, handler), handler)
    default = JobHandler(Job, _nothing)
    for subscriber in subscribers:
        _register(queuer, subscriber.name, partial(_deliver, platform, subscriber), default)
    for schedule in schedules:
        queuer.schedule(schedule.name, schedule.cron, accepts_context=False)(partial(_fan_out, platform, schedule))
    return queuer


def _register(queuer: PgQueuer, name: str, run: Callable[[QueueJob], Awaitable[None]], handler: JobHandler) -> None:
    executor = partial(
        DatabaseRetryEntrypointExecutor,
        max_attempts=handler.attempts - 1,
        initial_delay=handler.first_wait,
        max_delay=handler.longest_wait,
    )
    queuer.entrypoint(
        name,
        concurrency_limit=handler.concurrency,
        accepts_context=False,
        on_failure="hold",
        executor_factory=executor,
    )(partial(_observed, name, run))


async def _observed(name: str, run: Callable[[QueueJob], Awaitable[None]], job: QueueJob) -> None:
    started, outcome = time.perf_counter(), "failed"
    with structlog.contextvars.bound_contextvars(job=name, job_id=int(job.id)):
        try:
            with TRACER.start_as_current_span(name):
                await run(job)
            outcome = "done"
        except Exception as error:
            log.warning("job.failed", attempts=job.attempts, exc_info=error)
            raise JobFailed(JobFault.of(error)) from None  # the queue keeps what it is raised
        finally:
            JOBS.labels(name, outcome).observe(time.perf_counter() - started)


async def _run_job(platform: Platform, handler: JobHandler, job: QueueJob) -> None:
    envelope = msgspec.json.decode(job.payload or b"", type=Envelope)
    await handler.run(JobContext(platform, envelope.org), msgspec.json.decode(envelope.job, type=handler.job))


async def _deliver(platform: Platform, subscriber: Subscriber, job: QueueJob) -> None:
    envelope = msgspec.json.decode(job.payload or b"", type=Envelope)
    delivery = msgspec.json.decode(envelope.job, type=Delivery)
    async with JobContext(platform, envelope.org).tx() as tx:
        taken = await tx.raw.fetchrow(TAKEN, tx.org_id, delivery.event_id, subscriber.name)
        if taken is None:
            return
        event = decode(subscriber.event, taken["payload"] or b"")
        tx.caused_at = event.recorded_at
        await subscriber.handle(tx, event)


async def _fan_out(platform: Platform, schedule: Schedule, fired: QueueSchedule) -> None:
    del fired
    payload = msgspec.json.encode(schedule.job)
    async with platform.session() as (_, raw):
        orgs: list[UUID] = [row[0] for row in await raw.fetch(ORGANIZATIONS)]
        await raw.execute(
            ENQUEUE,
            [0] * len(orgs),
            [schedule.job.label] * len(orgs),
            [msgspec.json.encode(Envelope(org, msgspec.Raw(payload))) for org in orgs],
            [timedelta(0)] * len(orgs),
            [f"{org}:{schedule.name}" for org in orgs],
            [msgspec.json.encode({"org": org}).decode() for org in orgs],
        )


async def _nothing(ctx: JobContext, job: Any) -> None:
    del ctx, job


@asynccontextmanager
async def working(
    platform: Platform, jobs: Sequence[JobHandler], subscribers: Sequence[Subscriber]
) -> AsyncGenerator[Callable[[], Awaitable[None]]]:
    """Run jobs beside the block, and give it a function that waits until none is due: for the demo chain and tests.

    What is due later stays (pgqueuer's own drain mode waits for deferred jobs too).
    """
    connection, watcher = await platform.database.connect(), await platform.database.connect()
    queuer = queue(connection, platform, jobs, subscribers, ())
    running = asyncio.create_task(
        queuer.qm.run(dequeue_timeout=timedelta(milliseconds=50), log_aggregation_interval=timedelta(0))
    )

    async def settle() -> None:
        while await watcher.fetchval(DUE):
            if running.done():
                await running
            await asyncio.sleep(0.02)

    try:
        yield settle
    finally:
        queuer.shutdown.set()
        await running
        await connection.close()
        await watcher.close()
