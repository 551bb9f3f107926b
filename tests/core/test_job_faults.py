"""What the jobs page says of a failed job: its kind and our own names, and nothing that people entered."""

from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest

from storewalk.core.errors import NotFound
from storewalk.core.job_faults import FaultKind, JobFailed, JobFault
from storewalk.core.jobs import Job, JobContext, JobHandler
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org

KEPT = """
SELECT l.traceback::text FROM pgqueuer_log l JOIN pgqueuer q ON q.id = l.job_id
WHERE q.headers ->> 'org' = $1 AND l.traceback IS NOT NULL"""


class CopyAccount(Job, label="test.copy_account"):
    """Adds an account whose name is taken."""

    account_id: UUID
    secret: str


async def copy_account(ctx: JobContext, job: CopyAccount) -> None:
    async with ctx.tx() as tx:
        await tx.raw.execute(
            "INSERT INTO account (org_id, id, username, name, locale, password_hash)"
            " SELECT org_id, gen_random_uuid(), username, name, locale, $3 FROM account WHERE org_id = $1 AND id = $2",
            ctx.org_id, job.account_id, job.secret,
        )  # fmt: skip


async def test_a_failed_job_tells_its_kind_and_constraint_and_no_value(
    client: LogIn, org: Org, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    secret = uuid4().hex
    async with app_tx(org) as tx:
        await tx.enqueue(CopyAccount(account_id=org.accounts["clerk"], secret=secret))
    await run_jobs(also=(JobHandler(CopyAccount, copy_account, attempts=1),))
    failed = (await (await client("admin")).get("/api/jobs", status="failed")).json()["items"]
    (job,) = [each for each in failed if each["name"] == CopyAccount.label]
    assert job["fault"] == {
        "kind": "database", "type": "UniqueViolationError", "rule": "ix_account_org_id_username",
    }  # fmt: skip
    async with app_tx(org) as tx:
        kept: list[Any] = [row[0] for row in await tx.raw.fetch(KEPT, str(org.id))]
    assert len(kept) == 1
    for value in (secret, "clerk", "already exists"):
        assert value not in kept[0], value


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (NotFound("core.not_found"), JobFault(kind=FaultKind.REFUSED, type="NotFound", rule="core.not_found")),
        (KeyError("li.mei"), JobFault(kind=FaultKind.DEFECT, type="KeyError", rule=None)),
        (TimeoutError("li.mei"), JobFault(kind=FaultKind.SERVICE, type="TimeoutError", rule=None)),
        (
            asyncpg.DeadlockDetectedError("li.mei"),
            JobFault(kind=FaultKind.DATABASE, type="DeadlockDetectedError", rule=None),
        ),
    ],
)
def test_a_fault_is_kept_as_kind_type_and_rule(error: Exception, fault: JobFault) -> None:
    kept = str(JobFailed(JobFault.of(error)))
    assert "li.mei" not in kept
    assert JobFault.read(kept) == fault


def test_what_an_earlier_version_kept_is_not_shown() -> None:
    assert JobFault.read("duplicate key: Key (username)=(li.mei) already exists.") is None
    assert JobFault.read(None) is None
