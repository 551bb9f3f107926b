"""Offers and delivery days as files: tried, taken in once, refused row by row, given out as they came in."""

import csv
import io
import re
from base64 import b64encode
from typing import Any

import pytest
from openpyxl import Workbook

from storewalk.integrations.supply_sheets import read_weekdays
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.shop import open_shop
from tests.factories.supply import add_source, add_warehouse, deliver

OFFERS = """来源编码,商品编码,商品名称,每包数量,每包进价,最少订量,最多订量,可售天数,等级,优先顺序
FRESH,P0,奶,12,30.50,12,48,7,A,1
FRESH,P1,面包,0.5,8,,,,,
"""
DELIVERIES = """来源编码,门店编码,送货日,单次预算
FRESH,A1,1-5,4000
FRESH,B1,周二、周六,
"""


@pytest.fixture
async def buyer(client: LogIn, org: Org, app_tx: AppTx) -> Client:
    """A buyer with two products and a source."""
    buyer = await client("buyer")
    await open_shop(org, app_tx, buyer, ["奶", "面包"])
    await add_source(buyer)
    return buyer


async def take_in(buyer: Client, what: str, sheet: str, **more: Any) -> tuple[int, int, int, bool]:
    body = (await buyer.post(f"/api/imports/{what}", {"csv": sheet, **more})).json()
    assert body["errors"] == [], body
    return body["created"], body["updated"], body["unchanged"], body["applied"]


async def faults(buyer: Client, what: str, sheet: str) -> list[tuple[int, str]]:
    body = (await buyer.post(f"/api/imports/{what}", {"csv": sheet})).json()
    assert (body["applied"], body["created"], body["updated"]) == (False, 0, 0)
    return [(each["row"], each["field"]) for each in body["errors"]]


async def cells(who: Client, what: str, **asked: Any) -> list[list[str]]:
    answer = await who.get(f"/api/exports/{what}.csv", **asked)
    assert answer.status_code == 200, answer.text
    rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
    return [[cell.strip() for cell in row] for row in rows]


async def test_offers_come_in_once_and_go_out_as_they_came(buyer: Client) -> None:
    assert await take_in(buyer, "order-offers", OFFERS, dryRun=True) == (2, 0, 0, False)
    assert (await cells(buyer, "order-offers"))[1:] == []
    assert await take_in(buyer, "order-offers", OFFERS) == (2, 0, 0, True)
    assert await take_in(buyer, "order-offers", OFFERS) == (0, 0, 2, True)
    given = await cells(buyer, "order-offers")
    assert given == [
        OFFERS.split("\n", maxsplit=1)[0].split(","),
        ["FRESH", "P0", "奶", "12", "30.50", "12", "48", "7", "A", "1"],
        ["FRESH", "P1", "面包", "0.5", "8.00", "0", "", "", "B", "1"],
    ]
    again = "\n".join(",".join(row) for row in given)
    assert await take_in(buyer, "order-offers", again) == (0, 0, 2, True)


async def test_a_column_that_is_left_out_stays_as_it_is_and_an_empty_cell_takes_a_limit_away(buyer: Client) -> None:
    await take_in(buyer, "order-offers", OFFERS)
    sheet = "source,product,packCents,most\nFRESH,P0,31,\nFRESH,P1,8,\n"
    assert await take_in(buyer, "order-offers", sheet) == (0, 1, 1, True)
    assert (await cells(buyer, "order-offers"))[1] == ["FRESH", "P0", "奶", "12", "31.00", "12", "", "7", "A", "1"]


async def test_offers_come_from_excel_as_well(buyer: Client) -> None:
    book, data = Workbook(), io.BytesIO()
    for row in (["来源编码", "商品编码", "每包数量", "每包进价"], ["FRESH", "P0", 12, 30.5]):
        book.worksheets[0].append(row)
    book.save(data)
    body = {"xlsx": b64encode(data.getvalue()).decode()}
    answer = (await buyer.post("/api/imports/order-offers", body)).json()
    assert (answer["created"], answer["applied"], answer["errors"]) == (1, True, [])


