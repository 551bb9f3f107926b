"""Sources: a supplier or a warehouse by one way of delivery, when it delivers where, and on which dated days not."""

import asyncio
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from storewalk.ordering.queries.supply_read import supply_of
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.supply import SOURCE, WEEK, add_source, add_supplier, add_warehouse, deliver


@pytest.fixture
async def buyer(client: LogIn) -> Client:
    """Who keeps where goods come from."""
    return await client("buyer")


async def change(buyer: Client, source: dict[str, Any], **form: Any) -> Any:
    kept = {name: source[name] for name in (*SOURCE, "soldSameDay", "status")}
    return await buyer.put(f"/api/order-sources/{source['id']}", {**kept, "ifVersion": source["version"], **form})


async def deliveries(who: Client, source: dict[str, Any], **asked: Any) -> list[tuple[str, list[int], int | None]]:
    answer = await who.get(f"/api/order-sources/{source['id']}/deliveries", **asked)
    assert answer.status_code == 200, answer.text
    return [(each["storeCode"], each["weekdays"], each["budgetCents"]) for each in answer.json()["items"]]


async def codes(client: Client, **asked: Any) -> list[str]:
    return [each["code"] for each in (await client.get("/api/order-sources", **asked)).json()["items"]]


def fault(answer: Any) -> tuple[int, str, str]:
    first = answer.json()["errors"][0]
    return answer.status_code, first["field"], first["message"]


async def test_a_source_is_a_supplier_or_a_warehouse_of_the_chain(buyer: Client, client: LogIn, org: Org) -> None:
    dairy = await add_supplier(buyer)
    fresh = await add_source(buyer, supplierId=dairy["id"])
    own = await add_warehouse(await client("admin"), org.places["A"])
    dry = await add_source(buyer, code="DRY", name="总仓常温", warehouseId=own, leadDays=2, soldSameDay=False)
    assert {name: fresh[name] for name in SOURCE} == SOURCE
    assert (fresh["originName"], fresh["serves"], fresh["stores"], fresh["offers"]) == ("光明乳业", True, 0, 0)
    assert (dry["originName"], dry["soldSameDay"], dry["warehouseId"]) == ("浦东总仓", False, own)
    assert await codes(buyer) == ["FRESH", "DRY"]
    assert await codes(buyer, q="GMR") == ["FRESH"]
    assert await codes(buyer, q="总仓") == ["DRY"]


async def test_what_is_neither_a_supplier_in_use_nor_a_warehouse_is_refused(buyer: Client, org: Org) -> None:
    dairy = await add_supplier(buyer)
    form = {"supplierId": dairy["id"], "warehouseId": str(org.places["A1"])}
    for wrong, field, told in (
        ({}, "supplierId", "请选择一个供应商，或一个自有仓库，二者选一。"),
        (form, "supplierId", "请选择一个供应商，或一个自有仓库，二者选一。"),
        ({"supplierId": str(uuid4())}, "supplierId", "没有这个供应商。"),
        ({"warehouseId": str(org.places["A1"])}, "warehouseId", "请选择仓库；门店不能作为供货来源。"),
    ):
        assert fault(await buyer.post("/api/order-sources", {**SOURCE, **wrong})) == (422, field, told)
    await add_source(buyer, supplierId=dairy["id"])
    again = await buyer.post("/api/order-sources", {**SOURCE, "supplierId": dairy["id"]})
    assert fault(again) == (422, "code", "来源编码 FRESH 已被使用。")
    assert await codes(buyer) == ["FRESH"]


async def test_a_source_is_changed_by_who_saw_it_last_and_ended(buyer: Client) -> None:
    source = await add_source(buyer)
    later = (await change(buyer, source, cutOff="09:30", leadDays=3)).json()
    assert (later["cutOff"], later["leadDays"], later["version"]) == ("09:30", 3, 2)
    refused = await change(buyer, source, cutOff="10:00")
    assert (refused.status_code, refused.json()["current"]["cutOff"]) == (409, "09:30")
    ended = (await change(buyer, later, status="ended")).json()
    assert (ended["status"], ended["serves"]) == ("ended", False)
    assert await codes(buyer, status="active") == []


async def test_from_an_ended_supplier_nothing_is_ordered_and_no_source_begins_again(buyer: Client) -> None:
    dairy = await add_supplier(buyer)
    source = await add_source(buyer, supplierId=dairy["id"])
    form = {"code": "S001", "name": "光明乳业", "status": "ended", "ifVersion": dairy["version"]}
    await buyer.put(f"/api/suppliers/{dairy['id']}", form)
    seen = (await buyer.get(f"/api/order-sources/{source['id']}")).json()
    assert (seen["status"], seen["serves"]) == ("active", False)
    ended = (await change(buyer, source, status="ended")).json()
    told = (422, "status", "这个供应商已停止合作。")
    assert fault(await change(buyer, ended, status="active")) == told
    another = await buyer.post("/api/order-sources", {**SOURCE, "code": "X", "supplierId": dairy["id"]})
    assert fault(another) == (422, "supplierId", told[2])


async def test_from_a_closed_warehouse_nothing_is_ordered(
    buyer: Client, client: LogIn, org: Org, app_tx: AppTx
) -> None:
    admin = await client("admin")
    own = await add_warehouse(admin, org.places["A"])
    source = await add_source(buyer, warehouseId=own)
    form = {"code": "W1", "name": "浦东总仓", "regionId": str(org.places["A"]), "status": "closed", "ifVersion": 1}
    assert (await admin.put(f"/api/stores/{own}", form)).status_code == 200
    assert (await buyer.get(f"/api/order-sources/{source['id']}")).json()["serves"] is False
    async with app_tx(org) as tx:
        assert (await supply_of(tx, date(2027, 1, 1))).sources == []
    another = await buyer.post("/api/order-sources", {**SOURCE, "code": "X", "warehouseId": own})
    assert fault(another) == (422, "warehouseId", "请选择仓库；门店不能作为供货来源。")


