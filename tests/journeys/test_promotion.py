"""A buyer plans a promotion for a region at a desk, changes it, and cancels it; the store's manager sees it."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass

import pytest
from playwright.async_api import Browser, Page, expect

from tests.factories.browser import Screen, open_screen
from tests.factories.catalog import found_catalogue
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product
from tests.factories.today import today
from tests.journeys.cast import Launch

MILK, EGGS = "蒙牛纯牛奶", "鲜鸡蛋"


@dataclass
class Desk:
    """A chain with two products, and a browser."""

    served: Installation
    org: Org
    browser: Browser

    async def open(self, role: str) -> Screen:
        """Open the page of promotions as somebody of a role."""
        screen = await open_screen(self.browser, self.served.origin, desk=True)
        await screen.page.set_viewport_size({"width": 1440, "height": 900})
        await screen.log_in(self.org.username(role), self.org.password, path="/console/promotions")
        return screen


@pytest.fixture
async def desk(served: Installation, company: Org, launch: Launch) -> AsyncGenerator[Desk]:
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
        for code, name in (("M1", MILK), ("E1", EGGS)):
            await add_product(buyer, code, name={"zh": name, "en": code})
    async with launch(None) as browser:
        yield Desk(served, company, browser)


async def test_a_promotion_is_planned_for_a_region_changed_and_cancelled(desk: Desk) -> None:
    screen = await desk.open("buyer")
    page = screen.page
    await expect(page.get_by_text("没有进行中或将开始的促销")).to_be_visible()
    await page.get_by_role("button", name="新建促销").click()
    await it_is_filled_in_and_saved(page)
    drawer = page.get_by_role("dialog", name="双十二牛奶节")
    await expect(drawer.get_by_text("8 折", exact=True)).to_be_visible()
    await expect(drawer.get_by_text("A 区")).to_be_visible()
    await expect(drawer.get_by_role("row", name=EGGS)).to_contain_text("7.25 折")
    await a_manager_sees_it_and_may_not_change_it(desk)
    await it_gets_another_price(page)
    await expect(page.get_by_role("dialog", name="双十二牛奶节").get_by_text("8.5 折", exact=True)).to_be_visible()
    await page.get_by_role("button", name="取消促销").click()
    await page.get_by_role("dialog", name="取消促销").get_by_role("button", name="取消促销").click()
    await expect(page.get_by_role("dialog", name="双十二牛奶节").get_by_text("已取消")).to_be_visible()
    await expect(page.get_by_role("button", name="编辑")).to_have_count(0)
    assert screen.watch.complaints == []
    await screen.context.close()


async def it_is_filled_in_and_saved(page: Page) -> None:
    form = page.get_by_role("dialog", name="新建促销")
    await expect(form.get_by_role("button", name="保存")).to_be_disabled()
    await form.get_by_label("名称").fill("双十二牛奶节")
    await form.get_by_placeholder("开始日期").fill(str(today(10)))
    await form.get_by_placeholder("结束日期").fill(str(today(12)))
    await form.get_by_placeholder("结束日期").press("Enter")
    await form.get_by_role("spinbutton", name="预计销量倍数").fill("1.5")
    await form.get_by_text("指定区域或门店").click()
    await form.get_by_role("combobox", name="区域").fill("A")
    await page.get_by_role("option", name="A 区").click()
    for code, name in (("M1", MILK), ("E1", EGGS)):
        await form.get_by_role("combobox", name="添加商品").fill(code)
        await page.get_by_role("option", name=f"{name} · {code}").click()
    own = form.get_by_role("spinbutton", name=f"{EGGS} 的单独价格")
    await own.fill("72.5")
    await own.blur()
    await form.get_by_role("button", name="保存").click()


async def it_gets_another_price(page: Page) -> None:
    await page.get_by_role("button", name="编辑").click()
    form = page.get_by_role("dialog", name="修改促销")
    price = form.get_by_role("spinbutton", name="促销价占平时价的百分比")
    await expect(price).to_have_value("80.0")
    await price.fill("85")
    await price.blur()
    await form.get_by_role("button", name="保存").click()


async def a_manager_sees_it_and_may_not_change_it(desk: Desk) -> None:
    screen = await desk.open("manager")
    await screen.page.get_by_role("link", name="双十二牛奶节").click()
    drawer = screen.page.get_by_role("dialog", name="双十二牛奶节")
    await expect(drawer.get_by_text("× 1.5")).to_be_visible()
    await expect(drawer.get_by_role("button", name="编辑")).to_have_count(0)
    await expect(screen.page.get_by_role("button", name="新建促销")).to_have_count(0)
    assert screen.watch.complaints == []
    await screen.context.close()
