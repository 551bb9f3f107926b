"""A warehouse takes goods in, sends and gets them like a store; it sells nothing."""

from typing import Any

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.sales import sold, till_receipt
from tests.factories.stock import add_product, line, proved, receive, stock_of
from tests.factories.transfers import Crew


async def warehouse(admin: Client, org: Org) -> dict[str, Any]:
    """Add a warehouse to region A."""
    form = {"code": "W1", "name": "中心仓", "regionId": str(org.places["A"]), "kind": "warehouse"}
    answer = await admin.post("/api/stores", form)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_a_warehouse_is_one_for_good_and_found_as_such(client: LogIn, org: Org) -> None:
    admin = await client("admin")
    made = await warehouse(admin, org)
    assert made["kind"] == "warehouse"
    kinds = {kind: (await admin.get("/api/stores", kind=kind)).json()["items"] for kind in ("store", "warehouse")}
    assert [each["code"] for each in kinds["warehouse"]] == ["W1"]
    assert {each["code"] for each in kinds["store"]} == {"A1", "A2", "B1"}
    form = {"code": "W1", "name": "一号仓", "regionId": made["regionId"], "ifVersion": made["version"]}
    assert (await admin.put(f"/api/stores/{made['id']}", {**form, "kind": "store"})).status_code == 400
    assert (await admin.put(f"/api/stores/{made['id']}", form)).json()["kind"] == "warehouse"


async def test_goods_come_into_a_bin_go_to_a_store_and_come_back(
    buyer: Client, client: LogIn, org: Org, app_tx: AppTx
) -> None:
    admin, cola = await client("admin"), await add_product(buyer, "C1")
    made = await warehouse(admin, org)
    org.places["W1"] = made["id"]
    path = f"/api/stock/stores/{made['id']}/places"
    rack = (await buyer.post(path, {"code": "A-01", "name": "一排一层"})).json()
    await receive(buyer, made["id"], {**line(cola, "24", 2400), "placeId": rack["id"]})
    item = await stock_of(buyer, made["id"], cola)
    assert (item["storeKind"], item["bins"], item["shelf"], item["available"]) == ("warehouse", "24", "0", "24")
    crew = Crew(org, app_tx, admin, admin, buyer, ("W1", "A1"))
    await crew.receive(await crew.shipped((cola, "10")))
    back = crew.turned()
    await back.receive(await back.shipped((cola, "3")))
    assert await crew.book("W1", cola) == ("17", 1700, "0", 0)
    assert await crew.book("A1", cola) == ("7", 700, "0", 0)
    await proved(app_tx, org)
    for kind, value in (("warehouse", 1700), ("store", 700)):
        assert (await buyer.get("/api/stock/totals", kind=kind)).json()["valueCents"] == value
        assert sum(row["valueCents"] for row in (await buyer.get("/api/stock", kind=kind)).json()["items"]) == value


async def test_a_warehouse_has_no_tills(buyer: Client, client: LogIn, org: Org) -> None:
    admin, cola = await client("admin"), await add_product(buyer, "C1")
    made = await warehouse(admin, org)
    await receive(buyer, made["id"], line(cola, "5", 500))
    for name in ("W1", made["id"]):
        receipt = {**till_receipt(sold("C1"), number="1"), "store": name}
        refused = await admin.post("/api/pos/sales", {"receipts": [receipt]})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "receipts.0.store")
    assert (await stock_of(buyer, made["id"], cola))["quantity"] == "5"
