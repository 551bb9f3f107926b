"""A buyer says at a desk where goods come from: the supplier, its days, its prices, and what differs at a store."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from playwright.async_api import Browser, Locator, expect

from storewalk.ordering.queries.supply_read import store_terms, supply_of
from tests.factories.browser import Screen, open_screen
from tests.factories.catalog import found_catalogue
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product
from tests.journeys.cast import Launch

DAIRY, COLD = "申江乳业有限公司", "申江冷链"
MILK, BREAD = "鲜牛奶", "面包"
OFFERS = "来源编码,商品编码,每包数量,每包进价,可售天数,等级\nCOLD,M1,12,128.40,14,A\nCOLD,B1,6,30,3,\nCOLD,X9,6,30,,\n"


@dataclass
class Desk:
    """A buyer's desk, and the two products that are to be bought."""

    served: Installation
    org: Org
    screen: Screen
    products: dict[str, str]

    def dialog(self, name: str) -> Locator:
        return self.screen.page.get_by_role("dialog", name=name)

    async def go(self, path: str) -> None:
        await self.screen.push(f"/{path}")


@pytest.fixture
async def desk(served: Installation, company: Org, launch: Launch) -> AsyncGenerator[Desk]:
    """The buyer's desk with an empty page of sources."""
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
        goods = {
            name: await add_product(buyer, code, name={"zh": name, "en": code})
            for code, name in (("M1", MILK), ("B1", BREAD))
        }
    async with launch(None) as browser:
        screen = await at_desk(browser, served, company)
        yield Desk(served, company, screen, goods)
        await screen.context.close()


async def at_desk(browser: Browser, served: Installation, org: Org) -> Screen:
    screen = await open_screen(browser, served.origin, desk=True)
    await screen.page.set_viewport_size({"width": 1440, "height": 900})
    await screen.log_in(org.username("buyer"), org.password, path="/console/supply")
    return screen


async def test_a_supplier_becomes_a_source_with_days_offers_and_terms(desk: Desk) -> None:
    await she_adds_the_supplier(desk)
    await she_adds_its_source(desk)
    await she_sets_a_region_and_a_store(desk)
    await she_takes_a_day_off(desk)
    await she_offers_milk(desk)
    await she_imports_a_file_once_it_is_right(desk)
    await she_says_what_differs_at_a_store(desk)
    await she_sets_the_levels(desk)
    await it_is_what_the_plan_reads(desk)
    assert desk.screen.watch.complaints == []


async def she_adds_the_supplier(desk: Desk) -> None:
    page = desk.screen.page
    await expect(page.get_by_text("还没有供货来源")).to_be_visible()
    await page.get_by_text("供应商", exact=True).click()
    await page.get_by_role("button", name="添加供应商").click()
    form = desk.dialog("添加供应商")
    await form.get_by_label("公司名称").fill(DAIRY)
    await form.get_by_label("编码", exact=True).fill("S001")
    await form.get_by_label("统一社会信用代码").fill("91310120ma1hq7j41x")
    await form.get_by_role("button", name="保存").click()
    await expect(form.get_by_text("统一社会信用代码不正确").first).to_be_visible()
    desk.screen.watch.complaints.clear()  # the refusal itself
    await form.get_by_label("统一社会信用代码").fill("91310120ma1hq7j41y")
    await form.get_by_role("button", name="保存").click()
    await expect(page.get_by_role("row", name=DAIRY)).to_contain_text("91310120MA1HQ7J41Y")


async def she_adds_its_source(desk: Desk) -> None:
    page = desk.screen.page
    await page.get_by_text("供货来源", exact=True).click()
    await page.get_by_role("button", name="添加来源").click()
    form = desk.dialog("添加来源")
    await form.get_by_label("来源名称").fill(COLD)
    await form.get_by_label("编码", exact=True).fill("COLD")
    await form.get_by_role("combobox", name="供应商").fill("sjry")
    await page.get_by_role("option", name=f"{DAIRY} · S001").click()
    await form.get_by_label("起订金额").fill("100")
    await form.get_by_role("button", name="保存").click()
    await expect(desk.dialog(COLD)).to_contain_text("¥100.00")


async def she_sets_a_region_and_a_store(desk: Desk) -> None:
    page, drawer = desk.screen.page, desk.dialog(COLD)
    await drawer.get_by_role("button", name="设置多家门店").click()
    form = desk.dialog("设置多家门店")
    await form.get_by_role("combobox", name="整个区域").press("Enter")
    await page.get_by_role("option", name="A 区").click()
    for day in ("周二", "周四", "周六", "周日"):
        await form.get_by_text(day, exact=True).click()
    await form.get_by_label("单次预算").fill("1500")
    await form.get_by_role("button", name="保存").click()
    await expect(drawer.get_by_role("row", name="A2 店")).to_contain_text("¥1,500.00")
    await drawer.get_by_role("button", name="修改 A2 店").click()
    form = desk.dialog("修改 A2 店")
    await form.get_by_text("周五", exact=True).click()
    await form.get_by_label("单次预算").fill("")
    await form.get_by_role("button", name="保存").click()
    await expect(drawer.get_by_role("row", name="A2 店").get_by_text("送货")).to_have_count(2)


