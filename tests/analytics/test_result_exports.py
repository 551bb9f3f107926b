"""What is taken away is what the page shows, as CSV and as a workbook, in the reader's scope; the audit log knows."""

import csv
import io
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook

from tests.analytics.past import Line, Past, ago
from tests.factories.client import Client
from tests.factories.given import LogIn

EXPORTED = """
SELECT payload ->> 'sheet' AS sheet, (payload ->> 'rows')::int AS rows, actor_id FROM event
WHERE org_id = $1 AND kind = 'integrations.exported' ORDER BY recorded_at, id"""
WEEK = {"from": str(ago(7)), "to": str(ago(1))}
EVIL = '=HYPERLINK("http://evil.example","点我")'


@pytest.fixture
async def ordered(past: Past, source: UUID) -> Past:
    """Two orders, at a store whose name is a formula, of a product whose code is a number with zeros in front."""
    milk = Line(product="milk", suggested=10, ordered=14, expected=8, beside=2, reason="weather")
    await past.order(source, ago(6), milk, Line(product="eggs", suggested=2, ordered=2, expected=2))
    await past.order(source, ago(4), Line(product="milk", suggested=9, ordered=9, expected=7, beside=2))
    await past.sql("UPDATE store SET name = $2 WHERE org_id = $1 AND id = $3", EVIL, past.shop.store)
    code = "UPDATE product SET code = '00123' WHERE org_id = $1 AND id = $2"
    await past.sql(code, past.shop.products["milk"])
    await past.read()
    return past


async def taken(who: Client, name: str, **query: Any) -> list[list[str]]:
    answer = await who.get(f"/api/exports/{name}.csv", **query)
    assert answer.status_code == 200, answer.text
    return list(csv.reader(io.StringIO(answer.content.decode().removeprefix("\ufeff"))))


async def workbook(who: Client, name: str, **query: Any) -> list[tuple[Any, ...]]:
    """Return the cells below a workbook's title, none of them a formula."""
    answer = await who.get(f"/api/exports/{name}.xlsx", **query)
    assert answer.status_code == 200, answer.text
    assert "filename*=UTF-8''" in answer.headers["content-disposition"]
    page = load_workbook(io.BytesIO(answer.content)).active
    assert page is not None
    assert "f" not in {cell.data_type for row in page.iter_rows() for cell in row}
    return [row for row in page.iter_rows(min_row=3, values_only=True) if any(cell is not None for cell in row)]


async def test_lines_keep_chinese_zeros_and_figures_and_run_nothing(ordered: Past, buyer: Client) -> None:
    headings, *rows = await taken(buyer, "ordering-result-lines", **WEEK)
    shown = (await buyer.get("/api/results/ordering/lines", **WEEK)).json()["items"]
    assert headings[:6] == ["订货日", "覆盖至", "门店", "来源", "商品编码", "商品名称"]
    assert {row[2] for row in rows} == {f"'{EVIL}"}
    assert [row[4] for row in rows] == ["\t00123" if row["productCode"] == "00123" else "P1" for row in shown]
    assert [row[10] for row in rows] == [row["needed"] for row in shown]
    assert sum(round(float(row[13]) * 100) for row in rows) == sum(row["humanErrorCents"] for row in shown)
    assert {(row[14], row[15]) for row in rows} == {("", ""), ("改多四分之一以上", "天气")}
    top, *cells = await workbook(buyer, "ordering-result-lines", **WEEK)
    assert list(top) == headings
    assert {row[2] for row in cells} == {EVIL}
    assert {row[4] for row in cells} == {"00123", "P1"}
    assert [row[10] for row in cells] == [float(row["needed"]) for row in shown]
    log = [tuple(row) for row in await ordered.sql(EXPORTED)]
    assert log == [("ordering_result_lines", 3, ordered.org.accounts["buyer"])] * 2


async def test_every_table_is_taken_away_as_it_is_shown(ordered: Past, buyer: Client) -> None:
    [store] = (await buyer.get("/api/results/ordering/table", by="store", **WEEK)).json()["items"]
    [_, *rows] = await taken(buyer, "ordering-results", by="store", **WEEK)
    accuracy = store["now"]["accuracy"]
    assert [(row[3], float(row[5])) for row in rows] == [
        (str(accuracy["lines"]), round(100 * accuracy["humanAccuracy"], 2))
    ]
    for name, path in (
        ("ordering-result-days", "days"), ("ordering-decisions", "decisions"), ("ordering-deliveries", "deliveries"),
        ("ordering-claims", "claims"),
    ):  # fmt: skip
        shown = (await buyer.get(f"/api/results/ordering/{path}", **WEEK)).json()["items"]
        assert len(await taken(buyer, name, **WEEK)) == len(shown) + 1, name
    assert len(await workbook(buyer, "ordering-decisions", **WEEK)) == 3
    assert len(await ordered.sql(EXPORTED)) == 6


async def test_the_list_of_orders_is_taken_away_under_its_filters_by_those_who_may(
    ordered: Past, buyer: Client, client: LogIn
) -> None:
    headings, *rows = await taken(buyer, "orders")
    shown = (await buyer.get("/api/order-desk/orders")).json()["items"]
    assert headings[:5] == ["门店编码", "门店", "来源", "订货日", "状态"]
    assert [(row[0], row[3].strip(), row[4], row[8]) for row in rows] == [
        (each["storeCode"], each["day"], "已完成", f"{each['totals']['cents'] / 100:.2f}") for each in shown
    ]
    assert len(shown) == 2
    assert [row[3] for row in (await workbook(buyer, "orders", to=str(ago(5))))[1:]] == [str(ago(6))]
    assert len(await taken(buyer, "orders", state="draft")) == 1
    regional, manager = await client("regional"), await client("manager")
    assert len(await taken(regional, "orders", place=ordered.org.places["A"])) == 3
    assert (await regional.get("/api/exports/ordering-results.csv", place=ordered.org.places["B"])).status_code == 404
    for name in ("orders", "ordering-results"):
        assert (await manager.get(f"/api/exports/{name}.xlsx")).status_code == 403
    assert [row["sheet"] for row in await ordered.sql(EXPORTED)] == ["orders"] * 4
    await buyer.put("/api/me/locale", {"locale": "en"})
    assert (await taken(buyer, "orders"))[0][:5] == ["Store code", "Store", "Source", "Order day", "Status"]
