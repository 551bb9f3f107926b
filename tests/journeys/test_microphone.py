"""A phone whose microphone is refused: it says what to do, the note is typed instead, and speaking comes back."""

import re
from collections.abc import AsyncGenerator

import pytest
from playwright.async_api import Browser, Playwright, expect

from tests.factories.browser import flags, open_screen, served_by_worker
from tests.factories.inspections import begin, checkpoint, publish, template, words
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import by_key, show

FLOOR, TYPED = "地面干净？", "冷柜前有一摊水，已叫人拖"


@pytest.fixture
async def strict(playwright: Playwright, chromium: str) -> AsyncGenerator[Browser]:
    """A browser that refuses the microphone until it is allowed, as one does whose user has said no."""
    args = [flag for flag in flags(None) if flag != "--use-fake-ui-for-media-stream"]
    browser = await playwright.chromium.launch(executable_path=chromium, args=args)
    yield browser
    await browser.close()


@pytest.mark.e2e
async def test_without_a_microphone_the_note_is_typed_and_once_allowed_also_spoken(
    served: Installation, company: Org, strict: Browser
) -> None:
    async with served.client(company, "regional") as regional:
        checklist = await publish(regional, template([checkpoint("floor", title=words(FLOOR))]))
    async with served.client(company, "inspector") as inspector:
        visit = await begin(inspector, company.places["A1"], checklist["id"])
    screen = await open_screen(strict, served.origin)
    page, card = screen.page, phone.Visit(screen.page).card(FLOOR)
    await screen.log_in(company.username("inspector"), company.password)
    await served_by_worker(page)
    await screen.go(f"/visits/{visit.id}")
    await phone.Visit(page).say(FLOOR, "未通过")
    await phone.all_sent(page)
    await screen.context.set_offline(True)
    await card.get_by_role("button", name="按住或点一下录音").click()
    fault = card.get_by_role("alert").filter(has_text="没有麦克风权限。可在浏览器设置里允许，或改为写说明。")
    await expect(fault).to_be_visible()
    await fault.get_by_role("button", name="改为写说明").click()
    note = card.get_by_role("textbox", name="说明")
    await expect(note).to_be_focused()
    await page.keyboard.type(TYPED)
    await page.keyboard.press("Tab")
    await expect(card).to_contain_text(f"说明：{TYPED}")
    await page.reload()
    await expect(card).to_contain_text(f"说明：{TYPED}")
    # Allowed in the browser's settings, the same button records, and what was typed stays.
    await screen.context.grant_permissions(["geolocation", "notifications", "camera", "microphone"])
    await card.get_by_role("button", name="按住或点一下录音").click()
    await card.get_by_role("button", name=re.compile("^停止（1")).click()
    await expect(card.get_by_role("button", name="播放语音")).to_be_visible()
    await expect(fault).to_have_count(0)
    await screen.context.set_offline(False)
    await phone.all_sent(page)
    assert [said for said in screen.watch.complaints if "ERR_INTERNET_DISCONNECTED" not in said] == []
    await screen.context.close()
    async with served.client(company, "inspector") as inspector:
        held = by_key(await show(inspector, f"/api/inspections/{visit.id}"))["floor"]
    assert (held["outcome"], held["note"], held["voice"] is not None) == ("fail", TYPED, True)
