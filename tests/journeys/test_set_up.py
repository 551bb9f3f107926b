"""An administrator brings the chain's own files in: matched by hand once, put right where told, known the next time."""

import base64
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.async_api import Locator, expect

from tests.factories.browser import Screen, open_screen
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.integrations.sheets import workbook
from tests.journeys.cast import Launch

HEAD = ["机构号", "店名", "片区", "业态", "店长电话"]
WRONG = [["华东门店清单（2026 年 11 月）"], [], HEAD, [7, "人民路店", "浦西", "便利", 13800138000],
         [8, "外滩店", "浦西", "社区店", 13900139000], [None, "北站店", "浦西", "便利", None]]  # fmt: skip
RIGHT = [*WRONG[:-1], [9, "北站店", "浦西", "便利", None]]
NEXT = [["华东门店清单（2026 年 12 月）"], HEAD, [10, "南站店", "浦西", "社区店", None]]
PEOPLE = [
    ["工号", "员工姓名", "岗位", "所属门店"],
    ["W001", "王芳", "店长", "人民路店"],
    ["W002", "李雷", "收银员", "外滩店"],
]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass
class Desk:
    """An administrator's desk."""

    screen: Screen
    drawer: Locator

    async def give(self, name: str, rows: list[list[Any]]) -> None:
        content = base64.b64decode(workbook({"门店": rows}, zeros_in(rows)))
        file: Any = {"name": name, "mimeType": XLSX, "buffer": content}
        await self.drawer.locator("input[type=file]").set_input_files(file)

    async def choose(self, box: str, option: str) -> None:
        await self.drawer.get_by_role("combobox", name=box).click()
        await self.screen.page.get_by_role("option", name=option, exact=True).locator("visible=true").click()


def zeros_in(rows: list[list[Any]]) -> dict[str, str]:
    return {f"A{number}": "0000" for number, row in enumerate(rows, start=1) if row and isinstance(row[0], int)}


@pytest.fixture
async def desk(served: Installation, company: Org, launch: Launch) -> AsyncGenerator[Desk]:
    """The administrator's desk at the list of stores."""
    async with launch(None) as browser:
        screen = await open_screen(browser, served.origin, desk=True)
        await screen.log_in(company.username("admin"), company.password, path="/console/stores")
        yield Desk(screen, screen.page.get_by_role("dialog", name="导入"))
        await screen.context.close()


async def test_stores_and_people_come_from_the_chains_own_files(desk: Desk) -> None:
    await she_matches_her_columns(desk)
    await she_puts_her_file_right(desk)
    await the_next_file_of_the_same_shape_is_known(desk)
    await people_come_in_and_get_passwords_on_paper(desk)
    assert desk.screen.watch.complaints == []


async def she_matches_her_columns(desk: Desk) -> None:
    await desk.screen.page.get_by_role("button", name="导入", exact=True).click()
    await desk.give("门店.xlsx", WRONG)
    await expect(desk.drawer.get_by_text("还缺：门店编码")).to_be_visible()
    assert await desk.drawer.get_by_role("row", name="机构号").get_by_text("0007").count() == 1
    await desk.choose("“机构号”对应", "门店编码 *")
    await desk.choose("“浦西”对应", "A 区")
    await desk.choose("“社区店”对应", "便利店")
    await desk.drawer.get_by_role("textbox", name="名称").fill("老系统门店表")
    await desk.drawer.get_by_role("button", name="核对").click()


async def she_puts_her_file_right(desk: Desk) -> None:
    fault = desk.drawer.get_by_role("row", name="机构号 这一格必须填写")
    await expect(fault).to_contain_text("6")
    await expect(desk.drawer.get_by_role("button", name="导入", exact=True)).to_be_disabled()
    await desk.give("门店.xlsx", RIGHT)
    await expect(desk.drawer.get_by_text("认出了这种文件：老系统门店表")).to_be_visible()
    await desk.drawer.get_by_role("button", name="导入 3 行").click()
    await expect(desk.drawer.get_by_text("已新增 3 行")).to_be_visible()
    await expect(desk.screen.page.get_by_role("link", name="人民路店")).to_be_visible()


async def the_next_file_of_the_same_shape_is_known(desk: Desk) -> None:
    await desk.give("十二月.xlsx", NEXT)
    await expect(desk.drawer.get_by_text("试算：将新增 1 行")).to_be_visible()
    await desk.drawer.get_by_role("button", name="导入 1 行").click()
    await expect(desk.drawer.get_by_text("已新增 1 行")).to_be_visible()
    await desk.drawer.get_by_role("button", name="关闭", exact=True).last.click()
    await desk.screen.page.get_by_role("button", name="导入", exact=True).click()
    kept = desk.drawer.get_by_role("listitem").filter(has_text="老系统门店表")
    await kept.get_by_role("button", name="改名").click()
    await desk.drawer.get_by_role("textbox", name="名称").fill("十一月的表")
    await desk.drawer.get_by_role("button", name="保存").click()
    await expect(desk.drawer.get_by_text("十一月的表")).to_be_visible()


async def people_come_in_and_get_passwords_on_paper(desk: Desk) -> None:
    await desk.screen.push("/people")
    await desk.screen.page.get_by_role("button", name="导入", exact=True).click()
    await desk.give("通讯录.xlsx", PEOPLE)
    await desk.drawer.get_by_role("button", name="导入 2 行").click()
    await expect(desk.drawer.get_by_text("2 人还没有密码")).to_be_visible()
    await desk.drawer.get_by_role("button", name="发临时密码").click()
    await expect(desk.drawer.get_by_role("row", name="王芳 w001")).to_be_visible()
    await expect(desk.drawer.get_by_role("button", name="打印")).to_be_visible()
    await expect(desk.screen.page.get_by_role("link", name="李雷")).to_be_visible()
