"""Many tasks handed over or put off at once, and counts that match their list."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from storewalk.tasks.api import open_task
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.tasks import finding
from tests.tasks.conftest import OpenTask, answer


def chosen(*task_ids: UUID, version: int = 1) -> list[dict[str, Any]]:
    """Name tasks as the sender saw them."""
    return [{"id": str(task_id), "ifVersion": version} for task_id in task_ids]


async def test_chosen_tasks_are_handed_to_one_person_who_is_told_of_each(
    org: Org, task: OpenTask, app_tx: AppTx, client: LogIn, run_jobs: JobRunner
) -> None:
    async with app_tx(org) as tx:
        floor = await open_task(tx, finding(org, tx, fault_key="floor"))
    manager, clerk = await client("manager"), await client("clerk")
    form = {"tasks": chosen(floor, task.id), "accountId": str(org.accounts["clerk"])}
    handed = await manager.post("/api/tasks/assignments", form)
    assert [(t["id"], t["assigneeId"], t["version"]) for t in handed.json()["items"]] == [
        (str(floor), str(org.accounts["clerk"]), 2),
        (str(task.id), str(org.accounts["clerk"]), 2),
    ]
    await run_jobs()
    told = (await clerk.get("/api/notifications")).json()["items"]
    assert [entry["kind"] for entry in told] == ["tasks.assigned"] * 2


async def test_one_that_cannot_be_handed_over_is_named_and_none_is(
    org: Org, task: OpenTask, app_tx: AppTx, client: LogIn
) -> None:
    async with app_tx(org) as tx:
        a2 = await open_task(tx, finding(org, tx, store="A2"))
        b1 = await open_task(tx, finding(org, tx, store="B1"))
    regional, clerk = await client("regional"), str(org.accounts["clerk"])
    refused = await regional.post("/api/tasks/assignments", {"tasks": chosen(task.id, a2, b1), "accountId": clerk})
    assert refused.status_code == 422
    assert faults(refused.json()) == {
        "tasks.1": "这个人不负责该门店的整改，请选择门店的同事。",
        "tasks.2": "没有找到，或不在您的管辖范围内。",
    }
    stale = await regional.post("/api/tasks/assignments", {"tasks": chosen(task.id, version=7), "accountId": clerk})
    assert list(faults(stale.json())) == ["tasks.0"]
    assert (await regional.get(task.path)).json()["assigneeId"] == str(org.accounts["manager"])


async def test_a_new_due_time_starts_the_levels_anew_and_tells_whose_they_are(
    org: Org, task: OpenTask, app_tx: AppTx, client: LogIn, run_jobs: JobRunner
) -> None:
    regional, manager = await client("regional"), await client("manager")
    async with app_tx(org) as tx:
        await tx.raw.execute("UPDATE task SET level = 2 WHERE id = $1", task.id)
    due = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)
    form = {"tasks": chosen(task.id), "dueAt": due.isoformat()}
    moved = (await regional.post("/api/tasks/due-times", form)).json()["items"]
    assert [(t["level"], datetime.fromisoformat(t["dueAt"]), t["version"]) for t in moved] == [(0, due, 2)]
    assert (await manager.post("/api/tasks/due-times", form)).status_code == 403
    await run_jobs()
    told = (await manager.get("/api/notifications")).json()["items"]
    assert sorted(entry["kind"] for entry in told) == ["tasks.opened", "tasks.rescheduled"]


async def test_a_time_that_has_passed_and_a_task_that_waits_for_its_verdict_are_refused(
    task: OpenTask, client: LogIn
) -> None:
    regional = await client("regional")
    past = await regional.post("/api/tasks/due-times", {"tasks": chosen(task.id), "dueAt": "2020-01-01T00:00:00Z"})
    assert list(faults(past.json())) == ["dueAt"]
    await answer(await client("manager"), task)
    due = (datetime.now(UTC) + timedelta(days=3)).isoformat()
    waiting = await regional.post("/api/tasks/due-times", {"tasks": chosen(task.id, version=2), "dueAt": due})
    assert faults(waiting.json()) == {"tasks.0": "只有待整改的任务可以改截止时间。"}


async def test_counts_are_those_of_the_list_under_the_same_filter(
    org: Org, task: OpenTask, app_tx: AppTx, client: LogIn
) -> None:
    async with app_tx(org) as tx:
        for store, key in (("A1", "floor"), ("A2", "door"), ("A2", "window"), ("B1", "floor")):
            await open_task(tx, finding(org, tx, store=store, fault_key=key))
    regional, manager = await client("regional"), await client("manager")
    await answer(manager, task)
    assert await counts(regional) == {
        "open": 3, "blocked": 0, "answered": 1, "accepted": 0, "withdrawn": 0, "overdue": 0, "nobody": 2,
        "repeated": 0,
    }  # fmt: skip
    for filters in ({"store": str(org.places["A2"])}, {"nobody": "true"}, {"mine": "true"}, {"late": "true"}):
        for status in ("open", "answered"):
            listed = (await regional.get("/api/tasks", status=status, **filters)).json()["items"]
            assert (await counts(regional, **filters))[status] == len(listed), (filters, status)


async def counts(client: Client, **filters: str) -> dict[str, int]:
    """Return the counts of a filter."""
    return (await client.get("/api/tasks/counts", **filters)).json()


def faults(problem: dict[str, Any]) -> dict[str, str]:
    """Return what a refusal says of each field."""
    errors: Sequence[dict[str, str]] = problem["errors"]
    return {error["field"]: error["message"] for error in errors}
