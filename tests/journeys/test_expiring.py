"""Goods near their last day and past it: dealt with offline, decided on by somebody else, gone from the book."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.factories.browser import Screen, open_screen, served_by_worker, shoot
from tests.factories.catalog import found_catalogue
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product, ago, line, receive, stock_of
from tests.factories.today import today
from tests.journeys import phone
from tests.journeys.arrange import show
from tests.journeys.cast import Launch

"""The stores' own day."""
MILK, TEA = "鲜牛奶", "茶叶蛋"


@dataclass
class Shop:
    """Store A1 with a lot of milk that ends tomorrow and one of eggs that ended yesterday."""

    served: Installation
    org: Org
    browser: Browser
    products: dict[str, str]

    async def held(self, name: str) -> tuple[str, int]:
        """Return what the book has of a product, and its value in cents."""
        async with self.served.client(self.org, "manager") as manager:
            item = await stock_of(manager, self.org.places["A1"], self.products[name])
        return item["quantity"], item["valueCents"]

    async def open(self, role: str, *, desk: bool = False, path: str = "/") -> Screen:
        """Open a phone, or a desk, for an account."""
        screen = await open_screen(self.browser, self.served.origin, desk=desk)
        await screen.log_in(self.org.username(role), self.org.password, path=path)
        return screen


@pytest.fixture
async def shop(served: Installation, company: Org, launch: Launch, full_shelf: Path) -> AsyncGenerator[Shop]:
    """Goods with lots, and a rule by which all waste needs approval."""
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
        products = {
            name: await add_product(buyer, code, name={"zh": name, "en": name}, priceCents=360)
            for code, name in (("M1", MILK), ("T1", TEA))
        }
        goods = [(MILK, "10", 3_000, 1), (TEA, "6", 900, -1)]
        lines = [line(products[name], amount, cents, **lot(name, days)) for name, amount, cents, days in goods]
        await receive(buyer, company.places["A1"], *lines, receivedAt=ago(days=3))
    async with served.client(company, "admin") as admin:
        assert (await admin.put("/api/stock/waste/rule", {"approvalCents": 0})).status_code == 200
    async with launch(full_shelf) as browser:
        yield Shop(served, company, browser, products)


def lot(name: str, days: int) -> dict[str, str]:
    """Return a lot that keeps for twenty days and ends so many days from today."""
    last = today() + timedelta(days=days)
    return {"code": f"{name}批", "producedOn": str(last - timedelta(days=20)), "expiresOn": str(last)}


def card(page: Page, name: str) -> Locator:
    """Return the card of a product's lot, or of a report about it."""
    return page.get_by_role("article", name=name)


async def test_a_lot_is_marked_down_and_another_reported_offline_then_approved_and_the_book_follows(shop: Shop) -> None:
    await the_clerk_deals_with_both_offline(shop)
    await the_regional_manager_approves(shop)
    await head_office_sees_both(shop)
    assert await shop.held(TEA) == ("0", 0)
    assert await shop.held(MILK) == ("10", 3_000)


async def the_clerk_deals_with_both_offline(shop: Shop) -> None:
    screen = await shop.open("clerk")
    page = screen.page
    await served_by_worker(page)
    await page.get_by_role("link", name="临期 1 · 过期 1").click()
    await expect(page.get_by_role("heading", name="过期 1", exact=True)).to_be_visible()
    await expect(card(page, TEA)).to_contain_text("过期 1 天")
    await expect(card(page, MILK)).to_contain_text("货架 10 瓶 · 后仓 0 瓶")
    await expect(card(page, TEA).get_by_role("button", name="降价")).to_have_count(0)
    await screen.context.set_offline(True)
    await card(page, MILK).get_by_role("button", name="降价").click()
    await page.get_by_role("button", name="降到 2.50 元").click()
    await expect(card(page, MILK)).to_contain_text("已降价 ¥2.50")
    await card(page, TEA).get_by_role("button", name="报损").click()
    await expect(page.get_by_role("button", name="报损数量")).to_contain_text("6")
    await expect(page.get_by_role("button", name="先拍照")).to_be_disabled()
    await shoot(page, page.get_by_role("main"), "拍照")
    await page.get_by_role("button", name="提交报损").click()
    await expect(card(page, TEA)).to_contain_text("已报损 6")
    await expect(card(page, TEA)).to_contain_text("待发送")
    assert await shop.held(TEA) == ("6", 900)
    await screen.context.set_offline(False)
    await phone.all_sent(page)
    await expect(card(page, TEA)).to_contain_text("待审批 6")
    # The line that was cut is no fault of the app.
    screen.watch.complaints.clear()
    await screen.context.close()


async def the_regional_manager_approves(shop: Shop) -> None:
    screen = await shop.open("regional")
    page = screen.page
    await page.get_by_role("link", name="待审批报损 1").click()
    waiting = card(page, TEA)
    await expect(waiting).to_contain_text("6")
    await expect(waiting).to_contain_text("¥9.00")
    await expect(waiting.get_by_role("button", name="照片 1")).to_be_visible()
    async with phone.reaching(page, "/decision"):
        await waiting.get_by_role("button", name="批准", exact=True).click()
    await expect(page.get_by_text("没有待审批的报损。")).to_be_visible()
    assert screen.watch.complaints == []
    await screen.context.close()


async def head_office_sees_both(shop: Shop) -> None:
    screen = await shop.open("regional", desk=True, path="/console/freshness")
    page = screen.page
    await expect(page.get_by_role("row", name=MILK)).to_contain_text("降价到 ¥2.50")
    await expect(page.get_by_role("row", name=TEA)).to_have_count(0)
    await page.get_by_text("报损单", exact=True).click()
    reported = page.get_by_role("row", name=TEA)
    await expect(reported).to_contain_text("已报损")
    await expect(reported).to_contain_text("¥9.00")
    await expect(reported.get_by_role("img", name="照片")).to_be_visible()
    await reported.get_by_role("link", name=TEA).click()
    report = page.get_by_role("dialog", name=TEA)
    await expect(report).to_contain_text("A1 店")
    async with shop.served.client(shop.org, "regional") as regional:
        [posted] = (await show(regional, "/api/stock/waste"))["items"]
    assert (posted["status"], posted["quantity"], posted["lotCode"]) == ("posted", "6", f"{TEA}批")
    assert screen.watch.complaints == []
    await screen.context.close()
