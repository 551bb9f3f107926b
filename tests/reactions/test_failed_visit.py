"""From a failed checkpoint to the people who have to do something, on the real queue."""

from typing import Any

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.inspections import Visit, begin, checkpoint, photo, publish, template
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org


async def failed_visit(inspector: Client, store_id: object, checklist: dict[str, Any]) -> tuple[Visit, str]:
    """Visit a store whose floor is dirty; return the visit and the photo of the floor."""
    visit = await begin(inspector, str(store_id), checklist["id"])
    dirty = photo()
    await visit.answer("floor", outcome="fail", note="有水渍", photos=[dirty])
    await visit.answer("tags", outcome="pass")
    await visit.submit(2)
    return visit, dirty["id"]


async def test_a_failed_checkpoint_becomes_the_managers_task_with_its_photo_and_is_told_step_by_step(
    org: Org, client: LogIn, run_jobs: JobRunner
) -> None:
    inspector, manager, regional = await client("inspector"), await client("manager"), await client("regional")
    checklist = await publish(regional, template([checkpoint("floor", critical=True), checkpoint("tags")]))
    visit, dirty = await failed_visit(inspector, org.places["A1"], checklist)
    await run_jobs()
    [task] = (await manager.get("/api/tasks")).json()["items"]
    path = f"/api/tasks/{task['id']}"
    shown = (await manager.get(path)).json()
    assert (shown["inspectionId"], shown["checkpointId"]) == (visit.id, visit.checkpoints["floor"])
    assert (shown["before"], shown["note"], shown["critical"]) == ([dirty], "有水渍", True)
    assert (await visit.shown("floor"))["taskId"] == task["id"]
    assert (await visit.shown("tags"))["taskId"] is None
    await manager.post(f"{path}/response", {"note": "拖干了", "photos": [photo()], "ifVersion": 1})
    await run_jobs()
    await inspector.post(f"{path}/verification", {"accepted": False, "reason": "还有水渍", "ifVersion": 2})
    await run_jobs()
    await manager.post(f"{path}/response", {"note": "又拖了", "photos": [photo()], "ifVersion": 3})
    await inspector.post(f"{path}/verification", {"accepted": True, "ifVersion": 4})
    await run_jobs()
    assert await kinds(manager) == ["tasks.accepted", "tasks.returned", "tasks.opened"]
    assert await kinds(inspector) == ["tasks.answered", "tasks.answered"]
    assert await kinds(regional) == []


async def test_the_same_fault_at_the_next_visit_goes_to_the_open_task_and_both_visits_show_it(
    org: Org, client: LogIn, run_jobs: JobRunner
) -> None:
    inspector, manager = await client("inspector"), await client("manager")
    checklist = await publish(
        await client("regional"), template([checkpoint("floor", critical=True), checkpoint("tags")])
    )
    first, before = await failed_visit(inspector, org.places["A1"], checklist)
    await run_jobs()
    second, again = await failed_visit(inspector, org.places["A1"], checklist)
    await run_jobs()
    [task] = (await manager.get("/api/tasks")).json()["items"]
    assert task["findingCount"] == 2
    assert (await manager.get(f"/api/tasks/{task['id']}")).json()["before"] == [before, again]
    assert [(await visit.shown("floor"))["taskId"] for visit in (first, second)] == [task["id"], task["id"]]
    assert await kinds(manager) == ["tasks.opened"]


async def test_a_visit_planned_for_an_inspector_is_in_her_inbox(org: Org, client: LogIn, run_jobs: JobRunner) -> None:
    inspector, regional = await client("inspector"), await client("regional")
    checklist = await publish(regional, template([checkpoint("tags")]))
    form = {
        "storeId": str(org.places["A1"]),
        "templateId": checklist["id"],
        "inspectorId": str(org.accounts["inspector"]),
        "plannedFor": "2031-03-04",
    }
    planned = await regional.post("/api/inspection-plans", form)
    assert planned.status_code == 201, planned.text
    await run_jobs()
    [entry] = (await inspector.get("/api/notifications")).json()["items"]
    assert (entry["kind"], entry["link"]) == ("inspections.planned", f"/visits/{planned.json()['id']}")
    assert entry["body"]["zh"] == "请在3月4日完成巡店。"


async def kinds(client: Client) -> list[str]:
    """Return the kinds of an inbox's entries about tasks, newest first."""
    items = (await client.get("/api/notifications")).json()["items"]
    return [entry["kind"] for entry in items if entry["kind"].startswith("tasks.")]
