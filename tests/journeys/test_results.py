"""How ordering went, at a desk: figures, the store that needs a look, the rows behind it, its order, and a workbook."""

from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.async_api import Page, expect

from tests.analytics.past import ago
from tests.factories.browser import Screen, open_screen
from tests.factories.catalog import found_catalogue
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys.cast import Launch
from tests.journeys.reported import EGGS, MILK, reported

PERIOD = f"from={ago(14)}&to={ago(1)}"


@pytest.fixture
async def desk(served: Installation, company: Org, launch: Launch) -> AsyncGenerator[Screen]:
    """The regional manager's desk, before the results of A1."""
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
    await reported(served, company)
    async with launch(None) as browser:
        screen = await open_screen(browser, served.origin, desk=True)
        await screen.page.set_viewport_size({"width": 1440, "height": 900})
        await screen.log_in(company.username("regional"), company.password, path=f"/console/reports/ordering?{PERIOD}")
        yield screen
        await screen.context.close()


async def test_a_figure_leads_to_its_rows_their_order_and_a_workbook_of_them(
    desk: Screen, served: Installation, company: Org, tmp_path: Path
) -> None:
    page = desk.page
    async with served.client(company, "regional") as regional:
        asked = {"from": ago(14), "to": ago(1)}
        now = (await regional.get("/api/results/ordering", **asked)).json()["now"]
        lines = await regional.get("/api/results/ordering/lines", kind="changed", limit=100, **asked)
        changed = lines.json()["items"]
    figure = page.locator(".d-figure").filter(has_text="改动增益")
    gained = now["overrides"]["valueAddedCents"]
    await expect(figure).to_contain_text(f"{'-' if gained < 0 else ''}¥{abs(gained) / 100:,.2f}")
    await expect(figure).to_contain_text(f"只改动 {len(changed)} 行")
    assert sum(row["systemErrorCents"] - row["humanErrorCents"] for row in changed) == gained
    row = page.get_by_role("row").filter(has_text="A1 店")
    await expect(row).to_contain_text("A 区")
    await figure.click()
    drawer = page.get_by_role("dialog", name="改动的明细")
    rows = drawer.locator("table").last.locator("tbody tr")
    await expect(rows).to_have_count(len(changed))
    await expect(drawer.get_by_role("row").filter(has_text="放不下").first).to_contain_text("太少，不下结论")
    assert f"/reports/ordering/overrides?{PERIOD}" in page.url
    await a_workbook_holds_the_same(page, changed, tmp_path / "lines.xlsx")
    await rows.filter(has_text=EGGS).first.get_by_role("link", name="A1 店").click()
    await expect(page.get_by_role("dialog", name="A1 店")).to_contain_text(MILK)
    await page.go_back()
    await expect(drawer).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(drawer).to_be_hidden()
    await what_ran_out_is_told_day_by_day(page)
    assert desk.watch.complaints == []


async def a_workbook_holds_the_same(page: Page, changed: list[dict[str, Any]], kept: Path) -> None:
    async with page.expect_download() as waited:
        await page.get_by_role("dialog").get_by_role("link", name="导出 Excel").click()
    await (await waited.value).save_as(kept)
    sheet = load_workbook(kept).active
    assert sheet is not None
    codes = [row[4] for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert codes == [row["productCode"] for row in changed]
    assert {"007", "017"} == set(codes)


async def what_ran_out_is_told_day_by_day(page: Page) -> None:
    row = page.get_by_role("row").filter(has_text="A1 店")
    await row.get_by_role("link").nth(2).click()
    drawer = page.get_by_role("dialog", name="缺货明细")
    days = drawer.locator("tbody tr")
    await expect(days).to_have_count(3)
    await days.first.get_by_role("button", name="A1 店").click()
    await expect(drawer.get_by_role("row").filter(has_text=EGGS)).to_contain_text("75%")
    await drawer.get_by_role("button", name="返回").click()
    await expect(days).to_have_count(3)
