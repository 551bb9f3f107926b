"""Where a browser lacks something, the phone says so and what to do: an iPhone, and the web views of two chat apps."""

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Browser, Page, expect
from pypdfium2 import PdfDocument

from tests.factories.browser import Screen, attended, manners
from tests.factories.inspections import Visit, begin, checkpoint, publish, template, words
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys.cast import Launch

pytestmark = pytest.mark.e2e
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
SAFARI = f"{IPHONE} Version/18.5 Mobile/15E148 Safari/604.1"
WECOM = "Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Chrome/120 Mobile wxwork/4.1.30 MicroMessenger/7.0.1"
DINGTALK = f"{IPHONE} Mobile/15E148 AliApp(DingTalk/7.6.30) com.laiwang.DingTalk/30000"
NO_PUSH = "delete window.PushManager"
NEITHER = f"{NO_PUSH}; delete Navigator.prototype.serviceWorker; delete Navigator.prototype.clipboard"
NO_SHEET = "delete Navigator.prototype.share; delete Navigator.prototype.canShare"


async def opened(browser: Browser, served: Installation, agent: str, lacking: str) -> Screen:
    """Open a phone whose browser calls itself so and lacks what it is said to lack."""
    context = await browser.new_context(**manners(desk=False, locale="zh"), user_agent=agent)
    watch = attended(context)
    await context.add_init_script(lacking)
    return Screen(context, await context.new_page(), served.origin, watch)


async def test_an_iphone_shows_how_the_app_gets_on_its_home_screen(
    served: Installation, company: Org, launch: Launch
) -> None:
    async with launch(None) as browser:
        screen = await opened(browser, served, SAFARI, NO_PUSH)
        page = screen.page
        await screen.log_in(company.username("manager"), company.password)
        await page.get_by_role("navigation").get_by_role("link", name="我").click()
        await page.get_by_role("link", name="推送通知").click()
        await expect(page.get_by_text("iPhone 上要先把走店添加到主屏幕：")).to_be_visible()
        steps = page.get_by_role("main").get_by_role("list").filter(has_text="添加到主屏幕").get_by_role("listitem")
        await expect(steps).to_contain_text(
            ["1. 点按 Safari 底部的「分享」按钮", "2. 选择「添加到主屏幕」", "3. 从主屏幕打开"]
        )
        await expect(page.get_by_text("不开推送也不会漏")).to_be_visible()
        await expect(page.get_by_role("button", name="开启推送")).to_have_count(0)
        assert screen.watch.complaints == []
        await screen.context.close()


@pytest.mark.parametrize("agent", [WECOM, DINGTALK], ids=["wecom", "dingtalk"])
async def test_a_web_view_without_a_service_worker_says_so_offers_the_browser_and_still_saves_a_report(
    served: Installation, company: Org, launch: Launch, agent: str, tmp_path: Path
) -> None:
    visit = await scored(served, company)
    async with launch(None) as browser:
        screen = await opened(browser, served, agent, f"{NEITHER}; {NO_SHEET}")
        page = screen.page
        await screen.log_in(company.username("inspector"), company.password)
        await screen.go("/me")
        await page.get_by_role("link", name="推送通知").click()
        await expect(page.get_by_text("这个内置浏览器收不到推送。")).to_be_visible()
        await expect(page.get_by_text("用 Chrome、Edge 或系统浏览器打开")).to_be_visible()
        await expect(page.get_by_text(served.origin, exact=True)).to_be_visible()
        # Without a clipboard the address stays there to be marked by hand, and nothing claims to be copied.
        await page.get_by_role("button", name="复制链接").click()
        await expect(page.get_by_role("button", name="复制链接")).to_be_visible()
        await page.get_by_role("link", name="今天").click()
        await screen.go(f"/visits/{visit.id}")
        with Image.open(await saved(page, "图片", tmp_path)) as picture:
            assert picture.width == 1080
        with PdfDocument(await saved(page, "PDF", tmp_path)) as document:
            assert len(document) == 1
        assert screen.watch.complaints == []
        await screen.context.close()


async def saved(page: Page, kind: str, folder: Path) -> Path:
    """Have the report made, and save it where the phone has no sheet to share it by."""
    report = page.get_by_test_id("report")
    await report.get_by_role("button", name=re.compile(f"生成报告 ?{kind}")).click()
    async with page.expect_download() as started:
        await report.get_by_role("button", name=re.compile(f"保存 ?{kind}")).click()
    download = await started.value
    assert download.suggested_filename.startswith("巡店报告 A1 店")
    await download.save_as(folder / download.suggested_filename)
    return folder / download.suggested_filename


async def scored(served: Installation, org: Org) -> Visit:
    """Return a visit of the inspector's that is over."""
    async with served.client(org, "regional") as regional:
        checklist = await publish(regional, template([checkpoint("floor", title=words("地面"))]))
    async with served.client(org, "inspector") as inspector:
        visit = await begin(inspector, org.places["A1"], checklist["id"])
        await visit.answer("floor", outcome="pass")
        await visit.submit(1)
    return visit
