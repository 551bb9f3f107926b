"""Stores and products as spreadsheets: tried, taken in once, given out, and harmless."""

import csv
import io
from typing import Any

import pytest

from tests.factories.catalog import COLA, found_catalogue
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.organization import Org

WATER = "96385074"

STORES = """门店编码,门店名称,区域,法人主体,状态,时区,纬度,经度,坐标系,营业时间,营业日切点
0001,人民路店,A 区,测试商贸有限公司,营业,Asia/Shanghai,31.2304,121.4737,GCJ-02,1-5 08:00-22:00; 6-7 09:00-02:00,04:00
0002,外滩店,B 区,,筹备,,,,,,
"""
PRODUCTS = f"""Product code,Chinese name,English name,Category,Unit,Packs,Barcodes,Price,Status
00123,可口可乐 330ml,Coca-Cola,饮料,瓶,箱:24; 提:6,{COLA},3.50,active
00124,农夫山泉,,D,瓶,,{WATER},2,
"""


def summary(answer: Any) -> tuple[int, int, int, bool]:
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body["errors"] == [], body
    return body["created"], body["updated"], body["unchanged"], body["applied"]


def faults(answer: Any) -> list[tuple[int, str]]:
    body = answer.json()
    assert (answer.status_code, body["applied"], body["created"]) == (200, False, 0), answer.text
    assert body["errorCount"] == len(body["errors"])
    assert all(error["message"] and "{" not in error["message"] for error in body["errors"])
    return [(error["row"], error["field"]) for error in body["errors"]]


def cells(answer: Any) -> list[list[str]]:
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


async def codes(client: Client, what: str) -> list[str]:
    return [item["code"] for item in (await client.get(f"/api/{what}")).json()["items"]]


@pytest.fixture
async def admin(client: LogIn) -> Client:
    """The administrator of an organization with a small catalogue."""
    admin = await client("admin")
    await found_catalogue(admin)
    return admin


async def test_a_dry_run_tells_what_would_happen_and_writes_nothing(admin: Client) -> None:
    tried = await admin.post("/api/imports/stores", {"csv": STORES, "dryRun": True})
    assert summary(tried) == (2, 0, 0, False)
    assert tried.json()["summary"] == "试算：将新增 2 行，更新 0 行，0 行不变。"
    assert await codes(admin, "stores") == ["A1", "A2", "B1"]


async def test_stores_come_in_once_and_the_same_file_again_changes_nothing(admin: Client) -> None:
    assert summary(await admin.post("/api/imports/stores", {"csv": STORES})) == (2, 0, 0, True)
    again = await admin.post("/api/imports/stores", {"csv": STORES})
    assert summary(again) == (0, 0, 2, True)
    assert again.json()["summary"] == "没有变化：2 行与现有数据相同。"
    store = (await admin.get("/api/stores", q="0001")).json()["items"][0]
    assert (store["name"], store["regionName"], store["version"]) == ("人民路店", "A 区", 1)
    assert store["position"] == {"lat": 31.2304, "lng": 121.4737, "datum": "GCJ02"}
    assert store["openingHours"][5] == {"weekday": 6, "opens": "09:00", "closes": "02:00"}
    assert (store["businessDayCut"], store["legalEntityName"]) == ("04:00", "测试商贸有限公司")


async def test_an_imported_store_lies_in_the_scope_of_its_region(admin: Client, client: LogIn) -> None:
    await admin.post("/api/imports/stores", {"csv": STORES})
    assert await codes(await client("inspector"), "stores") == ["A1", "A2", "0001"]
    moved = await admin.post("/api/imports/stores", {"csv": "code,region\n0001,B 区\n"})
    assert summary(moved) == (0, 1, 0, True)
    assert await codes(await client("inspector"), "stores") == ["A1", "A2"]


