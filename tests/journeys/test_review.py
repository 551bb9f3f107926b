"""A regional manager reviews three visits at once, takes them away, and opens one's report; the phone shares it."""

from io import BytesIO
from pathlib import Path

import pypdfium2
from openpyxl import load_workbook
from PIL import Image
from playwright.async_api import expect

from tests.factories.browser import open_screen
from tests.factories.inspections import Visit, begin, checkpoint, publish, template
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys.cast import Launch

SHEET = """() => {
  navigator.canShare = () => true
  navigator.share = async ({ files }) => {
    const bytes = new Uint8Array(await files[0].arrayBuffer())
    window.shared = { name: files[0].name, type: files[0].type, bytes: [...bytes] }
  }
}"""


async def walked(served: Installation, company: Org) -> list[Visit]:
    """Three scored visits by the inspector, one with a finding."""
    async with served.client(company, "regional") as regional:
        made = await publish(regional, template([checkpoint("floor", critical=True), checkpoint("door")]))
    visits: list[Visit] = []
    async with served.client(company, "inspector") as inspector:
        for place, floor in (("A1", "pass"), ("A2", "pass"), ("A1", "fail")):
            visit = await begin(inspector, company.places[place], made["id"])
            await visit.answer("floor", outcome=floor, note="地面有水" if floor == "fail" else None)
            await visit.answer("door", outcome="pass")
            await visit.submit(2)
            visits.append(visit)
    return visits


async def test_three_visits_are_approved_at_once_exported_and_one_is_shared_as_a_picture(
    served: Installation, company: Org, launch: Launch, tmp_path: Path
) -> None:
    visits = await walked(served, company)
    async with launch(None) as browser:
        desk = await open_screen(browser, served.origin, desk=True)
        page = desk.page
        await page.set_viewport_size({"width": 1440, "height": 900})
        await desk.log_in(company.username("regional"), company.password, path="/console/reviews")
        rows = page.get_by_role("row")
        await expect(rows).to_have_count(4)
        await expect(page.get_by_role("link", name="关键项未通过")).to_contain_text("1")
        await page.keyboard.press("j")
        await page.keyboard.press("Enter")
        drawer = page.get_by_role("dialog")
        await expect(drawer.get_by_role("button", name="退回说明")).to_be_visible()
        async with page.expect_download() as started:
            await drawer.get_by_role("link", name="报告 PDF").click()
        await (await started.value).save_as(tmp_path / "report.pdf")
        await page.keyboard.press("Escape")
        await expect(drawer).to_be_hidden()
        await page.get_by_label("全选").click()
        await page.get_by_role("button", name="通过", exact=True).click()
        await expect(page.get_by_role("status", name="审阅结果")).to_contain_text("共 3 次，通过了 3 次")
        await expect(page.get_by_text("没有待审阅的巡店")).to_be_visible()
        await page.goto(f"{served.origin}/console/visits?status=scored")
        await expect(rows).to_have_count(4)
        async with page.expect_download() as started:
            await page.get_by_role("link", name="导出").click()
        await (await started.value).save_as(tmp_path / "visits.xlsx")
        assert desk.watch.complaints == []
        await desk.context.close()
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "report.pdf"))
    assert "A1 店" in text
    assert "地面有水" in text
    book = load_workbook(tmp_path / "visits.xlsx")
    assert [sheet.max_row - 3 for sheet in book.worksheets] == [3, 3, 6]
    async with launch(None) as browser:
        phone = await open_screen(browser, served.origin)
        await phone.context.add_init_script(f"({SHEET})()")
        await phone.log_in(company.username("inspector"), company.password)
        await phone.page.goto(f"{served.origin}/visits/{visits[2].id}")
        report = phone.page.get_by_test_id("report")
        await report.get_by_role("button", name="生成报告图片").click()
        await report.get_by_role("button", name="分享图片").click()
        shared = await (await phone.page.wait_for_function("window.shared")).json_value()
        assert (shared["type"], shared["name"].startswith("巡店报告 A1 店")) == ("image/jpeg", True)
        assert Image.open(BytesIO(bytes(shared["bytes"]))).width == 1080
        assert phone.watch.complaints == []
        await phone.context.close()
