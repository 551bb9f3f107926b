"""One real use of every command about tasks, as `scenarios` has them for the others."""

from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import uuid4

from tests.factories.inspections import photo
from tests.factories.tasks import by_hand
from tests.faults.scenarios import Scenarios
from tests.faults.stage import Request, Stage

TASK_SCENARIOS: Final = Scenarios()

TASK_SCENARIOS.simply("openTasks", "inspector", "/api/tasks", lambda s: by_hand(s.org, photos=[photo()]))


@TASK_SCENARIOS.of("respondToTask")
async def _(stage: Stage) -> Request:
    task_id = await stage.task()
    return Request(await stage.client("manager"), "POST", f"/api/tasks/{task_id}/response", stage.response())


@TASK_SCENARIOS.of("verifyTask")
async def _(stage: Stage) -> Request:
    task_id = await stage.task(answered=True)
    form = {"accepted": False, "reason": "还缺一排", "ifVersion": 2}
    return Request(await stage.client("inspector"), "POST", f"/api/tasks/{task_id}/verification", form)


@TASK_SCENARIOS.of("assignTask")
async def _(stage: Stage) -> Request:
    task_id = await stage.task()
    form = {"accountId": str(stage.org.accounts["clerk"]), "ifVersion": 1}
    return Request(await stage.client("manager"), "POST", f"/api/tasks/{task_id}/assignment", form)


@TASK_SCENARIOS.of("blockTask")
async def _(stage: Stage) -> Request:
    task_id = await stage.task()
    form = {"reason": "warehouse", "note": "总仓缺货", "ifVersion": 1}
    return Request(await stage.client("manager"), "POST", f"/api/tasks/{task_id}/block", form)


@TASK_SCENARIOS.of("unblockTask")
async def _(stage: Stage) -> Request:
    task_id = await stage.task(blocked=True)
    form = {"note": "已到货", "ifVersion": 2}
    return Request(await stage.client("regional"), "POST", f"/api/tasks/{task_id}/unblock", form)


@TASK_SCENARIOS.of("commentOnTask")
async def _(stage: Stage) -> Request:
    task_id = await stage.task()
    form = {"id": str(uuid4()), "text": "第二层左边", "photos": [photo()]}
    return Request(await stage.client("inspector"), "POST", f"/api/tasks/{task_id}/comments", form)


@TASK_SCENARIOS.of("assignTasks")
async def _(stage: Stage) -> Request:
    chosen = [{"id": await stage.task(), "ifVersion": 1}]
    form = {"tasks": chosen, "accountId": str(stage.org.accounts["clerk"])}
    return Request(await stage.client("manager"), "POST", "/api/tasks/assignments", form)


@TASK_SCENARIOS.of("rescheduleTasks")
async def _(stage: Stage) -> Request:
    due = (datetime.now(UTC) + timedelta(days=3)).isoformat()
    form = {"tasks": [{"id": await stage.task(), "ifVersion": 1}], "dueAt": due}
    return Request(await stage.client("regional"), "POST", "/api/tasks/due-times", form)
