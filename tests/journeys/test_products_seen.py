"""A finding about a product: named, counted and dated without network, and read at the desk and in its task."""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.factories.browser import Screen, open_screen, served_by_worker, shoot
from tests.factories.catalog import found_catalogue
from tests.factories.client import Client
from tests.factories.inspections import Visit, begin, checkpoint, publish, template
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product
from tests.journeys import phone
from tests.journeys.arrange import show
from tests.journeys.cast import Launch

EXPIRED = {"zh": "货架上没有过期商品？", "en": "Is nothing past its date?"}


@dataclass
class Found:
    """A visit under way of one question, the inspector's phone, and a desk."""

    visit: Visit
    manager: Client
    inspector: Screen
    desk: Screen


@pytest.fixture
async def found(served: Installation, company: Org, launch: Launch, gappy_shelf: Path) -> AsyncGenerator[Found]:
    """Milk and tea are sold; nothing is answered yet."""
    async with AsyncExitStack() as open_:
        buyer, regional, inspector, manager = [
            await open_.enter_async_context(served.client(company, role))
            for role in ("buyer", "regional", "inspector", "manager")
        ]
        await found_catalogue(buyer)
        for code, name in (("M1", "鲜牛奶"), ("T1", "绿茶")):
            await add_product(buyer, code, name={"zh": name, "en": name})
        checklist = await publish(regional, template([checkpoint("expired", title=EXPIRED, photoRule="onFail")]))
        visit = await begin(inspector, company.places["A1"], checklist["id"])
        browser = await open_.enter_async_context(launch(gappy_shelf))
        pocket, desk = await open_screen(browser, served.origin), await open_screen(browser, served.origin, desk=True)
        await pocket.log_in(company.username("inspector"), company.password)
        await desk.page.set_viewport_size({"width": 1440, "height": 900})
        yield Found(visit, manager, pocket, desk)


@pytest.mark.e2e
async def test_quantity_lot_and_expiry_are_kept_offline_and_stand_at_the_desk_and_in_the_task(
    found: Found, company: Org
) -> None:
    page = found.inspector.page
    await served_by_worker(page)
    await found.inspector.go(f"/visits/{found.visit.id}")
    card = phone.Visit(page).card(EXPIRED["zh"])
    await expect(card).to_be_visible()
    await found.inspector.context.set_offline(True)
    await phone.Visit(page).say(EXPIRED["zh"], "未通过")
    await shoot(page, card, "拍照")
    await card.get_by_test_id("missing").get_by_role("button", name="扫码").click()
    sheet = page.get_by_role("dialog", name="涉及哪些商品？")
    await sheet.get_by_role("searchbox").fill("鲜牛奶")
    await sheet.get_by_role("button", name="添加", exact=True).click()
    await sheet.get_by_role("button", name="完成").click()
    await card.get_by_role("button", name="鲜牛奶 填数量、批号").click()
    form = page.get_by_role("dialog", name="鲜牛奶")
    await form.get_by_label("数量").fill("0")
    await expect(form.get_by_role("alert")).to_contain_text("大于 0")
    await form.get_by_label("数量").fill("3")
    await form.get_by_label("批号").fill("L-7")
    await form.get_by_label("到期日").fill("2026-11-20")
    await form.get_by_role("button", name="保存").click()
    await expect(card).to_contain_text("批号 L-7")
    await page.reload()
    await expect(card).to_contain_text("2026-11-20 到期")
    await found.inspector.context.set_offline(False)
    await phone.all_sent(page)
    answer = await found.visit.shown("expired")
    assert [(each["quantity"], each["lotCode"], each["expiresOn"]) for each in answer["missingProducts"]] == [
        ("3", "L-7", "2026-11-20")
    ]
    await found.visit.submit(1)
    await found.desk.log_in(company.username("regional"), company.password, path=f"/console/visits/{found.visit.id}")
    await expect(found.desk.page.get_by_test_id("seen-products")).to_contain_text("批号 L-7 · 2026-11-20 到期")
    [task] = (await show(found.manager, "/api/tasks"))["items"]
    await found.desk.go(f"/console/tasks/{task['id']}")
    await expect(found.desk.page.get_by_test_id("seen-products")).to_contain_text("鲜牛奶 3")