async def test_a_column_that_is_left_out_stays_as_it_is(admin: Client) -> None:
    await admin.post("/api/imports/stores", {"csv": STORES})
    renamed = await admin.post("/api/imports/stores", {"csv": "Store code,Store name\n0001,人民广场店\n"})
    assert summary(renamed) == (0, 1, 0, True)
    store = (await admin.get("/api/stores", q="0001")).json()["items"][0]
    assert (store["name"], store["status"], store["position"]["datum"]) == ("人民广场店", "open", "GCJ02")


async def test_a_cut_changed_by_a_file_holds_from_tomorrow_and_is_changed_once(admin: Client) -> None:
    await admin.post("/api/imports/stores", {"csv": STORES})
    later = STORES.replace("04:00", "05:00")
    assert summary(await admin.post("/api/imports/stores", {"csv": later})) == (0, 1, 1, True)
    assert summary(await admin.post("/api/imports/stores", {"csv": later})) == (0, 0, 2, True)
    store = (await admin.get("/api/stores", q="0001")).json()["items"][0]
    assert store["businessDayCut"] == "04:00"


async def test_faults_name_row_field_and_reason_and_nothing_is_taken_in(admin: Client) -> None:
    sheet = """门店编码,门店名称,区域,纬度,经度,营业时间,状态
0001,好店,A 区,31.2,121.4,1-7 08:00-22:00,营业
,无码店,A 区,,,,
0003,,A 区,,,,
0004,某店,C 区,,,,
0005,某店,A 区,31.2,,,
0006,某店,A 区,91,121,,
0007,某店,A 区,,,随时,
0008,某店,A 区,,,,待定
0001,重复店,A 区,,,,
0009,某店,A 区,,,1 08:00-12:00 11:00-13:00,
"""
    refused = await admin.post("/api/imports/stores", {"csv": sheet})
    expected = [
        (3, "code"), (4, "name"), (5, "region"), (6, "lng"), (7, "lat"), (8, "openingHours"), (9, "status"),
        (10, "code"), (11, "openingHours"),
    ]  # fmt: skip
    assert faults(refused) == expected
    assert refused.json()["summary"] == "没有导入任何内容：请先改正 9 处错误。"
    assert await codes(admin, "stores") == ["A1", "A2", "B1"]


async def test_faults_are_told_in_the_readers_language(admin: Client) -> None:
    await admin.put("/api/me/locale", {"locale": "en"})
    refused = await admin.post("/api/imports/stores", {"csv": "Store code,Colour\nA9,red\n"})
    [fault] = refused.json()["errors"]
    assert (fault["row"], fault["field"], fault["message"]) == (1, "Colour", "The column “Colour” is not known.")


@pytest.mark.parametrize(
    ("sheet", "field"),
    [("", ""), ("门店名称\n某店\n", "code"), ("门店编码,Store code\nA9,A9\n", "Store code"), ("门店编码\nA9,x\n", "")],
)
async def test_a_sheet_without_its_headings_is_told_so(admin: Client, sheet: str, field: str) -> None:
    assert faults(await admin.post("/api/imports/stores", {"csv": sheet}))[0][1] == field


async def test_products_come_in_with_packs_and_barcodes_and_only_once(admin: Client) -> None:
    assert summary(await admin.post("/api/imports/products", {"csv": PRODUCTS})) == (2, 0, 0, True)
    assert summary(await admin.post("/api/imports/products", {"csv": PRODUCTS})) == (0, 0, 2, True)
    cola, water = (await admin.get("/api/products")).json()["items"]
    assert [(pack["unit"], pack["quantity"]) for pack in cola["packs"]] == [("提", "6"), ("箱", "24")]
    assert (cola["barcodes"], cola["priceCents"], cola["pinyin"]) == ([COLA], 350, "kkkl330ml")
    assert (water["name"], water["priceCents"]) == ({"zh": "农夫山泉", "en": "农夫山泉"}, 200)
    assert (cola["version"], water["version"]) == (1, 1)


async def test_two_products_swap_their_barcodes_in_one_file(admin: Client) -> None:
    await admin.post("/api/imports/products", {"csv": PRODUCTS})
    swapped = f"code,barcodes\n00123,{WATER}\n00124,{COLA}\n"
    assert summary(await admin.post("/api/imports/products", {"csv": swapped})) == (0, 2, 0, True)
    items = (await admin.get("/api/products")).json()["items"]
    assert [(item["code"], item["barcodes"]) for item in items] == [("00123", [WATER]), ("00124", [COLA])]


