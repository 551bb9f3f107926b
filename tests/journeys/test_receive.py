"""A delivery on the phone: received in part without network, with a photo of what broke; then claims, and the rest."""

import re
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.factories.browser import Screen, eventually, open_screen, served_by_worker, shoot
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import show
from tests.journeys.cast import Launch
from tests.journeys.delivered import CODES, KEEPER, MILK, TOFU, YOGHURT, Delivery, delivery
from tests.journeys.stocktake import Zone, catalogue_is_here

STRANGE = "6909999999999"


@pytest.fixture
async def coming(served: Installation, company: Org) -> Delivery:
    """Three products on their way to A1."""
    return await delivery(served, company)


@pytest.fixture(scope="module")
async def browser(launch: Launch, full_shelf: Path) -> AsyncGenerator[Browser]:
    """A phone whose camera sees a shelf."""
    async with launch(full_shelf) as opened:
        yield opened


def card(page: Page, name: str) -> Locator:
    """Return the card of a line in the list of all."""
    return page.get_by_role("listitem").get_by_role("article", name=name)


async def test_a_delivery_is_received_in_part_offline_with_a_damage_photo_and_the_rest_later(
    coming: Delivery, browser: Browser
) -> None:
    screen = await open_screen(browser, coming.served.origin)
    await screen.log_in(coming.org.username("manager"), coming.org.password)
    await served_by_worker(screen.page)
    await the_delivery_waits_on_today(screen, coming)
    await what_differs_is_typed_without_network(screen)
    assert await coming.at_store() == {MILK: ("0", 0, "24"), YOGHURT: ("0", 0, "36"), TOFU: ("0", 0, "12")}
    await it_arrives_once(screen, coming)
    await the_order_shows_what_came(screen, coming)
    await the_rest_comes_and_some_goes_back(screen, coming)
    await what_will_not_come_is_not_waited_for(screen, coming)
    assert screen.watch.complaints == []
    await screen.context.close()


async def the_delivery_waits_on_today(screen: Screen, coming: Delivery) -> None:
    page = screen.page
    due = page.get_by_role("main").get_by_role("link", name="收货 · 浦东总仓 第 1 车")
    await expect(due).to_contain_text("3 行")
    await due.click()
    await expect(page.get_by_test_id("receive-totals")).to_have_text("订 72 · 送 72 · 收 72")
    await expect(card(page, MILK)).to_contain_text("批次 M-7 · 保质到 2099-12-31")
    await catalogue_is_here(screen, len(coming.products))