async def test_two_who_add_a_source_of_one_code_at_once_make_one(buyer: Client, client: LogIn) -> None:
    dairy, other = await add_supplier(buyer), await client("admin")
    form = {**SOURCE, "supplierId": dairy["id"]}
    both = await asyncio.gather(buyer.post("/api/order-sources", form), other.post("/api/order-sources", form))
    assert sorted(answer.status_code for answer in both) == [201, 422]
    assert await codes(buyer) == ["FRESH"]


async def test_two_who_set_different_stores_at_once_both_are_heard(buyer: Client, client: LogIn, org: Org) -> None:
    source, other = await add_source(buyer), await client("admin")
    done = await asyncio.gather(
        deliver(buyer, source, org.places["A1"], weekdays=[1]), deliver(other, source, org.places["A2"], weekdays=[2])
    )
    assert [answer.status_code for answer in done] == [200, 200]
    assert await deliveries(buyer, source) == [("A1", [1], None), ("A2", [2], None)]


async def test_stores_get_goods_on_weekdays_at_a_budget_one_by_one_or_by_region(buyer: Client, org: Org) -> None:
    source = await add_source(buyer)
    done = await deliver(buyer, source, regionId=str(org.places["A"]), weekdays=[5, 1, 3], budgetCents=400_000)
    assert done.json()["stores"] == 2
    await deliver(buyer, source, org.places["A2"], org.places["B1"], weekdays=[7], keepBudget=True)
    assert await deliveries(buyer, source) == [("A1", [1, 3, 5], 400_000), ("A2", [7], 400_000), ("B1", [7], None)]
    await deliver(buyer, source, org.places["A1"], weekdays=[])
    assert await deliveries(buyer, source) == [("A2", [7], 400_000), ("B1", [7], None)]
    assert await deliveries(buyer, source, every=True, q="a") == [("A1", [], None), ("A2", [7], 400_000)]
    assert await codes(buyer, store=org.places["A1"]) == []
    assert await codes(buyer, store=org.places["B1"]) == ["FRESH"]


async def test_a_list_of_deliveries_goes_on_where_it_ended(buyer: Client, org: Org) -> None:
    source = await add_source(buyer)
    await deliver(buyer, source, *(org.places[each] for each in ("A1", "A2", "B1")))
    path = f"/api/order-sources/{source['id']}/deliveries"
    first = (await buyer.get(path, limit=2)).json()
    assert [each["storeCode"] for each in first["items"]] == ["A1", "A2"]
    assert await deliveries(buyer, source, limit=2, cursor=first["next"]) == [("B1", WEEK, None)]


async def test_who_keeps_a_region_reads_its_own_stores_and_a_manager_reads_but_changes_nothing(
    buyer: Client, client: LogIn, org: Org
) -> None:
    source = await add_source(buyer)
    await deliver(buyer, source, *(org.places[each] for each in ("A1", "A2", "B1")))
    manager = await client("manager")
    assert await deliveries(await client("regional"), source) == [("A1", WEEK, None), ("A2", WEEK, None)]
    assert await deliveries(manager, source) == [("A1", WEEK, None)]
    assert (await manager.get(f"/api/order-sources/{source['id']}")).json()["stores"] == 1
    assert await codes(manager, store=org.places["B1"]) == []
    assert (await deliver(manager, source, org.places["A1"])).status_code == 403


async def test_a_store_that_is_not_there_and_a_warehouse_that_serves_itself_are_refused(
    buyer: Client, client: LogIn, org: Org
) -> None:
    own = await add_warehouse(await client("admin"), org.places["A"])
    source = await add_source(buyer, warehouseId=own)
    assert (await deliver(buyer, source, org.places["A1"], uuid4())).status_code == 404
    assert fault(await deliver(buyer, source, own)) == (422, "storeIds", "仓库不能给自己送货。")
    assert fault(await deliver(buyer, source)) == (422, "storeIds", "没有可设置的门店。")
    assert await deliveries(buyer, source) == []


async def test_a_dated_day_overrides_the_weekday_until_it_is_taken_back(buyer: Client) -> None:
    source = await add_source(buyer)
    path = f"/api/order-sources/{source['id']}/days"
    sunday, holiday = {"day": "2027-02-07", "delivers": True}, {"day": "2027-02-06", "delivers": False}
    assert (await buyer.put(path, {"days": [sunday, holiday]})).json() == [holiday, sunday]
    changed = [{**holiday, "delivers": True}, {**sunday, "delivers": None}]
    assert (await buyer.put(path, {"days": changed})).json() == [{**holiday, "delivers": True}]
    assert (await buyer.get(path, first="2027-02-07")).json() == []
    twice = await buyer.put(path, {"days": [sunday, sunday]})
    assert fault(twice) == (422, "days", "2027-02-07 出现了两次。")


async def test_what_changes_nothing_is_not_recorded_and_what_changes_tells_old_and_new(
    buyer: Client, client: LogIn, org: Org
) -> None:
    source = await add_source(buyer)
    for days in ([1], [1], [2]):
        await deliver(buyer, source, org.places["A1"], weekdays=days)
    entries = (await (await client("admin")).get("/api/audit", subject=source["id"])).json()["items"]
    assert [each["kind"] for each in entries] == [*["ordering.deliveries_set"] * 2, "ordering.source_added"]
    told = [(each["id"], each["field"], each["old"], each["new"]) for each in entries[0]["changes"]]
    assert told == [(str(org.places["A1"]), "weekdays", 1, 2)]
