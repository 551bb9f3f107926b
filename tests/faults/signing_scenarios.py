"""One real use of every command by which a store has its word on a visit, as `scenarios` has them for the others."""

from typing import Final
from uuid import uuid4

from tests.factories.inspections import Visit
from tests.faults.scenarios import Scenarios
from tests.faults.stage import Request, Stage

SIGNING_SCENARIOS: Final = Scenarios()


async def scored(stage: Stage) -> Visit:
    """Make a visit of one finding, the floor, and of a shelf that a person passed; it is scored at once."""
    visit = await stage.visit(answered=True, submitted=True)
    await visit.decide("shelf", outcome="pass")
    return visit


async def disputed(stage: Stage) -> str:
    """Make a visit whose floor is disputed; return the dispute's id."""
    visit = await scored(stage)
    form = {"id": str(uuid4()), "checkpointId": visit.checkpoints["floor"], "reason": "notAsSeen", "text": "拖过了"}
    await stage.post("manager", f"/api/inspections/{visit.id}/disputes", form)
    return form["id"]


@SIGNING_SCENARIOS.of("signVisit")
async def _(stage: Stage) -> Request:
    visit = await scored(stage)
    return Request(await stage.client("manager"), "POST", f"/api/inspections/{visit.id}/signature", {})


@SIGNING_SCENARIOS.of("signVisitInPresence")
async def _(stage: Stage) -> Request:
    visit = await stage.visit(answered=True, submitted=True)
    hand = {"name": "小李", "strokes": [[10, 20, 30, 40]]}
    return Request(visit.client, "POST", f"/api/inspections/{visit.id}/signature-in-presence", hand)


@SIGNING_SCENARIOS.of("disputeFinding")
async def _(stage: Stage) -> Request:
    visit = await scored(stage)
    form = {"id": str(uuid4()), "checkpointId": visit.checkpoints["floor"], "reason": "mendedThere"}
    return Request(await stage.client("manager"), "POST", f"/api/inspections/{visit.id}/disputes", form)


@SIGNING_SCENARIOS.of("decideDispute")
async def _(stage: Stage) -> Request:
    path = f"/api/disputes/{await disputed(stage)}/decision"
    return Request(await stage.client("regional"), "POST", path, {"granted": True, "note": "照片不清楚"})
