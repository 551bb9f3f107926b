"""One real use of every command about stock and sales, as `scenarios` has them for the others."""

from typing import Final
from uuid import UUID

from tests.factories.stock import line
from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage


async def receive_stock(stage: Stage) -> Request:
    goods, store_id = await stage.once("goods", stage.product), str(stage.org.places["A1"])
    first = {"storeId": store_id, "lines": [line(goods["id"], "1", 100)]}
    await stage.once("stock", lambda: stage.post("manager", "/api/stock/receipts", first))
    lines = [line(goods["id"], "2", 500, code=f"L{stage.number}")]
    form = {"id": str(UUID(int=stage.number)), "storeId": store_id, "lines": lines}
    return Request(await stage.client("manager"), "POST", "/api/stock/receipts", form)


async def set_stock_rule(stage: Stage) -> Request:
    admin = await stage.client("admin")
    await admin.put("/api/stock/rule", {"negativeAllowed": stage.number == 2})
    return Request(admin, "PUT", "/api/stock/rule", {"negativeAllowed": stage.number == 1})


STOCK_SCENARIOS: Final[dict[str, Scenario]] = {"receiveStock": receive_stock, "setStockRule": set_stock_rule}
