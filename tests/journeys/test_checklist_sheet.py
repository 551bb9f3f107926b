"""A checklist comes from a chain's own Excel file, put right where told, with its picture; another chain takes it."""

import base64
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.factories.browser import Screen, open_screen
from tests.factories.organization import Org
from tests.factories.photos import jpeg
from tests.factories.served import Installation
from tests.integrations.sheets import workbook
from tests.journeys.cast import Launch

HEAD = ["检查项", "部分", "标准", "权重", "手册页码", "标准照片"]
WRONG = [
    HEAD,
    ["地面干净？", "环境", "没有水渍和垃圾", 30, "手册第 12 页", "floor.jpg"],
    ["门口无杂物？", "环境", "两米内无杂物", 300, None, None],
]
RIGHT = [*WRONG[:-1], ["门口无杂物？", "环境", "两米内无杂物", 3, None, None]]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
async def browser(launch: Launch) -> AsyncGenerator[Browser]:
    """A browser for both chains' desks."""
    async with launch(None) as opened:
        yield opened


@pytest.mark.e2e
async def test_a_checklist_comes_from_excel_with_its_picture_and_goes_to_another_chain(
    served: Installation, company: Org, browser: Browser, tmp_path: Path
) -> None:
    desk = await at_checklists(browser, served, company)
    await a_file_is_put_right_where_it_is_told(desk.page)
    file = await it_is_given_out(desk.page, tmp_path)
    other = await at_checklists(browser, served, await served.found())
    await other.page.get_by_label("从文件导入").set_input_files(file)
    taken = other.page.get_by_role("dialog", name="早班检查")
    await expect(taken).to_contain_text("地面干净？")
    await expect(taken).to_contain_text("依据：手册第 12 页")
    # The picture stays where it was taken: it shows a store of the first chain.
    await expect(taken.get_by_role("img", name="标准照片")).to_have_count(0)
    for screen in (desk, other):
        assert screen.watch.complaints == []
        await screen.context.close()


async def at_checklists(browser: Browser, served: Installation, org: Org) -> Screen:
    """Open the regional manager's desk at the list of checklists."""
    screen = await open_screen(browser, served.origin, desk=True)
    await screen.log_in(org.username("regional"), org.password, path="/console/templates")
    return screen


async def give(drawer: Locator, rows: list[list[Any]]) -> None:
    content = base64.b64decode(workbook({"早班": rows}))
    file: Any = {"name": "早班.xlsx", "mimeType": XLSX, "buffer": content}
    await drawer.locator("input[accept*=xlsx]").set_input_files(file)


async def a_file_is_put_right_where_it_is_told(page: Page) -> None:
    """First its picture is missing and a weight is too great; with both put right it is published."""
    await page.get_by_role("button", name="从 Excel 新建").click()
    drawer = page.get_by_role("dialog", name="从 Excel 新建")
    await drawer.get_by_label("检查表名称 · 中文").fill("早班检查")
    await drawer.get_by_label("检查表名称 · 英文").fill("Morning check")
    await drawer.get_by_role("combobox", name="照片拍自哪家门店").click()
    await page.get_by_role("option", name="A1 店").click()
    picture: Any = {"name": "floor.jpg", "mimeType": "image/jpeg", "buffer": jpeg(5)}
    await drawer.get_by_role("button", name="上传标准照片").set_input_files(picture)
    await expect(drawer.get_by_text("已上传：floor.jpg")).to_be_visible()
    await give(drawer, WRONG)
    fault = drawer.get_by_role("row", name="权重")
    await expect(fault).to_contain_text("3")
    await expect(drawer.get_by_role("button", name="导入", exact=True)).to_be_disabled()
    await give(drawer, RIGHT)
    await drawer.get_by_role("button", name="导入 2 行").click()
    shown = page.get_by_role("dialog", name="早班检查")
    await expect(shown).to_contain_text("依据：手册第 12 页")
    await expect(shown.get_by_role("img", name="标准照片")).to_be_visible()


async def it_is_given_out(page: Page, folder: Path) -> Path:
    """Return the file that another organization takes in."""
    async with page.expect_download() as started:
        await page.get_by_role("link", name="导出给其他组织").click()
    path = folder / "checklist.json"
    await (await started.value).save_as(path)
    return path
