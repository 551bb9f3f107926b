"""Goods that a neighbour can do without: suggested on both phones, and asked for in one tap."""

import asyncio
import struct
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from storewalk.ordering.jobs import SuggestTransfers
from storewalk.ordering.sheet_models import NUMBERS
from storewalk.stores.api import store_clock
from tests.factories.browser import Screen, open_screen, served_by_worker
from tests.factories.catalog import found_catalogue
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import line, receive
from tests.journeys import phone
from tests.journeys.cast import Launch
from tests.journeys.ordered import MILK, OrderDay, order_day
from tests.ordering.orders import PLAIN, WRITE

NEIGHBOUR = "neighbour"
PLACES = "UPDATE store SET latitude = 31.2 + $3, longitude = 121.5, datum = 'WGS84' WHERE org_id = $1 AND id = $2"
PATIENCE_S = 60


@dataclass
class Street:
    """Store A1 on its order day, and A2 a kilometre off with sixty milk and little use for them."""

    served: Installation
    org: Org
    browser: Browser
    day: OrderDay

    async def phone(self, role: str) -> Screen:
        screen = await open_screen(self.browser, self.served.origin)
        await screen.log_in(self.org.username(role), self.org.password)
        return screen

    async def listed(self, path: str) -> Any:
        """Read a list as somebody above both stores until there is something in it."""
        async with self.served.client(self.org, "regional") as regional:
            for _ in range(PATIENCE_S * 2):
                if found := (await regional.get(path)).json()["items"]:
                    return found
                await asyncio.sleep(0.5)
        raise AssertionError(path)


@pytest.fixture
async def street(served: Installation, company: Org, launch: Launch, full_shelf: Path) -> AsyncGenerator[Street]:
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
        day = await order_day(served, company)
        await receive(buyer, company.places["A2"], line(day.products[MILK], "60", 24_000))
    grants = [{"role": "manager", "nodeId": str(company.places["A2"])}]
    form = {"username": company.username(NEIGHBOUR), "name": "陈店长", "password": company.password, "grants": grants}
    async with served.client(company, "admin") as admin:
        assert (await admin.post("/api/accounts", form)).status_code == 201
    async with served.platform.transaction(company.system) as tx:
        for number, name in enumerate(("A1", "A2")):
            await tx.fetch(PLACES, company.id, company.places[name], number * 0.009)
        today = (await store_clock(tx, company.places["A2"])).business_date(datetime.now(UTC))
        await tx.fetch(
            WRITE, company.id, company.places["A2"], today, tx.now, [day.products[MILK]], [day.source], [1],
            *([PLAIN[name]] for name in NUMBERS), struct.pack("<28f", *[1.0] * 28),
        )  # fmt: skip
        await tx.enqueue(SuggestTransfers(asked_at=tx.now))
    async with launch(full_shelf) as browser:
        yield Street(served, company, browser, day)


@pytest.mark.e2e
async def test_what_a_neighbour_can_do_without_is_asked_for_in_one_tap(street: Street) -> None:
    [told] = await street.listed("/api/transfer-suggestions")
    taker, giver = await street.phone("manager"), await street.phone(NEIGHBOUR)
    await served_by_worker(taker.page)
    await both_see_it(taker, giver)
    await its_line_says_so(taker)
    await the_taker_asks_for_it(taker)
    await giver.go("/orders")
    await expect(giver.page.get_by_role("main")).to_contain_text("最近的订单")
    await expect(giver.page.get_by_role("heading", name="可调给 A1 店")).to_have_count(0)
    [transfer] = await street.listed("/api/stock/transfers")
    async with street.served.client(street.org, "regional") as regional:
        whole = (await regional.get(f"/api/stock/transfers/{transfer['id']}")).json()
        taken = (await regional.get(f"/api/transfer-suggestions/{told['id']}")).json()
    assert (whole["status"], [each["requested"] for each in whole["lines"]]) == ("requested", ["24"])
    assert (taken["state"], taken["transferId"]) == ("accepted", transfer["id"])
    for screen in (taker, giver):
        assert screen.watch.complaints == []
        await screen.context.close()


async def both_see_it(taker: Screen, giver: Screen) -> None:
    for screen, title in ((taker, "可从 A2 店 调来"), (giver, "可调给 A1 店")):
        await screen.go("/orders")
        move = screen.page.get_by_test_id("move")
        await expect(move.get_by_role("heading", name=title)).to_be_visible()
        await expect(move).to_contain_text("1 种，值 ¥96.00 · 相距 1.0 公里")
        await move.get_by_role("button", name="为什么").click()
        await expect(move).to_contain_text("A2 店 有 60，到")
        await expect(move).to_contain_text("需要 4：60 − 4 = 56 可调。")
        await expect(move).to_contain_text("A1 店 缺 24.584。")


async def its_line_says_so(screen: Screen) -> None:
    page = screen.page
    await page.get_by_role("main").get_by_role("link", name="订货 冷藏").click()
    await page.get_by_role("button", name="全部 6").click()
    milk = page.get_by_role("main").locator("article").filter(has=page.get_by_role("heading", name=MILK))
    await expect(milk).to_contain_text("邻店有余")
    await expect(milk).to_contain_text("可从 A2 店 调 24 瓶")
    await screen.go("/orders")


async def the_taker_asks_for_it(screen: Screen) -> None:
    page = screen.page
    async with phone.reaching(page, "/acceptance"):
        await page.get_by_test_id("move").get_by_role("button", name="申请调拨").click()
    await expect(page.get_by_test_id("move")).to_have_count(0)