async def test_a_barcode_in_two_rows_or_of_another_product_is_refused(admin: Client) -> None:
    await admin.post("/api/imports/products", {"csv": PRODUCTS})
    sheet = f"code,nameZh,category,unit,priceCents,barcodes\nX1,甲,D,瓶,1,{COLA}\nX2,乙,D,瓶,1,036000291452\n"
    sheet += "X3,丙,D,瓶,1,0036000291452\nX4,丁,D,瓶,1,6901234567893\nX5,戊,E,桶,-1,\n"
    refused = await admin.post("/api/imports/products", {"csv": sheet})
    assert faults(refused) == [(2, "barcodes"), (4, "barcodes"), (5, "barcodes"), (6, "priceCents")]
    assert refused.json()["errors"][0]["message"] == f"条码 {COLA} 已属于商品 00123。"


async def test_an_export_keeps_zeros_and_chinese_and_comes_back_unchanged(admin: Client) -> None:
    await admin.post("/api/imports/products", {"csv": PRODUCTS})
    exported = await admin.get("/api/exports/products.csv")
    heading, cola, _ = cells(exported)
    assert heading[:2] == ["商品编码", "商品名称"]
    assert cola[:2] == ["\t00123", "可口可乐 330ml"]
    assert f"\t{COLA}" in cola
    assert "3.50" in cola
    text = exported.content.decode()
    assert summary(await admin.post("/api/imports/products", {"csv": text})) == (0, 0, 2, True)
    stores = (await admin.get("/api/exports/stores.csv")).content.decode()
    assert summary(await admin.post("/api/imports/stores", {"csv": stores})) == (0, 0, 3, True)


async def test_a_name_that_is_a_formula_does_not_run_in_the_export_and_survives_it(admin: Client) -> None:
    evil = '=HYPERLINK("http://x","点我")'
    sheet = f'code,nameZh,category,unit,price_cents\nX1,"{evil.replace(chr(34), chr(34) * 2)}",D,瓶,1\n'
    assert summary(await admin.post("/api/imports/products", {"csv": sheet.replace("price_cents", "priceCents")})) == (
        1,
        0,
        0,
        True,
    )
    exported = await admin.get("/api/exports/products.csv")
    assert cells(exported)[1][1] == f"'{evil}"
    assert summary(await admin.post("/api/imports/products", {"csv": exported.content.decode()})) == (0, 0, 1, True)
    assert (await admin.get("/api/products")).json()["items"][0]["name"]["zh"] == evil


async def test_an_export_holds_only_what_its_reader_may_see(admin: Client, client: LogIn) -> None:
    await admin.post("/api/imports/stores", {"csv": STORES})
    rows = cells(await (await client("regional")).get("/api/exports/stores.csv"))
    assert [row[0] for row in rows[1:]] == ["\t0001", "A1", "A2"]
    assert (await (await client("clerk")).get("/api/exports/stores.csv")).status_code == 403
    assert (await (await client("regional")).post("/api/imports/stores", {"csv": STORES})).status_code == 403


async def test_text_that_is_no_csv_is_refused(admin: Client) -> None:
    refused = await admin.post("/api/imports/stores", {"csv": '门店编码\n"A9'})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "csv")


async def test_an_export_stands_in_the_audit_log_with_who_what_and_how_much(org: Org, client: LogIn) -> None:
    regional, finance = await client("regional"), await client("finance")
    await regional.get("/api/exports/stores.csv")
    await finance.get("/api/exports/products.csv")
    log = (await finance.get("/api/audit")).json()["items"]
    assert [(e["subjectId"], e["actorName"]) for e in log if e["kind"] == "integrations.exported"] == [
        (str(org.accounts[role]), (await who.get("/api/me")).json()["account"]["name"])
        for role, who in (("finance", finance), ("regional", regional))
    ]
