"""Whose tasks one sees and may touch."""

from storewalk.tasks.api import open_task
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.tasks import finding, photo
from tests.tasks.conftest import OpenTask


async def test_each_sees_the_tasks_of_their_stores_only(org: Org, task: OpenTask, app_tx: AppTx, client: LogIn) -> None:
    async with app_tx(org) as tx:
        a2 = await open_task(tx, finding(org, tx, store="A2"))
        b1 = await open_task(tx, finding(org, tx, store="B1"))
    seen = {
        role: [item["id"] for item in (await (await client(role)).get("/api/tasks")).json()["items"]]
        for role in ("manager", "clerk", "inspector", "regional", "admin")
    }
    assert seen["manager"] == seen["clerk"] == [str(task.id)]
    assert seen["inspector"] == seen["regional"] == [str(a2), str(task.id)]
    assert seen["admin"] == [str(b1), str(a2), str(task.id)]


async def test_a_task_of_another_store_is_404_for_every_step(org: Org, app_tx: AppTx, client: LogIn) -> None:
    async with app_tx(org) as tx:
        b1 = await open_task(tx, finding(org, tx, store="B1"))
    path = f"/api/tasks/{b1}"
    manager, inspector = await client("manager"), await client("inspector")
    form = {"note": "", "photos": [photo()], "ifVersion": 1}
    statuses = [
        (await manager.get(path)).status_code,
        (await manager.post(f"{path}/response", form)).status_code,
        (
            await manager.post(f"{path}/assignment", {"accountId": str(org.accounts["clerk"]), "ifVersion": 1})
        ).status_code,
        (await inspector.get(path)).status_code,
        (await inspector.post(f"{path}/verification", {"accepted": True, "ifVersion": 1})).status_code,
    ]
    assert statuses == [404] * 5


async def test_lists_are_filtered_by_status_store_and_mine_and_go_on_page_by_page(
    org: Org, task: OpenTask, app_tx: AppTx, client: LogIn
) -> None:
    async with app_tx(org) as tx:
        floor = await open_task(tx, finding(org, tx, fault_key="floor"))
        a2 = await open_task(tx, finding(org, tx, store="A2"))
    manager, regional = await client("manager"), await client("regional")
    form = {"note": "", "photos": [photo()], "ifVersion": 1}
    await manager.post(f"{task.path}/response", form)

    async def ids(**params: object) -> list[str]:
        return [item["id"] for item in (await regional.get("/api/tasks", **params)).json()["items"]]

    assert await ids(status="answered") == [str(task.id)]
    assert await ids(status="open", store=str(org.places["A1"])) == [str(floor)]
    assert await ids(mine="true") == []
    mine = [item["id"] for item in (await manager.get("/api/tasks", mine="true")).json()["items"]]
    assert mine == [str(floor), str(task.id)]
    first = (await regional.get("/api/tasks", limit=2)).json()
    rest = (await regional.get("/api/tasks", limit=2, cursor=first["next"])).json()
    assert [item["id"] for item in (*first["items"], *rest["items"])] == [str(a2), str(floor), str(task.id)]
    assert rest["next"] is None


async def test_a_task_is_handed_to_somebody_of_the_store_and_to_nobody_else(
    org: Org, task: OpenTask, client: LogIn, run_jobs: JobRunner
) -> None:
    manager, clerk = await client("manager"), await client("clerk")
    to = {"accountId": str(org.accounts["clerk"]), "ifVersion": 1}
    handed = await manager.post(f"{task.path}/assignment", to)
    assert (handed.json()["assigneeId"], handed.json()["version"]) == (str(org.accounts["clerk"]), 2)
    again = await manager.post(f"{task.path}/assignment", {**to, "ifVersion": 2})
    assert again.json()["version"] == 2
    for role in ("buyer", "inspector"):
        elsewhere = {"accountId": str(org.accounts[role]), "ifVersion": 2}
        refused = await manager.post(f"{task.path}/assignment", elsewhere)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "accountId")
    assert (await clerk.post(f"{task.path}/assignment", to)).status_code == 403
    await run_jobs()
    told = (await clerk.get("/api/notifications")).json()["items"]
    assert [entry["kind"] for entry in told] == ["tasks.assigned"]
