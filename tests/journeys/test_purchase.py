"""A buyer sends a supplier what a store ordered; the supplier answers on its phone, without a log-in or a script."""

from pathlib import Path
from typing import Any

from playwright.async_api import Page, expect

from tests.factories.browser import PHONE, Screen, open_screen
from tests.factories.catalog import found_catalogue
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys.cast import Launch
from tests.journeys.ordered import MILK, SANDWICH, OrderDay, order_day

CONTRAST = (Path(__file__).parent / "contrast.js").read_text("utf-8")
SMALL = """() => [...document.querySelectorAll('button, summary, input, textarea, a')]
    .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 48)
    .map(each => each.outerHTML)"""
WIDE = "() => document.documentElement.scrollWidth > innerWidth"
ANSWERED = """
SELECT p.state, l.answered::int, o.state AS order_state FROM purchase_order p
JOIN purchase_line l ON l.org_id = p.org_id AND l.purchase_id = p.id
JOIN store_order o ON o.org_id = l.org_id AND o.id = l.order_id WHERE p.org_id = $1 ORDER BY l.answered"""


async def test_an_order_is_sent_and_confirmed_with_less_on_a_phone(
    served: Installation, company: Org, launch: Launch
) -> None:
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
    day = await order_day(served, company)
    await ordered(served, company, day)
    async with launch(None) as browser:
        desk = await open_screen(browser, served.origin, desk=True)
        await desk.log_in(company.username("buyer"), company.password, path="/console/purchases")
        await the_need_opens_to_its_stores(desk)
        link = await it_is_sent(desk, served, company)
        context = await browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, java_script_enabled=False)
        phone = await context.new_page()
        await the_supplier_answers(phone, link)
        await context.close()
        looking = await browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
        await nothing_is_small_faint_or_too_wide(await looking.new_page(), link)
        await looking.close()
        drawer = desk.page.get_by_role("dialog")
        await expect(drawer).to_contain_text("已确认")
        await expect(drawer.get_by_role("row").filter(has_text=MILK)).to_contain_text("24")
        await expect(drawer).to_contain_text("只有两箱牛奶")
        assert desk.watch.complaints == []
        await desk.context.close()
    async with served.platform.transaction(company.system) as tx:
        rows = await tx.fetch(ANSWERED, company.id)
    assert [tuple(row) for row in rows] == [("confirmed", 18, "accepted"), ("confirmed", 24, "accepted")]


async def ordered(served: Installation, org: Org, day: OrderDay) -> None:
    """Have A1 order 36 milk and 18 sandwiches, and nothing else."""
    async with served.client(org, "manager") as manager:
        opened = await manager.post("/api/orders", {"storeId": str(org.places["A1"]), "sourceId": day.source})
        path = f"/api/orders/{opened.json()['id']}"
        wanted = dict.fromkeys(day.products, "0") | {MILK: "36", SANDWICH: "18"}
        lines: list[dict[str, Any]] = [
            {"productId": day.products[name], "quantity": quantity, "reason": "no_space"}
            for name, quantity in wanted.items()
        ]
        assert (await manager.put(f"{path}/lines", {"lines": lines})).is_success
        sent = await manager.post(f"{path}/submission", {})
        assert sent.json()["state"] == "approved", sent.text


async def the_need_opens_to_its_stores(desk: Screen) -> None:
    page = desk.page
    await expect(page.get_by_text("待采购", exact=True)).to_be_visible()
    await page.get_by_role("row").filter(has_text="冷藏").get_by_role("link").first.click()
    drawer = page.get_by_role("dialog")
    milk = drawer.get_by_role("row").filter(has_text=MILK)
    await expect(milk).to_contain_text("3 × 12")
    await milk.get_by_role("button", name=MILK).click()
    await expect(drawer.get_by_role("row").filter(has_text="A1 店")).to_contain_text("36")


async def it_is_sent(desk: Screen, served: Installation, org: Org) -> str:
    """Send the order, look at its document, and return the link that goes with it."""
    page = desk.page
    await page.get_by_role("dialog").get_by_role("button", name="发送", exact=True).click()
    asking = page.get_by_role("dialog").filter(has_text="合成一张采购单")
    await asking.get_by_role("button", name="发送", exact=True).click()
    await page.wait_for_url("**/console/purchases/*")
    drawer = page.get_by_role("dialog", name="PO")
    await expect(drawer).to_contain_text("待交给供应商")
    await expect(drawer.get_by_role("link", name="Excel")).to_be_visible()
    async with served.client(org, "buyer") as buyer:
        [purchase] = (await buyer.get("/api/purchases")).json()["items"]
        assert page.url.endswith(purchase["id"])
        return (await buyer.get(f"/api/purchases/{purchase['id']}/link")).json()["url"]


async def the_supplier_answers(phone: Page, link: str) -> None:
    await phone.goto(link)
    await expect(phone.get_by_role("heading", name="采购订单")).to_be_visible()
    await expect(phone.get_by_role("listitem").filter(has_text=MILK).first).to_contain_text("3 箱 × 12")
    await phone.get_by_role("link", name="English").click()
    await expect(phone.get_by_role("button", name="Confirm all")).to_be_visible()
    await phone.get_by_role("link", name="中文").click()
    await phone.get_by_text("数量或日期有变，或无法供货").click()
    await expect(phone.get_by_role("button", name="全部确认")).to_be_hidden()
    await phone.get_by_label(MILK).fill("4")
    await phone.get_by_role("button", name="按以上数量确认").click()
    await expect(phone.get_by_role("alert")).to_contain_text("应在 0 到 3 之间")
    await phone.get_by_label(MILK).fill("2")
    await phone.get_by_label("说明").fill("只有两箱牛奶")
    await phone.get_by_role("button", name="按以上数量确认").click()
    await expect(phone.get_by_role("status")).to_contain_text("已确认，谢谢")
    await expect(phone.get_by_role("button", name="全部确认")).to_have_count(0)


async def nothing_is_small_faint_or_too_wide(page: Page, link: str) -> None:
    """Look with a script, which the page itself does without."""
    await page.goto(link)
    assert await page.evaluate(SMALL) == []
    assert await page.evaluate(CONTRAST) == []
    assert not await page.evaluate(WIDE)
