"""One real use of every command about where goods come from, as `scenarios` has them for the others."""

from typing import Any, Final

from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage


async def supplier(stage: Stage) -> dict[str, Any]:
    """Add a supplier."""
    return await stage.post("buyer", "/api/suppliers", supplier_form(stage))


def supplier_form(stage: Stage) -> dict[str, Any]:
    """Return the form of a supplier."""
    return {"code": f"S{stage.number}", "name": f"光明乳业 {stage.number}"}


async def add_supplier(stage: Stage) -> Request:
    return Request(await stage.client("buyer"), "POST", "/api/suppliers", supplier_form(stage))


async def change_supplier(stage: Stage) -> Request:
    made = await supplier(stage)
    form = {**supplier_form(stage), "name": "改名", "ifVersion": made["version"]}
    return Request(await stage.client("buyer"), "PUT", f"/api/suppliers/{made['id']}", form)


SUPPLY_SCENARIOS: Final[dict[str, Scenario]] = {
    "addSupplier": add_supplier,
    "changeSupplier": change_supplier,
}
