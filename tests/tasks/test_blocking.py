"""A cause outside the store stops a task's clock, and somebody lets it run again."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.tasks.jobs import escalate_task, remind
from storewalk.tasks.work import EscalateTask, RemindOfBlock
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.tasks.conftest import OpenTask, answer

Later = Callable[[timedelta], None]


async def blocked(client: Client, task: OpenTask, version: int = 1, **changes: Any) -> dict[str, Any]:
    """Block a task; return it."""
    form = {"reason": "warehouse", "note": "总仓缺货", "ifVersion": version, **changes}
    answered = await client.post(f"{task.path}/block", form)
    assert answered.status_code == 200, answered.text
    return answered.json()


async def test_a_blocked_task_says_why_is_not_overdue_and_the_look_at_its_due_time_does_nothing(
    *, org: Org, task: OpenTask, client: LogIn, platform: Platform, later: Later, run_jobs: JobRunner
) -> None:
    manager, regional = await client("manager"), await client("regional")
    due = datetime.fromisoformat((await manager.get(task.path)).json()["dueAt"])
    shown = await blocked(manager, task)
    assert (shown["status"], shown["version"]) == ("blocked", 2)
    assert (shown["blocked"]["reason"], shown["blocked"]["note"]) == ("warehouse", "总仓缺货")
    assert shown["blocked"]["byName"] == manager.me["account"]["name"]
    later(timedelta(days=5))
    await escalate_task(JobContext(platform, org.id), EscalateTask(task_id=task.id, due_at=due))
    shown = (await regional.get(task.path)).json()
    assert (shown["level"], shown["overdue"]) == (0, False)
    await run_jobs()
    assert await kinds(regional) == ["tasks.blocked"]


async def test_unblocking_gives_back_the_time_that_was_left(
    task: OpenTask, client: LogIn, later: Later, run_jobs: JobRunner
) -> None:
    manager, regional = await client("manager"), await client("regional")
    due = datetime.fromisoformat((await manager.get(task.path)).json()["dueAt"])
    await blocked(manager, task)
    later(timedelta(days=2))
    refused = await regional.post(f"{task.path}/unblock", {"note": " ", "ifVersion": 2})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "note")
    resumed = (await regional.post(f"{task.path}/unblock", {"note": "总仓今早已到货", "ifVersion": 2})).json()
    assert (resumed["status"], resumed["blocked"], resumed["version"]) == ("open", None, 3)
    moved = datetime.fromisoformat(resumed["dueAt"]) - due
    assert abs(moved - timedelta(days=2)) < timedelta(seconds=10)
    await run_jobs()
    told = (await manager.get("/api/notifications")).json()["items"]
    assert [(entry["kind"], entry["urgent"]) for entry in told if entry["kind"] == "tasks.unblocked"] == [
        ("tasks.unblocked", True)
    ]


async def test_the_store_takes_back_its_own_block_without_a_word(task: OpenTask, client: LogIn) -> None:
    manager = await client("manager")
    await blocked(manager, task)
    resumed = await manager.post(f"{task.path}/unblock", {"ifVersion": 2})
    assert resumed.json()["status"] == "open"
    assert (await manager.post(f"{task.path}/unblock", {"ifVersion": 3})).status_code == 409


async def test_a_blocked_task_that_could_be_done_after_all_is_answered(task: OpenTask, client: LogIn) -> None:
    manager = await client("manager")
    await blocked(manager, task)
    done = (await answer(manager, task, version=2)).json()
    assert (done["status"], done["blocked"]) == ("answered", None)


async def test_a_block_of_three_days_is_told_to_the_overseers_once(
    *,
    org: Org,
    task: OpenTask,
    client: LogIn,
    platform: Platform,
    app_tx: AppTx,
    later: Later,
    run_jobs: JobRunner,
) -> None:
    manager, regional = await client("manager"), await client("regional")
    await blocked(manager, task)
    job = await queued(app_tx, org, task.id)
    later(timedelta(days=4))
    ctx = JobContext(platform, org.id)
    await asyncio.gather(remind(ctx, job), remind(ctx, job))
    await remind(ctx, job)
    await run_jobs()
    assert sorted(await kinds(regional)) == ["tasks.block_stands", "tasks.blocked"]
    await manager.post(f"{task.path}/unblock", {"ifVersion": 2})
    await remind(ctx, job)
    assert len(await kinds(regional)) == 2


async def test_another_cause_needs_words_and_only_an_open_task_can_be_blocked(task: OpenTask, client: LogIn) -> None:
    manager, inspector = await client("manager"), await client("inspector")
    refused = await manager.post(f"{task.path}/block", {"reason": "other", "ifVersion": 1})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "note")
    assert (await inspector.post(f"{task.path}/block", {"reason": "repair", "ifVersion": 1})).status_code == 403
    await answer(manager, task)
    late = await manager.post(f"{task.path}/block", {"reason": "repair", "ifVersion": 2})
    assert (late.status_code, late.json()["code"]) == (409, "wrong_state")


@pytest.mark.parametrize("step", ["block", "unblock"])
async def test_a_clock_is_neither_stopped_nor_started_from_an_old_state(
    step: str, task: OpenTask, client: LogIn
) -> None:
    manager = await client("manager")
    await blocked(manager, task)
    stale = await manager.post(
        f"{task.path}/{step}", {"note": "", "ifVersion": 1} | ({"reason": "repair"} if step == "block" else {})
    )
    assert (stale.status_code, stale.json()["code"]) == (409, "version_conflict")


async def queued(app_tx: AppTx, org: Org, task_id: UUID) -> RemindOfBlock:
    """Return the one reminder that waits."""
    async with app_tx(org) as tx:
        [row] = await tx.fetch(
            "SELECT convert_from(payload, 'utf8') AS payload FROM pgqueuer WHERE entrypoint = 'tasks.remind_of_block'"
            " AND convert_from(payload, 'utf8') LIKE '%' || $1 || '%'",
            str(task_id),
        )
    return msgspec.convert(msgspec.json.decode(row["payload"])["job"], RemindOfBlock)


async def kinds(client: Client) -> list[str]:
    """Return the kinds of an inbox's entries, newest first."""
    return [entry["kind"] for entry in (await client.get("/api/notifications")).json()["items"]]