async def what_differs_is_typed_without_network(screen: Screen) -> None:
    page, scanner = screen.page, Zone(screen.page)
    await screen.settle()
    await screen.context.set_offline(True)
    await scanner.pull_the_trigger(STRANGE)
    await expect(page.get_by_role("alert")).to_contain_text(f"{STRANGE}：这批货里没有这个商品")
    await scanner.pull_the_trigger(CODES[MILK])
    await expect(page.get_by_role("heading", name="刚扫到")).to_be_visible()
    await card(page, MILK).get_by_role("button", name=f"破损、批次、备注：{MILK}").click()
    sheet = page.get_by_role("dialog", name=MILK)
    await sheet.get_by_role("textbox", name="破损").fill("2")
    await expect(sheet.get_by_role("textbox", name="收好的")).to_have_value("22")
    await expect(sheet.get_by_role("alert")).to_contain_text("破损要拍照。")
    await shoot(page, sheet, "拍破损照片")
    await sheet.get_by_role("textbox", name="温度").fill("4.5")
    await sheet.get_by_role("textbox", name="备注").fill("压坏两盒")
    await sheet.get_by_role("button", name="好了").click()
    await card(page, YOGHURT).get_by_role("button", name=f"少一件 {YOGHURT}").click()
    await expect(card(page, YOGHURT).get_by_test_id("receive-said")).to_have_text("还差 12，以后再收")
    await card(page, TOFU).get_by_role("button", name=f"多一件 {TOFU}").click()
    await expect(card(page, TOFU).get_by_role("alert")).to_contain_text("加起来比送来的 12 多了，最多 12。")
    await expect(page.get_by_role("button", name="还有 1 行要补充")).to_be_visible()
    await card(page, TOFU).get_by_role("button", name=f"修改数量 {TOFU}").click()
    pad = page.get_by_role("dialog", name=TOFU)
    for digit in "11":
        await pad.get_by_role("button", name=digit, exact=True).click()
    await pad.get_by_role("button", name="收 11").click()
    await card(page, TOFU).get_by_role("button", name="1 没装车").click()
    await expect(card(page, TOFU).get_by_test_id("receive-said")).to_have_text("没装车 1")
    # The app is killed and started again: what was typed is still there.
    await page.reload()
    await expect(page.get_by_test_id("receive-totals")).to_have_text(
        "订 72 · 送 72 · 收 57 · 破损 2 · 没到 1 · 待到 12"
    )
    await expect(card(page, MILK).get_by_test_id("receive-said")).to_have_text("破损 2 · 照片 1 · 4.5 ℃ · 压坏两盒")
    await page.get_by_role("button", name="确认收货（3 行不一致）").click()
    sure = page.get_by_role("dialog", name="确认收货？")
    await expect(sure.get_by_role("listitem")).to_have_text(
        [
            re.compile(f"^{MILK}送 24 · 收 22 · 破损 2$"),
            re.compile(f"^{YOGHURT}送 36 · 收 24 · 还差 12，以后再收$"),
            re.compile(f"^{TOFU}送 12 · 收 11 · 没装车 1$"),
        ]
    )
    await sure.get_by_role("button", name="确认收货").dblclick()
    await expect(page.get_by_role("status").filter(has_text="已保存在手机上")).to_be_visible()
    await expect(page.get_by_role("main")).to_contain_text("1 张照片随后发送。")
    await expect(phone.pill(page)).to_contain_text("2")


async def it_arrives_once(screen: Screen, coming: Delivery) -> None:
    await screen.context.set_offline(False)
    await phone.all_sent(screen.page)
    assert await coming.at_store() == {
        MILK: ("22", 4_400, "0"),
        YOGHURT: ("24", 4_800, "12"),
        TOFU: ("11", 2_200, "0"),
    }
    told = await coming.read()
    [receipt] = told["receipts"]
    assert (told["state"], receipt["valueCents"]) == ("partly_received", 11_400)
    kinds = [(each["kind"], each["quantity"], each["valueCents"], len(each["photoIds"])) for each in told["claims"]]
    assert kinds == [("damage", "2", 400, 1), ("shortage", "1", 200, 0)]
    assert await coming.events() == ["order_claim_opened", "order_claim_opened", "order_received"]
    [photo] = told["claims"][0]["photoIds"]
    async with coming.served.client(coming.org, "manager") as manager:
        assert (await show(manager, f"/api/photos/{photo}"))["state"] in {"uploaded", "ready"}
    broken, short = (f"/console/order-claims/{each['id']}" for each in told["claims"])
    title = "A1 店：有收货索赔待处理"

    async def keeper_is_told() -> list[tuple[str, str, str]]:
        found = [each for each in await coming.told(KEEPER) if each[0] == title]
        return found if len(found) == 2 else []

    assert sorted(await eventually(keeper_is_told)) == sorted(
        [(title, f"{MILK}破损 2，4.00 元。", broken), (title, f"{TOFU}少货 1，2.00 元。", short)]
    )
    screen.watch.complaints[:] = [each for each in screen.watch.complaints if "DISCONNECTED" not in each]


