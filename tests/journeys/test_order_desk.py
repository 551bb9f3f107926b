"""Head office decides on orders at a desk: one with fewer quantities, one given back, two at once with a rival."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from playwright.async_api import Locator, Route, expect

from tests.factories.browser import Screen, open_screen
from tests.factories.catalog import found_catalogue
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys.cast import Launch
from tests.journeys.ordered import MILK, SANDWICH, OrderDay, order_day

STATES = "SELECT id, state, reason, total_cents FROM store_order WHERE org_id = $1"
STEPS = """
SELECT e.kind, a.username FROM event e JOIN account a ON a.org_id = e.org_id AND a.id = e.actor_id
WHERE e.org_id = $1 AND e.subject_id = $2 ORDER BY e.recorded_at, e.id"""
TOO_MUCH = "预算已用完，请减半"


@dataclass
class Desk:
    """The regional manager's desk, and four orders of A1 over their budget, the oldest first."""

    served: Installation
    org: Org
    screen: Screen
    orders: list[str]

    def row(self, cents: str) -> Locator:
        return self.screen.page.get_by_role("row").filter(has_text=cents)

    def drawer(self) -> Locator:
        return self.screen.page.get_by_role("dialog", name="A1 店")

    async def states(self) -> list[tuple[str, str, int]]:
        """Return state, reason and worth of the orders as the database has them."""
        async with self.served.platform.transaction(self.org.system) as tx:
            rows = {str(row["id"]): row for row in await tx.fetch(STATES, self.org.id)}
        assert set(rows) == set(self.orders)
        return [tuple(rows[each])[1:] for each in self.orders]

    async def steps(self, order: str) -> list[tuple[str, str]]:
        """Return what happened to an order, and by whom."""
        async with self.served.platform.transaction(self.org.system) as tx:
            rows = await tx.fetch(STEPS, self.org.id, UUID(order))
        return [(row["kind"].removeprefix("ordering.order_"), row["username"]) for row in rows]


@pytest.fixture
async def desk(served: Installation, company: Org, launch: Launch) -> AsyncGenerator[Desk]:
    """Orders of 24, 36, 48 and 60 milk, and in each of them 60 sandwiches where 18 were suggested."""
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
    day = await order_day(served, company, budget_cents=5_000)
    orders = [await waits(served, company, day, milk) for milk in ("24", "36", "48", "60")]
    async with launch(None) as browser:
        screen = await open_screen(browser, served.origin, desk=True)
        await screen.page.set_viewport_size({"width": 1440, "height": 900})
        await screen.log_in(company.username("regional"), company.password, path="/console/order-approvals")
        yield Desk(served, company, screen, orders)
        await screen.context.close()


async def waits(served: Installation, org: Org, day: OrderDay, milk: str) -> str:
    """Let the manager order milk and, for an event nearby, more sandwiches; it waits for somebody above."""
    async with served.client(org, "manager") as manager:
        opened = await manager.post("/api/orders", {"storeId": str(org.places["A1"]), "sourceId": day.source})
        assert opened.status_code == 201, opened.text
        path = f"/api/orders/{opened.json()['id']}"
        wanted: dict[str, dict[str, Any]] = {each: {"quantity": "0", "reason": "no_space"} for each in day.products}
        wanted |= {MILK: {"quantity": milk, "reason": "weather"}, SANDWICH: {"quantity": "60", "reason": "local_event"}}
        lines = [{"productId": day.products[name], **form} for name, form in wanted.items()]
        assert (await manager.put(f"{path}/lines", {"lines": lines})).is_success
        sent = await manager.post(f"{path}/submission", {"note": "周末有活动"})
        assert sent.json()["state"] == "waiting", sent.text
    return opened.json()["id"]


async def test_orders_are_approved_returned_and_decided_at_once_beside_a_rival(desk: Desk) -> None:
    assert [state for state, _, _ in await desk.states()] == ["waiting"] * 4
    await what_waits_says_why_the_oldest_first(desk)
    await one_is_approved_with_less(desk)
    await one_goes_back_with_a_reason(desk)
    await of_two_at_once_a_rival_refuses_one(desk)
    assert await desk.states() == [
        ("approved", "", 28_800),
        ("returned", TOO_MUCH, 38_400),
        ("approved", "", 43_200),
        ("refused", "下周再订", 48_000),
    ]
    regional, buyer, manager = (desk.org.username(each) for each in ("regional", "buyer", "manager"))
    begun = [("opened", manager), ("lines_set", manager), ("submitted", manager)]
    assert [await desk.steps(each) for each in desk.orders] == [
        [*begun, ("approved", regional)],
        [*begun, ("returned", regional)],
        [*begun, ("approved", regional)],
        [*begun, ("refused", buyer)],
    ]
    assert desk.screen.watch.complaints == []


