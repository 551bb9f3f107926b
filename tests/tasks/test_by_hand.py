"""A person opens a task by hand, at one store or several."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from storewalk.tasks.api import open_task
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.tasks import by_hand, finding, photo


async def opened(client: Client, form: dict[str, Any]) -> list[dict[str, Any]]:
    """Open tasks; return them as they are listed."""
    answer = await client.post("/api/tasks", form)
    assert answer.status_code == 201, answer.text
    return answer.json()["items"]


async def test_an_inspectors_task_is_the_managers_with_its_photo_its_due_time_and_its_own_id(
    org: Org, client: LogIn, run_jobs: JobRunner
) -> None:
    inspector, manager = await client("inspector"), await client("manager")
    due, before = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=5), photo()
    form = by_hand(org, photos=[before], dueAt=due.isoformat(), critical=True)
    [task] = await opened(inspector, form)
    await run_jobs()
    shown = (await manager.get(f"/api/tasks/{task['id']}")).json()
    assert shown["id"] == form["tasks"][0]["id"]
    assert (shown["kind"], shown["title"]["zh"], shown["critical"]) == ("manual", "门口堆放纸箱", True)
    assert datetime.fromisoformat(shown["dueAt"]) == due
    assert (shown["before"], shown["assigneeId"]) == ([before["id"]], str(org.accounts["manager"]))
    assert [(f["byName"], f["photos"]) for f in shown["findings"]] == [
        (inspector.me["account"]["name"], [before["id"]])
    ]
    [told] = (await manager.get("/api/notifications")).json()["items"]
    assert (told["kind"], told["urgent"]) == ("tasks.opened", True)


async def test_its_author_confirms_it_and_a_manager_may_not_confirm_her_own_stores(org: Org, client: LogIn) -> None:
    manager, regional = await client("manager"), await client("regional")
    [task] = await opened(manager, by_hand(org))
    path = f"/api/tasks/{task['id']}"
    await manager.post(f"{path}/response", {"note": "", "photos": [photo()], "ifVersion": 1})
    assert (await manager.post(f"{path}/verification", {"accepted": True, "ifVersion": 2})).status_code == 403
    done = await regional.post(f"{path}/verification", {"accepted": True, "ifVersion": 2})
    assert done.json()["status"] == "accepted"


async def test_a_manager_is_not_told_of_the_task_that_she_opened_herself(
    org: Org, client: LogIn, run_jobs: JobRunner
) -> None:
    manager = await client("manager")
    await opened(manager, by_hand(org))
    await run_jobs()
    assert (await manager.get("/api/notifications")).json()["items"] == []


async def test_head_office_opens_one_task_a_store_and_the_filter_by_kind_finds_them(
    org: Org, client: LogIn, app_tx: AppTx
) -> None:
    admin = await client("admin")
    async with app_tx(org) as tx:
        fault = await open_task(tx, finding(org, tx))
        cold = await open_task(tx, finding(org, tx, kind="cold_chain", fault_key="fridge-3"))
    form = by_hand(org, "B1", "A2", "A1")
    tasks = await opened(admin, form)
    assert [task["storeName"] for task in tasks] == ["B1 店", "A2 店", "A1 店"]

    async def ids(kind: str) -> set[str]:
        return {task["id"] for task in (await admin.get("/api/tasks", kind=kind)).json()["items"]}

    assert await ids("manual") == {task["id"] for task in form["tasks"]}
    assert await ids("rectification") == {str(fault)}
    assert await ids("cold_chain") == {str(cold)}
    assert (await admin.get("/api/tasks/counts", kind="manual")).json()["open"] == 3


async def test_the_same_task_sent_again_under_another_key_is_one_task(org: Org, client: LogIn) -> None:
    inspector = await client("inspector")
    form = by_hand(org)
    assert await opened(inspector, form) == await opened(inspector, form)
    [task] = (await inspector.get("/api/tasks")).json()["items"]
    assert task["findingCount"] == 1


async def test_it_is_given_to_somebody_of_the_store_and_to_nobody_else(org: Org, client: LogIn) -> None:
    regional = await client("regional")
    [task] = await opened(regional, by_hand(org, assigneeId=str(org.accounts["clerk"])))
    assert task["assigneeId"] == str(org.accounts["clerk"])
    refused = await regional.post("/api/tasks", by_hand(org, assigneeId=str(org.accounts["buyer"])))
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "assigneeId")


@pytest.mark.parametrize(
    ("stores", "change", "field"),
    [
        (("A1", "A1"), {}, "tasks"),
        (("A1", "A2"), {"photos": [photo()]}, "photos"),
        (("A1", "A2"), {"assigneeId": str(uuid4())}, "assigneeId"),
        (("A1",), {"dueAt": "2020-01-01T00:00:00Z"}, "dueAt"),
    ],
)
async def test_what_cannot_be_is_refused_and_opens_nothing(
    stores: tuple[str, ...], change: dict[str, Any], field: str, org: Org, client: LogIn
) -> None:
    admin = await client("admin")
    refused = await admin.post("/api/tasks", by_hand(org, *stores, **change))
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)
    assert (await admin.get("/api/tasks")).json()["items"] == []


async def test_one_store_out_of_scope_is_not_there_and_opens_none_of_them(org: Org, client: LogIn) -> None:
    regional = await client("regional")
    assert (await regional.post("/api/tasks", by_hand(org, "A1", "B1"))).status_code == 404
    assert (await regional.get("/api/tasks")).json()["items"] == []
    assert (await (await client("clerk")).post("/api/tasks", by_hand(org))).status_code == 403
