"""A day's order on the phone: changed and submitted offline, once on the server, approved on another phone."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.factories.browser import Screen, open_screen, served_by_worker
from tests.factories.catalog import found_catalogue
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.cast import Launch
from tests.journeys.ordered import CREAM, MILK, RICE_BALL, SANDWICH, TOFU, YOGHURT, OrderDay, order_day

BUDGET_CENTS = 50_000


@dataclass
class Morning:
    """Store A1 with its suggestions of today, and the phones of who orders and who approves."""

    served: Installation
    org: Org
    browser: Browser
    day: OrderDay

    async def phone(self, role: str) -> Screen:
        screen = await open_screen(self.browser, self.served.origin)
        await screen.log_in(self.org.username(role), self.org.password)
        return screen

    async def close(self) -> None:
        """Let the cut-off of today be over."""
        async with self.served.client(self.org, "buyer") as buyer:
            source = (await buyer.get(f"/api/order-sources/{self.day.source}")).json()
            names = ("code", "name", "leadDays", "soldSameDay", "leastCents", "status")
            form = {name: source[name] for name in names} | {"cutOff": "00:00", "ifVersion": source["version"]}
            answer = await buyer.put(f"/api/order-sources/{self.day.source}", form)
            assert answer.status_code == 200, answer.text

    async def orders(self) -> list[dict[str, Any]]:
        """Return the store's orders as the server has them."""
        async with self.served.client(self.org, "regional") as regional:
            listed = (await regional.get("/api/orders", store=str(self.org.places["A1"]))).json()["items"]
            return [(await regional.get(f"/api/orders/{each['id']}")).json() for each in listed]


@pytest.fixture
async def morning(served: Installation, company: Org, launch: Launch, full_shelf: Path) -> AsyncGenerator[Morning]:
    """The store's source closes at midnight and may cost 500 yuan."""
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
    day = await order_day(served, company, budget_cents=BUDGET_CENTS)
    async with launch(full_shelf) as browser:
        yield Morning(served, company, browser, day)


def card(page: Page, name: str) -> Locator:
    return page.get_by_role("main").locator("article").filter(has=page.get_by_role("heading", name=name))


async def test_an_order_is_changed_and_submitted_offline_and_approved_on_another_phone(morning: Morning) -> None:
    manager, regional = await morning.phone("manager"), await morning.phone("regional")
    await the_suggestions_explain_themselves(manager.page)
    await an_order_is_filled_without_network(manager)
    assert await morning.orders() == []
    await it_arrives_once(manager, morning)
    await who_is_above_approves_in_one_tap(regional)
    await the_store_sees_it(manager, morning)
    for screen in (manager, regional):
        assert screen.watch.complaints == []
        await screen.context.close()


async def the_suggestions_explain_themselves(page: Page) -> None:
    await served_by_worker(page)
    source = page.get_by_role("main").get_by_role("link", name="订货 冷藏")
    await expect(source).to_contain_text("建议 4 行 · 4 行请看")
    await source.click()
    await expect(page.get_by_role("button", name="请看 4")).to_have_attribute("aria-pressed", "true")
    await page.get_by_role("button", name="全部 6").click()
    await expect(card(page, MILK).get_by_test_id("order-sum")).to_have_text(
        "预测 31.204 + 安全 6.38 − 现有 9 − 在途 4 = 24.584 · 整件 +11.416 = 36"
    )
    await expect(card(page, SANDWICH).get_by_test_id("order-sum")).to_have_text(
        "预测 16 + 安全 4.6 − 现有 4 + 将过期 2 = 18.6 · 保质期 −1 · 整件 +0.4 = 18"
    )
    await page.get_by_role("button", name=f"为什么：{MILK}").click()
    why = page.get_by_role("dialog", name=f"为什么：{MILK}")
    await expect(why.get_by_role("img")).to_have_attribute(
        "aria-label", "近 28 天卖出 389，其中 2 天大半天缺货；未来 7 天预计卖 109.2。"
    )
    await why.get_by_role("button", name="关闭").click()


