"""A day of visits: its way on the phone, also without signal; moved by hand at a desk; what counts as near is set."""

import re
from typing import Any

import pytest
from playwright.async_api import Locator, Page, Route, expect

from storewalk.stores.api import Position, to_gcj02
from tests.factories.browser import LAT, LNG, Screen, open_screen, served_by_worker
from tests.factories.client import Client
from tests.factories.inspections import checkpoint, publish, template, words
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.today import today
from tests.journeys import phone
from tests.journeys.arrange import show
from tests.journeys.cast import Launch

SUNDAY = 7
KM = 1 / 111.195
NEAR, FAR = 1.0, 4.0
"""How many kilometres north of the phone the stores A2 and A1 are."""


@pytest.fixture
async def nearest(served: Installation, company: Org) -> dict[str, Any]:
    """Visits of today at both stores and of tomorrow at the near one; return the near one's of today."""
    async with served.client(company, "admin") as admin:
        for place, km in (("A1", FAR), ("A2", NEAR)):
            await put_north(admin, str(company.places[place]), km)
    async with served.client(company, "regional") as regional:
        checklist = await publish(regional, template([checkpoint("floor", title=words("地面"))]))
        planned: list[dict[str, Any]] = []
        for place, days in (("A1", 0), ("A2", 0), ("A2", 1)):
            form = {"storeId": str(company.places[place]), "inspectorId": str(company.accounts["inspector"])}
            day = {"templateId": checklist["id"], "plannedFor": today(days).isoformat()}
            answer = await regional.post("/api/inspection-plans", form | day)
            assert answer.status_code == 201, answer.text
            planned.append(answer.json())
    return planned[1]


async def put_north(admin: Client, store_id: str, km: float) -> None:
    """Place a store so many kilometres north of the phone."""
    store = await show(admin, f"/api/stores/{store_id}")
    at = to_gcj02(Position(lat=LAT + km * KM, lng=LNG))
    form = {name: store[name] for name in ("code", "name", "regionId", "status", "timeZone", "openingHours")}
    position = {"lat": at.lat, "lng": at.lng, "datum": at.datum}
    answer = await admin.put(f"/api/stores/{store_id}", {**form, "position": position, "ifVersion": store["version"]})
    assert answer.status_code == 200, answer.text


@pytest.mark.e2e
async def test_a_day_is_walked_in_the_order_of_its_way_moved_at_a_desk_and_near_is_what_the_rule_says(
    served: Installation, company: Org, launch: Launch, nearest: dict[str, Any]
) -> None:
    async with launch(None) as browser:
        desk = await open_screen(browser, served.origin, desk=True)
        await desk.log_in(
            company.username("admin"), company.password, path=f"/console/visit-calendar?span=week&at={today(1)}"
        )
        inspector = await open_screen(browser, served.origin)
        await inspector.log_in(company.username("inspector"), company.password)
        await the_way_is_told_also_without_signal(inspector)
        await a_visit_is_dragged_to_another_day(desk.page)
        await the_week_on_the_phone_follows(inspector.page)
        await the_rule_is_refused_at_its_field_and_set(desk.page)
        await she_checks_in_without_a_word(inspector, nearest)
        assert [said.split()[0] for said in desk.watch.complaints] == ["400:"]
        assert [said for said in inspector.watch.complaints if "ERR_INTERNET_DISCONNECTED" not in said] == []
        for screen in (desk, inspector):
            await screen.context.close()
    async with served.client(company, "inspector") as client:
        found = (await show(client, f"/api/inspections/{nearest['id']}"))["checkIn"]
    assert (found["way"], found["flag"], found["reason"]) == ("position", None, None)
    assert 990 < found["distanceM"] < 1_010


async def the_way_is_told_also_without_signal(inspector: Screen) -> None:
    page = inspector.page
    await page.get_by_role("link", name="一周安排").click()
    await in_order(page)
    await served_by_worker(page)
    await phone.all_sent(page)
    await inspector.context.set_offline(True)
    await page.reload()
    await in_order(page)
    await inspector.context.set_offline(False)


async def in_order(page: Page) -> None:
    """The near store comes first, the other three kilometres on."""
    stops = page.get_by_role("main").get_by_role("list").first.get_by_role("listitem")
    await expect(page.get_by_role("heading", name="路线 · 2 站")).to_be_visible()
    await expect(stops).to_contain_text(["A2 店", "A1 店"])
    await expect(stops.nth(1)).to_contain_text("3 公里")
    await expect(page.get_by_role("link", name="导航到A1 店")).to_be_visible()


async def a_visit_is_dragged_to_another_day(page: Page) -> None:
    """Tomorrow's visit goes to another day of its week, by mouse."""
    tomorrow, later = day_cell(page, 1), day_cell(page, 2 if today(1).isoweekday() < SUNDAY else 0)
    await tomorrow.get_by_role("button", name="A2 店").drag_to(later)
    await expect(page.get_by_role("status").filter(has_text="A2 店 改到")).to_be_attached()
    await expect(later.get_by_role("button", name="A2 店").first).to_be_visible()
    await expect(tomorrow.get_by_role("button", name="A2 店")).to_have_count(0)


def day_cell(page: Page, ahead: int) -> Locator:
    """Return a day of the calendar."""
    day = today(ahead)
    return page.get_by_role("cell").filter(has_text=re.compile(rf"^\s*{day.month}月{day.day}日"))


async def the_week_on_the_phone_follows(page: Page) -> None:
    tomorrow = today(1).day
    await expect(page.get_by_role("button", name=f"{tomorrow} –")).to_be_visible()


async def the_rule_is_refused_at_its_field_and_set(page: Page) -> None:
    await page.get_by_role("button", name="巡店规则").click()
    asked = page.get_by_role("dialog", name="巡店规则")
    near = asked.get_by_role("spinbutton", name="到店签到范围（米）")
    await expect(near).to_have_value("200")
    # The field knows its limits; what gets past them all the same is refused by the server, at the field.
    await near.fill("3")
    await near.press("Tab")
    await expect(near).to_have_value("20")

    async def too_near(route: Route) -> None:
        await route.continue_(post_data={"visitsADay": 6, "nearM": 3})

    await page.route("**/api/inspection-rule", too_near, times=1)
    await asked.get_by_role("button", name="保存").click()
    await expect(asked.get_by_role("alert").first).to_have_text("太小，不能小于 20。")
    await near.fill("1500")
    await near.press("Tab")
    await asked.get_by_role("button", name="保存").click()
    await expect(asked).to_be_hidden()
    await expect(page.get_by_text("巡店规则已保存")).to_be_visible()


async def she_checks_in_without_a_word(inspector: Screen, visit: dict[str, Any]) -> None:
    """A kilometre from the store's position is at the store now: nothing is asked."""
    page = inspector.page
    async with page.expect_response(lambda answer: "/api/arrival-sheets" in answer.url):
        await inspector.go(f"/visits/{visit['id']}")
    await phone.all_sent(page)
    await page.get_by_role("button", name="去巡店").click()
    await expect(page.get_by_role("article").first).to_be_visible()
    await phone.all_sent(page)
