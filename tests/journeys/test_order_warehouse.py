"""A warehouse shares what is short by hand, sends in part, picks by scanning on a phone, and gives up the rest."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from playwright.async_api import Locator, expect

from tests.factories.browser import Screen, open_screen
from tests.factories.catalog import found_catalogue
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product, line, receive
from tests.factories.supply import add_source, add_warehouse, deliver, offer, set_offers
from tests.journeys.cast import Launch

YOGHURT, CODE = "老酸奶 139g", "6901234567892"
LINES = """
SELECT o.store_id, o.state, trim_scale(l.confirmed)::text AS confirmed, trim_scale(l.shipped)::text AS shipped, c.why
FROM store_order o JOIN store_order_line l ON l.org_id = o.org_id AND l.order_id = o.id
LEFT JOIN order_confirmation c ON c.org_id = l.org_id AND c.order_id = l.order_id AND c.product_id = l.product_id
WHERE o.org_id = $1"""
SENT = """
SELECT h.number, l.lot_code, trim_scale(l.shipped)::text AS shipped FROM order_shipment h
JOIN order_shipment_line l ON l.org_id = h.org_id AND l.shipment_id = h.id
WHERE h.org_id = $1 AND h.order_id = $2 ORDER BY h.number, l.position"""


@dataclass
class Hall:
    """A warehouse with 30 yoghurt in two lots, its keeper, and two stores that each want 24 of them."""

    served: Installation
    org: Org
    warehouse: str
    day: str
    orders: dict[str, str]

    async def lines(self) -> dict[str, tuple[str, str, str, str]]:
        """Return state, confirmed, shipped and why of each store's order."""
        names = {node: name for name, node in self.org.places.items()}
        async with self.served.platform.transaction(self.org.system) as tx:
            rows = await tx.fetch(LINES, self.org.id)
        return {names[row[0]]: tuple(row)[1:] for row in rows}

    async def sent(self, store: str) -> list[tuple[int, str, str]]:
        """Return the deliveries of a store's order: number, lot and quantity."""
        async with self.served.platform.transaction(self.org.system) as tx:
            return [tuple(row) for row in await tx.fetch(SENT, self.org.id, UUID(self.orders[store]))]


@pytest.fixture
async def hall(served: Installation, company: Org) -> Hall:
    """Two orders that were approved by the rules."""
    async with served.client(company, "admin") as admin, served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
        product = await add_product(buyer, "Y1", name={"zh": YOGHURT, "en": "Set yoghurt 139 g"}, barcodes=[CODE])
        warehouse = await add_warehouse(admin, company.places["A"], "WH")
        today = datetime.now(UTC).date()
        for quantity, lot, days in (("18", "SOON", 5), ("12", "LATE", 30)):
            last = (today + timedelta(days=days)).isoformat()
            await receive(buyer, UUID(warehouse), line(product, quantity, 3_600, code=lot, expiresOn=last))
        source = await add_source(
            buyer, code="HUB", name="总仓冷链", cutOff="23:59", leastCents=0, warehouseId=warehouse
        )
        stores = [company.places[name] for name in ("A1", "A2")]
        assert (await deliver(buyer, source, *stores)).is_success
        assert (await set_offers(buyer, source, offer(product))).is_success
        form = {
            "username": company.username("keeper"), "name": "仓管小周", "password": company.password,
            "grants": [{"role": "manager", "nodeId": warehouse}],
        }  # fmt: skip
        assert (await admin.post("/api/accounts", form)).status_code == 201
        orders = {name: await _ordered(admin, company, name, source["id"], product) for name in ("A1", "A2")}
        day = (await admin.get(f"/api/orders/{orders['A1']}")).json()["expectedOn"]
    return Hall(served, company, warehouse, day, orders)


async def _ordered(who: Any, org: Org, store: str, source: str, product: str) -> str:
    opened = await who.post("/api/orders", {"storeId": str(org.places[store]), "sourceId": source})
    assert opened.status_code == 201, opened.text
    path = f"/api/orders/{opened.json()['id']}"
    lines = [{"productId": product, "quantity": "24", "reason": "local_event"}]
    assert (await who.put(f"{path}/lines", {"lines": lines})).is_success
    sent = await who.post(f"{path}/submission", {})
    assert sent.json()["state"] == "approved", sent.text
    return opened.json()["id"]


async def test_a_warehouse_shares_by_hand_sends_in_part_picks_on_the_phone_and_gives_up_the_rest(
    hall: Hall, launch: Launch
) -> None:
    async with launch(None) as browser:
        desk = await open_screen(browser, hall.served.origin, desk=True)
        await desk.page.set_viewport_size({"width": 1440, "height": 900})
        wave = f"/console/order-waves?warehouse={hall.warehouse}&day={hall.day}"
        await desk.log_in(hall.org.username("keeper"), hall.org.password, path=wave)
        await shares_are_seen_and_set_by_hand(hall, desk)
        await half_of_it_goes_from_the_desk(hall, desk)
        phone = await open_screen(browser, hall.served.origin)
        await phone.log_in(hall.org.username("keeper"), hall.org.password)
        await the_other_order_is_picked_by_scanning(hall, phone)
        await what_is_left_is_given_up(hall, desk)
        assert desk.watch.complaints == phone.watch.complaints == []
        await desk.context.close()
        await phone.context.close()


