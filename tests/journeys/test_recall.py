"""A bad lot is called back from two stores at a desk: where it went, what stops, the counts, and the end of it."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass

import pytest
from playwright.async_api import Browser, expect

from tests.factories.browser import Screen, open_screen
from tests.factories.catalog import found_catalogue
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product, line, receive, stock_of
from tests.journeys.arrange import show
from tests.journeys.cast import Launch

MILK = "蒙牛纯牛奶"
WHY = "供应商通知：这一批次疑似变质"


@dataclass
class Dairy:
    """A lot of milk at two stores, and another lot at one of them."""

    served: Installation
    org: Org
    browser: Browser
    milk: str

    async def available(self, store: str) -> tuple[str, str, str]:
        """Return what a store has of the milk, what of it stands on the shelf, and what it may offer."""
        async with self.served.client(self.org, "regional") as regional:
            item = await stock_of(regional, self.org.places[store], self.milk)
        return item["quantity"], item["shelf"], item["available"]


@pytest.fixture
async def dairy(served: Installation, company: Org, launch: Launch) -> AsyncGenerator[Dairy]:
    """Twenty of the bad lot and six of a good one at A1, ten of the bad one at A2."""
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
        milk = await add_product(buyer, "M1", name={"zh": MILK, "en": "Milk"})
        bad = {"code": "L7", "expiresOn": "2099-12-31"}
        both = line(milk, "20", 4_000, **bad), line(milk, "6", 1_200, code="L8", expiresOn="2099-12-31")
        await receive(buyer, company.places["A1"], *both)
        await receive(buyer, company.places["A2"], line(milk, "10", 2_000, **bad))
    async with launch(None) as browser:
        yield Dairy(served, company, browser, milk)


async def test_a_bad_lot_is_called_back_from_two_stores_counted_and_let_go_again(dairy: Dairy) -> None:
    screen = await open_screen(dairy.browser, dairy.served.origin, desk=True)
    await screen.page.set_viewport_size({"width": 1440, "height": 900})
    await screen.log_in(dairy.org.username("buyer"), dairy.org.password, path="/console/recalls")
    await it_says_what_will_happen_and_calls_the_lot_back(screen)
    assert await dairy.available("A1") == ("26", "6", "6")
    assert await dairy.available("A2") == ("10", "0", "0")
    await it_shows_where_the_goods_went_and_the_counts(screen)
    await each_store_has_its_count(dairy)
    await it_is_ended_with_a_reason(screen)
    assert await dairy.available("A1") == ("26", "6", "26")
    assert await dairy.available("A2") == ("10", "0", "10")
    assert screen.watch.complaints == []
    await screen.context.close()


async def it_says_what_will_happen_and_calls_the_lot_back(screen: Screen) -> None:
    page = screen.page
    await expect(page.get_by_text("没有进行中的召回")).to_be_visible()
    await page.get_by_role("button", name="发起召回").click()
    form = page.get_by_role("dialog", name="发起召回")
    await form.get_by_role("combobox", name="商品").fill("M1")
    await page.get_by_role("option", name=f"{MILK} · M1").click()
    await expect(form.get_by_role("checkbox", name="全部批次")).to_be_checked()
    await expect(form.get_by_role("status")).to_contain_text("要召回：2 家门店，共 36 瓶。")
    await form.get_by_role("checkbox", name="批次 L7").check()
    await expect(form.get_by_role("checkbox", name="全部批次")).not_to_be_checked()
    await expect(form.get_by_role("status")).to_contain_text("要召回：2 家门店，共 30 瓶。")
    await expect(form.get_by_role("status")).to_contain_text("货架上的货撤到后仓，不再供应给任何人")
    await expect(form.get_by_role("button", name="确认召回")).to_be_disabled()
    await form.get_by_role("textbox", name="召回原因").fill(WHY)
    await form.get_by_role("button", name="确认召回").click()
    await expect(page.get_by_role("dialog", name=MILK)).to_contain_text(WHY)


async def it_shows_where_the_goods_went_and_the_counts(screen: Screen) -> None:
    drawer = screen.page.get_by_role("dialog", name=MILK)
    await expect(drawer).to_contain_text("召回中")
    trace = drawer.get_by_role("table", name="货去了哪里")
    heads = ["收货", "调入", "售出", "报损", "调出", "盘点等", "在库", "在途"]
    await expect(trace.get_by_role("columnheader")).to_have_text(["门店", *heads, "抽盘"])
    for row, figures in (
        ("A1 店", ["20", "0", "0", "0", "0", "0", "20", "0"]),
        ("A2 店", ["10", "0", "0", "0", "0", "0", "10", "0"]),
        ("合计", ["30", "0", "0", "0", "0", "0", "30", "0"]),
    ):
        cells = trace.get_by_role("row", name=row).locator("td.sw-figure")
        await expect(cells).to_have_text(figures)
    await expect(drawer.get_by_role("table", name="从哪里来").get_by_role("row")).to_have_count(3)
    for store in ("A1 店", "A2 店"):
        await expect(drawer.get_by_role("link", name=f"查看盘点：{store}")).to_be_visible()
    await drawer.get_by_role("link", name="查看盘点：A2 店").click()
    await expect(screen.page.get_by_role("main")).to_contain_text("A2 店")
    await expect(screen.page.get_by_role("heading", level=1)).to_contain_text(MILK)
    await screen.page.go_back()


async def each_store_has_its_count(dairy: Dairy) -> None:
    async with dairy.served.client(dairy.org, "regional") as regional:
        counts = (await show(regional, "/api/counts"))["items"]
    assert sorted((each["storeName"], each["kind"]) for each in counts) == [("A1 店", "spot"), ("A2 店", "spot")]


async def it_is_ended_with_a_reason(screen: Screen) -> None:
    page = screen.page
    drawer = page.get_by_role("dialog", name=MILK)
    await drawer.get_by_role("button", name="结束召回").click()
    form = page.get_by_role("dialog", name="结束召回")
    await expect(form.get_by_role("button", name="结束召回")).to_be_disabled()
    await form.get_by_role("textbox", name="结束原因").fill("复检合格")
    await form.get_by_role("button", name="结束召回").click()
    await expect(drawer).to_contain_text("结束原因：复检合格")
    await expect(drawer.get_by_role("button", name="结束召回")).to_have_count(0)
    await drawer.get_by_role("button", name="关闭").click()
    await expect(page.get_by_text("没有进行中的召回")).to_be_visible()
    await page.get_by_text("已结束", exact=True).click()
    await expect(page.get_by_role("row", name=MILK)).to_contain_text("L7")
