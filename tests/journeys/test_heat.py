"""The heat map at a desk: what is bad and what nobody visited, down to the photo; a store's health and its places."""

import pytest
from playwright.async_api import expect

from tests.factories.browser import Screen, open_screen
from tests.factories.inspections import begin, checkpoint, publish, template
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys.cast import Launch
from tests.journeys.handed import handed_in, shelf_jpeg

FLOOR, DOOR = "地面干净", "门口无杂物"


@pytest.fixture
async def failed(served: Installation, company: Org) -> str:
    """A1 was visited: the floor failed with a photo, the door passed. A2 was not. Return the visit."""
    draft = template([checkpoint("floor"), checkpoint("door")])
    for point, title in zip(draft["sections"][0]["checkpoints"], (FLOOR, DOOR), strict=True):
        point["title"] = {"zh": title, "en": title}
    async with served.client(company, "regional") as regional:
        checklist = await publish(regional, draft)
    async with served.client(company, "inspector") as inspector:
        shot = await handed_in(inspector, str(company.places["A1"]), shelf_jpeg(11, 0))
        visit = await begin(inspector, company.places["A1"], checklist["id"])
        await visit.answer("floor", outcome="fail", note="地上有水", photos=[shot])
        await visit.answer("door", outcome="pass")
        await visit.submit(2)
    return visit.id


async def test_the_worst_cell_leads_to_its_photo_and_an_unvisited_store_is_not_bad(
    served: Installation, company: Org, failed: str, launch: Launch
) -> None:
    async with launch(None) as browser:
        desk = await open_screen(browser, served.origin, desk=True)
        await desk.page.set_viewport_size({"width": 1440, "height": 900})
        await desk.log_in(company.username("regional"), company.password, path="/console/reports/visits")
        page = desk.page
        grid = page.get_by_role("grid", name="巡店热力图")
        names = grid.get_by_role("rowheader")
        await expect(names).to_contain_text(["全部", "A1 店", "A2 店"])
        await expect(names.nth(2)).to_contain_text("未巡")
        await expect(grid.get_by_role("gridcell", name=f"A2 店，{FLOOR}：未巡")).to_have_text("")
        cell = grid.get_by_role("gridcell", name=f"A1 店，{FLOOR}：0 分（通过 0，未通过 1，不适用 0）")
        await expect(cell).to_have_text("0")
        await cell.click()
        drawer = page.get_by_role("dialog", name=FLOOR)
        await expect(drawer.get_by_text("A1 店 · 0 分")).to_be_visible()
        await expect(drawer.get_by_text("未通过 1")).to_be_visible()
        await expect(drawer.get_by_role("listitem")).to_have_count(1)
        await expect(drawer).to_contain_text("地上有水")
        to_visit = drawer.locator(f"a[href='/console/visits/{failed}']")
        await expect(to_visit).to_contain_text("巡店")
        await drawer.get_by_role("button", name=f"放大照片：{FLOOR}").click()
        large = page.get_by_role("dialog").filter(has=page.locator(".d-photo-large"))
        await expect(large.get_by_role("img", name=FLOOR)).to_be_visible()
        await scores_and_health(desk, served, company)
        assert desk.watch.complaints == []
        await desk.context.close()


async def scores_and_health(desk: Screen, served: Installation, company: Org) -> None:
    """The same store among the others, by what its health is made of."""
    page = desk.page
    await page.goto(f"{served.origin}/console/reports/stores")
    table = page.get_by_role("region", name="门店得分")
    await expect(table.get_by_role("row").nth(1)).to_contain_text("A1 店")
    await expect(table.get_by_role("row").nth(1)).to_contain_text("第 1 / 1")
    await expect(table.get_by_role("row").nth(2)).to_contain_text("未巡，不排名")
    await page.goto(f"{served.origin}/console/reports/health/{company.places['A1']}")
    drawer = page.get_by_role("dialog", name="A1 店")
    await expect(drawer).to_contain_text("近 90 天 1 次督导巡店的平均分")
    await expect(drawer).to_contain_text("近 28 天没有该做的自查")
