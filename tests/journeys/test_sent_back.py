"""A visit goes back to its inspector with a note; she answers on the phone without signal; then it is approved."""

import pytest
from playwright.async_api import Page, expect

from tests.factories.browser import Screen, open_screen, served_by_worker
from tests.factories.inspections import Visit, begin, checkpoint, publish, template, words
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.cast import Launch

NOTE, REMARK = "地面那张照片看不清，当时是什么情况？", "开店前刚拖过，水还没干；已提醒店长放警示牌。"


@pytest.fixture
async def visit(served: Installation, company: Org) -> Visit:
    """A scored visit of the inspector's with a finding."""
    points = [checkpoint("floor", title=words("地面")), checkpoint("door", title=words("门口"))]
    async with served.client(company, "regional") as regional:
        checklist = await publish(regional, template(points))
    async with served.client(company, "inspector") as inspector:
        made = await begin(inspector, company.places["A1"], checklist["id"])
        await made.answer("floor", outcome="fail", note="有水")
        await made.answer("door", outcome="pass")
        assert (await made.submit(2))["score"] == 50
    return made


@pytest.mark.e2e
async def test_a_visit_sent_back_is_explained_on_the_phone_and_then_approved(
    served: Installation, company: Org, launch: Launch, visit: Visit
) -> None:
    async with launch(None) as browser:
        desk = await open_screen(browser, served.origin, desk=True)
        inspector = await open_screen(browser, served.origin)
        await desk.log_in(company.username("regional"), company.password, path=f"/console/reviews/{visit.id}")
        await it_is_sent_back(desk.page)
        await inspector.log_in(company.username("inspector"), company.password)
        await she_explains_without_signal(inspector)
        await it_is_approved_with_both_words_read(desk.page)
        card = inspector.page.get_by_test_id("review")
        await expect(card.get_by_role("heading", name="审阅说明")).to_be_visible()
        await expect(card).to_contain_text(REMARK)
        assert desk.watch.complaints == []
        assert [said for said in inspector.watch.complaints if "ERR_INTERNET_DISCONNECTED" not in said] == []
        for screen in (desk, inspector):
            await screen.context.close()
    async with served.client(company, "inspector") as visit.client:
        after = await visit.show()
    assert (after["score"], after["review"]["status"]) == (50, "approved")
    assert (after["review"]["note"], after["review"]["remark"]) == (NOTE, REMARK)


async def it_is_sent_back(page: Page) -> None:
    drawer = page.get_by_role("dialog").first
    await drawer.get_by_role("button", name="退回说明").click()
    asked = page.get_by_role("dialog", name="退回给")
    send = asked.get_by_role("button", name="退回说明")
    await expect(send).to_be_disabled()
    await asked.get_by_label("请督导说明什么").fill(NOTE)
    await send.click()
    await expect(asked).to_be_hidden()
    await expect(drawer).to_contain_text("已退回")
    await expect(drawer).to_contain_text(NOTE)


async def she_explains_without_signal(inspector: Screen) -> None:
    page = inspector.page
    await inspector.push("/inbox")
    await page.get_by_role("button", name="巡店被退回，请说明").click()
    card = page.get_by_test_id("review")
    await expect(card.get_by_role("heading", name="巡店被退回，请说明")).to_be_visible()
    await expect(card).to_contain_text(NOTE)
    await served_by_worker(page)
    await phone.all_sent(page)
    await inspector.context.set_offline(True)
    await expect(card.get_by_role("button", name="提交说明")).to_be_disabled()
    await card.get_by_label("您的说明").fill(REMARK)
    await card.get_by_role("button", name="提交说明").click()
    await expect(phone.pill(page)).to_have_attribute("aria-label", "离线，1 项等待发送，查看")
    await page.reload()
    await expect(phone.pill(page)).to_have_attribute("aria-label", "离线，1 项等待发送，查看")
    await inspector.context.set_offline(False)
    await phone.all_sent(page)


async def it_is_approved_with_both_words_read(page: Page) -> None:
    drawer = page.get_by_role("dialog").first
    await expect(drawer).to_contain_text(REMARK)
    await drawer.get_by_role("button", name="通过", exact=True).click()
    await expect(drawer).to_contain_text("已通过")