async def what_waits_says_why_the_oldest_first(desk: Desk) -> None:
    page = desk.screen.page
    await expect(page.get_by_role("row")).to_have_count(5)
    first = page.get_by_role("row").nth(1)
    await expect(first).to_contain_text("¥336.00")
    await expect(first).to_contain_text("超出预算 ¥286.00")
    await expect(first).to_contain_text("行改动较大，已写原因")
    await expect(first).to_contain_text("备注：周末有活动")


async def one_is_approved_with_less(desk: Desk) -> None:
    page, drawer = desk.screen.page, desk.drawer()
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(f"{desk.screen.origin}/console/order-approvals/{desk.orders[0]}")
    milk = drawer.get_by_role("row").filter(has_text=MILK)
    await expect(milk).to_contain_text("天气")
    await drawer.get_by_role("button", name=f"{MILK} 的建议怎么来的").click()
    await expect(drawer.locator(".d-sum")).to_contain_text("预测")
    await expect(drawer.locator(".d-sum")).to_contain_text("= 36")
    await drawer.get_by_label(f"批准 {MILK} 的数量").fill("12")
    await drawer.get_by_role("button", name="改 1 行并批准").click()
    await expect(drawer).to_contain_text("审批人改过")
    await expect(drawer).to_contain_text("已批准")
    await drawer.get_by_text("记录", exact=True).click()
    await expect(drawer.get_by_role("listitem").filter(has_text="改了 1 行")).to_contain_text("批准")
    await page.keyboard.press("Escape")
    await expect(drawer).to_be_hidden()
    await expect(page.get_by_role("row")).to_have_count(4)


async def one_goes_back_with_a_reason(desk: Desk) -> None:
    page, drawer = desk.screen.page, desk.drawer()
    await desk.row("¥384.00").get_by_role("link", name="A1 店").click()
    await drawer.get_by_role("button", name="退回").click()
    form = page.get_by_role("dialog", name="退回 1 张订单")
    await expect(form.get_by_role("button", name="退回")).to_be_disabled()
    await form.get_by_label("原因").fill(TOO_MUCH)
    await form.get_by_role("button", name="退回").click()
    await expect(drawer).to_contain_text("已退回")
    await drawer.get_by_role("button", name="关闭").click()
    await expect(page.get_by_role("row")).to_have_count(3)


async def of_two_at_once_a_rival_refuses_one(desk: Desk) -> None:
    """The buyer decides after the regional manager has clicked and before the server has heard of it."""
    page = desk.screen.page

    async def rival(route: Route) -> None:
        async with desk.served.client(desk.org, "buyer") as buyer:
            form = {"decision": "refuse", "reason": "下周再订"}
            assert (await buyer.post(f"/api/orders/{desk.orders[3]}/approval", form)).is_success
        await route.continue_()

    await page.route("**/api/order-approvals", rival)
    await page.get_by_label("全选").click()
    await expect(page.get_by_text("已选 2 张 · ¥912.00")).to_be_visible()
    await page.get_by_role("button", name="批准", exact=True).click()
    told = page.get_by_role("status", name="处理结果")
    await expect(told).to_contain_text("2 张中处理了 1 张")
    await expect(told.get_by_role("listitem")).to_have_count(2)
    await expect(told.get_by_role("listitem").nth(0)).to_contain_text("已批准")
    await expect(told.get_by_role("listitem").nth(1)).to_contain_text("已先一步处理了这张订单")
    await expect(page.get_by_text("没有订单等待审批")).to_be_visible()


@pytest.mark.e2e
async def test_the_rules_are_changed_at_a_desk(served: Installation, company: Org, launch: Launch) -> None:
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
    async with launch(None) as browser:
        screen = await open_screen(browser, served.origin, desk=True)
        page = screen.page
        await screen.log_in(company.username("admin"), company.password, path="/console/order-rules")
        await expect(page.get_by_text("现在按系统默认的规则")).to_be_visible()
        await expect(page.get_by_role("button", name="保存", exact=True)).to_be_disabled()
        for number in (3, 2):
            await page.get_by_role("button", name=f"删除第 {number} 条规则").click()
        await page.get_by_role("button", name="添加规则").click()
        rule = page.get_by_role("main").get_by_role("listitem").nth(1)
        await rule.get_by_role("textbox", name="超过多少").fill("500")
        await rule.get_by_role("textbox", name="名称（可不填）").fill("大单")
        await rule.get_by_role("combobox", name="需要谁批").press("Enter")
        await page.get_by_role("option", name="总部").click()
        await page.get_by_label("改动比例").fill("30")
        await page.get_by_role("button", name="保存", exact=True).click()
        await expect(page.get_by_text("符合几条，就由其中最高一级审批")).to_be_visible()
        async with served.client(company, "admin") as admin:
            kept = (await admin.get("/api/order-approvals/rules")).json()
        assert (kept["version"], kept["reasonPercent"], kept["escalateMinutes"]) == (1, 30, 120)
        assert [(each["name"], each["kind"], each["over"], each["level"]) for each in kept["rules"]] == [
            ("", "over_budget", 0, "region"),
            ("大单", "amount", 50_000, "chain"),
        ]
        assert screen.watch.complaints == []
        await screen.context.close()
