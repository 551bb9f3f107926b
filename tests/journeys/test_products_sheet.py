"""A buyer brings the chain's own price list in: columns matched once, and the next list known by its shape."""

import base64
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.factories.browser import open_screen
from tests.factories.catalog import found_catalogue
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.integrations.sheets import workbook
from tests.journeys.arrange import show
from tests.journeys.cast import Launch

HEAD = ["货号", "品名", "大类", "计量", "卖价（元）", "69码"]
FIRST = [["商品价目表 2026-11"], HEAD, ["00017", "鲜牛奶 950ml", "D", "瓶", 12.5, "6901234567892"]]
NEXT = [["商品价目表 2026-12"], HEAD, ["00017", "鲜牛奶 950ml", "D", "瓶", 11.9, "6901234567892"]]
OURS = {
    "货号": "商品编码 *",
    "品名": "商品名称",
    "大类": "分类",
    "计量": "单位",
    "卖价（元）": "零售价",
    "69码": "条码",
}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.e2e
async def test_a_price_list_is_matched_once_and_known_the_next_time(
    served: Installation, company: Org, launch: Launch
) -> None:
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
    async with launch(None) as browser:
        desk = await open_screen(browser, served.origin, desk=True)
        await desk.log_in(company.username("buyer"), company.password, path="/console/products")
        page = desk.page
        drawer = page.get_by_role("dialog", name="导入")
        await page.get_by_role("button", name="导入", exact=True).click()
        await give(drawer, "价目表.xlsx", FIRST)
        await expect(drawer.get_by_role("row", name="货号").get_by_text("00017")).to_be_visible()
        for theirs, ours in OURS.items():
            await match(page, drawer, theirs, ours)
        await drawer.get_by_role("textbox", name="名称").fill("采购部价目表")
        await drawer.get_by_role("button", name="核对").click()
        await drawer.get_by_role("button", name="导入 1 行").click()
        await expect(drawer.get_by_text("已新增 1 行")).to_be_visible()
        await give(drawer, "十二月.xlsx", NEXT)
        await expect(drawer.get_by_text("认出了这种文件：采购部价目表")).to_be_visible()
        await drawer.get_by_role("button", name="导入 1 行").click()
        await expect(drawer.get_by_text("更新 1 行")).to_be_visible()
        await expect(page.get_by_role("link", name="鲜牛奶 950ml")).to_be_visible()
        assert desk.watch.complaints == []
        await desk.context.close()
    async with served.client(company, "buyer") as buyer:
        [milk] = (await show(buyer, "/api/products"))["items"]
    assert (milk["code"], milk["priceCents"]) == ("00017", 1190)


async def give(drawer: Locator, name: str, rows: list[list[Any]]) -> None:
    file: Any = {"name": name, "mimeType": XLSX, "buffer": base64.b64decode(workbook({"价目": rows}))}
    await drawer.locator("input[type=file]").set_input_files(file)


async def match(page: Page, drawer: Locator, theirs: str, ours: str) -> None:
    await drawer.get_by_role("combobox", name=f"“{theirs}”对应").click()
    await page.get_by_role("option", name=ours).locator("visible=true").click()
