"""Sales as files: tried, taken in once, from CSV and from Excel, and refused row by row."""

import base64
import io
import zipfile
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook

from storewalk.integrations.sheet_xlsx import read_xlsx
from tests.factories.catalog import COLA, found_catalogue
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.stock import add_product, line, receive

HEADINGS = ["小票号", "门店编码", "时间", "条码", "商品编码", "数量", "单位", "金额"]
CSV = f"""Receipt,Store code,Time,Barcode,Product code,Quantity,Unit,Amount
0007,A1,2026-11-20 09:15,{COLA},,2,,7.00
0007,A1,2026-11-20 09:15,,C1,-1,瓶,3.50
0008,A1,2026/11/20 10:00:30,,NEW-1,1,,9.90
"""
SALES = """
SELECT s.receipt_number, s.line_count, s.amount_cents,
       to_char(s.occurred_at AT TIME ZONE 'Asia/Shanghai', 'DD HH24:MI:SS')
FROM sale s WHERE s.org_id = $1 ORDER BY 1"""


@pytest.fixture
async def admin(client: LogIn, org: Org) -> Client:
    """The administrator of an organization that has a hundred colas at A1."""
    admin = await client("admin")
    await found_catalogue(admin)
    await receive(admin, org.places["A1"], line(await add_product(admin, "C1", barcodes=[COLA]), "100", 20_000))
    return admin


def told(answer: Any) -> tuple[int, int, int, bool]:
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body["errors"] == [], body
    return body["accepted"], body["repeated"], body["parked"], body["applied"]


def faults(answer: Any) -> list[tuple[int, str]]:
    body = answer.json()
    assert (answer.status_code, body["applied"], body["accepted"]) == (200, False, 0), answer.text
    assert all(error["message"] and "{" not in error["message"] for error in body["errors"])
    return [(error["row"], error["field"]) for error in body["errors"]]


def workbook(*rows: list[Any]) -> str:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return base64.b64encode(out.getvalue()).decode()


async def test_a_file_is_tried_then_booked_once_by_the_stores_wall_clock(
    admin: Client, org: Org, app_tx: AppTx
) -> None:
    tried = await admin.post("/api/pos/sales/file", {"csv": CSV, "dryRun": True})
    assert told(tried) == (2, 0, 1, False)
    assert tried.json()["summary"] == "试算：将入账 2 张小票；0 张此前已有，1 行商品未知。"
    async with app_tx(org) as tx:
        assert await tx.fetch(SALES, org.id) == []
    assert told(await admin.post("/api/pos/sales/file", {"csv": CSV})) == (2, 0, 1, True)
    assert told(await admin.post("/api/pos/sales/file", {"csv": CSV})) == (0, 2, 0, True)
    async with app_tx(org) as tx:
        rows = [tuple(row) for row in await tx.fetch(SALES, org.id)]
    assert rows == [("0007", 2, 350, "20 09:15:00"), ("0008", 1, 990, "20 10:00:30")]


async def test_an_excel_file_with_numbers_and_times_of_its_own_is_taken_in(
    admin: Client, org: Org, app_tx: AppTx
) -> None:
    row = ["0009", "A1", datetime(2026, 11, 20, 9, 15), int(COLA), None, 2.5, None, 8.75]  # noqa: DTZ001 - a sheet's
    sheet = workbook(HEADINGS, row)
    assert told(await admin.post("/api/pos/sales/file", {"xlsx": sheet})) == (1, 0, 0, True)
    async with app_tx(org) as tx:
        assert [tuple(row) for row in await tx.fetch(SALES, org.id)] == [("0009", 1, 875, "20 09:15:00")]


async def test_every_fault_is_told_by_its_row_and_nothing_is_booked(admin: Client) -> None:
    await admin.post("/api/pos/sales/file", {"csv": CSV})
    wrong = """Receipt,Store code,Time,Product code,Quantity,Amount
1,ZZ,2026-11-20 09:15,C1,1,3.50
2,A1,2026-11-20 09:15,C1,1,3.50
2,A1,2026-11-20 09:16,C1,1,3.50
3,A1,yesterday,C1,0,abc
4,A1,2026-11-20 09:15,,1,3.50
5,A1,2099-01-01,C1,1.2345,3.50
0007,A1,2026-11-20 09:15,C1,9,3.50
"""
    assert faults(await admin.post("/api/pos/sales/file", {"csv": wrong})) == [
        (2, "store"), (4, "at"), (5, "at"), (5, "quantity"), (5, "amountCents"), (6, "barcode"), (7, "at"),
        (7, "quantity"), (8, "number"),
    ]  # fmt: skip


async def test_what_is_no_sheet_is_refused(admin: Client) -> None:
    for form in ({"xlsx": base64.b64encode(b"no").decode()}, {"csv": 'a,"b'}, {}):
        refused = await admin.post("/api/pos/sales/file", form)
        field = next(iter(form), "xlsx")
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)


def test_cells_of_excel_are_read_as_people_wrote_them() -> None:
    data = base64.b64decode(workbook(["编码", None, "数"], [], ["00123", "'=1+1", 6901234567892], [0.1, None, 3e5]))
    assert read_xlsx(data) == [
        (1, ["编码", "", "数"]), (3, ["00123", "=1+1", "6901234567892"]), (4, ["0.1", "", "300000"]),
    ]  # fmt: skip


def test_a_file_that_unpacks_to_gigabytes_is_no_sheet() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", b" " * 90_000_000)
    with pytest.raises(ValueError, match="too much"):
        read_xlsx(out.getvalue())
