"""Goods between two stores: asked for on one phone, approved at a desk, shipped offline on the other, one short."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.factories.browser import Screen, open_screen, served_by_worker, shoot
from tests.factories.catalog import found_catalogue
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product, line, receive, stock_of
from tests.journeys import phone
from tests.journeys.cast import Launch

MILK = "蒙牛纯牛奶"
RECEIVER = "second"


@dataclass
class Road:
    """From store A1, which has twenty of a milk, to store A2, which has none."""

    served: Installation
    org: Org
    browser: Browser
    milk: str

    async def held(self, store: str) -> tuple[str, int, str, int]:
        """Return what a store has of the milk and what is on its way to it, each with its value in cents."""
        async with self.served.client(self.org, "regional") as regional:
            item = await stock_of(regional, self.org.places[store], self.milk)
        return item["quantity"], item["valueCents"], item["inTransit"], item["inTransitCents"]

    async def open(self, role: str, *, desk: bool = False, path: str = "/") -> Screen:
        """Open a phone, or a desk, for an account."""
        screen = await open_screen(self.browser, self.served.origin, desk=desk)
        await screen.log_in(self.org.username(role), self.org.password, path=path)
        return screen


@pytest.fixture
async def road(served: Installation, company: Org, launch: Launch, full_shelf: Path) -> AsyncGenerator[Road]:
    """The goods, and a manager for the store that lacks them."""
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
        milk = await add_product(buyer, "M1", name={"zh": MILK, "en": "Milk"})
        goods = line(milk, "20", 4_000, code="L7", expiresOn="2099-12-31")
        await receive(buyer, company.places["A1"], goods)
    grants = [{"role": "manager", "nodeId": str(company.places["A2"])}]
    form = {"username": company.username(RECEIVER), "name": "陈店长", "password": company.password, "grants": grants}
    async with served.client(company, "admin") as admin:
        answer = await admin.post("/api/accounts", form)
        assert answer.status_code == 201, answer.text
    async with launch(full_shelf) as browser:
        yield Road(served, company, browser, milk)


async def test_goods_are_asked_for_approved_shipped_offline_and_received_one_short(road: Road) -> None:
    receiver, sender = await road.open(RECEIVER), await road.open("manager")
    await the_store_that_lacks_them_asks(receiver)
    await the_regional_manager_approves(road)
    await the_other_store_ships_offline(sender, road)
    assert await road.held("A1") == ("14", 2_800, "0", 0)
    assert await road.held("A2") == ("0", 0, "6", 1_200)
    await one_arrives_broken(receiver)
    assert await road.held("A1") == ("14", 2_800, "0", 0)
    assert await road.held("A2") == ("5", 1_000, "0", 0)
    await the_desk_shows_what_is_short(road)
    for screen in (receiver, sender):
        assert screen.watch.complaints == []
        await screen.context.close()


async def the_store_that_lacks_them_asks(screen: Screen) -> None:
    page = screen.page
    await page.get_by_role("link", name="门店").click()
    await page.get_by_role("link", name="A2 店").click()
    await page.get_by_role("link", name="调拨").click()
    await expect(page.get_by_text("没有要发的货。")).to_be_visible()
    await page.get_by_role("button", name="申请调拨").or_(page.get_by_role("link", name="申请调拨")).click()
    await expect(page.get_by_role("button", name="请选择门店")).to_be_disabled()
    await page.get_by_role("button", name="从哪里调").click()
    await page.get_by_role("dialog", name="选择门店").get_by_role("button", name="A1 店").click()
    await expect(page.get_by_role("button", name="请加入商品")).to_be_disabled()
    await page.get_by_role("button", name="搜索").click()
    await page.get_by_role("dialog", name="找商品").get_by_role("searchbox").fill("牛奶")
    await page.get_by_role("dialog", name="找商品").get_by_role("button", name=MILK).click()
    await page.get_by_role("button", name=f"修改数量：{MILK}").click()
    pad = page.get_by_role("dialog", name=MILK)
    await pad.get_by_role("button", name="6", exact=True).click()
    await pad.get_by_role("button", name="要 6").click()
    async with phone.reaching(page, "/api/stock/transfers"):
        await page.get_by_role("button", name="提交申请").click()
    await expect(page.get_by_role("heading", name="A1 店 → A2 店")).to_be_visible()
    await expect(page.get_by_role("main")).to_contain_text("待审批")


async def the_regional_manager_approves(road: Road) -> None:
    screen = await road.open("regional", desk=True, path="/console/transfers")
    page = screen.page
    await page.get_by_role("link", name="A1 店 → A2 店").click()
    drawer = page.get_by_role("dialog", name="A1 店 → A2 店")
    await expect(drawer.get_by_role("textbox", name=f"批准数量：{MILK}")).to_have_value("6")
    await expect(drawer).to_contain_text("发出方可用 20")
    await drawer.get_by_role("button", name="通过").click()
    await expect(drawer).to_contain_text("已在发货门店预留")
    assert screen.watch.complaints == []
    await screen.context.close()


async def the_other_store_ships_offline(screen: Screen, road: Road) -> None:
    page = screen.page
    await served_by_worker(page)
    await page.get_by_role("link", name="调拨：待发货 1 · 待收货 0").click()
    await page.get_by_role("link", name="A1 店 → A2 店").click()
    await expect(page.get_by_role("button", name=f"修改数量：{MILK}")).to_contain_text("6")
    await page.get_by_role("button", name=f"修改数量：{MILK}").click()
    pad = page.get_by_role("dialog", name=MILK)
    await pad.get_by_role("button", name="7", exact=True).click()
    await expect(pad.get_by_role("alert")).to_contain_text("最多 6")
    await expect(pad.get_by_role("button", name="发出 7")).to_be_disabled()
    await pad.get_by_role("button", name="取消").click()
    await screen.context.set_offline(True)
    await page.get_by_role("button", name="确认发货").click()
    await page.get_by_role("dialog", name="确认发货？").get_by_role("button", name="确认发货").click()
    await expect(page.get_by_role("main")).to_contain_text("在途")
    await expect(page.get_by_role("status")).to_contain_text("已保存在本机")
    assert await road.held("A1") == ("20", 4_000, "0", 0)
    await screen.context.set_offline(False)
    await phone.all_sent(page)
    # The line that was cut is no fault of the app.
    screen.watch.complaints[:] = [each for each in screen.watch.complaints if "DISCONNECTED" not in each]


async def one_arrives_broken(screen: Screen) -> None:
    page = screen.page
    await screen.go("/")
    await page.get_by_role("link", name="调拨：待发货 0 · 待收货 1").click()
    await page.get_by_role("link", name="A1 店 → A2 店").click()
    await page.get_by_role("button", name=f"修改数量：{MILK}").click()
    sheet = page.get_by_role("dialog", name="实收数量")
    await sheet.get_by_role("button", name="5", exact=True).click()
    await expect(sheet.get_by_role("button", name="请选择少收的原因")).to_be_disabled()
    await sheet.get_by_role("button", name="路上损坏").click()
    await shoot(page, sheet, "拍照（可不拍）")
    await sheet.get_by_role("button", name="实收 5").click()
    await expect(page.get_by_role("main")).to_contain_text("已点 5 / 6")
    await page.get_by_role("button", name="确认收货（少收 1 项）").click()
    async with phone.reaching(page, "/receipt"):
        await page.get_by_role("dialog", name="确认收货？").get_by_role("button", name="确认收货").click()
    await expect(page.get_by_role("main")).to_contain_text("已收货")


async def the_desk_shows_what_is_short(road: Road) -> None:
    screen = await road.open("regional", desk=True, path="/console/transfers?status=received")
    page = screen.page
    row = page.get_by_role("row", name="A1 店 → A2 店")
    await expect(row).to_contain_text("少收 1 个商品")
    await expect(row).to_contain_text("¥12.00")
    await row.get_by_role("link", name="A1 店 → A2 店").click()
    drawer = page.get_by_role("dialog", name="A1 店 → A2 店")
    await expect(drawer).to_contain_text("路上损坏")
    await expect(drawer).to_contain_text("5 / 6 · 记入收货门店差异")
    await expect(drawer.get_by_role("button", name="放大照片：少收照片")).to_be_visible()
    assert screen.watch.complaints == []
    await screen.context.close()
