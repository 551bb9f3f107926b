"""A fault becomes one task, however often it is told and seen."""

import asyncio
from datetime import datetime, time
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import msgspec

from storewalk.tasks.api import open_task
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.tasks import expected_photo, finding
from tests.tasks.conftest import OpenTask, answer

SHANGHAI = ZoneInfo("Asia/Shanghai")


async def test_a_new_task_is_the_managers_and_due_next_day_at_six(org: Org, task: OpenTask, client: LogIn) -> None:
    shown = (await (await client("manager")).get(task.path)).json()
    opened, due = datetime.fromisoformat(shown["openedAt"]), datetime.fromisoformat(shown["dueAt"])
    assert shown["assigneeId"] == str(org.accounts["manager"])
    assert shown["storeName"] == "A1 店"
    assert (shown["status"], shown["level"], shown["overdue"], shown["version"]) == ("open", 0, False, 1)
    assert shown["before"] == [str(task.before)]
    assert shown["requirement"] == {"zh": "补满、价签对齐", "en": "Full, labels in line"}
    local = due.astimezone(SHANGHAI)
    assert local.time() == time(18)
    assert (local.date() - opened.astimezone(SHANGHAI).date()).days == 1


async def test_a_critical_fault_is_due_in_four_hours(org: Org, app_tx: AppTx, client: LogIn) -> None:
    async with app_tx(org) as tx:
        task_id = await open_task(tx, finding(org, tx, critical=True))
    shown = (await (await client("manager")).get(f"/api/tasks/{task_id}")).json()
    life = datetime.fromisoformat(shown["dueAt"]) - datetime.fromisoformat(shown["openedAt"])
    assert life.total_seconds() == 4 * 3600


async def test_the_same_event_told_twice_opens_one_task_and_is_one_finding(
    org: Org, app_tx: AppTx, client: LogIn
) -> None:
    async with app_tx(org) as tx:
        fault = finding(org, tx)
        first = await open_task(tx, fault)
    async with app_tx(org) as tx:
        assert await open_task(tx, fault) == first
    assert await counts(await client("admin")) == [(str(first), 1)]


async def test_the_same_event_told_by_two_workers_at_once_opens_one_task(
    org: Org, app_tx: AppTx, client: LogIn
) -> None:
    async with app_tx(org) as tx:
        fault = finding(org, tx)

    async def tell() -> UUID:
        async with app_tx(org) as tx:
            return await open_task(tx, fault)

    told = await asyncio.gather(*(tell() for _ in range(4)))
    assert await counts(await client("admin")) == [(str(told[0]), 1)]


async def test_the_same_fault_seen_by_two_at_once_is_one_task_with_two_findings(
    org: Org, app_tx: AppTx, client: LogIn
) -> None:
    async def see() -> UUID:
        async with app_tx(org) as tx:
            return await open_task(tx, finding(org, tx))

    first, second = await asyncio.gather(see(), see())
    assert first == second
    assert await counts(await client("admin")) == [(str(first), 2)]


async def test_a_fault_seen_again_adds_its_photo_to_the_open_task_without_a_new_version(
    org: Org, task: OpenTask, app_tx: AppTx, client: LogIn
) -> None:
    async with app_tx(org) as tx:
        again = await expected_photo(tx, org.places["A1"])
        seen = finding(org, tx, photos=(again,))
        assert await open_task(tx, seen) == task.id
    admin = await client("admin")
    shown = (await admin.get(task.path)).json()
    assert shown["before"] == [str(task.before), str(again)]
    assert (shown["findingCount"], shown["version"]) == (2, 1)
    assert (await answer(await client("manager"), task, version=1)).status_code == 200
    [told] = await events(app_tx, org, "tasks.finding_repeated")
    assert told["inspection_id"] == str(seen.inspection_id)


async def test_another_fault_another_store_and_a_fault_without_a_key_each_open_their_own(
    org: Org, task: OpenTask, app_tx: AppTx, client: LogIn
) -> None:
    async with app_tx(org) as tx:
        others = [
            await open_task(tx, finding(org, tx, fault_key="floor")),
            await open_task(tx, finding(org, tx, store="A2")),
            await open_task(tx, finding(org, tx, fault_key=None)),
            await open_task(tx, finding(org, tx, fault_key=None)),
        ]
    opened = await counts(await client("admin"))
    assert {task_id for task_id, _ in opened} == {str(task.id), *(str(other) for other in others)}
    assert {number for _, number in opened} == {1}


async def test_a_fault_that_comes_back_after_acceptance_opens_a_new_task(
    org: Org, task: OpenTask, app_tx: AppTx, client: LogIn
) -> None:
    await answer(await client("manager"), task)
    inspector = await client("inspector")
    await inspector.post(f"{task.path}/verification", {"accepted": True, "ifVersion": 2})
    async with app_tx(org) as tx:
        assert await open_task(tx, finding(org, tx)) != task.id


async def test_a_store_with_nobody_gets_an_unassigned_task_and_the_regional_manager_hears_of_it(
    org: Org, app_tx: AppTx, client: LogIn, run_jobs: JobRunner
) -> None:
    async with app_tx(org) as tx:
        task_id = await open_task(tx, finding(org, tx, store="A2"))
    await run_jobs()
    regional = await client("regional")
    shown = (await regional.get(f"/api/tasks/{task_id}")).json()
    assert (shown["assigneeId"], shown["assigneeName"]) == (None, None)
    [entry] = (await regional.get("/api/notifications")).json()["items"]
    assert (entry["kind"], entry["link"]) == ("tasks.opened", f"/tasks/{task_id}")
    assert entry["title"]["zh"] == "A2 店：整改没有负责人"


async def counts(admin: Client) -> list[tuple[str, int]]:
    """Return every task's id with the number of its findings."""
    items = (await admin.get("/api/tasks")).json()["items"]
    return [(item["id"], item["findingCount"]) for item in items]


async def events(app_tx: AppTx, org: Org, kind: str) -> list[dict[str, object]]:
    """Return the payloads of the recorded events of a kind."""
    async with app_tx(org) as tx:
        rows = await tx.fetch("SELECT payload::text FROM event WHERE org_id = $1 AND kind = $2", tx.org_id, kind)
    return [msgspec.json.decode(row["payload"]) for row in rows]


async def test_an_unknown_task_is_not_there(client: LogIn) -> None:
    assert (await (await client("manager")).get(f"/api/tasks/{uuid4()}")).status_code == 404
