"""Head office has stores counted: planned for two, followed blind, reviewed, approved, and the book is right."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import Locator, Page, expect

from tests.factories.browser import Screen, open_screen
from tests.factories.catalog import found_catalogue
from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product, ago, line, receive
from tests.journeys.arrange import show
from tests.journeys.cast import Launch

GOODS = {"牛奶": 10, "茶": 20, "面包": 5, "矿泉水": 6}
UNKNOWN = "6930000000012"


@dataclass
class Office:
    """The regional manager's desk, and the products by name."""

    served: Installation
    org: Org
    desk: Screen
    products: dict[str, str]

    @property
    def page(self) -> Page:
        """What the regional manager looks at."""
        return self.desk.page

    def row(self, name: str) -> Locator:
        """Return a row of the list in view."""
        return self.page.get_by_role("row", name=name)


@pytest.fixture
async def office(served: Installation, company: Org, launch: Launch) -> AsyncGenerator[Office]:
    """Two stores with goods, and a rule that asks for no recount."""
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
        products = {name: await add_product(buyer, code, name={"zh": name, "en": name}) for code, name in codes()}
        for store in ("A1", "A2"):
            goods = [line(products[name], str(quantity), quantity * 300) for name, quantity in GOODS.items()]
            await receive(buyer, company.places[store], *goods, receivedAt=ago(hours=3))
    async with served.client(company, "admin") as admin:
        rule = {"recountQuantity": "0", "recountCents": 0, "recountPercent": 0, "approvalCents": 0}
        assert (await admin.put("/api/counts/rule", rule)).status_code == 200
    async with launch(None) as browser:
        yield Office(served, company, await open_screen(browser, served.origin, desk=True), products)


def codes() -> list[tuple[str, str]]:
    return [(f"00{number}", name) for number, name in enumerate(GOODS)]


async def test_stores_are_counted_reviewed_and_approved_and_the_book_follows(office: Office) -> None:
    await two_stores_are_planned(office)
    count_id = await one_is_counted_blind(office)
    await what_differs_is_reviewed(office)
    await it_is_approved(office)
    await the_book_says_what_lay_there(office)
    assert office.desk.watch.complaints == [], count_id


async def two_stores_are_planned(office: Office) -> None:
    page = office.page
    await office.desk.log_in(office.org.username("regional"), office.org.password, path="/console/counts")
    await page.get_by_role("button", name="安排盘点").click()
    plan = page.get_by_role("dialog", name="安排盘点")
    await plan.get_by_label("盘点名称").fill("十二月全盘")
    for store in ("A1 店", "A2 店"):
        await plan.get_by_role("combobox", name="门店", exact=True).fill(store)
        await page.get_by_role("option", name=store).click()
    await plan.get_by_role("heading", name="安排盘点").click()
    await plan.get_by_role("button", name="安排 2 家门店").click()
    await expect(office.row("A1 店")).to_contain_text("盘点中")
    await expect(office.row("A2 店")).to_contain_text("0/2 区域")


async def one_is_counted_blind(office: Office) -> str:
    page = office.page
    await office.row("A1 店").get_by_role("link", name="十二月全盘").click()
    await expect(page.get_by_text("盲盘进行中")).to_be_visible()
    async with office.served.client(office.org, "clerk") as clerk:
        [count] = (await show(clerk, "/api/counts"))["items"]
        zone = (await show(clerk, f"/api/counts/{count['id']}"))["zones"][0]["id"]
        await take(clerk, count["id"], zone, office, {"牛奶": "8", "茶": "21"})
        await expect(page.get_by_text("clerk", exact=False).first).to_contain_text("3 行，2 个商品")
        await expect(page.get_by_text("账面数量")).to_have_count(0)
        submitted = await clerk.post(f"/api/counts/{count['id']}/submission", {"lines": 3})
        assert submitted.status_code == 200, submitted.text
    await expect(page.locator("header").first).to_contain_text("待审批")
    return count["id"]


async def take(clerk: Client, count_id: str, zone: str, office: Office, counted: dict[str, str]) -> None:
    """Send what a clerk counted, and a code that nobody knows."""
    common: dict[str, Any] = {"zoneId": zone, "countedAt": ago(minutes=20), "revision": 1}
    lines = [
        {"id": str(uuid4()), "productId": office.products[name], "quantity": quantity, **common}
        for name, quantity in counted.items()
    ]
    lines.append({"id": str(uuid4()), "barcode": UNKNOWN, "quantity": "4", "note": "新到的面包", **common})
    taken = await clerk.put(f"/api/counts/{count_id}/lines", {"lines": lines})
    assert taken.json()["refused"] == [], taken.text


async def what_differs_is_reviewed(office: Office) -> None:
    page = office.page
    await page.get_by_text("未知条码 1").click()
    await page.get_by_role("combobox", name="对应商品").fill("面包")
    await page.get_by_role("option", name="面包").click()
    await page.get_by_role("button", name="对应商品").click()
    await expect(page.get_by_text("未知条码 1")).to_have_count(0)
    await expect(office.row("牛奶")).to_contain_text("−2")
    await expect(office.row("面包")).to_contain_text("−1")
    await choose(page, office.row("牛奶").get_by_role("combobox", name="原因"), "失窃")
    await choose(page, office.row("矿泉水").get_by_role("combobox", name="未盘处理"), "无货，按 0")
    await expect(office.row("矿泉水")).to_contain_text("−6")
    for name in ("茶", "面包"):
        await office.row(name).get_by_role("checkbox").check()
    bar = page.get_by_label("已选 2 个商品")
    await choose(page, bar.get_by_role("combobox", name="原因"), "收货有误")
    await bar.get_by_role("button", name="填入原因").click()
    await expect(office.row("面包")).to_contain_text("收货有误")
    await office.row("牛奶").get_by_role("link", name="牛奶").click()
    drawer = page.get_by_role("dialog", name="牛奶")
    await expect(drawer).to_contain_text("失窃")
    await expect(drawer.get_by_role("region", name="前后的库存流水")).to_contain_text("盘点之前")
    await page.keyboard.press("Escape")


async def choose(page: Page, box: Locator, option: str) -> None:
    """Choose from a list that opens below its box."""
    await box.press("Enter")
    await page.get_by_role("option", name=option).click()


async def it_is_approved(office: Office) -> None:
    page = office.page
    await page.get_by_role("button", name="审批", exact=True).click()
    dialog = page.get_by_role("dialog", name="审批盘点")
    await expect(dialog).to_contain_text("盘盈 ¥3.00，盘亏 ¥27.00，净 −¥24.00")
    await dialog.get_by_role("button", name="确认审批并调整库存").click()
    await expect(page.get_by_text("已按盘点更正库存：盘盈 ¥3.00，盘亏 ¥27.00。")).to_be_visible()


async def the_book_says_what_lay_there(office: Office) -> None:
    page = office.page
    await page.get_by_role("link", name="库存", exact=True).click()
    await page.get_by_role("combobox", name="门店").fill("A1 店")
    await page.get_by_role("option", name="A1 店").click()
    for name, quantity in (("牛奶", "8"), ("茶", "21"), ("面包", "4"), ("矿泉水", "0")):
        await expect(office.row(name).get_by_role("cell").nth(2)).to_contain_text(quantity)
    await office.row("牛奶").get_by_role("link", name="牛奶").click()
    drawer = page.get_by_role("dialog", name="牛奶")
    await expect(drawer).to_contain_text("盘点调整")
    await drawer.get_by_role("link", name="查看盘点").first.click()
    await expect(page.get_by_role("heading", name="十二月全盘")).to_be_visible()
