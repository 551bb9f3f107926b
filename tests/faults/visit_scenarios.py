"""One real use of every command about inspections, as `scenarios` has them for the others."""

from typing import Final
from uuid import uuid4

from tests.factories.inspections import checkpoint, photo, template, words
from tests.faults.scenarios import Scenarios
from tests.faults.stage import Request, Stage

VISIT_SCENARIOS: Final = Scenarios()

VISIT_SCENARIOS.simply(
    "publishTemplate", "regional", "/api/inspection-templates", lambda _: template([checkpoint("floor")])
)


@VISIT_SCENARIOS.of("publishTemplateVersion")
async def _(stage: Stage) -> Request:
    made = await stage.post("regional", "/api/inspection-templates", template([checkpoint("floor")]))
    form = template([checkpoint("floor"), checkpoint("door")], ifVersion=made["version"])
    return Request(await stage.client("regional"), "POST", f"/api/inspection-templates/{made['id']}/versions", form)


@VISIT_SCENARIOS.of("copyTemplate")
async def _(stage: Stage) -> Request:
    made = await stage.post("regional", "/api/inspection-templates", template([checkpoint("floor")]))
    form = {"id": str(uuid4()), "name": words("副本")}
    return Request(await stage.client("regional"), "POST", f"/api/inspection-templates/{made['id']}/copies", form)


VISIT_SCENARIOS.simply(
    "takeTemplateFile",
    "regional",
    "/api/inspection-template-files",
    lambda _: {"id": str(uuid4()), "file": {"draft": template([checkpoint("floor")])}},
)


VISIT_SCENARIOS.simply(
    "importTemplate",
    "regional",
    "/api/imports/inspection-templates",
    lambda _: {"templateId": str(uuid4()), "name": words("夜班"), "csv": "检查项,部分,标准\n地面,环境,干净\n"},
)


@VISIT_SCENARIOS.of("planVisit")
async def _(stage: Stage) -> Request:
    return Request(await stage.client("regional"), "POST", "/api/inspection-plans", await stage.plan_form())


@VISIT_SCENARIOS.of("startVisit")
async def _(stage: Stage) -> Request:
    template_id = (await stage.checklist())["id"]
    form = {"id": str(uuid4()), "storeId": str(stage.org.places["A1"]), "templateId": template_id}
    return Request(await stage.client("inspector"), "POST", "/api/inspections", form)


@VISIT_SCENARIOS.of("startOwnCheck")
async def _(stage: Stage) -> Request:
    template_id = (await stage.checklist())["id"]
    form = {"id": str(uuid4()), "storeId": str(stage.org.places["A1"]), "templateId": template_id}
    return Request(await stage.client("manager"), "POST", "/api/own-checks", form)


@VISIT_SCENARIOS.of("startPlannedVisit")
async def _(stage: Stage) -> Request:
    planned = await stage.plan()
    return Request(await stage.client("inspector"), "POST", f"/api/inspections/{planned['id']}/start", {})


@VISIT_SCENARIOS.of("cancelVisit")
async def _(stage: Stage) -> Request:
    visit = await stage.visit()
    return Request(visit.client, "POST", f"/api/inspections/{visit.id}/cancellation", {"reason": "停电"})


@VISIT_SCENARIOS.of("answerCheckpoint")
async def _(stage: Stage) -> Request:
    visit, product_id = await stage.visit(), (await stage.product())["id"]
    path = f"/api/inspections/{visit.id}/answers/{visit.checkpoints['floor']}"
    arrow = {"kind": "arrow", "x": 0.1, "y": 0.2, "toX": 0.5, "toY": 0.6}
    words = {"kind": "text", "x": 0.5, "y": 0.5, "text": "第三层"}
    form = {
        "outcome": "fail",
        "note": "地面有水，牛奶过期",
        "photos": [{**photo(), "marks": [arrow, words]}, photo()],
        "voice": photo(),
        "missingProductIds": [product_id],
        "productsSeen": [{"productId": product_id, "quantity": "2.5", "lotCode": "L-7", "expiresOn": "2026-11-20"}],
    }
    return Request(visit.client, "PUT", path, form)


@VISIT_SCENARIOS.of("submitVisit")
async def _(stage: Stage) -> Request:
    visit = await stage.visit(answered=True)
    return Request(visit.client, "POST", f"/api/inspections/{visit.id}/submission", {"answers": 2})


@VISIT_SCENARIOS.of("decideAnswer")
async def _(stage: Stage) -> Request:
    visit = await stage.visit(answered=True, submitted=True)
    path = f"/api/inspections/{visit.id}/answers/{visit.checkpoints['shelf']}/decision"
    return Request(visit.client, "POST", path, {"outcome": "fail"})