async def an_order_is_filled_without_network(screen: Screen) -> None:
    page = screen.page
    await screen.context.set_offline(True)
    await page.get_by_role("button", name=f"修改数量 {SANDWICH}").click()
    pad = page.get_by_role("dialog", name=SANDWICH)
    for digit in "66":
        await pad.get_by_role("button", name=digit, exact=True).click()
    await pad.get_by_role("button", name="订 66").click()
    await page.get_by_role("dialog", name=f"{SANDWICH}：为什么改？").get_by_role("button", name="附近有活动").click()
    await expect(card(page, SANDWICH)).to_contain_text("附近有活动")
    await page.get_by_role("button", name=f"少一件 {MILK}").click()
    await expect(card(page, MILK).get_by_test_id("quantity")).to_have_text("24")
    await page.get_by_role("searchbox", name="名称或编码").fill("奶油")
    await page.get_by_role("button", name=f"多一件 {CREAM}").click()
    await expect(page.get_by_role("main")).not_to_contain_text(MILK)
    await expect(page.get_by_role("banner")).to_contain_text("¥540.00 / ¥500.00")
    # The app is killed and started again: what was filled is still there.
    await page.reload()
    await expect(page.get_by_role("banner")).to_contain_text("¥540.00 / ¥500.00")
    await page.get_by_role("button", name="提交 5 行").click()
    sure = page.get_by_role("dialog", name="提交前请看")
    await expect(sure).to_contain_text(f"必订商品没有订（1）：{TOFU}")
    await expect(sure).to_contain_text("超出预算 ¥40.00，要等上级批准。")
    await sure.get_by_role("button", name="照样提交").click()
    await expect(page.get_by_role("main").get_by_role("link", name="订货 冷藏")).to_contain_text("待发送")
    await expect(phone.pill(page)).to_contain_text("3")


async def it_arrives_once(screen: Screen, morning: Morning) -> None:
    await screen.context.set_offline(False)
    await phone.all_sent(screen.page)
    [order] = await morning.orders()
    assert (order["state"], order["totals"]) == ("waiting", {"cents": 54_000, "lines": 5, "changed": 3})
    assert {line["name"]["zh"]: (line["quantity"], line["reason"]) for line in order["lines"]} == {
        MILK: ("24", None),
        YOGHURT: ("24", None),
        SANDWICH: ("66", "local_event"),
        RICE_BALL: ("9", None),
        CREAM: ("12", None),
        TOFU: ("0", None),
    }
    assert [(hit["kind"], hit["measured"]) for hit in order["hits"]] == [("over_budget", 4_000)]
    await expect(screen.page.get_by_role("main").get_by_role("link", name="订货 冷藏")).to_contain_text("待审批")
    # The line that was cut is no fault of the app.
    screen.watch.complaints[:] = [each for each in screen.watch.complaints if "DISCONNECTED" not in each]


async def who_is_above_approves_in_one_tap(screen: Screen) -> None:
    await screen.go("/")
    page = screen.page
    await page.get_by_role("link", name="待审批订单 1").click()
    await expect(page.get_by_role("main")).to_contain_text("需要批准：超出预算")
    async with phone.reaching(page, "/approval"):
        await page.get_by_role("button", name="批准").click()
    await expect(page.get_by_text("没有等待您审批的订单。")).to_be_visible()


async def the_store_sees_it(screen: Screen, morning: Morning) -> None:
    await screen.go("/orders")
    source = screen.page.get_by_role("main").get_by_role("link", name="订货 冷藏")
    await expect(source).to_contain_text("已批准")
    await source.click()
    await expect(screen.page.get_by_role("main")).to_contain_text("改了 3 行")
    await expect(screen.page.get_by_role("listitem").filter(has_text=SANDWICH)).to_contain_text("建议 18 · 附近有活动")
    assert [order["state"] for order in await morning.orders()] == ["approved"]


