"""One real use of every command about photos and labels, as `scenarios` has them for the others."""

from typing import Final
from uuid import UUID

from storewalk.core.ids import new_id
from tests.factories.inspections import photo_verified, shelf_seen
from tests.factories.photos import jpeg, registration
from tests.faults.scenarios import Scenarios
from tests.faults.stage import Request, Stage

PHOTO_SCENARIOS: Final = Scenarios()

PHOTO_SCENARIOS.simply("requestLabels", "admin", "/api/label-exports", lambda s: {"id": str(UUID(int=s.number))})
PHOTO_SCENARIOS.simply(
    "registerPhoto", "inspector", "/api/photos", lambda s: registration(jpeg(s.number), s.org.places["A1"])
)


@PHOTO_SCENARIOS.of("completePhoto")
async def _(stage: Stage) -> Request:
    data = jpeg(stage.number)
    made = await stage.post("inspector", "/api/photos", registration(data, stage.org.places["A1"]))
    return Request(await stage.client("inspector"), "POST", f"/api/photos/{made['id']}/complete", {})


@PHOTO_SCENARIOS.of("sharePhoto")
async def _(stage: Stage) -> Request:
    made = await stage.post("inspector", "/api/photos", registration(jpeg(stage.number), stage.org.places["A1"]))
    async with stage.app_tx(stage.org) as tx:
        await photo_verified(tx, made["id"])
    return Request(await stage.client("regional"), "POST", f"/api/photos/{made['id']}/shares", {"id": str(new_id())})


@PHOTO_SCENARIOS.of("setPhotoRetention")
async def _(stage: Stage) -> Request:
    admin = await stage.client("admin")
    form = {"evidenceDays": 400 + stage.number, "shelfDays": 200, "quarantineDays": 30}
    await admin.put("/api/photo-retention", {**form, "shelfDays": 100, "ifVersion": 0})
    version = (await admin.get("/api/photo-retention")).json()["version"]
    return Request(admin, "PUT", "/api/photo-retention", {**form, "ifVersion": version})


@PHOTO_SCENARIOS.of("correctBoxes")
async def _(stage: Stage) -> Request:
    data, store = jpeg(stage.number), stage.org.places["A1"]
    made = await stage.post("inspector", "/api/photos", registration(data, store, purpose="shelf"))
    async with stage.app_tx(stage.org) as tx:
        await shelf_seen(tx, str(store), made["id"], facings=8)
    gap = {"label": "gap", "x0": 0.1, "y0": 0.1, "x1": 0.2, "y1": 0.3}
    form = {"boxes": [gap], "ifVersion": 0}
    return Request(await stage.client("inspector"), "PUT", f"/api/photos/{made['id']}/boxes", form)
