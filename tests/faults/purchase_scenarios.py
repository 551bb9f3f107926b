"""One real use of every command about orders to suppliers, as `scenarios` has them for the others."""

from typing import Final

from tests.factories.supply import add_supplier
from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage

MAIL: Final = {"way": "mail", "address": "order@dairy.example", "ifVersion": 0}


async def way(stage: Stage) -> str:
    """Return where the way of a supplier of its own lies."""
    supplier = await add_supplier(await stage.client("buyer"), f"WAY{stage.number}")
    return f"/api/suppliers/{supplier['id']}/way"


async def set_way(stage: Stage) -> Request:
    return Request(await stage.client("buyer"), "PUT", await way(stage), MAIL)


async def try_way(stage: Stage) -> Request:
    buyer, path = await stage.client("buyer"), await way(stage)
    assert (await buyer.put(path, MAIL)).is_success
    return Request(buyer, "POST", f"{path}/test")


PURCHASE_SCENARIOS: Final[dict[str, Scenario]] = {
    "setSupplierWay": set_way,
    "testSupplierWay": try_way,
}