async def shares_are_seen_and_set_by_hand(hall: Hall, desk: Screen) -> None:
    page = desk.page
    await expect(page.get_by_text("1 个商品不够分")).to_be_visible()
    await page.get_by_role("button", name="分配并接单").click()
    form = page.get_by_role("dialog", name="分货方案")
    await expect(form.get_by_label(f"A1 店 分到 {YOGHURT} 的数量")).to_have_value("12")
    await form.get_by_label(f"A2 店 分到 {YOGHURT} 的数量").fill("20")
    await expect(form.get_by_role("status")).to_contain_text("超出 2")
    await form.get_by_label(f"A2 店 分到 {YOGHURT} 的数量").fill("18")
    await expect(form.get_by_role("status")).to_contain_text("已分 30，还剩 0")
    await expect(form.get_by_role("button", name="分配并接单")).to_be_disabled()
    await form.get_by_label(f"为什么改 A2 店 的 {YOGHURT}").fill("新店开业")
    await form.get_by_role("button", name="分配并接单").click()
    await expect(form).to_be_hidden()
    assert await hall.lines() == {
        "A1": ("accepted", "12", "0", "shared"), "A2": ("accepted", "18", "0", "adjusted"),
    }  # fmt: skip


async def half_of_it_goes_from_the_desk(hall: Hall, desk: Screen) -> None:
    page = desk.page
    await page.get_by_role("link", name="A1 店").click()
    drawer = page.get_by_role("dialog", name="A1 店", exact=True)
    await expect(drawer).to_contain_text("库存不够，按需要分配：仓库有 30，各店共要 48")
    await drawer.get_by_role("button", name="发货到 A1 店").click()
    form = page.get_by_role("dialog", name="发货到 A1 店")
    await expect(form.get_by_label(f"本次发 {YOGHURT} 的数量")).to_have_value("12")
    await form.get_by_label(f"本次发 {YOGHURT} 的数量").fill("6")
    await form.get_by_label("备注").fill("早班车")
    await form.get_by_role("button", name="发货", exact=True).click()
    await expect(drawer).to_contain_text("第 1 次发货")
    await expect(drawer).to_contain_text("部分发货")
    await page.keyboard.press("Escape")
    assert await hall.sent("A1") == [(1, "SOON", "6")]


async def the_other_order_is_picked_by_scanning(hall: Hall, phone: Screen) -> None:
    page = phone.page
    await page.get_by_role("link", name="仓库要发的订单").click()
    await expect(page.get_by_role("link", name="A2 店")).to_contain_text("已接单")
    await page.get_by_role("link", name="A2 店").click()
    await expect(page.get_by_text("已拣 0 / 2")).to_be_visible()
    assert await rows(page.get_by_role("main")) == ["SOON", "LATE"]  # what ends first stands first
    for code, done in ((CODE, 1), ("6900000000001", 1), (CODE, 2)):
        await page.keyboard.type(code)
        await page.keyboard.press("Enter")
        await expect(page.get_by_text(f"已拣 {done} / 2")).to_be_visible()
        if code != CODE:
            await expect(page.get_by_role("alert")).to_contain_text(code)
    await page.get_by_role("button", name="发出拣好的 1 个商品").click()
    await page.get_by_role("dialog", name="发货").get_by_role("button", name="发货").click()
    await expect(page.get_by_text("第 1 次发货")).to_be_visible()
    assert await hall.sent("A2") == [(1, "SOON", "12"), (1, "LATE", "6")]


async def rows(main: Locator) -> list[str]:
    """Return the lots of a pick list from top to bottom."""
    texts = await main.get_by_role("listitem").all_inner_texts()
    return [lot for text in texts for lot in ("SOON", "LATE") if f"批次 {lot}" in text]


async def what_is_left_is_given_up(hall: Hall, desk: Screen) -> None:
    page = desk.page
    await page.get_by_role("link", name="A1 店").click()
    drawer = page.get_by_role("dialog", name="A1 店", exact=True)
    await drawer.get_by_role("button", name="其余不再送").click()
    form = page.get_by_role("dialog", name="A1 店：不再送")
    await expect(form).to_contain_text(f"{YOGHURT}：还差 6")
    await form.get_by_label("原因").fill("批次召回")
    await form.get_by_role("button", name="不再送", exact=True).click()
    await expect(drawer).to_contain_text("供货方：批次召回")
    assert await hall.lines() == {
        "A1": ("shipped", "6", "6", "source"), "A2": ("shipped", "18", "18", "adjusted"),
    }  # fmt: skip
