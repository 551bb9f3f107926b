"""An overdue task is told to level after level, to each once."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.tasks.api import open_task
from storewalk.tasks.jobs import escalate_task
from storewalk.tasks.jobs import watch as watch_late
from storewalk.tasks.work import EscalateTask, WatchLate
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.supply import add_warehouse
from tests.factories.tasks import finding
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
            rows = await tx.fetch(
                "SELECT payload->>'level' AS level FROM event WHERE kind = 'tasks.escalated' ORDER BY id"
            )
        return [int(row["level"]) for row in rows]

    async def told(self) -> dict[str, int]:
        """Return how often each role was told of an escalation."""
        async with self.app_tx(self.org) as tx:
            rows = await tx.fetch("SELECT account_id FROM notification WHERE kind = 'tasks.escalated'")
        roles = {account_id: role for role, account_id in self.org.accounts.items()}
        return dict(Counter(str(roles[row["account_id"]]) for row in rows))


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


async def test_a_step_after_the_regional_manager_the_administrator_hears_of_it_and_nobody_after_that(
    watch: Watch, later: Later, run_jobs: JobRunner
) -> None:
    [(_, first)] = await watch.jobs()
    later(timedelta(days=2))
    await asyncio.gather(watch.run(first), watch.run(first))
    [_, (runs_at, second)] = await watch.jobs()
    assert (second.level, second.due_at) == (2, first.due_at)
    assert runs_at > datetime.now(UTC) + timedelta(hours=6)
    later(timedelta(days=4))
    await asyncio.gather(watch.run(second), watch.run(second))
    for job in (first, second):
        await watch.run(job)
    assert await watch.levels() == [1, 2]
    assert len(await watch.jobs()) == 2
    await run_jobs()
    assert await watch.told() == {"regional": 1, "admin": 1}


async def test_a_late_task_whose_fault_is_seen_again_with_an_earlier_time_still_goes_up_to_the_next_level(
    watch: Watch, later: Later
) -> None:
    [(_, first)] = await watch.jobs()
    later(timedelta(days=2))
    await watch.run(first)
    earlier = first.due_at - timedelta(hours=1)
    async with watch.app_tx(watch.org) as tx:
        assert await open_task(tx, finding(watch.org, tx, due_at=earlier)) == watch.task.id
    third = (await watch.jobs())[-1][1]
    assert (third.level, third.due_at) == (2, earlier)
    later(timedelta(days=4))
    await watch.run(third)
    assert await watch.levels() == [1, 2]


async def test_the_second_level_after_an_outage_of_a_day_waits_its_step_and_is_not_told_with_the_first(
    watch: Watch, later: Later
) -> None:
    [(_, first)] = await watch.jobs()
    later(timedelta(days=9))
    await watch.run(first)
    _, (runs_at, second) = await watch.jobs()
    assert second.level == 2
    assert runs_at > datetime.now(UTC) + timedelta(hours=6)


async def test_a_region_without_an_overseer_falls_to_the_people_above_and_both_gaps_are_listed(
    watch: Watch, client: LogIn, later: Later, run_jobs: JobRunner
) -> None:
    admin = await client("admin")
    for role in ("regional", "manager", "clerk"):
        await admin.post(f"/api/accounts/{watch.org.accounts[role]}/deactivation")
    [(_, job)] = await watch.jobs()
    later(timedelta(days=2))
    await watch.run(job)
    await run_jobs()
    assert await watch.told() == {"admin": 1}
    shown = (await admin.get(watch.task.path)).json()
    assert (shown["nobody"], shown["level"]) == (True, 1)
    assert [task["id"] for task in (await admin.get("/api/tasks", nobody="true")).json()["items"]] == [shown["id"]]
    # Nobody leads the warehouse either, but nobody inspects it.
    await add_warehouse(admin, watch.org.places["A"])
    gaps = (await admin.get("/api/tasks/gaps")).json()
    assert [(store["name"], store["openTasks"]) for store in gaps["stores"]] == [
        ("A1 店", 1), ("A2 店", 0), ("B1 店", 0),
    ]  # fmt: skip
    assert [region["name"] for region in gaps["regions"]] == ["A 区", "B 区"]


async def test_an_overseer_of_the_whole_chain_comes_before_the_administrators(
    watch: Watch, client: LogIn, later: Later, run_jobs: JobRunner
) -> None:
    admin = await client("admin")
    grants = {"grants": [{"role": "regional", "nodeId": str(watch.org.root)}]}
    await admin.put(f"/api/accounts/{watch.org.accounts['hr']}/grants", grants)
    [(_, job)] = await watch.jobs()
    later(timedelta(days=4))
    await watch.run(job)
    await watch.run(EscalateTask(task_id=job.task_id, due_at=job.due_at, level=2))
    await run_jobs()
    assert await watch.told() == {"regional": 1, "hr": 1}


async def test_a_look_that_was_lost_is_made_good_for_each_level_in_its_time(
    watch: Watch, later: Later, run_jobs: JobRunner
) -> None:
    async with watch.app_tx(watch.org) as tx:
        await tx.raw.execute("DELETE FROM pgqueuer WHERE entrypoint = 'tasks.escalate'")
    ctx = JobContext(watch.platform, watch.org.id)
    found: list[list[int]] = []
    for days in (0, 3, 3, 6):
        later(timedelta(days=days))
        await asyncio.gather(watch_late(ctx, WatchLate()), watch_late(ctx, WatchLate()))
        await run_jobs()
        found.append(await watch.levels())
    assert found == [[], [1], [1], [1, 2]]


async def test_a_level_is_not_told_before_the_one_below_it(watch: Watch, later: Later) -> None:
    [(_, job)] = await watch.jobs()
    later(timedelta(days=4))
    await watch.run(EscalateTask(task_id=job.task_id, due_at=job.due_at, level=2))
    assert await watch.levels() == []


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
