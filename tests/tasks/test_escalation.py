"""An overdue task is told to the next level, once."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
import pytest

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.tasks.jobs import escalate_task
from storewalk.tasks.work import EscalateTask
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.tasks.conftest import OpenTask, answer

Later = Callable[[timedelta], None]
QUEUED = """
SELECT execute_after, convert_from(payload, 'utf8') AS payload FROM pgqueuer
WHERE entrypoint = 'tasks.escalate' AND convert_from(payload, 'utf8') LIKE '%' || $1 || '%'
ORDER BY id"""


@dataclass(frozen=True)
class Watch:
    """Looks at one task, and what came of the looks."""

    org: Org
    task: OpenTask
    platform: Platform
    app_tx: AppTx

    async def jobs(self) -> list[tuple[datetime, EscalateTask]]:
        """Return the queued looks with the instants at which they run."""
        async with self.app_tx(self.org) as tx:
            rows = await tx.fetch(QUEUED, str(self.task.id))
        return [
            (row["execute_after"], msgspec.convert(msgspec.json.decode(row["payload"])["job"], EscalateTask))
            for row in rows
        ]

    async def run(self, job: EscalateTask) -> None:
        """Run a look as a worker does."""
        await escalate_task(JobContext(self.platform, self.org.id), job)

    async def levels(self) -> list[int]:
        """Return the levels of the recorded escalations."""
        async with self.app_tx(self.org) as tx:
            rows = await tx.fetch("SELECT payload->>'level' AS level FROM event WHERE kind = 'tasks.escalated'")
        return [int(row["level"]) for row in rows]


@pytest.fixture
def watch(org: Org, task: OpenTask, platform: Platform, app_tx: AppTx) -> Watch:
    return Watch(org, task, platform, app_tx)


async def test_the_look_at_a_task_is_queued_for_its_due_time(watch: Watch) -> None:
    [(runs_at, job)] = await watch.jobs()
    assert abs(runs_at - job.due_at) < timedelta(seconds=5)


async def test_two_workers_at_the_same_time_and_a_third_run_escalate_once(
    watch: Watch, later: Later, run_jobs: JobRunner
) -> None:
    [(_, job)] = await watch.jobs()
    later(timedelta(days=3))
    await asyncio.gather(*(watch.run(job) for _ in range(2)))
    await watch.run(job)
    assert await watch.levels() == [1]
    await run_jobs()
    async with watch.app_tx(watch.org) as tx:
        told = await tx.fetch("SELECT account_id, urgent FROM notification WHERE kind = 'tasks.escalated'")
    assert [(row["account_id"], row["urgent"]) for row in told] == [(watch.org.accounts["regional"], True)]


async def test_an_escalation_leaves_the_version_so_that_an_answer_on_its_way_is_taken(
    watch: Watch, client: LogIn, later: Later
) -> None:
    manager = await client("manager")
    [(_, job)] = await watch.jobs()
    later(timedelta(days=2))
    await watch.run(job)
    shown = (await manager.get(watch.task.path)).json()
    assert (shown["level"], shown["overdue"], shown["version"]) == (1, True, 1)
    answered = (await answer(manager, watch.task, version=1)).json()
    assert (answered["status"], answered["overdue"]) == ("answered", False)


async def test_a_task_answered_in_time_or_not_yet_due_is_not_escalated(
    watch: Watch, client: LogIn, later: Later
) -> None:
    [(_, job)] = await watch.jobs()
    await watch.run(job)
    await answer(await client("manager"), watch.task)
    later(timedelta(days=3))
    await watch.run(job)
    assert await watch.levels() == []


async def test_a_returned_task_has_a_look_of_its_own_and_the_old_one_does_nothing(
    watch: Watch, client: LogIn, later: Later
) -> None:
    manager, inspector = await client("manager"), await client("inspector")
    await answer(manager, watch.task)
    later(timedelta(days=1))
    back = {"accepted": False, "reason": "还缺一排", "ifVersion": 2}
    returned = (await inspector.post(f"{watch.task.path}/verification", back)).json()
    [(_, first), (_, second)] = await watch.jobs()
    assert second.due_at == datetime.fromisoformat(returned["dueAt"]) == first.due_at + timedelta(days=1)
    later(timedelta(days=5))
    await watch.run(first)
    assert await watch.levels() == []
    await watch.run(second)
    assert await watch.levels() == [1]
