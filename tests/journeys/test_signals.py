"""A store manager tells of a local event without network; head office sees it, and both see what it did."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from playwright.async_api import Browser, expect

from storewalk.ordering.service.signal_review import keep_review
from storewalk.stores.api import business_date
from tests.factories.browser import Screen, open_screen, served_by_worker
from tests.factories.catalog import found_catalogue
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product
from tests.factories.today import today
from tests.journeys import phone
from tests.journeys.cast import Launch

COLA = "可口可乐"


@dataclass
class Mall:
    """Store A1 in a mall that had an anniversary a month ago."""

    served: Installation
    org: Org
    browser: Browser
    cola: str

    async def open(self, role: str, *, desk: bool = False, path: str = "/") -> Screen:
        """Open a phone, or a desk, for an account."""
        screen = await open_screen(self.browser, self.served.origin, desk=desk)
        await screen.log_in(self.org.username(role), self.org.password, path=path)
        return screen


@pytest.fixture
async def mall(served: Installation, company: Org, launch: Launch, full_shelf: Path) -> AsyncGenerator[Mall]:
    """The store, a product, and the anniversary with what it was measured to have done."""
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
        cola = await add_product(buyer, "C1", name={"zh": COLA, "en": "Cola"})
    form = {
        "kind": "mall_anniversary",
        "firstDay": str(today(-33)),
        "lastDay": str(today(-30)),
        "uplift": 1.5,
        "placeIds": [str(company.places["A1"])],
    }
    async with served.client(company, "manager") as manager:
        answer = await manager.post("/api/demand/signals", form)
        assert answer.status_code == 201, answer.text
    async with served.platform.transaction(company.system) as tx:
        await keep_review(tx, UUID(answer.json()["id"]), 1.82, 41.0, tx.now)
    async with launch(full_shelf) as browser:
        yield Mall(served, company, browser, cola)


async def test_a_signal_that_was_entered_without_network_reaches_head_office(mall: Mall) -> None:
    manager = await mall.open("manager")
    await she_sees_what_the_anniversary_did(manager)
    await she_tells_of_a_viral_product_offline(manager)
    await head_office_sees_both(mall)
    await she_ends_it_today(manager, mall)
    await a_notice_of_a_run_on_goods_has_them_filled_in(manager, mall)
    assert manager.watch.complaints == []
    await manager.context.close()


@pytest.mark.e2e
async def test_next_years_days_off_are_imported_at_the_desk_and_one_is_edited(mall: Mall, tmp_path: Path) -> None:
    screen = await mall.open("buyer", desk=True, path="/console/calendar?year=2031")
    page = screen.page
    await expect(page.get_by_text("2031 年的放假安排还没有")).to_be_visible()
    await page.get_by_role("button", name="导入").click()
    dialog = page.get_by_role("dialog", name="导入放假安排")
    await dialog.locator("input[type=file]").set_input_files(
        sheet(tmp_path, "2031-01-22,放假,春节", "2031-01-24,上班,春节")
    )
    await expect(dialog).to_contain_text("不是周六或周日")
    await expect(dialog.get_by_role("button", name="导入", exact=True)).to_be_disabled()
    await dialog.locator("input[type=file]").set_input_files(
        sheet(tmp_path, "2031-01-22,放假,春节", "2031-01-25,上班,春节")
    )
    await dialog.get_by_role("button", name="导入 2 行").click()
    await expect(page.get_by_role("button", name="1月22日周三 · 春节 · 放假")).to_be_visible()
    await expect(page.get_by_role("button", name="1月25日周六 · 春节 · 调休上班")).to_be_visible()
    await page.get_by_role("button", name="1月23日周四", exact=True).click()
    day = page.get_by_role("dialog", name="1月23日周四")
    await day.get_by_label("中文名称").fill("春节")
    await day.get_by_role("button", name="保存").click()
    await page.get_by_role("button", name="1月23日周四 · 春节 · 放假").click()
    await page.get_by_role("dialog", name="1月23日周四").get_by_role("button", name="恢复内置").click()
    await expect(page.get_by_role("button", name="1月23日周四", exact=True)).to_be_visible()
    async with mall.served.client(mall.org, "buyer") as buyer:
        days = (await buyer.get("/api/demand/calendar", year=2031)).json()["days"]
    assert [(each["day"], each["kind"], each["name"]["en"]) for each in days] == [
        ("2031-01-22", "day_off", "Spring Festival"),
        ("2031-01-25", "worked_weekend", "Spring Festival"),
    ]
    assert screen.watch.complaints == []
    await screen.context.close()


def sheet(folder: Path, *rows: str) -> Path:
    """Write a sheet of days off as a spreadsheet in China saves it."""
    path = folder / "放假安排.csv"
    path.write_bytes("\r\n".join(["日期,类型,名称", *rows]).encode("gb18030"))
    return path


async def she_sees_what_the_anniversary_did(screen: Screen) -> None:
    page = screen.page
    await served_by_worker(page)
    await page.get_by_role("link", name="门店").click()
    await page.get_by_role("link", name="A1 店").click()
    await page.get_by_role("link", name="门店动态").click()
    card = page.get_by_role("article", name="商场店庆")
    await expect(card).to_contain_text("+50%")
    await expect(card).to_contain_text("+82%")
    await expect(card).to_contain_text("约 41 天的销量")


async def she_tells_of_a_viral_product_offline(screen: Screen) -> None:
    page = screen.page
    await screen.context.set_offline(True)
    await page.get_by_role("button", name="报一条动态").click()
    await expect(page.get_by_role("button", name="先选什么事")).to_be_disabled()
    await page.get_by_role("button", name="商品走红").click()
    await page.get_by_role("button", name="多一成").click()
    await page.get_by_role("button", name="搜索").click()
    search = page.get_by_role("dialog", name="找商品")
    await search.get_by_role("searchbox").fill("可乐")
    await search.get_by_role("button", name=COLA).click()
    await page.get_by_role("button", name="报上去").click()
    card = page.get_by_role("article", name="商品走红")
    await expect(card).to_contain_text("待上传")
    await expect(card).to_contain_text("+110%")
    await expect(card).to_contain_text(COLA)
    await screen.context.set_offline(False)
    await phone.all_sent(page)
    # The line that was cut is no fault of the app.
    screen.watch.complaints[:] = [each for each in screen.watch.complaints if "DISCONNECTED" not in each]


async def head_office_sees_both(mall: Mall) -> None:
    screen = await mall.open("buyer", desk=True, path="/console/signals")
    page = screen.page
    row = page.get_by_role("row", name="商品走红")
    for text in ("进行中", "A1 店", COLA, "+110%", "manager"):
        await expect(row).to_contain_text(text)
    await page.get_by_role("group", name="日期").get_by_text("过去").click()
    past = page.get_by_role("row", name="商场店庆")
    for text in ("已结束", "+50%", "+82%"):
        await expect(past).to_contain_text(text)
    await expect(page.get_by_role("row", name="商品走红")).to_have_count(0)
    assert screen.watch.complaints == []
    await screen.context.close()


async def she_ends_it_today(screen: Screen, mall: Mall) -> None:
    page = screen.page
    await screen.go(f"/signals?store={mall.org.places['A1']}")
    async with phone.reaching(page, ""):
        await page.get_by_role("article", name="商品走红").get_by_role("button", name="今天结束").click()
    async with mall.served.client(mall.org, "manager") as manager:
        items = (await manager.get("/api/demand/signals", kind="viral_product")).json()["items"]
    async with mall.served.platform.transaction(mall.org.system) as tx:
        today = await business_date(tx, mall.org.places["A1"], tx.now)
    assert [(each["version"], each["lastDay"]) for each in items] == [(2, str(today))]


async def a_notice_of_a_run_on_goods_has_them_filled_in(screen: Screen, mall: Mall) -> None:
    page = screen.page
    await screen.go(f"/signals/new?store={mall.org.places['A1']}&product={mall.cola}")
    await expect(page.get_by_role("button", name="商品走红")).to_have_attribute("aria-pressed", "true")
    await expect(page.get_by_role("button", name=f"去掉 {COLA}")).to_be_visible()
    await expect(page.get_by_role("button", name="报上去")).to_be_enabled()
