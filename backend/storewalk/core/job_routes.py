"""The queue as the console shows it: what waits, what failed and why, and another try."""

from datetime import datetime
from typing import Annotated, Any, Final, Literal

from litestar import Router
from litestar.params import FromPath, FromQuery
from msgspec import Meta, Raw

from storewalk.core.errors import NotFound
from storewalk.core.http import command, query
from storewalk.core.job_faults import JobFault
from storewalk.core.permissions import JOBS_READ, JOBS_RETRY
from storewalk.core.schemas import MAX_PAGE, Output, Page, page_size
from storewalk.core.tx import AnyTx, ReadTx, Tx

# The queue is shared by all organizations and has no row-level policy; every statement names the organization.
ROWS: Final = """
SELECT q.id, q.entrypoint AS name, q.status::text AS status, q.attempts, q.created, q.execute_after,
       convert_from(q.payload, 'UTF8') AS payload,
       (SELECT l.traceback ->> 'exception_message' FROM pgqueuer_log l
        WHERE l.job_id = q.id AND l.traceback IS NOT NULL ORDER BY l.created DESC LIMIT 1) AS fault
FROM pgqueuer q
WHERE q.headers ->> 'org' = $1"""
LIST: Final = f"{ROWS} AND q.status::text = ANY ($2) AND q.id < $3 ORDER BY q.id DESC LIMIT $4"
ONE: Final = f"{ROWS} AND q.id = $2"
RETRY: Final = """
UPDATE pgqueuer SET status = 'queued', attempts = 0, execute_after = now(), updated = now(), queue_manager_id = NULL
WHERE id = $2 AND headers ->> 'org' = $1 AND status = 'failed'"""
STATES: Final = {"queued": ["queued", "picked"], "failed": ["failed"], None: ["queued", "picked", "failed"]}
LAST: Final = 2**62


class JobOut(Output):
    """A job in the queue; `fault` is what its last try died of."""

    id: int
    name: str
    state: str
    attempts: int
    fault: JobFault | None
    enqueued_at: datetime
    run_after: datetime
    payload: Raw


@query("/", operation_id="listJobs", permission=JOBS_READ)
async def list_jobs(
    tx: ReadTx,
    status: FromQuery[Literal["queued", "failed"] | None] = None,
    cursor: FromQuery[Annotated[int, Meta(ge=1)] | None] = None,
    limit: FromQuery[int | None] = None,
) -> Page[JobOut]:
    """List waiting, running and failed jobs, the newest first."""
    size = page_size(limit)
    rows = await tx.fetch(LIST, str(tx.org_id), STATES[status], cursor or LAST, min(size, MAX_PAGE) + 1)
    shown = [_out(row) for row in rows[:size]]
    return Page(shown, str(shown[-1].id) if len(rows) > size else None)


@command("/{job_id:int}/retry", operation_id="retryJob", permission=JOBS_RETRY)
async def retry_job(tx: Tx, job_id: FromPath[int]) -> JobOut:
    """Try a failed job again from its first attempt; one that is not failed stays as it is."""
    await tx.raw.execute(RETRY, str(tx.org_id), job_id)
    return await _one(tx, job_id)


async def _one(tx: AnyTx, job_id: int) -> JobOut:
    row = await tx.fetchrow(ONE, str(tx.org_id), job_id)
    if row is None:
        raise NotFound("core.not_found")
    return _out(row)


def _out(row: Any) -> JobOut:
    return JobOut(
        id=row["id"],
        name=row["name"],
        state="running" if row["status"] == "picked" else row["status"],
        attempts=row["attempts"],
        fault=JobFault.read(row["fault"]),
        enqueued_at=row["created"],
        run_after=row["execute_after"],
        payload=Raw((row["payload"] or "null").encode()),
    )


ROUTER: Final = Router("/api/jobs", route_handlers=[list_jobs, retry_job], tags=["jobs"])
