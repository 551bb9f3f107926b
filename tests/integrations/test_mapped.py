"""Files of the customer's own making: found, matched once, remembered, and taken in only without a fault."""

import base64
import time
import tracemalloc
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest

from storewalk.integrations.mapped_file import open_file
from storewalk.integrations.mapping_schemas import MappedFile
from storewalk.integrations.product_sheet import PRODUCTS
from tests.factories.catalog import found_catalogue
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.integrations.sheets import cells, workbook
from tests.integrations.test_sheets import codes, faults, summary

THEIRS = ["机构号", "店名", "片区", "业态", "经营状态", "店长电话"]
# The title is merged over the columns, the headings stand in row 3, and codes are numbers shown with zeros.
STORES = [
    ["华东公司门店清单"], [], THEIRS,
    [7, "人民路店", "浦西", "便利", "营业中", 13800138000],
    [8, "外滩店", "浦东", "社区店", "筹备中", 13900139000],
]  # fmt: skip
FIELDS = ["code", "name", "region", "format", "status", None]
WORDS = {"region": {"浦西": "A 区", "浦东": "B 区"}, "format": {"社区店": "便利店"}}


def theirs(rows: list[list[Any]] = STORES) -> str:
    return workbook({"门店": rows}, {"A4": "0000", "A5": "0000"})


@pytest.fixture
async def admin(client: LogIn) -> Client:
    admin = await client("admin")
    await found_catalogue(admin)
    return admin


async def test_a_foreign_file_is_read_as_far_as_its_words_are_known_and_the_rest_is_asked(admin: Client) -> None:
    tried = await admin.post("/api/imports/stores", {"xlsx": theirs(), "dryRun": True})
    assert faults(tried) == [(3, "机构号"), (3, "店长电话")]
    reading = tried.json()["reading"]
    assert (reading["sheet"], reading["headingRow"], reading["rows"], reading["mapping"]) == ("门店", 3, 2, None)
    assert [column["field"] for column in reading["columns"]] == [None, "name", "region", "format", "status", None]
    assert [column["samples"] for column in reading["columns"][::5]] == [["0007", "0008"], ["138…00", "139…00"]]
    assert [column["unknown"] for column in reading["columns"]] == [[], [], ["浦西", "浦东"], ["社区店"], [], []]
    named = {field["field"]: field for field in reading["fields"]}
    assert (named["code"]["required"], named["region"]["options"]) == (True, ["A 区", "B 区"])
    assert await codes(admin, "stores") == ["A1", "A2", "B1"]


async def test_of_numbers_that_may_be_a_persons_the_ends_are_shown_and_barcodes_whole(admin: Client) -> None:
    numbers = ["6901234567892", "13800138000", "11010519491231002X"]
    rows = [["货号", "品名", "69码"], *([f"{n}", "鲜牛奶", number] for n, number in enumerate(numbers))]
    tried = await admin.post("/api/imports/products", {"xlsx": workbook({"商品": rows}), "dryRun": True})
    assert tried.json()["reading"]["columns"][2]["samples"] == ["6901234567892", "138…00", "110…2X"]


async def test_what_was_matched_once_is_found_again_and_its_stores_come_in_once(admin: Client) -> None:
    columns = {"fields": FIELDS, "words": WORDS}
    kept = await admin.put("/api/sheet-mappings", {"kind": "stores", "headings": THEIRS, "columns": columns})
    assert (kept.status_code, kept.json()["name"]) == (200, "机构号 · 店名 · 片区"), kept.text
    tried = await admin.post("/api/imports/stores", {"xlsx": theirs(), "dryRun": True})
    assert summary(tried) == (2, 0, 0, False)
    assert tried.json()["reading"]["mapping"]["id"] == kept.json()["id"]
    assert await codes(admin, "stores") == ["A1", "A2", "B1"]
    # The next month's file has its title in other words; its shape is the same.
    later = [["十二月门店清单"], [], ["说明：蓝色为新店"], *STORES[2:]]
    sheet = workbook({"说明": [["请勿改动"]], "门店": later}, None)
    assert summary(await admin.post("/api/imports/stores", {"xlsx": theirs()})) == (2, 0, 0, True)
    assert summary(await admin.post("/api/imports/stores", {"xlsx": theirs()})) == (0, 0, 2, True)
    store = (await admin.get("/api/stores", q="0007")).json()["items"][0]
    assert (store["name"], store["regionName"], store["format"]) == ("人民路店", "A 区", "convenience")
    other = (await admin.post("/api/imports/stores", {"xlsx": sheet, "dryRun": True})).json()
    assert (other["reading"]["sheet"], other["reading"]["headingRow"]) == ("门店", 4)


