"""A store makes its own food safety check without signal; the inspector looks again at a drawn one, which is seen."""

import re
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.factories.browser import Screen, eventually, open_screen, served_by_worker
from tests.factories.inspections import checkpoint, publish, template, words
from tests.factories.organization import Org
from tests.factories.plans import add_schedule, plan_night, self_check
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import show
from tests.journeys.cast import Launch

CHILLER, DATES = "冷藏柜温度", "没有过期食品"


@dataclass
class Store:
    """A store's phone, the inspector's and a desk."""

    served: Installation
    org: Org
    clerk: Screen
    inspector: Screen
    desk: Screen


@pytest.fixture
async def store(served: Installation, company: Org, launch: Launch) -> AsyncGenerator[Store]:
    """The daily control is due today at A1, and all of it is looked at again."""
    points = [
        checkpoint("chiller", "number", title=words(CHILLER), numberMin=0, numberMax=5, unit="℃"),
        checkpoint("dates", title=words(DATES), critical=True),
    ]
    async with AsyncExitStack() as open_:
        regional = await open_.enter_async_context(served.client(company, "regional"))
        daily = await publish(regional, template(points, name=words("日管控")))
        only = {"storeIds": [str(company.places["A1"])], "regionIds": []}
        await add_schedule(regional, self_check(company, daily["id"], name="日管控", samplePercent=100, **only))

        async def due() -> bool:
            async with served.client(company, "clerk") as clerk:
                return (await show(clerk, "/api/sync"))["visits"] != []

        assert await eventually(due)
        browser = await open_.enter_async_context(launch(None))
        phones = [await open_screen(browser, served.origin) for _ in range(2)]
        desk = await open_screen(browser, served.origin, desk=True)
        yield Store(served, company, phones[0], phones[1], desk)
        for screen in (*phones, desk):
            assert [said for said in screen.watch.complaints if "ERR_INTERNET_DISCONNECTED" not in said] == []
            await screen.context.close()


@pytest.mark.e2e
async def test_a_stores_own_check_is_made_without_signal_and_what_it_said_is_looked_at_again(store: Store) -> None:
    await store.clerk.log_in(store.org.username("clerk"), store.org.password)
    await served_by_worker(store.clerk.page)
    await phone.all_sent(store.clerk.page)
    await the_store_checks_itself_without_signal(store.clerk)
    check = await the_check(store)
    assert (check["status"], check["score"], check["kind"], check["inspectorId"]) == (
        "scored", 100, "selfCheck", str(store.org.accounts["clerk"]),
    )  # fmt: skip
    await plan_night(store.served.platform, store.org)
    await store.inspector.log_in(store.org.username("inspector"), store.org.password)
    await she_looks_again(store.inspector.page)
    await the_desk_sees_how_far_they_agree(store)


async def the_store_checks_itself_without_signal(clerk: Screen) -> None:
    page, visit = clerk.page, phone.Visit(clerk.page)
    await clerk.context.set_offline(True)
    await page.reload()
    await page.get_by_role("link", name="A1 店").first.click()
    await page.get_by_role("button", name="开始自查").click()
    await visit.enter(CHILLER, "4")
    await visit.say(DATES, "通过")
    await visit.submit()
    await clerk.context.set_offline(False)
    await phone.all_sent(page)


async def the_check(store: Store) -> dict[str, Any]:
    async with store.served.client(store.org, "clerk") as clerk:
        [done] = [v for v in (await show(clerk, "/api/inspections"))["items"] if v["status"] == "scored"]
        return await show(clerk, f"/api/inspections/{done['id']}")


async def she_looks_again(page: Page) -> None:
    """Her visit comes unannounced, by the same checklist, beside what the store said of itself."""
    visit = phone.Visit(page)
    await expect(page.get_by_role("heading", name="接下来 1")).to_be_visible()
    await page.get_by_role("link", name="A1 店").click()
    await page.get_by_role("button", name="去巡店").click()
    await expect(visit.card(CHILLER)).to_contain_text(re.compile(r"上次门店自查.*通过\s*· 4"))
    await expect(visit.card(DATES)).to_contain_text(re.compile("上次门店自查.*通过"))
    await visit.enter(CHILLER, "4")
    await visit.say(DATES, "未通过")
    async with phone.reaching(page, "/submission"):
        await visit.submit()


async def the_desk_sees_how_far_they_agree(store: Store) -> None:
    path = "/console/reports/inspectors"
    await store.desk.log_in(store.org.username("regional"), store.org.password, path=path)
    page = store.desk.page
    agreed = page.get_by_role("main").locator("section").filter(has=page.get_by_role("heading", name="门店自查与抽查"))
    await expect(agreed).to_contain_text("50%")
