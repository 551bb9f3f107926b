"""A reader counts a shop by its token: the phone sees that it does, and head office which tags it read."""

from typing import Any

import pytest
from playwright.async_api import expect

from tests.factories.barcodes import ean13
from tests.factories.browser import Screen, open_screen
from tests.factories.catalog import found_catalogue
from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product, ago, line, receive
from tests.journeys.cast import Launch

MILK, TEA = "urn:epc:id:sgtin:6901234.000001.{}", "urn:epc:id:sgtin:6901234.000002.{}"
TRAY = "3374257BF40C0E400000162E"


@pytest.fixture
async def count(served: Installation, company: Org) -> dict[str, Any]:
    """A count of a shop that has ten milks and, as the book says, no tea."""
    async with served.client(company, "buyer") as buyer, served.client(company, "admin") as admin:
        await found_catalogue(buyer)
        codes = {name: ean13(f"69012340000{number}") for number, name in enumerate(("牛奶", "茶"), start=1)}
        products = [
            await add_product(buyer, f"K{number}", name={"zh": name, "en": name}, barcodes=[code])
            for number, (name, code) in enumerate(codes.items())
        ]
        await receive(buyer, company.places["A1"], line(products[0], "10", 3000), receivedAt=ago(hours=3))
        rule = {"recountQuantity": "0", "recountCents": 0, "recountPercent": 0, "approvalCents": 0}
        assert (await admin.put("/api/counts/rule", rule)).status_code == 200
    async with served.client(company, "manager") as manager:
        form = {"storeId": str(company.places["A1"]), "kind": "full", "title": "射频盘点"}
        return (await manager.post("/api/counts", form)).json()


async def read(served: Installation, org: Org, count: dict[str, Any]) -> None:
    """Have a reader, which knows nothing but its token, read eight milks, two teas and a tray, each twice."""
    async with served.client(org, "admin") as admin:
        issued = await admin.post("/api/tokens", {"name": "RFID", "scopes": ["counts.take", "counts.read"]})
    async with served.client(org, "clerk") as nobody:
        reader = Client(nobody.http)
        reader.http.cookies.clear()
        bearer = {"Authorization": f"Bearer {issued.json()['token']}"}
        epcs = [*(MILK.format(n) for n in range(8)), *(TEA.format(n) for n in range(2)), TRAY]
        for zone, minutes in zip(count["zones"], (30, 10), strict=True):
            tags = [{"epc": epc, "zoneId": zone["id"], "readAt": ago(minutes=minutes)} for epc in epcs]
            answer = await reader.put(f"/api/counts/{count['id']}/lines", {"tags": tags}, headers=bearer)
            assert answer.status_code == 200, answer.text


async def test_what_a_reader_counted_is_seen_on_the_phone_reviewed_and_approved(
    served: Installation, company: Org, count: dict[str, Any], launch: Launch
) -> None:
    await read(served, company, count)
    async with launch(None) as browser:
        phone = await open_screen(browser, served.origin)
        await phone.log_in(company.username("manager"), company.password, path=f"/counts/{count['id']}")
        await expect(phone.page.get_by_role("link", name="卖场")).to_contain_text("RFID 已读 11 件")
        await expect(phone.page.get_by_role("link", name="后仓")).not_to_contain_text("RFID")
        async with served.client(company, "manager") as manager:
            submitted = await manager.post(f"/api/counts/{count['id']}/submission", {})
            assert submitted.status_code == 200, submitted.text
        desk = await open_screen(browser, served.origin, desk=True)
        await reviewed(desk, company, count["id"])
        assert (phone.watch.complaints, desk.watch.complaints) == ([], [])


async def reviewed(desk: Screen, org: Org, count_id: str) -> None:
    page = desk.page
    await desk.log_in(org.username("regional"), org.password, path=f"/console/counts/{count_id}")
    await page.get_by_role("row", name="牛奶").get_by_role("link", name="牛奶").click()
    drawer = page.get_by_role("dialog", name="牛奶")
    await drawer.get_by_text("RFID · 8 个标签").click()
    await expect(drawer.get_by_text(MILK.format(7), exact=True)).to_be_visible()
    await page.keyboard.press("Escape")
    await page.get_by_text("未知条码 1").click()
    await page.get_by_role("textbox", name="不是商品").fill("周转箱")
    await page.get_by_role("button", name="剔除").click()
    await expect(page.get_by_text("未知条码 1")).to_have_count(0)
    await page.get_by_role("button", name="审批", exact=True).click()
    await page.get_by_role("dialog", name="审批盘点").get_by_role("button", name="确认审批并调整库存").click()
    await expect(page.get_by_text("盘亏 ¥6.00")).to_be_visible()
