"""The count sheet: blank for who counts, with the book for who may see it, and safe to open."""

import asyncio
import os
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook

from tests.counts.conftest import Counting
from tests.factories.catalog import category, product_form
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.shop import Shop

pytestmark = pytest.mark.usefixtures("lenient")
TWENTY_MINUTES = timedelta(minutes=20)


async def workbook(who: Client, counting: Counting) -> dict[str, list[list[Any]]]:
    """Return the sheet's pages by name, a list of rows each."""
    answer = await who.get(f"{counting.path}/sheet.xlsx")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"].startswith('attachment; filename="count.xlsx"')
    book = load_workbook(BytesIO(answer.content))
    return {page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in book.worksheets}


def rows(page: list[list[Any]]) -> list[list[Any]]:
    """Return the rows below the headings."""
    start = next(number for number, row in enumerate(page) if row[0] == "序号")
    return page[start + 1 :]


async def test_a_sheet_to_count_by_hand_has_every_product_by_zone_and_no_quantity(
    shop: Shop, counting: Counting, clerk: Client, regional: Client
) -> None:
    await shop.sell("茶", 20, datetime.now(UTC))  # nothing is left of it, which the sheet must not tell
    for who in (clerk, regional):
        pages = await workbook(who, counting)
        assert list(pages) == ["卖场", "后仓"]
        for page in pages.values():
            products = [row for row in rows(page) if row[1]]
            assert [(row[1], row[3]) for row in products] == [("P0", "牛奶"), ("P1", "茶")]
            assert all(row[5] is None and row[6] is None for row in rows(page))
            assert not any("账面" in str(cell) or "差异" in str(cell) for row in page for cell in row)
        head = {row[0]: row[2] for row in pages["卖场"] if len(row) > 2 and row[0]}
        assert (head["盘点"], head["状态"], head["类型"]) == ("月度盘点", "盘点中", "全盘")


async def test_after_the_submission_it_has_variances_for_reviewers_and_stays_blank_for_counters(
    counting: Counting, clerk: Client, regional: Client
) -> None:
    at = datetime.now(UTC) - TWENTY_MINUTES
    await counting.take(clerk, counting.line("牛奶", 8, at), counting.line("茶", 20, at, zone="后仓"))
    await counting.submit(clerk)
    assert (await counting.decide(regional, "牛奶", reason="theft", note="=1+1")).status_code == 200
    pages = await workbook(regional, counting)
    assert list(pages) == ["差异", "卖场", "后仓"]
    milk, tea = rows(pages["差异"])
    assert milk[1:] == ["P0", "牛奶", "瓶", 10, 8, -2, -6, "失窃", "=1+1"]
    assert tea[1:8] == ["P1", "茶", "瓶", 20, 20, 0, 0]
    assert [row[1:6] for row in rows(pages["后仓"])] == [["P1", "茶", "瓶", 20, "初盘"]]
    assert "差异" not in await workbook(clerk, counting)


async def test_codes_keep_their_zeros_and_no_text_runs(
    shop: Shop, counting: Counting, client: LogIn, clerk: Client
) -> None:
    buyer = await client("buyer")
    name = {"zh": '=HYPERLINK("http://x")', "en": "@SUM(1)"}
    form = await product_form(buyer, code="00123", name=name, barcodes=[], categoryId=await category(buyer, "D"))
    shop.products["odd"] = UUID((await buyer.post("/api/products", form)).json()["id"])
    await shop.deliver("odd", 1)
    answer = await clerk.get(f"{counting.path}/sheet.xlsx")
    page = load_workbook(BytesIO(answer.content)).worksheets[0]
    cells = {cell.value: cell for row in page.iter_rows() for cell in row}
    assert cells["00123"].data_type == "s"
    assert cells[name["zh"]].data_type == "s"
    assert all(cell.data_type != "f" for cell in cells.values())


async def test_the_printed_sheet_is_a_pdf_with_its_font_and_both_are_in_the_audit_log(
    counting: Counting, clerk: Client, client: LogIn, regional: Client
) -> None:
    answer = await clerk.get(f"{counting.path}/sheet.pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.content.startswith(b"%PDF-")
    assert b"/FontFile" in answer.content
    await workbook(regional, counting)
    admin = await client("admin")
    entries = (await admin.get("/api/audit")).json()["items"]
    taken = [entry for entry in entries if entry["kind"] == "counts.sheet_taken"]
    assert [entry["subjectId"] for entry in taken] == [counting.id] * 2


def writers() -> list[str]:
    """Return the processes that write a sheet for this one."""
    children = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    pids = [pid for each in children for pid in each.read_text().split()]
    return [pid for pid in pids if b"storewalk.counts.sheets" in Path(f"/proc/{pid}/cmdline").read_bytes()]


async def test_while_a_sheet_is_written_no_transaction_is_open(
    counting: Counting, clerk: Client, app_tx: AppTx, shop: Shop
) -> None:
    asked = asyncio.create_task(clerk.get(f"{counting.path}/sheet.pdf"))
    while not writers():
        assert not asked.done()
        await asyncio.sleep(0.005)
    async with app_tx(shop.org) as tx:
        idle = (
            "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()"
        )
        assert await tx.raw.fetchval(idle) == 0
    assert writers()
    assert (await asked).status_code == 200


async def test_a_sheet_of_another_store_is_not_there(shop: Shop, client: LogIn) -> None:
    admin, manager = await client("admin"), await client("manager")
    form = {"storeId": str(shop.org.places["B1"]), "kind": "full", "title": "月度盘点"}
    path = f"/api/counts/{(await admin.post('/api/counts', form)).json()['id']}"
    for ending in ("xlsx", "pdf"):
        assert (await admin.get(f"{path}/sheet.{ending}")).status_code == 200
        assert (await manager.get(f"{path}/sheet.{ending}")).status_code == 404
