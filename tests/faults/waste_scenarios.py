"""One real use of every command about expiring lots and waste, as `scenarios` has them for the others."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from tests.factories.stock import line
from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage


async def expiring(stage: Stage) -> dict[str, Any]:
    """Take in ten of a lot whose last day is today, and return it as the store sees it."""
    product, store = await stage.once("fresh goods", stage.product), str(stage.org.places["A1"])
    last = datetime.now(UTC).date()
    lot = {"code": f"W{stage.number}", "producedOn": str(last - timedelta(days=9)), "expiresOn": str(last)}
    form = {"storeId": store, "lines": [line(product["id"], "10", 1000, **lot)]}
    await stage.post("manager", "/api/stock/receipts", form)
    found = (await (await stage.client("manager")).get("/api/stock/expiring", store=store)).json()["items"]
    return next(each for each in found if each["lotCode"] == lot["code"])


def waste(lot: dict[str, Any], quantity: str) -> dict[str, Any]:
    """Return the report of some of a lot."""
    fields = {key: lot[key] for key in ("storeId", "productId", "lotId")}
    return {**fields, "id": str(uuid4()), "quantity": quantity, "reason": "expired", "photoIds": [str(uuid4())]}


async def step_on_lot(stage: Stage) -> Request:
    lot = await expiring(stage)
    form = {"id": str(UUID(int=stage.number)), "kind": "withdrawn"}
    path = f"/api/stock/stores/{lot['storeId']}/lots/{lot['lotId']}/steps"
    return Request(await stage.client("clerk"), "POST", path, form)


async def report_waste(stage: Stage) -> Request:
    return Request(await stage.client("clerk"), "POST", "/api/stock/waste", waste(await expiring(stage), "2"))


async def decide_waste(stage: Stage) -> Request:
    await (await stage.client("admin")).put("/api/stock/waste/rule", {"approvalCents": 0})
    report = await stage.post("clerk", "/api/stock/waste", waste(await expiring(stage), "3"))
    form = {"approved": True, "ifVersion": report["version"]}
    return Request(await stage.client("regional"), "POST", f"/api/stock/waste/{report['id']}/decision", form)


async def set_waste_rule(stage: Stage) -> Request:
    admin = await stage.client("admin")
    await admin.put("/api/stock/waste/rule", {"approvalCents": 100})
    return Request(admin, "PUT", "/api/stock/waste/rule", {"approvalCents": 200 + stage.number})


WASTE_SCENARIOS: Final[dict[str, Scenario]] = {
    "stepOnLot": step_on_lot,
    "reportWaste": report_waste,
    "decideWaste": decide_waste,
    "setWasteRule": set_waste_rule,
}
