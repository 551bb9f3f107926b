"""Goods between two stores, scanned piece by piece without network as they leave and as they arrive."""

import asyncio
from collections.abc import AsyncGenerator
from functools import partial
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, Playwright, expect

from tests.factories.barcodes import film_of
from tests.factories.browser import Screen, kill, open_installed, open_screen, served_by_worker, shoot
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import show
from tests.journeys.cast import Launch
from tests.journeys.stocktake import Zone, catalogue_is_here
from tests.journeys.yard import BUN, CODES, EARLY, LATE, MILK, PORK, STRANGE, TEA, Yard, laden, weighed


@pytest.fixture
async def yard(served: Installation, company: Org) -> Yard:
    """The goods, both managers, and a transfer that waits to be shipped."""
    return await laden(served, company)


@pytest.fixture(scope="module")
async def pda(launch: Launch, tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[Browser]:
    """A device with a built-in scanner; its camera sees the table."""
    async with launch(film_of([], tmp_path_factory.mktemp("camera") / "table.mjpeg", rest=1)) as browser:
        yield browser


def row(page: Page, name: str) -> Locator:
    """Return a line to be checked: of a product, or of a lot."""
    lines = page.get_by_role("listitem").filter(has=page.get_by_role("button", name="修改数量"))
    return lines.filter(has_text=name)


async def loaded(page: Page, name: str, words: str) -> None:
    """Wait until the line of a product says how far it was counted."""
    await expect(row(page, name)).to_contain_text(words)


@pytest.mark.e2e
async def test_goods_are_scanned_out_and_in_without_network_and_each_end_says_what_it_saw(
    yard: Yard, pda: Browser, playwright: Playwright, chromium: str, tmp_path: Path
) -> None:
    await the_sender_loads(yard, pda)
    assert [await yard.held("A1", name) for name in (MILK, TEA, PORK)] == [("4", "0"), ("16", "0"), ("1.8", "0")]
    assert [await yard.held("A2", name) for name in (MILK, TEA, PORK)] == [("0", "6"), ("0", "24"), ("0", "1.2")]
    film = film_of([CODES[MILK], CODES[TEA], STRANGE], tmp_path / "codes.mjpeg")
    pick_up = partial(open_installed, playwright, chromium, tmp_path / "phone", yard.served.origin, film)
    screen = await pick_up()
    await the_receiver_begins_by_camera(yard, screen)
    gone = asyncio.Event()
    screen.context.on("close", lambda _: gone.set())
    kill(tmp_path / "phone")
    await gone.wait()
    await the_receiver_goes_on_by_scanner(yard, await pick_up())
    assert [await yard.held("A2", name) for name in (MILK, TEA, PORK)] == [("5", "0"), ("24", "0"), ("1.2", "0")]
    told = await yard.read()
    assert [(each["code"], each["quantity"], each["productName"]) for each in told["extras"]] == [
        (CODES[BUN], "2", {"zh": BUN, "en": BUN}),
        (STRANGE, "1", None),
    ]
    [milk] = [each for each in told["lines"] if each["productId"] == yard.products[MILK]]
    assert [(each["lotCode"], each["received"], each["reason"]) for each in milk["parts"]] == [
        ("早", "2", None),
        ("晚", "3", "damaged"),
    ]
    assert [len(each["photoIds"]) for each in milk["parts"]] == [0, 1]


async def open_offline(yard: Yard, screen: Screen, card: str) -> None:
    """Open the transfer by its card of today, have the catalogue, and lose the network."""
    page = screen.page
    await served_by_worker(page)
    await page.get_by_role("link", name=card).click()
    await page.get_by_role("link", name="A1 店 → A2 店").click()
    await screen.settle()
    await catalogue_is_here(screen, len(yard.products))
    await screen.context.set_offline(True)


async def the_sender_loads(yard: Yard, browser: Browser) -> None:
    screen = await open_screen(browser, yard.served.origin)
    await screen.log_in(yard.org.username("manager"), yard.org.password)
    await open_offline(yard, screen, "调拨：待发货 1 · 待收货 0")
    page, scanner = screen.page, Zone(screen.page)
    await loaded(page, MILK, f"卖场拿 2 · 批次 早 · 保质到 {EARLY}")
    await loaded(page, MILK, f"卖场拿 4 · 批次 晚 · 保质到 {LATE}")
    await scanner.pull_the_trigger(CODES[MILK])
    await loaded(page, MILK, "已点 1 / 6")
    await scanner.pull_the_trigger(*[CODES[MILK]] * 5, weighed(500), weighed(700))
    await loaded(page, MILK, "已点 6 / 6")
    await loaded(page, PORK, "已点 1.2 / 1.5")
    await scanner.pull_the_trigger(CODES[MILK])
    await expect(page.get_by_role("alert")).to_contain_text(f"{MILK}已经够数")
    await scanner.pull_the_trigger(STRANGE)
    await expect(page.get_by_role("alert")).to_contain_text(f"没有商品用这个条码：{STRANGE}")
    await scanner.pull_the_trigger(CODES[BUN])
    await expect(page.get_by_role("alert")).to_contain_text(f"{BUN}不在这张单上")
    await scanner.pull_the_trigger(CODES[TEA])
    card = page.get_by_role("article", name=TEA)
    await card.get_by_role("button", name="减 1").click()
    await card.get_by_role("button", name="+ 箱 ×12").click()
    await loaded(page, TEA, "已点 12 / 24")
    await page.reload()
    await loaded(page, TEA, "已点 12 / 24")
    await scanner.pull_the_trigger(CODES[TEA])
    await page.get_by_role("article", name=TEA).get_by_role("button", name="+ 箱 ×12").click()
    await expect(page.get_by_role("heading", name="不发的 4", exact=True)).to_be_visible()
    await loaded(page, MILK, "已点 6 / 6")
    await page.get_by_role("button", name="确认发货（少发 1 项）").click()
    asked = page.get_by_role("dialog", name="确认发货？")
    await expect(asked).to_contain_text("其中 1 项少发。另有 4 样扫到的不发，请放回去。")
    await asked.get_by_role("button", name="确认发货").click()
    await expect(page.get_by_role("status")).to_contain_text("已保存在本机")
    assert await yard.held("A1", MILK) == ("10", "0")
    await put_on_line(screen)


async def the_receiver_begins_by_camera(yard: Yard, screen: Screen) -> None:
    await screen.log_in(yard.org.username("second"), yard.org.password)
    await open_offline(yard, screen, "调拨：待发货 0 · 待收货 1")
    page = screen.page
    await page.get_by_role("button", name="扫码点货").click()
    await loaded(page, TEA, "已点 1 / 24")
    await expect(page.get_by_role("heading", name="单上没有的 1", exact=True)).to_be_visible()
    await expect(row(page, "批次 早")).to_contain_text("已点 1 / 2")
    await expect(row(page, "批次 晚")).to_contain_text("已点 0 / 4")


async def the_receiver_goes_on_by_scanner(yard: Yard, screen: Screen) -> None:
    page, scanner = screen.page, Zone(screen.page)
    await screen.context.set_offline(True)
    await screen.go(f"/transfers/{yard.transfer['id']}")
    await expect(row(page, "批次 早")).to_contain_text("已点 1 / 2")
    await scanner.pull_the_trigger(*[CODES[MILK]] * 4, *[CODES[TEA]] * 11, CODES[BUN], CODES[BUN])
    await expect(row(page, "批次 早")).to_contain_text("已点 2 / 2")
    await expect(row(page, "批次 晚")).to_contain_text("已点 3 / 4")
    await expect(page.get_by_role("heading", name="单上没有的 2", exact=True)).to_be_visible()
    await scanner.pull_the_trigger(CODES[TEA])
    await loaded(page, TEA, "已点 13 / 24")
    await row(page, TEA).get_by_role("button", name=f"修改数量：{TEA}").click()
    await page.get_by_role("dialog", name="实收数量").get_by_role("button", name="没有少，按发出的 24 收").click()
    await page.get_by_role("button", name="1 项少收还没说原因").click()
    sheet = page.get_by_role("dialog", name="实收数量")
    await sheet.get_by_role("button", name="路上损坏").click()
    await shoot(page, sheet, "拍照（可不拍）")
    await sheet.get_by_role("button", name="实收 3").click()
    await page.get_by_role("button", name="确认收货（少收 1 项）").click()
    asked = page.get_by_role("dialog", name="确认收货？")
    await expect(asked).to_contain_text("另有 2 样单上没有的，会告诉对方，不入账。")
    await asked.get_by_role("button", name="确认收货").click()
    await expect(page.get_by_role("main")).to_contain_text("已收货")
    taken: list[str] = []
    screen.context.on("response", lambda answer: taken.append(answer.url) if answer.ok else None)
    await screen.context.set_offline(False)
    await phone.known_again(screen, yard.org, "second", lambda: any(url.endswith("/receipt") for url in taken))
    await phone.all_sent(page)
    await screen.context.close()


async def put_on_line(screen: Screen) -> None:
    """Give the network back, and close the phone when all is sent; it complained of nothing but the lost network."""
    await screen.context.set_offline(False)
    await phone.all_sent(screen.page)
    assert [each for each in screen.watch.complaints if "ERR_INTERNET_DISCONNECTED" not in each] == []
    await screen.context.close()


async def test_what_was_scanned_for_one_store_is_never_asked_for_another(yard: Yard, pda: Browser) -> None:
    screen = await open_screen(pda, yard.served.origin)
    page, scanner = screen.page, Zone(screen.page)
    await screen.log_in(yard.org.username("regional"), yard.org.password)
    await served_by_worker(page)
    await switch_to(screen, "A2 店")
    await begin_a_request(page)
    await catalogue_is_here(screen, len(yard.products))
    await screen.context.set_offline(True)
    await scanner.pull_the_trigger(CODES[MILK], CODES[MILK], STRANGE)
    await expect(page.get_by_role("alert")).to_contain_text(STRANGE)
    await page.get_by_role("textbox", name="备注").fill("周末用")
    await switch_to(screen, "A1 店")
    await begin_a_request(page)
    await expect(page.get_by_role("heading", name="商品 0", exact=True)).to_be_visible()
    await scanner.pull_the_trigger(CODES[BUN])
    await expect(page.get_by_role("heading", name=BUN)).to_be_visible()
    await switch_to(screen, "A2 店")
    await page.get_by_role("link", name="没交的申请 · 2 个商品").click()
    await expect(page.get_by_role("textbox", name="备注")).to_have_value("周末用")
    await expect(page.get_by_role("heading", name=MILK)).to_be_visible()
    await screen.context.set_offline(False)
    await page.get_by_role("button", name="从哪里调").click()
    await page.get_by_role("dialog", name="选择门店").get_by_role("button", name="A1 店").click()
    await screen.context.set_offline(True)
    await page.get_by_role("button", name="提交申请").click()
    await expect(page.get_by_role("status")).to_contain_text("已保存在本机")
    await switch_to(screen, "A1 店")
    await page.get_by_role("link", name="没交的申请 · 1 个商品").click()
    await expect(page.get_by_role("heading", name=BUN)).to_be_visible()
    await put_on_line(screen)
    async with yard.served.client(yard.org, "regional") as regional:
        [asked] = (await regional.get("/api/stock/transfers", status="requested")).json()["items"]
        told = await show(regional, f"/api/stock/transfers/{asked['id']}")
    ends = str(yard.org.places["A1"]), str(yard.org.places["A2"])
    assert (told["fromStoreId"], told["toStoreId"]) == ends
    assert told["note"] == f"周末用\n没认出来的条码：{STRANGE}"
    assert [(each["productId"], each["requested"]) for each in told["lines"]] == [(yard.products[MILK], "2")]


async def switch_to(screen: Screen, store: str) -> None:
    """Look at another store on the transfers' screen."""
    await screen.push("/transfers")
    switch = screen.page.locator(".m-switch")
    await switch.click()
    await screen.page.get_by_role("dialog", name="切换门店").get_by_role("button", name=store).click()
    await expect(switch).to_contain_text(store)


async def begin_a_request(page: Page) -> None:
    """Open the form of a request for the store that is looked at."""
    await page.get_by_role("link", name="申请调拨").or_(page.get_by_role("button", name="申请调拨")).click()
    await expect(page.get_by_role("button", name="请选择门店")).to_be_visible()


@pytest.mark.e2e
async def test_whoever_ships_too_late_learns_who_was_quicker_and_what_differs(yard: Yard, pda: Browser) -> None:
    screen = await open_screen(pda, yard.served.origin)
    page, scanner = screen.page, Zone(screen.page)
    await screen.log_in(yard.org.username("manager"), yard.org.password)
    await open_offline(yard, screen, "调拨：待发货 1 · 待收货 0")
    await scanner.pull_the_trigger(*[CODES[MILK]] * 5)
    await loaded(page, MILK, "已点 5 / 6")
    await page.get_by_role("button", name="确认发货（少发 1 项）").click()
    await page.get_by_role("dialog", name="确认发货？").get_by_role("button", name="确认发货").click()
    await expect(page.get_by_role("status")).to_contain_text("已保存在本机")
    async with yard.served.client(yard.org, "clerk") as clerk:
        shipped = await clerk.post(f"/api/stock/transfers/{yard.transfer['id']}/shipment", {"ifVersion": 2})
        assert shipped.status_code == 200, shipped.text
    await screen.context.set_offline(False)
    late = page.get_by_role("alert")
    await expect(late).to_contain_text("发货没有被接受：单子已经变了")
    await expect(late).to_contain_text("现在：在途")
    await expect(late).to_contain_text(f"{MILK}：你记的 5，单上 6")
    await late.get_by_role("button", name="放弃").click()
    await page.get_by_role("dialog").get_by_role("button", name="放弃").click()
    await phone.all_sent(page)
    assert await yard.held("A2", MILK) == ("0", "6")
    await screen.context.close()