@pytest.mark.e2e
async def test_what_comes_too_late_is_told_and_goes_as_urgent_and_what_is_returned_is_changed_and_sent_again(
    morning: Morning,
) -> None:
    manager, regional = await morning.phone("manager"), await morning.phone("regional")
    await served_by_worker(manager.page)
    await manager.page.get_by_role("main").get_by_role("link", name="订货 冷藏").click()
    await it_is_submitted_before_and_arrives_after_the_cut_off(manager, morning)
    await it_goes_as_urgent(manager, morning)
    await who_is_above_returns_it(regional)
    await the_store_sends_less(manager)
    [order] = await morning.orders()
    assert (order["state"], order["urgent"], order["totals"]["changed"]) == ("waiting", True, 2)
    assert {line["name"]["zh"]: line["quantity"] for line in order["lines"]} == {
        MILK: "24", YOGHURT: "0", SANDWICH: "18", RICE_BALL: "9", TOFU: "0",
    }  # fmt: skip
    assert regional.watch.complaints == []
    for screen in (manager, regional):
        await screen.context.close()


async def it_is_submitted_before_and_arrives_after_the_cut_off(screen: Screen, morning: Morning) -> None:
    page = screen.page
    await expect(page.get_by_role("button", name="请看 4")).to_be_visible()
    await screen.context.set_offline(True)
    await page.get_by_role("button", name="全部 6").click()
    await page.get_by_role("button", name=f"少一件 {MILK}").click()
    await page.get_by_role("button", name="提交 4 行").click()
    await page.get_by_role("dialog", name="提交前请看").get_by_role("button", name="照样提交").click()
    await expect(page.get_by_role("main").get_by_role("link", name="订货 冷藏")).to_contain_text("待发送")
    await morning.close()
    await screen.context.set_offline(False)
    await expect(page.get_by_role("main").get_by_role("link", name="订货 冷藏")).to_contain_text("没有提交成功")
    assert [order["state"] for order in await morning.orders()] == ["draft"]


async def it_goes_as_urgent(screen: Screen, morning: Morning) -> None:
    page = screen.page
    await page.get_by_role("main").get_by_role("link", name="订货 冷藏").click()
    await expect(page.get_by_role("alert")).to_contain_text("截止")
    await page.get_by_role("button", name="全部 6").click()
    await expect(card(page, MILK).get_by_test_id("quantity")).to_have_text("24")  # nothing is typed again
    await page.get_by_role("button", name="加急提交").click()
    sure = page.get_by_role("dialog", name="提交前请看")
    await expect(sure).to_contain_text("已过截止时间 00:00")
    async with phone.reaching(page, "/submission"):
        await sure.get_by_role("button", name="照样提交").click()
    [order] = await morning.orders()
    assert (order["state"], order["urgent"], [hit["kind"] for hit in order["hits"]]) == (
        "waiting", True, ["out_of_window"],
    )  # fmt: skip


async def who_is_above_returns_it(screen: Screen) -> None:
    await screen.go("/orders/approvals")
    page = screen.page
    await page.get_by_role("button", name="退回").click()
    sheet = page.get_by_role("dialog", name="退回")
    await expect(sheet.get_by_role("button", name="退回")).to_be_disabled()
    await sheet.get_by_role("textbox", name="退回原因").fill("酸奶太多")
    async with phone.reaching(page, "/approval"):
        await sheet.get_by_role("button", name="退回").click()


async def the_store_sends_less(screen: Screen) -> None:
    await screen.go("/orders")
    page = screen.page
    source = page.get_by_role("main").get_by_role("link", name="订货 冷藏")
    await expect(source).to_contain_text("退回原因：酸奶太多")
    await source.click()
    await page.get_by_role("button", name="全部 6").click()
    await expect(card(page, MILK).get_by_test_id("quantity")).to_have_text("24")
    await page.get_by_role("button", name=f"少一件 {YOGHURT}").click()
    await page.get_by_role("button", name="改少：为什么？").click()
    await page.get_by_role("dialog", name=f"{YOGHURT}：为什么改？").get_by_role("button", name="卖得不一样").click()
    await page.get_by_role("button", name="加急提交").click()
    async with phone.reaching(page, "/submission"):
        await page.get_by_role("dialog", name="提交前请看").get_by_role("button", name="照样提交").click()
    await expect(source).to_contain_text("待审批")
