"""A colleague goes instead, from his own phone: who had the visit reads so, and what she began unaware is refused."""

from collections.abc import AsyncGenerator
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.factories.browser import Screen, open_screen, served_by_worker
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import plan_visit, show
from tests.journeys.cast import Launch

pytestmark = pytest.mark.e2e
COLLEAGUE = "顾言"


@pytest.fixture
async def browser(launch: Launch) -> AsyncGenerator[Browser]:
    """A browser for both phones."""
    async with launch(None) as opened:
        yield opened


@pytest.fixture
async def visit(served: Installation, company: Org) -> dict[str, Any]:
    """Today's visit of the inspector's at A1; a colleague has the same region."""
    grants = [{"role": "inspector", "nodeId": str(company.places["A"])}]
    form = {"username": f"guyan{company.suffix}", "name": COLLEAGUE, "password": company.password, "grants": grants}
    async with served.client(company, "admin") as admin:
        answer = await admin.post("/api/accounts", form)
        assert answer.status_code == 201, answer.text
    return await plan_visit(served, company)


async def test_a_colleague_takes_a_visit_over_and_who_had_it_is_told_what_became_of_hers(
    served: Installation, company: Org, browser: Browser, visit: dict[str, Any]
) -> None:
    first, second = [await open_screen(browser, served.origin) for _ in range(2)]
    await first.log_in(company.username("inspector"), company.password)
    await first.page.get_by_role("link", name="A1 店").click()
    await expect(first.page.get_by_role("button", name="去巡店")).to_be_visible()
    await served_by_worker(first.page)
    await phone.all_sent(first.page)
    await first.context.set_offline(True)

    await second.log_in(f"guyan{company.suffix}", company.password)
    await he_goes_instead(second.page, visit["inspectorName"])
    await she_goes_unaware(first)
    await first.context.set_offline(False)
    await expect(phone.pill(first.page)).to_have_attribute("aria-label", "1 项需要处理，查看")
    await she_lets_hers_go(first)
    faults = [said for said in first.watch.complaints if "ERR_INTERNET_DISCONNECTED" not in said]
    assert [said.split()[0] for said in faults] == ["403:"]
    assert second.watch.complaints == []
    for screen in (first, second):
        await screen.context.close()
    async with served.client(company, "regional") as regional:
        held = await show(regional, f"/api/inspections/{visit['id']}")
    assert (held["inspectorName"], held["status"], held["answered"]) == (COLLEAGUE, "started", 0)


async def he_goes_instead(page: Page, name: str) -> None:
    await page.get_by_role("navigation").get_by_role("link", name="门店").click()
    await page.get_by_role("link", name="A1 店").click()
    await page.get_by_role("link", name="去巡店").click()
    await expect(page.get_by_role("button", name=f"替{name}去巡店")).to_be_visible()
    await page.get_by_role("button", name=f"替{name}去巡店").click()
    asked = page.get_by_role("dialog", name="接手这次巡店？")
    await expect(asked).to_contain_text(f"这次巡店原来由{name}负责")
    await asked.get_by_role("button", name="接手").click()
    await page.get_by_role("button", name="去巡店", exact=True).click()
    await expect(page.get_by_role("article").first).to_be_visible()
    await phone.all_sent(page)


async def she_goes_unaware(screen: Screen) -> None:
    await screen.page.get_by_role("button", name="去巡店").click()
    await phone.Visit(screen.page).say(phone.TAGS, "通过")


async def she_lets_hers_go(screen: Screen) -> None:
    """Her phone says who has the visit, keeps what she did until she lets it go, and her inbox tells the same."""
    page = screen.page
    await phone.pill(page).click()
    refused = page.get_by_role("main").get_by_role("alert")
    await expect(refused).to_contain_text(f"这次检查由{COLLEAGUE}负责，您只能查看。")
    await expect(page.get_by_role("heading", name="答案与操作 1", exact=True)).to_be_visible()
    begun = page.get_by_role("article").filter(has_text="开始巡店")
    await begun.get_by_role("button", name="这件事的 2 项全部放弃").click()
    await page.get_by_role("dialog").get_by_role("button", name="这件事的 2 项全部放弃").click()
    await expect(begun).to_have_count(0)
    await phone.all_sent(page)
    await screen.push("/inbox")
    await expect(page.get_by_role("main")).to_contain_text("A1 店：巡店已转给同事")
