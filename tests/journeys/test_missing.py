"""What an inspector sees empty: scanned without network, sent with the visit, and held against the book."""

import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, expect

from storewalk.stores.api import store_clock
from tests.factories.barcodes import ean13
from tests.factories.browser import Screen, eventually, open_screen, served_by_worker
from tests.factories.catalog import found_catalogue
from tests.factories.inspections import checkpoint, publish, template
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product, ago, line, receive
from tests.journeys import phone
from tests.journeys.arrange import show
from tests.journeys.cast import Launch
from tests.journeys.stocktake import Zone, catalogue_is_here

NAMES = ("鲜牛奶", "绿茶", "面包", "果汁")
CODES = {name: ean13(f"691{number:09}") for number, name in enumerate(NAMES)}
SOLD, CORE = "今天卖热食吗？", "热食中心温度"
HOT_FOOD = (
    checkpoint("sold", title={"zh": SOLD, "en": "Is hot food sold today?"}),
    checkpoint(
        "core",
        "number",
        title={"zh": CORE, "en": "Core temperature"},
        numberMin=60,
        noteRule="onFail",
        photoRule="onFail",
        minPhotos=2,
        critical=True,
        condition={"key": "sold", "outcomes": ["pass"]},
        hint={"zh": "调高温度，十分钟后再测", "en": "Turn it up and measure again after ten minutes"},
        reference={"zh": "手册 3.2", "en": "Manual 3.2"},
    ),
)
TITLE = {"zh": phone.COOLER, "en": "Is the drinks cooler full?"}


@dataclass
class Shelf:
    """The inspector's phone and a desk at head office; milk lies in the back room, tea on the shelf, no bread."""

    served: Installation
    org: Org
    inspector: Screen
    desk: Screen
    visit_id: str
    products: dict[str, str]

    @property
    def visit(self) -> phone.Visit:
        """The visit on the inspector's phone."""
        return phone.Visit(self.inspector.page)

    @property
    def sheet(self) -> Locator:
        """The sheet that scans."""
        return self.inspector.page.get_by_role("dialog", name="缺货商品")


@pytest.fixture
async def shelf(
    served: Installation, company: Org, launch: Launch, gappy_shelf: Path, full_shelf: Path
) -> AsyncGenerator[Shelf]:
    """Four products, of which two are there, and a visit of one shelf that is planned for today."""
    store = company.places["A1"]
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
        products = {
            name: await add_product(buyer, f"Q{number}", name={"zh": name, "en": name}, barcodes=[code])
            for number, (name, code) in enumerate(CODES.items())
        }
        goods = (line(products["鲜牛奶"], "24", 7_200, "back_room"), line(products["绿茶"], "17", 5_100))
        await receive(buyer, store, *goods, receivedAt=ago(hours=3))
    visit = await plan_shelf(served, company)
    async with launch(gappy_shelf) as pocket, launch(full_shelf) as office:
        inspector, desk = await open_screen(pocket, served.origin), await open_screen(office, served.origin, desk=True)
        yield Shelf(served, company, inspector, desk, visit["id"], products)


async def plan_shelf(served: Installation, org: Org) -> dict[str, Any]:
    async with served.platform.transaction(org.system) as tx:
        today = (await store_clock(tx, org.places["A1"])).business_date(datetime.now(UTC))
    async with served.client(org, "regional") as regional:
        shelf = checkpoint("cooler", "photo", shelf=True, title=TITLE, minAvailability=0.5)
        checklist = await publish(regional, template([shelf, *HOT_FOOD]))
        form = {
            "storeId": str(org.places["A1"]),
            "templateId": checklist["id"],
            "inspectorId": str(org.accounts["inspector"]),
            "plannedFor": today.isoformat(),
        }
        answer = await regional.post("/api/inspection-plans", form)
        assert answer.status_code == 201, answer.text
    return answer.json()


async def test_what_is_seen_empty_is_refilled_counted_or_ordered(shelf: Shelf) -> None:
    await the_visit_begins(shelf)
    await the_shelf_is_scanned_without_network(shelf)
    await what_is_not_asked_is_hidden_without_network(shelf)
    await the_summary_is_sent(shelf)
    await the_book_answers(shelf)
    await head_office_sees_it(shelf)
    for screen in (shelf.inspector, shelf.desk):
        assert [each for each in screen.watch.complaints if "ERR_INTERNET_DISCONNECTED" not in each] == []


