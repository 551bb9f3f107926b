"""An order of the demo chain, whole: filled offline, approved, shared when short, sent in two, received, claimed."""

from collections.abc import AsyncGenerator
from decimal import Decimal
from pathlib import Path
from re import compile as pattern

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from storewalk.demo.phone import PASSWORD
from tests.factories.browser import Screen, open_screen, served_by_worker, shoot
from tests.factories.served import installation
from tests.journeys import phone
from tests.journeys.arithmetic import adds_up
from tests.journeys.cast import Launch
from tests.journeys.demo_order import SOURCE, STORE, Book, DemoOrder, demo_order
from tests.journeys.short_demo import load_short_demo

RICE, COLA = "自热米饭", "可乐 330ml"
WANTED = {RICE: Decimal(72), COLA: Decimal(60)}
FIRST, GOOD, DAMAGED = Decimal(36), Decimal(30), Decimal(2)


@pytest.fixture(scope="module")
async def chain(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[DemoOrder]:
    """The demo chain, served by processes of its own."""
    del chromium
    with installation(tmp_path_factory.mktemp("demo"), load_short_demo) as running:
        yield await demo_order(running)
        await running.platform.close()


@pytest.fixture
async def browser(launch: Launch, gappy_shelf: Path) -> AsyncGenerator[Browser]:
    """All devices, whose cameras see a shelf."""
    async with launch(gappy_shelf) as opened:
        yield opened


async def opened(chain: DemoOrder, browser: Browser, username: str, *, desk: bool = False) -> Screen:
    screen = await open_screen(browser, chain.served.origin, desk=desk)
    await screen.log_in(username, PASSWORD, path="/console/" if desk else "/")
    return screen


def card(page: Page, name: str) -> Locator:
    return page.get_by_role("main").locator("article").filter(has=page.get_by_role("heading", name=name))


async def test_an_order_of_the_demo_chain_goes_from_its_suggestion_to_the_shelf_and_a_settled_claim(
    chain: DemoOrder, browser: Browser
) -> None:
    manager, regional = await opened(chain, browser, "manager"), await opened(chain, browser, "regional")
    desk = await opened(chain, browser, "buyer", desk=True)
    suggested = await what_is_suggested_adds_up_on_screen(chain, manager)
    lines = {name: quantity for name, quantity in (suggested | WANTED).items() if quantity}
    before = await chain.book(list(lines))
    await it_is_filled_and_submitted_without_network(manager, len(lines))
    await it_waits_for_who_is_above(chain, manager, lines)
    await who_is_above_approves_it(chain, regional)
    assert await chain.book(list(lines)) == before
    given = await the_warehouse_shares_what_it_has(chain, desk, lines)
    now = {name: Book(each.there, given[name], each.here, each.coming) for name, each in before.items()}
    assert await chain.book(list(lines)) == now
    now = await it_is_sent_in_two_deliveries(chain, desk, now)
    now = await the_first_comes_whole(chain, manager, now)
    await the_second_comes_in_part_and_damaged(chain, manager, now)
    await the_claim_is_settled(chain, desk)
    assert await chain.proven()
    for screen in (manager, regional, desk):
        assert screen.watch.complaints == []
        await screen.context.close()


async def what_is_suggested_adds_up_on_screen(chain: DemoOrder, screen: Screen) -> dict[str, Decimal]:
    page = screen.page
    await served_by_worker(page)
    await screen.go("/orders")
    await page.get_by_role("main").get_by_role("link", name=f"订货 {SOURCE}").click()
    await page.get_by_role("button", name=pattern("^全部 ")).click()
    told = await chain.read("/api/order-suggestions", store=chain.store)
    lines = {each["name"]["zh"]: each for each in told["lines"] if each["sourceId"] == chain.source["id"]}
    asked = {name: Decimal(each["quantity"]) for name, each in lines.items()}
    assert sum(quantity > 0 for quantity in asked.values()) >= 1
    for name, quantity in asked.items():
        if quantity:
            shown, arithmetic = (
                await card(page, name).get_by_test_id("order-sum").inner_text(),
                lines[name]["arithmetic"],
            )
            assert adds_up(shown, arithmetic, quantity) if arithmetic else "正在盘点" in shown, shown
            await expect(card(page, name).get_by_test_id("quantity")).to_have_text(f"{quantity.normalize():f}")
    return asked


async def it_is_filled_and_submitted_without_network(screen: Screen, count: int) -> None:
    page = screen.page
    await screen.settle()
    await screen.context.set_offline(True)
    for name, quantity in WANTED.items():
        await page.get_by_role("searchbox", name="名称或编码").fill(name)
        await page.get_by_role("button", name=f"修改数量 {name}").click()
        pad = page.get_by_role("dialog", name=name)
        for digit in f"{quantity}":
            await pad.get_by_role("button", name=digit, exact=True).click()
        await pad.get_by_role("button", name=f"订 {quantity}").click()
        await page.get_by_role("dialog", name=f"{name}：为什么改？").get_by_role("button", name="附近有活动").click()
        await expect(card(page, name)).to_contain_text("附近有活动")
    # The app is killed and started again: what was filled is still there.
    await page.reload()
    await page.get_by_role("button", name=f"提交 {count} 行").click()
    await expect(page.get_by_role("main").get_by_role("link", name=f"订货 {SOURCE}")).to_contain_text("待发送")
    await screen.context.set_offline(False)
    await phone.all_sent(page)
    # The line that was cut is no fault of the app.
    screen.watch.complaints[:] = [each for each in screen.watch.complaints if "DISCONNECTED" not in each]


async def it_waits_for_who_is_above(chain: DemoOrder, screen: Screen, lines: dict[str, Decimal]) -> None:
    listed = await chain.read("/api/orders", store=chain.store, source=chain.source["id"], state="waiting")
    [chain.id] = [each["id"] for each in listed["items"]]
    order = await chain.read(chain.path)
    ordered = {line["name"]["zh"]: Decimal(line["quantity"]) for line in order["lines"]}
    assert {name: quantity for name, quantity in ordered.items() if quantity} == lines
    assert [hit["kind"] for hit in order["hits"]] == ["deviation_cents"]
    assert await chain.steps() == [("opened", "manager"), ("lines_set", "manager"), ("submitted", "manager")]
    total = f"{order['totals']['cents'] / 100:.2f}"
    text = f"{SOURCE}，{total} 元：与建议相差较大。"
    await chain.hears(("regional", f"{STORE}：有订单待审批", text, f"/orders/{chain.id}"))
    await expect(screen.page.get_by_role("main").get_by_role("link", name=f"订货 {SOURCE}")).to_contain_text("待审批")


async def who_is_above_approves_it(chain: DemoOrder, screen: Screen) -> None:
    page = screen.page
    await screen.go("/")
    await page.get_by_role("link", name="待审批订单 2").click()
    waiting = page.locator("section").filter(has_text=f"{STORE} · {SOURCE}")
    await expect(waiting).to_contain_text("需要批准：")
    async with phone.reaching(page, "/approval"):
        await waiting.get_by_role("button", name="批准").click()
    await expect(waiting).to_have_count(0)
    order = await chain.read(chain.path)
    assert (order["state"], order["decidedByName"]) == ("approved", "刘强")
    assert (await chain.steps())[3:] == [("approved", "regional")]
    month, day = (int(each) for each in order["expectedOn"].split("-")[1:])
    warehouse, wave = chain.source["warehouseId"], order["expectedOn"]
    total = f"{order['totals']['cents'] / 100:.2f}"
    await chain.hears(
        ("manager", f"{STORE}：订单已批准", f"{SOURCE}，{total} 元。", f"/orders/{chain.id}"),
        (
            "buyer",
            f"浦东总仓：{month}月{day}日要送的订单",
            "有 4 张门店订单已批准，请接单、分货。",
            f"/warehouse?warehouse={warehouse}&day={wave}",
        ),
    )


async def the_warehouse_shares_what_it_has(
    chain: DemoOrder, screen: Screen, lines: dict[str, Decimal]
) -> dict[str, Decimal]:
    page, order = screen.page, await chain.read(chain.path)
    query = {"warehouse": chain.source["warehouseId"], "day": order["expectedOn"]}
    shares = await chain.read("/api/order-waves/shares", "buyer", **query)
    [cola] = shares["products"]
    mine = next(Decimal(each["share"]) for each in cola["stores"] if each["orderId"] == chain.id)
    given = [Decimal(each["share"]) for each in cola["stores"]]
    assert (cola["name"]["zh"], cola["there"], len(given), sum(given)) == (COLA, "36", 4, 36)
    assert all(each % 12 == 0 for each in given)
    await screen.go(f"/console/order-waves?warehouse={query['warehouse']}&day={query['day']}")
    await page.get_by_role("button", name="分配并接单").click()
    asking = page.get_by_role("dialog", name="分货方案")
    share = asking.get_by_role("textbox", name=f"{STORE} 分到 {COLA} 的数量")
    await expect(share).to_have_value(f"{mine}")
    await asking.get_by_role("button", name="分配并接单").click()
    await expect(asking).to_have_count(0)
    told = await chain.read(f"{chain.path}/fulfilment")
    confirmed = {line["name"]["zh"]: Decimal(line["confirmed"]) for line in told["lines"]}
    assert (told["state"], confirmed) == ("accepted", lines | {COLA: mine})
    assert (await chain.steps())[4:] == [("accepted", "buyer")]
    cut = [
        (managers[each["storeName"]], each["storeName"], each["orderId"])
        for each in cola["stores"]
        if Decimal(each["share"]) < Decimal(each["ordered"])
    ]
    await chain.hears(
        *(
            (who, f"{store}：订单已接单，数量有减少", f"{SOURCE}：1 个商品不能按订货数量供应。", f"/orders/{id_}")
            for who, store, id_ in cut
        )
    )
    return confirmed


managers = {STORE: "manager", "静安寺店": "manager.sh002", "徐家汇店": "manager.sh003", "五角场店": "manager.sh004"}


async def it_is_sent_in_two_deliveries(chain: DemoOrder, screen: Screen, books: dict[str, Book]) -> dict[str, Book]:
    page = screen.page
    sent = {name: each.kept for name, each in books.items()} | {RICE: FIRST}
    now = books
    for number, load in enumerate((sent, {RICE: books[RICE].kept - FIRST}), 1):
        await page.get_by_role("button", name=f"发货到 {STORE}").click()
        asking = page.get_by_role("dialog", name=f"发货到 {STORE}")
        box = asking.get_by_role("textbox", name=f"本次发 {RICE} 的数量")
        await expect(box).to_have_value(f"{now[RICE].kept:f}")
        await box.fill(f"{load[RICE]:f}")
        await asking.get_by_role("button", name="发货", exact=True).click()
        await expect(asking).to_have_count(0)
        now = {
            name: Book(each.there - gone, each.kept - gone, each.here, each.coming + gone)
            for name, each in now.items()
            for gone in [load.get(name, Decimal(0))]
        }
        assert await chain.book(list(now)) == now
        lines = sum(quantity > 0 for quantity in load.values())
        text = f"{SOURCE}，{lines} 个商品，请准备收货。"
        await chain.hears(*((who, f"{STORE}：有货在途", text, f"/orders/{chain.id}") for who in ("clerk", "manager")))
        state = (await chain.read(chain.path))["state"]
        assert state == ("partly_shipped" if number == 1 else "shipped")
    assert (await chain.steps())[5:] == [("shipped", "buyer")] * 2
    return now


async def the_first_comes_whole(chain: DemoOrder, screen: Screen, books: dict[str, Book]) -> dict[str, Book]:
    page = screen.page
    await screen.go("/orders")
    await page.get_by_role("main").get_by_role("link", name=f"收货 · {SOURCE} 第 1 车").click()
    await page.get_by_role("button", name="确认收货").click()
    sure = page.get_by_role("dialog", name="确认收货？")
    async with phone.reaching(page, "/receipts"):
        await sure.get_by_role("button", name="确认收货").click()
    second = books[RICE].coming - FIRST
    now = {
        name: Book(each.there, each.kept, each.here + each.coming - left, left)
        for name, each in books.items()
        for left in [second if name == RICE else Decimal(0)]
    }
    assert await chain.book(list(now)) == now
    assert (await chain.steps())[7:] == [("received", "manager")]
    assert (await chain.read(chain.path))["state"] == "partly_received"
    return now


async def the_second_comes_in_part_and_damaged(chain: DemoOrder, screen: Screen, books: dict[str, Book]) -> None:
    page = screen.page
    await screen.go("/orders")
    await page.get_by_role("main").get_by_role("link", name=f"收货 · {SOURCE} 第 2 车").click()
    line = page.get_by_role("listitem").get_by_role("article", name=RICE)
    await line.get_by_role("button", name=f"破损、批次、备注：{RICE}").click()
    sheet = page.get_by_role("dialog", name=RICE)
    await sheet.get_by_role("textbox", name="破损").fill(f"{DAMAGED}")
    await sheet.get_by_role("textbox", name="收好的").fill(f"{GOOD}")
    await shoot(page, sheet, "拍破损照片")
    await sheet.get_by_role("textbox", name="备注").fill("压坏两盒")
    await sheet.get_by_role("button", name="好了").click()
    await expect(line.get_by_test_id("receive-said")).to_contain_text("还差 4，以后再收")
    await page.get_by_role("button", name="确认收货（1 行不一致）").click()
    sure = page.get_by_role("dialog", name="确认收货？")
    async with phone.reaching(page, "/receipts"):
        await sure.get_by_role("button", name="确认收货").click()
    rice = books[RICE]
    left = rice.coming - GOOD - DAMAGED
    assert await chain.book(list(books)) == books | {RICE: Book(rice.there, rice.kept, rice.here + GOOD, left)}
    assert sorted((await chain.steps())[8:]) == [("claim_opened", "manager"), ("received", "manager")]
    told = await chain.read(f"{chain.path}/fulfilment")
    [claim] = told["claims"]
    assert (told["state"], claim["kind"], claim["quantity"], len(claim["photoIds"])) == (
        "partly_received", "damage", f"{DAMAGED}", 1,
    )  # fmt: skip
    worth = f"{claim['valueCents'] / 100:.2f}"
    text = f"{RICE}破损 {DAMAGED}，{worth} 元。"
    await chain.hears(("buyer", f"{STORE}：有收货索赔待处理", text, f"/console/order-claims/{claim['id']}"))


async def the_claim_is_settled(chain: DemoOrder, screen: Screen) -> None:
    page = screen.page
    [claim] = (await chain.read(f"{chain.path}/fulfilment"))["claims"]
    await screen.go(f"/console/order-claims/{claim['id']}")
    drawer = page.get_by_role("dialog", name=RICE)
    await expect(drawer.get_by_role("img")).to_have_count(1)
    await drawer.get_by_role("button", name="同意赔付").click()
    asking = page.get_by_role("dialog", name="同意赔付")
    await asking.get_by_role("button", name="同意赔付").click()
    await expect(asking).to_have_count(0)
    await expect(drawer).to_contain_text("已赔付")
    [claim] = (await chain.read(f"{chain.path}/fulfilment"))["claims"]
    assert (claim["state"], claim["settledCents"], claim["decidedByName"]) == ("settled", claim["valueCents"], "赵磊")
    assert (await chain.steps())[10:] == [("claim_decided", "buyer")]
    text = f"{SOURCE}认可{RICE} {claim['valueCents'] / 100:.2f} 元。"
    await chain.hears(("manager", f"{STORE}：索赔已认可", text, f"/orders/{chain.id}"))