async def she_takes_a_day_off(desk: Desk) -> None:
    drawer = desk.dialog(COLD)
    await drawer.get_by_text("例外日期", exact=True).click()
    day = str(datetime.now(UTC).date() + timedelta(days=9))
    for end in ("从", "到"):
        await drawer.get_by_placeholder(end, exact=True).fill(day)
        await drawer.get_by_placeholder(end, exact=True).press("Enter")
    await drawer.get_by_role("button", name="加入").click()
    await expect(drawer.get_by_role("row", name=day)).to_contain_text("不送货")


async def she_offers_milk(desk: Desk) -> None:
    page, drawer = desk.screen.page, desk.dialog(COLD)
    await drawer.get_by_text("报价", exact=True).click()
    await drawer.get_by_role("button", name="添加报价").click()
    form = desk.dialog("添加报价")
    await form.get_by_role("combobox", name="商品").fill("M1")
    await page.get_by_role("option", name=f"{MILK} · M1").click()
    await expect(form.get_by_label("每包数量")).to_have_value("24")
    await form.get_by_label("每包进价").fill("240")
    await form.get_by_label("最多订量").fill("12")
    await form.get_by_role("button", name="保存").click()
    await expect(form.get_by_text("最多订量不能少于最少订量").first).to_be_visible()
    desk.screen.watch.complaints.clear()  # the refusal itself
    await form.get_by_label("最多订量").fill("96")
    await form.get_by_role("button", name="保存").click()
    await expect(drawer.get_by_role("row", name=MILK)).to_contain_text("单个 ¥10.00")


async def she_imports_a_file_once_it_is_right(desk: Desk) -> None:
    page = desk.screen.page
    await desk.go("supply")
    await page.get_by_role("button", name="导入报价").click()
    dialog = desk.dialog("导入报价")
    await choose(dialog, OFFERS)
    await expect(dialog.get_by_role("row", name="没有这个商品")).to_contain_text("4")
    await expect(dialog.get_by_role("button", name="导入", exact=True)).to_be_disabled()
    await choose(dialog, OFFERS.replace("COLD,X9,6,30,,\n", ""))
    await dialog.get_by_role("button", name="导入 2 行").click()
    await expect(page.get_by_text("已导入：新增 1，更新 1")).to_be_visible()
    await expect(page.get_by_role("row", name=COLD)).to_contain_text("2")


async def choose(dialog: Locator, sheet: str) -> None:
    file: Any = {"name": "offers.csv", "mimeType": "text/csv", "buffer": sheet.encode()}
    await dialog.locator("input[type=file]").set_input_files(file)


async def she_says_what_differs_at_a_store(desk: Desk) -> None:
    page = desk.screen.page
    await page.get_by_text("门店设置", exact=True).click()
    await expect(page.get_by_text("默认每家店经营来源里的全部商品")).to_be_visible()
    await page.get_by_role("combobox", name="门店").fill("A1")
    await page.get_by_role("option", name="A1 店").click()
    await page.get_by_role("button", name="添加设置").click()
    form = desk.dialog("添加设置")
    await form.get_by_role("combobox", name="商品").fill("M1")
    await page.get_by_role("option", name=f"{MILK} · M1").click()
    await form.get_by_label("每次订货都要订").check()
    await form.get_by_label("货位容量").fill("24")
    await form.get_by_label("至少保有").fill("4")
    await form.get_by_role("button", name="保存").click()
    await expect(page.get_by_role("row", name=MILK)).to_contain_text("必订")


async def she_sets_the_levels(desk: Desk) -> None:
    page = desk.screen.page
    await page.get_by_text("供货来源", exact=True).click()
    await page.get_by_role("button", name="服务水平").click()
    form = desk.dialog("服务水平")
    await expect(form.get_by_label("A 类：不能缺")).to_have_value("97")
    await form.get_by_label("A 类：不能缺").fill("98.5")
    await form.get_by_role("button", name="保存").click()
    await expect(form).to_be_hidden()


async def it_is_what_the_plan_reads(desk: Desk) -> None:
    today, places = datetime.now(UTC).date(), desk.org.places
    milk, bread = (UUID(desk.products[each]) for each in (MILK, BREAD))
    async with desk.served.platform.transaction(desk.org.system) as tx:
        supply = await supply_of(tx, today)
        terms = await store_terms(tx, [places["A1"]])
    (source,) = supply.sources
    assert (source.lead_days, source.cut_off.isoformat("minutes"), source.least_cents) == (1, "11:00", 10_000)
    told = {each.store_id: (each.weekdays, each.budget_cents) for each in supply.deliveries}
    assert told == {places["A1"]: (0b0010101, 150_000), places["A2"]: (0b0000101, None)}
    assert [(each.day, each.delivers) for each in supply.days] == [(today + timedelta(days=9), False)]
    offers = {each.product_id: (each.pack, each.pack_cents, each.most, each.life_days) for each in supply.offers}
    assert offers == {milk: (12_000, 12_840, 96_000, 14), bread: (6_000, 3_000, None, 3)}
    assert (supply.levels.a, supply.levels.b, supply.levels.c) == (985, 950, 900)
    assert [(each.product_id, each.must_order, each.capacity, each.keep_at_least) for each in terms] == [
        (milk, True, 24_000, 4_000)
    ]
