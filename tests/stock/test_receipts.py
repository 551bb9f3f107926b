"""Goods taken in by hand: where they lie, what they cost, which lot they belong to."""

from uuid import UUID, uuid4

from storewalk.stock.api import differences
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.stock import add_product, ago, line, receive, stock_of

EVENTS = "SELECT kind, store_id, payload->>'lines' AS lines FROM event WHERE org_id = $1 AND subject_id = $2"


async def test_goods_lie_where_they_were_put_and_cost_what_was_paid_on_average(
    buyer: Client, manager: Client, org: Org, app_tx: AppTx
) -> None:
    cola, store = await add_product(buyer, "C1"), org.places["A1"]
    made = await receive(manager, store, line(cola, "10", 1000), line(cola, "5", 800, "back_room"))
    assert (made["storeId"], made["lines"], made["valueCents"]) == (str(store), 2, 1800)
    item = await stock_of(manager, store, cola)
    assert (item["storeCode"], item["code"], item["unit"], item["unitName"]["en"]) == ("A1", "C1", "瓶", "bottle")
    assert (item["quantity"], item["shelf"], item["backRoom"], item["bins"]) == ("15", "10", "5", "0")
    assert (item["inTransit"], item["valueCents"], item["unitCost"], item["belowZero"]) == ("0", 1800, "120", False)
    async with app_tx(org) as tx:
        events = await tx.fetch(EVENTS, org.id, UUID(made["id"]))
        assert [tuple(row) for row in events] == [("stock.received", store, "2")]
        assert await differences(tx) == []


async def test_a_lot_is_made_once_and_what_it_does_not_say_yet_is_filled_in(
    buyer: Client, manager: Client, org: Org, app_tx: AppTx
) -> None:
    milk, store = await add_product(buyer, "M1"), org.places["A1"]
    await receive(manager, store, line(milk, "4", 400, code="L7"))
    dates = {"producedOn": "2026-11-01", "expiresOn": "2026-12-01"}
    await receive(manager, store, line(milk, "6", 600, code="L7", **dates), line(milk, "1", 100, code="L7"))
    async with app_tx(org) as tx:
        rows = await tx.fetch(
            "SELECT code, produced_on::text, expires_on::text FROM stock_lot WHERE org_id = $1", org.id
        )
        assert [tuple(row) for row in rows] == [("L7", "2026-11-01", "2026-12-01")]
        held = await tx.fetch("SELECT quantity FROM stock_balance WHERE org_id = $1", org.id)
        assert [row["quantity"] for row in held] == [11]


async def test_a_lot_is_not_given_other_dates(buyer: Client, manager: Client, org: Org) -> None:
    milk, store = await add_product(buyer, "M1"), org.places["A1"]
    await receive(manager, store, line(milk, "4", 400, code="L7", expiresOn="2026-12-01"))
    wrong = line(milk, "4", 400, code="L7", expiresOn="2026-12-02")
    form = {"storeId": str(store), "lines": [line(milk, "1", 9, code="L8"), wrong]}
    refused = await manager.post("/api/stock/receipts", form)
    assert refused.status_code == 422
    assert refused.json()["errors"] == [{"field": "lines.1.lot", "message": "批号 L7 已登记了另外的日期。"}]
    assert (await stock_of(manager, store, milk))["quantity"] == "4"


async def test_every_line_that_breaks_a_rule_is_named_and_nothing_is_taken_in(
    buyer: Client, manager: Client, org: Org
) -> None:
    milk, store = await add_product(buyer, "M1"), org.places["A1"]
    lines = [
        line(milk, "1", 100),
        line(str(uuid4()), "1", 100),
        line(milk, "0", 100),
        line(milk, "1.0001", 100),
        line(milk, "1", 100, code="L1", producedOn="2026-12-02", expiresOn="2026-12-01"),
    ]
    refused = await manager.post("/api/stock/receipts", {"storeId": str(store), "lines": lines})
    assert refused.status_code == 422
    assert [error["field"] for error in refused.json()["errors"]] == [
        "lines.1.productId", "lines.2.quantity", "lines.3.quantity", "lines.4.lot.expiresOn",
    ]  # fmt: skip
    assert (await manager.get("/api/stock", store=store)).json()["items"] == []


async def test_goods_cannot_have_come_tomorrow(buyer: Client, manager: Client, org: Org) -> None:
    milk = await add_product(buyer, "M1")
    form = {"storeId": str(org.places["A1"]), "receivedAt": ago(days=-1), "lines": [line(milk, "1", 100)]}
    refused = await manager.post("/api/stock/receipts", form)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "receivedAt")


async def test_a_receipt_is_posted_once_also_under_another_key(buyer: Client, manager: Client, org: Org) -> None:
    milk, store, receipt_id = await add_product(buyer, "M1"), org.places["A1"], str(uuid4())
    await receive(manager, store, line(milk, "3", 300), id=receipt_id)
    again = {"id": receipt_id, "storeId": str(store), "lines": [line(milk, "3", 300)]}
    refused = await manager.post("/api/stock/receipts", again)
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong_state")
    assert (await stock_of(manager, store, milk))["quantity"] == "3"


async def test_a_manager_takes_nothing_in_at_another_store(buyer: Client, client: LogIn, org: Org) -> None:
    milk = await add_product(buyer, "M1")
    manager = await client("manager")
    form = {"storeId": str(org.places["A2"]), "lines": [line(milk, "1", 100)]}
    assert (await manager.post("/api/stock/receipts", form)).status_code == 404
