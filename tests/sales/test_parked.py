"""Lines that wait are not lost: told of, named by hand or by the catalogue, booked once and with their time."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import pytest

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.sales.jobs import RetryParked, retry_parked
from storewalk.stock.api import differences
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.sales import ingest, sold, till_receipt
from tests.factories.stock import add_product, ago, line, receive, stock_of

Moves = Callable[[], Awaitable[list[tuple[Any, ...]]]]
WATER = "6901234567908"
PRODUCTS = f"""Product code,Chinese name,Category,Unit,Barcodes,Price
W1,农夫山泉,D,瓶,{WATER},2
"""
pytestmark = pytest.mark.usefixtures("cola")


async def waiting(who: Client, **params: Any) -> list[tuple[str, str]]:
    answer = await who.get("/api/sales/parked", **params)
    assert answer.status_code == 200, answer.text
    return [(item["barcode"] or item["code"], item["reason"]) for item in answer.json()["items"]]


async def test_an_unknown_code_opens_one_task_at_each_store_however_often_it_is_sold(
    till: Client, client: LogIn, run_jobs: JobRunner
) -> None:
    unknown = sold(None, barcode=WATER)
    assert (await ingest(till, till_receipt(unknown, unknown), till_receipt(unknown)))["parked"] == 3
    await run_jobs()
    await ingest(till, till_receipt(unknown), till_receipt(unknown, store="A2"))
    await run_jobs()
    tasks = (await (await client("regional")).get("/api/tasks")).json()["items"]
    assert {(task["title"]["zh"], task["kind"]) for task in tasks} == {
        (f"收银卖出了未知条码 {WATER}", "unknown_product")
    }
    assert sorted(task["storeName"] for task in tasks) == ["A1 店", "A2 店"]
    assert [task["findingCount"] for task in tasks] == [1, 1]


async def add(buyer: Client) -> None:
    await add_product(buyer, "W1", barcodes=[WATER])


async def change(buyer: Client) -> None:
    await add_product(buyer, "W1")
    product = (await buyer.get("/api/products", q="W1")).json()["items"][0]
    form = {key: product[key] for key in ("code", "name", "categoryId", "unit", "priceCents")}
    changed = {**form, "barcodes": [WATER], "ifVersion": product["version"]}
    assert (await buyer.put(f"/api/products/{product['id']}", changed)).status_code == 200


async def import_sheet(buyer: Client) -> None:
    assert (await buyer.post("/api/imports/products", {"csv": PRODUCTS})).json()["created"] == 1


@pytest.mark.parametrize("appear", [add, change, import_sheet])
async def test_when_the_product_appears_its_lines_are_booked_once_with_their_time(
    appear: Callable[[Client], Awaitable[None]], till: Client, org: Org, run_jobs: JobRunner, app_tx: AppTx
) -> None:
    at = ago(days=3)
    await ingest(till, till_receipt(sold(None, "2", 400, barcode=f"0{WATER}"), occurredAt=at))
    await till.put("/api/stock/rule", {"negativeAllowed": True})
    await run_jobs()
    assert await waiting(till) == [(f"0{WATER}", "unknown_product")]
    await appear(till)
    await run_jobs()
    assert await waiting(till) == []
    async with app_tx(org) as tx:
        sale = "SELECT occurred_at, quantity, amount_cents FROM sale_line WHERE org_id = $1"
        assert [(r[0].isoformat(), r[1], r[2]) for r in await tx.fetch(sale, org.id)] == [(at, 2, 400)]
        assert await differences(tx) == []
    item = (await till.get("/api/stock", store=org.places["A1"], negative=True)).json()["items"][0]
    assert (item["code"], item["quantity"], item["belowZero"]) == ("W1", "-2", True)


async def test_a_line_that_the_book_does_not_cover_waits_until_goods_arrive(
    till: Client, buyer: Client, org: Org, moves: Moves, run_jobs: JobRunner
) -> None:
    water, store = await add_product(buyer, "W1"), org.places["A1"]
    await receive(buyer, store, line(water, "1", 100))
    assert (await ingest(till, till_receipt(sold("W1", "3"), sold("C1", "1"), sold("W1", "1"))))["parked"] == 1
    assert [(quantity, code) for _, quantity, _, _, code in await moves()] == [(1.0, "C1"), (1.0, "W1")]
    await run_jobs()
    assert await waiting(buyer) == [("W1", "no_stock")]
    await receive(buyer, store, line(water, "5", 1_000))
    await run_jobs()
    assert await waiting(buyer) == []
    assert (await stock_of(buyer, store, water))["quantity"] == "2"
    assert len(await moves()) == 3


async def test_a_try_run_twice_books_nothing_twice(
    till: Client, org: Org, moves: Moves, platform: Platform, app_tx: AppTx
) -> None:
    await ingest(till, till_receipt(sold("C1", "101")))
    await till.put("/api/stock/rule", {"negativeAllowed": True})
    ctx = JobContext(platform, org.id)
    await retry_parked(ctx, RetryParked())
    await retry_parked(ctx, RetryParked())
    assert [(quantity, direction) for _, quantity, direction, *_ in await moves()] == [(100.0, -1), (1.0, -1)]
    async with app_tx(org) as tx:
        assert await tx.raw.fetchval("SELECT count(*) FROM sale_line WHERE org_id = $1", org.id) == 1


async def test_a_buyer_says_what_a_code_is_and_every_line_with_it_is_booked(
    till: Client, buyer: Client, client: LogIn, cola: str, moves: Moves
) -> None:
    await ingest(till, till_receipt(sold("OLD-7"), sold("OLD-8")), till_receipt(sold("OLD-7", "1", 700, unit="箱")))
    lines = (await buyer.get("/api/sales/parked")).json()["items"]
    path = f"/api/sales/parked/{next(line['id'] for line in lines if line['code'] == 'OLD-7')}/product"
    manager = await client("manager")
    assert (await manager.post(path, {"productId": cola})).status_code == 403
    refused = await buyer.post(path, {"productId": str(uuid4())})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "productId")
    assert (await buyer.post(path, {"productId": cola})).json() == {"lines": 2, "posted": 2}
    assert [quantity for _, quantity, *_ in await moves()] == [1.0, 24.0]
    assert await waiting(buyer) == [("OLD-8", "unknown_product")]
    assert (await buyer.post(path, {"productId": cola})).json()["code"] == "wrong_state"
    unknown = await buyer.post(f"/api/sales/parked/{uuid4()}/product", {"productId": cola})
    assert unknown.status_code == 404


async def test_a_product_is_not_taken_for_a_pack_that_it_does_not_come_in(
    till: Client, buyer: Client, cola: str
) -> None:
    await ingest(till, till_receipt(sold("C1", unit="提")))
    parked = (await buyer.get("/api/sales/parked")).json()["items"][0]
    refused = await buyer.post(f"/api/sales/parked/{parked['id']}/product", {"productId": cola})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "productId")
    assert await waiting(buyer) == [("C1", "unknown_product")]


async def test_everybody_sees_the_lines_that_wait_in_their_scope(till: Client, client: LogIn, org: Org) -> None:
    await ingest(till, till_receipt(sold("X1")), till_receipt(sold("X2"), store="A2"))
    manager = await client("manager")
    assert await waiting(manager) == [("X1", "unknown_product")]
    assert (await manager.get("/api/sales/parked", store=org.places["A2"])).status_code == 404
    assert await waiting(till, store=org.places["A2"]) == [("X2", "unknown_product")]