async def test_a_fault_names_the_row_and_the_column_as_the_customer_calls_it(admin: Client) -> None:
    rows = [*STORES, [9, "北站店", "浦北", "便利", "待定", None], [None, "无号店", "浦西", None, None, None]]
    refused = await admin.post(
        "/api/imports/stores", {"xlsx": theirs(rows), "columns": {"fields": FIELDS, "words": WORDS}}
    )
    assert faults(refused) == [(6, "status"), (7, "code")]
    assert [error["column"] for error in refused.json()["errors"]] == ["经营状态", "机构号"]
    words = {**WORDS, "status": {"待定": "筹备"}}
    refused = await admin.post(
        "/api/imports/stores", {"xlsx": theirs(rows[:-1]), "columns": {"fields": FIELDS, "words": words}}
    )
    assert [(e["row"], e["column"]) for e in refused.json()["errors"]] == [(6, "片区")]
    assert await codes(admin, "stores") == ["A1", "A2", "B1"]


async def test_a_match_that_does_not_fit_its_file_is_refused(admin: Client) -> None:
    for fields, where in ((FIELDS[:-1], "columns.fields"), ([*FIELDS[:-1], "colour"], "columns.fields.5"),
                          ([*FIELDS[:-1], "name"], "columns.fields.5")):  # fmt: skip
        refused = await admin.post("/api/imports/stores", {"xlsx": theirs(), "columns": {"fields": fields}})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, where)
    for form, where in (({"sheet": "仓库"}, "sheet"), ({"headingRow": 2}, "headingRow")):
        refused = await admin.post("/api/imports/stores", {"xlsx": theirs(), **form})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, where)


async def test_a_kept_match_is_renamed_and_forgotten_by_administrators_only(admin: Client, client: LogIn) -> None:
    buyer = await client("buyer")
    form = {"kind": "products", "headings": ["货号", "毛重"], "columns": {"fields": ["code", None]}}
    kept = (await buyer.put("/api/sheet-mappings", form)).json()
    assert (await buyer.put("/api/sheet-mappings", {**form, "kind": "stores"})).status_code == 422
    path = f"/api/sheet-mappings/{kept['id']}"
    assert (await buyer.put(path, {"name": "老系统", "ifVersion": 1})).status_code == 403
    renamed = await admin.put(path, {"name": "老系统", "ifVersion": kept["version"]})
    assert (renamed.json()["name"], renamed.json()["version"]) == ("老系统", 2)
    assert (await admin.put(path, {"name": "别名", "ifVersion": 1})).status_code == 409
    listed = (await buyer.get("/api/sheet-mappings", kind="products")).json()["items"]
    assert [(each["name"], each["headings"], each["fields"]) for each in listed] == [
        ("老系统", ["货号", "毛重"], ["code", ""])
    ]
    assert (await buyer.delete(path)).status_code == 403
    assert (await admin.delete(path)).status_code == 200
    assert (await buyer.get("/api/sheet-mappings", kind="products")).json()["items"] == []


async def test_cells_are_taken_as_people_mean_them(admin: Client) -> None:
    rows = [
        ["货号", "品名", "品类", "单位", "零售价(元)", "是否在售"],
        ["００７", "全角水", "D", "瓶", "￥1,234.50", "是"],
        ["008", "浮点水", "饮料", "瓶", 2.3, "下架"],
    ]  # fmt: skip
    answer = await admin.post("/api/imports/products", {"xlsx": workbook({"a": rows})})
    assert summary(answer) == (2, 0, 0, True)
    items = (await admin.get("/api/products")).json()["items"]
    assert [(item["code"], item["priceCents"], item["status"]) for item in items] == [
        ("007", 123450, "active"), ("008", 230, "discontinued"),
    ]  # fmt: skip
    days = workbook({"a": [["日期", "类型", "名称"], [datetime(2027, 2, 6), "放假", "春节"],  # noqa: DTZ001 - a sheet's
                           [46425, "放假", "春节"], ["2027年2月8日", "放假", "春节"]]})  # fmt: skip
    assert summary(await admin.post("/api/imports/demand-days", {"xlsx": days})) == (3, 0, 0, True)


