"""One real use of every command about plans, as `scenarios` has them for the others."""

from typing import Any, Final

from tests.factories.plans import DAY, weekly
from tests.factories.today import today
from tests.faults.scenarios import Scenarios
from tests.faults.stage import Request, Stage

PLAN_SCENARIOS: Final = Scenarios()


async def schedule_form(stage: Stage) -> dict[str, Any]:
    """Return the form of a schedule that begins tomorrow."""
    return weekly(stage.org, (await stage.checklist())["id"], startsOn=today(1).isoformat())


async def schedule(stage: Stage) -> dict[str, Any]:
    """Add a schedule; the job that makes its visits waits."""
    return await stage.post("regional", "/api/inspection-schedules", await schedule_form(stage))


async def cover_form(stage: Stage) -> dict[str, Any]:
    """Return the form of a cover on two days of its own."""
    first = today() + 10 * stage.number * DAY
    who = {"absentId": str(stage.org.accounts["inspector"]), "coverId": str(stage.org.accounts["regional"])}
    return {**who, "firstDay": first.isoformat(), "lastDay": (first + DAY).isoformat()}


@PLAN_SCENARIOS.of("addSchedule")
async def _(stage: Stage) -> Request:
    return Request(await stage.client("regional"), "POST", "/api/inspection-schedules", await schedule_form(stage))


@PLAN_SCENARIOS.of("changeSchedule")
async def _(stage: Stage) -> Request:
    made = await schedule(stage)
    form = {**await schedule_form(stage), "name": "两周一次", "every": 2, "ifVersion": made["version"]}
    return Request(await stage.client("regional"), "PUT", f"/api/inspection-schedules/{made['id']}", form)


@PLAN_SCENARIOS.of("pauseSchedule")
async def _(stage: Stage) -> Request:
    path = f"/api/inspection-schedules/{(await schedule(stage))['id']}/pause"
    return Request(await stage.client("regional"), "POST", path, {"ifVersion": 1})


@PLAN_SCENARIOS.of("resumeSchedule")
async def _(stage: Stage) -> Request:
    path = f"/api/inspection-schedules/{(await schedule(stage))['id']}"
    paused = await stage.post("regional", f"{path}/pause", {"ifVersion": 1})
    return Request(await stage.client("regional"), "POST", f"{path}/resumption", {"ifVersion": paused["version"]})


@PLAN_SCENARIOS.of("handOverVisit")
async def _(stage: Stage) -> Request:
    path = f"/api/inspections/{(await stage.plan())['id']}/hand-over"
    form = {"inspectorId": str(stage.org.accounts["regional"]), "ifVersion": 1}
    return Request(await stage.client("inspector"), "POST", path, form)


@PLAN_SCENARIOS.of("moveVisit")
async def _(stage: Stage) -> Request:
    path = f"/api/inspections/{(await stage.plan())['id']}/day"
    form = {"day": today(5).isoformat(), "ifVersion": 1}
    return Request(await stage.client("regional"), "PUT", path, form)


@PLAN_SCENARIOS.of("setCover")
async def _(stage: Stage) -> Request:
    return Request(await stage.client("regional"), "POST", "/api/inspection-covers", await cover_form(stage))


@PLAN_SCENARIOS.of("endCover")
async def _(stage: Stage) -> Request:
    made = await stage.post("regional", "/api/inspection-covers", await cover_form(stage))
    return Request(await stage.client("regional"), "POST", f"/api/inspection-covers/{made['id']}/end")


@PLAN_SCENARIOS.of("setInspectionRule")
async def _(stage: Stage) -> Request:
    admin, path = await stage.client("admin"), "/api/inspection-rule"
    assert (await admin.put(path, {"visitsADay": 10 + stage.number, "nearM": 300})).is_success
    return Request(admin, "PUT", path, {"visitsADay": 4 + stage.number, "nearM": 300})


@PLAN_SCENARIOS.of("setHealthRule")
async def _(stage: Stage) -> Request:
    admin, path = await stage.client("admin"), "/api/health-rule"
    form = dict.fromkeys(("inspection", "rectification", "availability", "stock", "freshness", "selfChecks"), 10)
    now = (await admin.get(path)).json()["version"]
    told = await admin.put(path, {**form, "stock": 30 + now % 2, "ifVersion": now})
    return Request(admin, "PUT", path, {**form, "stock": 20, "ifVersion": told.json()["version"]})
