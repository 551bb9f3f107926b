"""A schedule made at a desk is a visit on the inspector's phone, in the calendar, and moved by keyboard."""

from collections.abc import AsyncGenerator

import pytest
from playwright.async_api import expect

from tests.factories.browser import Screen, open_screen
from tests.factories.inspections import checkpoint, publish, template
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.today import today
from tests.journeys.cast import Launch


@pytest.fixture
async def desk(served: Installation, company: Org, launch: Launch) -> AsyncGenerator[Screen]:
    """The regional manager's desk, before an empty list of schedules; there is one checklist."""
    async with served.client(company, "regional") as regional:
        await publish(regional, template([checkpoint("floor")]))
    async with launch(None) as browser:
        screen = await open_screen(browser, served.origin, desk=True)
        await screen.page.set_viewport_size({"width": 1440, "height": 900})
        await screen.log_in(company.username("regional"), company.password, path="/console/visit-schedules")
        yield screen
        await screen.context.close()


async def test_a_schedule_made_at_a_desk_is_a_visit_on_the_phone(
    desk: Screen, served: Installation, company: Org, launch: Launch
) -> None:
    page = desk.page
    await page.get_by_role("button", name="新建计划").click()
    form = page.get_by_role("dialog", name="新建计划")
    await form.get_by_label("计划名称").fill("每天早上")
    await form.get_by_role("combobox", name="区域", exact=True).press("Enter")
    await page.get_by_role("option", name="A 区").click()
    await form.get_by_label("计划名称").click()
    await form.get_by_text("按天", exact=True).click()
    await form.get_by_label("周一", exact=True).uncheck()
    await form.get_by_role("button", name="保存").click()
    await expect(form).to_be_hidden()
    row = page.get_by_role("row").filter(has_text="每天早上")
    await expect(row).to_contain_text("每天")
    await expect(row).to_contain_text("督导")
    # The job has made its visits: today's and the next days' at both stores of the region.
    await page.goto(f"{served.origin}/console/visit-calendar?span=week")
    visits = page.get_by_role("button", name="A1 店")
    await expect(visits.first).to_be_visible()
    async with launch(None) as browser:
        phone = await open_screen(browser, served.origin)
        await phone.log_in(company.username("inspector"), company.password)
        await phone.page.get_by_role("link", name="一周安排").click()
        await expect(phone.page.get_by_role("link", name="A1 店").first).to_be_visible()
        await expect(phone.page.get_by_role("link", name="A2 店").first).to_be_visible()
        assert phone.watch.complaints == []
        await phone.context.close()
    # Next week's first visit goes one day on by keyboard alone.
    await page.get_by_role("button", name="往后").click()
    chip = page.get_by_role("button", name="A1 店").first
    await chip.focus()
    await page.keyboard.press("Alt+ArrowDown")
    await expect(page.get_by_role("status").filter(has_text="A1 店 改到")).to_be_attached()
    async with served.client(company, "regional") as regional:
        asked = {"from": today().isoformat(), "to": today(20).isoformat()}
        days = (await regional.get("/api/visit-calendar", **asked)).json()["days"]
    assert sorted({sum(v["storeName"] == "A1 店" for v in day["visits"]) for day in days}) == [0, 1, 2]
    assert desk.watch.complaints == []