async def test_faults_of_offers_name_row_and_field(buyer: Client) -> None:
    sheet = """来源编码,商品编码,每包数量,每包进价,最多订量,等级
NONE,P0,12,30,,
FRESH,P9,12,30,,
FRESH,P0,,30,,
FRESH,P0,12,,,
FRESH,P0,0,30,,
FRESH,P0,12,30,11,
FRESH,P0,x,30,,
FRESH,P0,12,30,,D
FRESH,P1,12,30,,
FRESH,P1,12,30,,
"""
    found = await faults(buyer, "order-offers", sheet)
    assert found == [
        (2, "source"), (3, "product"), (4, "packQuantity"), (5, "packCents"), (6, "packQuantity"), (7, "most"),
        (8, "packQuantity"), (9, "serviceClass"), (11, "product"),
    ]  # fmt: skip
    assert (await cells(buyer, "order-offers"))[1:] == []


async def test_delivery_days_come_in_once_and_end_on_no_weekday(buyer: Client, client: LogIn) -> None:
    assert await take_in(buyer, "order-deliveries", DELIVERIES) == (2, 0, 0, True)
    assert await take_in(buyer, "order-deliveries", DELIVERIES) == (0, 0, 2, True)
    assert await cells(buyer, "order-deliveries") == [
        ["来源编码", "门店编码", "门店名称", "送货日", "单次预算"],
        ["FRESH", "A1", "A1 店", "1 2 3 4 5", "4000.00"],
        ["FRESH", "B1", "B1 店", "2 6", ""],
    ]
    assert await take_in(buyer, "order-deliveries", "source,store,weekdays\nFRESH,B1,0\nFRESH,A2,0\n") == (
        0,
        1,
        1,
        True,
    )
    assert [row[1] for row in (await cells(await client("finance"), "order-deliveries"))[1:]] == ["A1"]


async def test_faults_of_delivery_days_name_row_and_field(buyer: Client, client: LogIn, org: Org) -> None:
    own = await add_warehouse(await client("admin"), org.places["A"])
    await add_source(buyer, code="DRY", warehouseId=own)
    sheet = """来源编码,门店编码,送货日,单次预算
NONE,A1,1,
FRESH,Z9,1,
FRESH,A1,,
FRESH,A1,8,
FRESH,A2,1,-3
DRY,W1,1,
FRESH,B1,1,
FRESH,B1,2,
"""
    assert await faults(buyer, "order-deliveries", sheet) == [
        (2, "source"), (3, "store"), (4, "weekdays"), (5, "weekdays"), (6, "budgetCents"), (7, "store"), (9, "store"),
    ]  # fmt: skip


async def test_an_export_is_of_one_source_where_one_is_asked_for(buyer: Client, org: Org) -> None:
    other = await add_source(buyer, code="DRY")
    await deliver(buyer, other, org.places["A1"])
    await take_in(buyer, "order-deliveries", DELIVERIES)
    rows = await cells(buyer, "order-deliveries", source=other["id"])
    assert [(row[0], row[3]) for row in rows[1:]] == [("DRY", "1 2 3 4 5 6 7")]


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("1-5", [1, 2, 3, 4, 5]),
        ("1 3, 5", [1, 3, 5]),
        ("周一至周三、周日", [1, 2, 3, 7]),
        ("135", [1, 3, 5]),
        ("0", []),
    ],
)
def test_weekdays_are_read_as_people_write_them(cell: str, days: list[int]) -> None:
    assert read_weekdays(cell) == days


@pytest.mark.parametrize("cell", ["8", "x", "1-", "每天"])
def test_what_is_no_weekday_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=f"^[{re.escape(cell)}]"):
        read_weekdays(cell)