async def the_order_shows_what_came(screen: Screen, coming: Delivery) -> None:
    page = screen.page
    await screen.push("/")
    await expect(page.get_by_role("link", name="收货 · 浦东总仓 第 1 车")).to_contain_text("1 行")
    await screen.push(f"/orders/{coming.order}")
    receipt = page.get_by_role("article").filter(has_text="¥114.00")
    await expect(receipt).to_contain_text("收 22 · 破损 2 · 4.5 ℃ · 压坏两盒")
    await expect(receipt.get_by_role("button", name="照片 1")).to_be_visible()
    await page.get_by_role("main").get_by_role("link", name=MILK).click()
    await expect(page.get_by_role("main")).to_contain_text("破损 2 瓶")
    await expect(page.get_by_role("main")).to_contain_text("等对方处理。")
    await expect(page.get_by_role("button", name="照片 1")).to_be_visible()
    await page.get_by_role("button", name="返回").click()


async def the_rest_comes_and_some_goes_back(screen: Screen, coming: Delivery) -> None:
    page = screen.page
    await (
        page.get_by_role("main")
        .get_by_role("button", name="去收货")
        .or_(page.get_by_role("link", name="去收货"))
        .click()
    )
    await expect(page.get_by_test_id("receive-totals")).to_have_text("订 36 · 送 12 · 收 12")
    await page.get_by_role("button", name="确认收货").click()
    sure = page.get_by_role("dialog", name="确认收货？")
    await expect(sure).to_contain_text("1 行全部与送来的一致。")
    async with phone.reaching(page, "/receipts"):
        await sure.get_by_role("button", name="确认收货").click()
    await expect(page.get_by_role("main")).to_contain_text("这批货已经收完。")
    assert (await coming.at_store())[YOGHURT] == ("36", 7_200, "0")
    await page.get_by_role("link", name="看这张订单").click()
    await page.get_by_role("button", name="退货").click()
    sheet = page.get_by_role("dialog", name="退货")
    await sheet.get_by_role("combobox", name="商品").select_option(label=f"{TOFU} · 最多 11")
    await sheet.get_by_role("textbox", name="数量").fill("12")
    await expect(sheet.get_by_role("button", name="最多退 11")).to_be_disabled()
    await sheet.get_by_role("textbox", name="数量").fill("3")
    await sheet.get_by_role("textbox", name="退货原因").fill("订多了")
    async with phone.reaching(page, "/order-claims"):
        await sheet.get_by_role("button", name="提交退货").click()
    assert (await coming.at_store())[TOFU] == ("11", 2_200, "0")
    async with coming.served.client(coming.org, KEEPER) as keeper:
        for claim in (await coming.read())["claims"]:
            form = {"settled": True, "note": "", "ifVersion": claim["version"]}
            answer = await keeper.post(f"/api/order-claims/{claim['id']}/decision", form)
            assert answer.status_code == 200, answer.text
    assert (await coming.at_store())[TOFU] == ("8", 1_600, "0")
    await screen.push("/claims")
    await page.get_by_role("button", name="已赔付 3").click()
    await expect(page.get_by_role("main").get_by_role("link")).to_have_text(
        [re.compile(f"^{TOFU}"), re.compile(f"^{TOFU}|^{MILK}"), re.compile(f"^{TOFU}|^{MILK}")]
    )


async def what_will_not_come_is_not_waited_for(screen: Screen, coming: Delivery) -> None:
    page = screen.page
    await screen.push(f"/orders/{coming.order}")
    await expect(page.get_by_role("heading", name="还没到齐 2")).to_be_visible()
    await page.get_by_role("button", name="剩下的不等了").click()
    sheet = page.get_by_role("dialog", name="剩下的不等了")
    await sheet.get_by_role("textbox", name="原因").fill("今天够卖了")
    async with phone.reaching(page, "/closure"):
        await sheet.get_by_role("button", name="剩下的不等了").click()
    await expect(page.get_by_role("heading", name="没有到齐 2")).to_be_visible()
    await expect(page.get_by_role("main")).to_contain_text("已完成")
    told = await coming.read()
    assert (told["state"], told["reason"]) == ("closed", "今天够卖了")
    assert await coming.events() == [
        *["order_claim_opened"] * 2, "order_received", "order_received", "order_claim_opened",
        *["order_claim_decided"] * 3, "order_closed",
    ]  # fmt: skip