async def the_visit_begins(shelf: Shelf) -> None:
    page = shelf.inspector.page
    await shelf.inspector.log_in(shelf.org.username("inspector"), shelf.org.password)
    await served_by_worker(page)
    await shelf.inspector.go(f"/visits/{shelf.visit_id}")
    async with phone.reaching(page, "/start"):
        await page.get_by_role("button", name="去巡店").click()
    await shelf.inspector.settle()
    await catalogue_is_here(shelf.inspector, len(NAMES))
    await shelf.inspector.context.set_offline(True)


async def the_shelf_is_scanned_without_network(shelf: Shelf) -> None:
    card, sheet = shelf.visit.card(phone.COOLER), shelf.sheet
    await card.get_by_role("button", name="扫码").click()
    scanner = Zone(shelf.inspector.page)
    await scanner.pull_the_trigger(CODES["鲜牛奶"], CODES["绿茶"])
    await expect(sheet.get_by_role("status")).to_have_text("已添加 绿茶")
    await scanner.pull_the_trigger(CODES["鲜牛奶"])
    await expect(sheet.get_by_role("status")).to_have_text("鲜牛奶 已经在清单里")
    await scanner.pull_the_trigger("6999999999994")
    await expect(sheet.get_by_role("status")).to_have_text("商品资料里没有 6999999999994")
    for typed, name in (("面", "面包"), ("Q3", "果汁")):
        await sheet.get_by_role("searchbox").fill(typed)
        await sheet.get_by_role("button", name=re.compile(f"^{name}")).click()
    await sheet.get_by_role("button", name="移除 果汁").click()
    await sheet.get_by_role("button", name="完成（3）").click()
    await expect(sheet).to_be_hidden()
    await expect(card.get_by_test_id("missing").get_by_role("listitem")).to_have_text(["鲜牛奶", "绿茶", "面包"])
    await expect(card).to_contain_text("还要拍 1 张照片")
    await shelf.visit.photograph(phone.COOLER, "拍货架")
    await shelf.visit.say(phone.COOLER, "通过")


async def what_is_not_asked_is_hidden_without_network(shelf: Shelf) -> None:
    core, header = shelf.visit.card(CORE), shelf.inspector.page.get_by_role("banner")
    await expect(core).to_have_count(0)
    await expect(header).to_contain_text("1/2")
    await shelf.visit.say(SOLD, "通过")
    await shelf.visit.enter(CORE, "40")
    await expect(header).to_contain_text("3/3")
    for told in ("依据：手册 3.2", "怎么改：调高温度，十分钟后再测", "还要拍 2 张照片", "需要写说明"):
        await expect(core).to_contain_text(told)
    await shelf.visit.say(SOLD, "不适用")
    await expect(core).to_have_count(0)
    await expect(header).to_contain_text("2/2")


async def the_summary_is_sent(shelf: Shelf) -> None:
    page = shelf.inspector.page
    await shelf.visit.sum_up()
    found = page.locator("section").filter(has=page.get_by_role("heading", name="缺货商品"))
    await expect(found.get_by_role("listitem")).to_have_text(["鲜牛奶", "绿茶", "面包"])
    await shelf.visit.send()
    await shelf.inspector.context.set_offline(False)
    await phone.all_sent(page)


async def the_book_answers(shelf: Shelf) -> None:
    async with shelf.served.client(shelf.org, "manager") as manager:

        async def hinted() -> list[dict[str, Any]]:
            items = (await show(manager, "/api/notifications"))["items"]
            return [each for each in items if each["kind"] == "stock.out_of_stock"]

        [hint] = await eventually(hinted)
        assert hint["body"]["zh"] == f"“{phone.COOLER}”：面包，货架和后仓都没有，请安排订货。"
        assert hint["link"] == f"/visits/{shelf.visit_id}"
        tasks = (await show(manager, "/api/tasks"))["items"]
        assert [task["title"]["zh"] for task in tasks if task["kind"] == "refill"] == ["从后仓补货：鲜牛奶 24 瓶"]
        [count] = (await show(manager, "/api/counts"))["items"]
        assert (count["kind"], count["title"]) == ("spot", "抽盘 绿茶")
        visit = await show(manager, f"/api/inspections/{shelf.visit_id}")
        assert visit["answers"][0]["missingProductIds"] == [shelf.products[name] for name in NAMES[:3]]
        core = visit["answers"][2]
        assert (core["value"]["number"], visit["notAsked"], visit["total"]) == (40.0, [core["checkpointId"]], 2)


async def head_office_sees_it(shelf: Shelf) -> None:
    path = f"/console/visits/{shelf.visit_id}"
    await shelf.desk.log_in(shelf.org.username("admin"), shelf.org.password, path=path)
    drawer = shelf.desk.page.get_by_role("dialog")
    await expect(drawer).to_contain_text(re.compile(r"缺货：\s*鲜牛奶\s*绿茶\s*面包"))