async def test_a_formula_counts_as_its_value_and_one_without_a_value_is_told(admin: Client) -> None:
    rows = [["门店编码", "门店名称", "区域"], ["N1", "=A2", "A 区"]]
    refused = await admin.post("/api/imports/stores", {"xlsx": workbook({"a": rows})})
    assert faults(refused) == [(2, "name")]
    assert "公式" in refused.json()["errors"][0]["message"]


async def test_an_exported_workbook_runs_nothing_and_comes_back_unchanged(admin: Client) -> None:
    evil = "=1+1"
    rows = [["货号", "品名", "品类", "单位", "售价"], ["00123", f"'{evil}", "D", "瓶", 3.5]]
    assert summary(await admin.post("/api/imports/products", {"xlsx": workbook({"a": rows})})) == (1, 0, 0, True)
    for kind, count in (("products", 1), ("stores", 3)):
        exported = await admin.get(f"/api/exports/{kind}.xlsx")
        book = base64.b64encode(exported.content).decode()
        assert summary(await admin.post(f"/api/imports/{kind}", {"xlsx": book})) == (0, 0, count, True)
        if kind == "products":
            assert ["00123", evil] in [row[:2] for row in cells(exported.content)]
            assert b"<f>" not in exported.content


async def test_an_empty_workbook_names_what_belongs_in_it_and_is_read_back(admin: Client) -> None:
    template = await admin.get("/api/imports/stores/template")
    head = cells(template.content)[0]
    assert head[:3] == ["门店编码*", "门店名称", "区域"]
    guide = cells(template.content, 1)
    assert guide[3] == ["区域", "已有的区域名称；新门店必填", "A 区、B 区"]
    filled = workbook({"门店": [head, ["0100", "新店", "A 区", *[None] * (len(head) - 3)]]})
    assert summary(await admin.post("/api/imports/stores", {"xlsx": filled})) == (1, 0, 0, True)


def test_five_thousand_rows_cost_little_memory_and_time() -> None:
    head = ["货号", "品名", "品类", "单位", "售价", "条码"]
    rows = [[f"{n:05}", f"商品 {n}", "D", "瓶", n / 100, 6900000000000 + n] for n in range(1, 5001)]
    data = base64.b64decode(workbook({"a": [head, *rows]}))
    tracemalloc.start()
    began = time.perf_counter()
    opened = open_file(MappedFile(xlsx=data), PRODUCTS.names, (), 20_000)
    took = time.perf_counter() - began
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert opened is not None
    assert opened.rows[-1] == (5001, ["05000", "商品 5000", "D", "瓶", "50", "6900000005000"])
    assert peak < 30_000_000
    assert took < 30


async def test_a_checklist_of_foreign_headings_and_words_is_matched_once_and_found_again(client: LogIn) -> None:
    regional, form = await client("regional"), {"templateId": str(uuid4()), "name": {"zh": "早班", "en": "Morning"}}
    sheet = "序号,考核内容,考核标准,所属大类,必拍\r\n1,地面,无水渍,环境,违规时\r\n2,灯,全亮,环境,不拍\r\n"
    tried = (await regional.post("/api/imports/inspection-templates", {**form, "csv": sheet, "dryRun": True})).json()
    assert (tried["applied"], tried["errorCount"] > 0) == (False, True)
    assert [column["field"] for column in tried["reading"]["columns"]] == [None] * 5
    words = {"photoRule": {"违规时": "不通过时", "不拍": "不需要"}}
    columns = {"fields": [None, "titleZh", "criterionZh", "sectionZh", "photoRule"], "words": words}
    headings = sheet.splitlines()[0].split(",")
    kept = await regional.put("/api/sheet-mappings", {"kind": "checklist", "headings": headings, "columns": columns})
    assert kept.status_code == 200, kept.text
    stores = {"kind": "stores", "headings": headings, "columns": {"fields": [None] * 5}}
    assert (await regional.put("/api/sheet-mappings", stores)).status_code == 422
    made = (await regional.post("/api/imports/inspection-templates", {**form, "csv": sheet})).json()
    assert (made["errors"], made["created"], made["applied"]) == ([], 2, True)
    shown = (await regional.get(f"/api/inspection-templates/{form['templateId']}")).json()
    points = [point for section in shown["sections"] for point in section["checkpoints"]]
    assert [(point["title"]["zh"], point["photoRule"]) for point in points] == [("地面", "onFail"), ("灯", "none")]
