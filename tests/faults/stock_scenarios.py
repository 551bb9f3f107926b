"""One real use of every command about stock and sales, as `scenarios` has them for the others."""

from typing import Final
from uuid import UUID

from storewalk.stock.api import PlaceKind, standard_place
from tests.factories.sales import ingest, sold, till_receipt
from tests.factories.stock import line, receive
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
    await admin.put("/api/stock/rule", {"negativeAllowed": stage.number % 2 == 0})
    return Request(admin, "PUT", "/api/stock/rule", {"negativeAllowed": stage.number % 2 == 1})


async def ingest_sales(stage: Stage) -> Request:
    goods, store_id = await stage.once("goods", stage.product), stage.org.places["A1"]
    manager = await stage.client("manager")
    await stage.once("stock", lambda: receive(manager, store_id, line(goods["id"], "9", 100)))
    form = {"receipts": [till_receipt(sold(goods["code"]), sold(f"?{stage.number}"), number=str(stage.number))]}
    return Request(await stage.client("admin"), "POST", "/api/pos/sales", form)


async def import_sales(stage: Stage) -> Request:
    goods, store_id = await stage.once("goods", stage.product), stage.org.places["A1"]
    manager = await stage.client("manager")
    await stage.once("stock", lambda: receive(manager, store_id, line(goods["id"], "9", 100)))
    rows = (
        f"Receipt,Store code,Time,Product code,Quantity,Amount\n{stage.number},A1,2026-11-20,{goods['code']},1,3.50\n"
    )
    return Request(await stage.client("admin"), "POST", "/api/pos/sales/file", {"csv": rows})


async def name_parked_product(stage: Stage) -> Request:
    goods, buyer = await stage.once("goods", stage.product), await stage.client("buyer")
    manager, store_id = await stage.client("manager"), stage.org.places["A1"]
    await stage.once("stock", lambda: receive(manager, store_id, line(goods["id"], "9", 100)))
    await ingest(await stage.client("admin"), till_receipt(sold(f"?{stage.number}")))
    [waiting] = (await buyer.get("/api/sales/parked")).json()["items"]
    return Request(buyer, "POST", f"/api/sales/parked/{waiting['id']}/product", {"productId": goods["id"]})


async def add_place(stage: Stage) -> Request:
    path = f"/api/stock/stores/{stage.org.places['A1']}/places"
    await stage.once("place", lambda: stage.post("buyer", path, {"code": "H1", "name": "冷冻柜"}))
    return Request(await stage.client("buyer"), "POST", path, {"code": f"F{stage.number}", "name": "冷藏柜"})


async def change_place(stage: Stage) -> Request:
    path = f"/api/stock/stores/{stage.org.places['A1']}/places"
    made = await stage.post("buyer", path, {"code": f"G{stage.number}", "name": "冷藏柜"})
    form = {"name": "第二后仓", "closed": True, "ifVersion": made["version"]}
    return Request(await stage.client("buyer"), "PUT", f"{path}/{made['id']}", form)


async def relocate_goods(stage: Stage) -> Request:
    goods, store_id = await stage.once("goods", stage.product), stage.org.places["A1"]
    await receive(await stage.client("manager"), store_id, line(goods["id"], "1", 100))
    form = {
        "id": str(UUID(int=stage.number)),
        "fromId": str(standard_place(store_id, PlaceKind.SHELF)),
        "toId": str(standard_place(store_id, PlaceKind.BACK_ROOM)),
        "lines": [{"productId": goods["id"], "quantity": "1"}],
    }
    return Request(await stage.client("manager"), "POST", f"/api/stock/stores/{store_id}/relocations", form)


async def open_recall(stage: Stage) -> Request:
    product = await stage.product()
    await receive(await stage.client("manager"), stage.org.places["A1"], line(product["id"], "3", 300, code="L1"))
    form = {"id": str(UUID(int=stage.number)), "productId": product["id"], "reason": "包装破损"}
    return Request(await stage.client("buyer"), "POST", "/api/stock/recalls", form)


async def end_recall(stage: Stage) -> Request:
    product = await stage.product()
    await receive(await stage.client("manager"), stage.org.places["A1"], line(product["id"], "3", 300, code="L1"))
    opened = await stage.post("buyer", "/api/stock/recalls", {"productId": product["id"], "reason": "包装破损"})
    form = {"ifVersion": opened["version"], "reason": "检验合格"}
    return Request(await stage.client("buyer"), "POST", f"/api/stock/recalls/{opened['id']}/end", form)


STOCK_SCENARIOS: Final[dict[str, Scenario]] = {
    "receiveStock": receive_stock,
    "setStockRule": set_stock_rule,
    "addPlace": add_place,
    "changePlace": change_place,
    "relocateGoods": relocate_goods,
    "openRecall": open_recall,
    "endRecall": end_recall,
    "ingestSales": ingest_sales,
    "importSales": import_sales,
    "nameParkedProduct": name_parked_product,
}
