"""Without network, and with more than one person or device: nothing lost, nothing doubled, nothing of others."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Browser, expect
from pyotp.totp import TOTP

from tests.factories.browser import Screen, open_screen, served_by_worker
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import by_key, plan_visit, show
from tests.journeys.cast import Launch

PickUp = Callable[[], Awaitable[Screen]]


@pytest.fixture(scope="module")
async def browser(launch: Launch) -> AsyncGenerator[Browser]:
    """A browser for this file's phones."""
    async with launch(None) as opened:
        yield opened


@pytest.fixture
async def visit_id(served: Installation, company: Org) -> str:
    """A visit that the inspector has begun."""
    visit = await plan_visit(served, company)
    async with served.client(company, "inspector") as inspector:
        assert (await inspector.post(f"/api/inspections/{visit['id']}/start", {})).status_code == 200
    return visit["id"]


@pytest.fixture
async def pick_up(served: Installation, company: Org, browser: Browser, visit_id: str) -> AsyncGenerator[PickUp]:
    """`await pick_up()`: another phone on which the inspector has the visit open."""
    phones: list[Screen] = []

    async def picked_up() -> Screen:
        screen = await open_screen(browser, served.origin)
        phones.append(screen)
        await screen.log_in(company.username("inspector"), company.password)
        await served_by_worker(screen.page)
        await screen.push(f"/visits/{visit_id}")
        return screen

    yield picked_up
    for screen in phones:
        await screen.context.close()


async def answer(served: Installation, org: Org, visit_id: str, key: str) -> dict[str, Any]:
    """Return an answer as the server has it."""
    async with served.client(org, "inspector") as inspector:
        return by_key(await show(inspector, f"/api/inspections/{visit_id}"))[key]


async def tags_path(served: Installation, org: Org, visit_id: str) -> str:
    """Return where the answer about price tags goes."""
    found = await answer(served, org, visit_id, "price-tags")
    return f"/api/inspections/{visit_id}/answers/{found['checkpointId']}"


async def waiting(screen: Screen, count: int) -> None:
    """Wait until so many commands wait on a phone without network."""
    await expect(phone.pill(screen.page)).to_have_attribute("aria-label", f"离线，{count} 项等待发送，查看")


async def log_out(screen: Screen, warning: str) -> None:
    """Log out by the profile, which says first what becomes of the queue."""
    await screen.push("/me")
    await screen.page.get_by_role("button", name="退出登录").click()
    dialog = screen.page.get_by_role("dialog", name="退出登录？")
    await expect(dialog).to_contain_text(warning)
    await dialog.get_by_role("button", name="退出登录").click()
    await screen.page.locator("input[name=password]").wait_for()


async def test_what_one_person_left_on_a_phone_the_next_neither_sees_nor_sends(
    served: Installation, company: Org, pick_up: PickUp, visit_id: str
) -> None:
    screen = await pick_up()
    await screen.context.set_offline(True)
    await phone.Visit(screen.page).say(phone.TAGS, "通过")
    await waiting(screen, 1)
    await log_out(screen, "还有 1 项没有发送")
    await screen.context.set_offline(False)
    written: list[str] = []
    screen.page.on("request", lambda request: written.append(request.url) if request.method == "PUT" else None)

    await phone.log_in_here(screen, company, "manager")
    await phone.all_sent(screen.page)
    await screen.push("/queue")
    await expect(screen.page.get_by_role("main")).to_contain_text("全部已发送")
    assert written == []
    assert (await answer(served, company, visit_id, "price-tags"))["outcome"] == "unanswered"

    await log_out(screen, "本机数据会保留")
    await phone.log_in_here(screen, company, "inspector")
    await phone.all_sent(screen.page)
    kept = await answer(served, company, visit_id, "price-tags")
    assert (kept["outcome"], kept["version"]) == ("pass", 1)
    assert len(written) == 1


async def test_an_answer_changed_on_two_phones_is_shown_with_both_values_and_the_person_chooses(
    served: Installation, company: Org, pick_up: PickUp, visit_id: str
) -> None:
    pocket, tablet = await pick_up(), await pick_up()
    await pocket.context.set_offline(True)
    await phone.Visit(pocket.page).say(phone.TAGS, "不适用")
    await waiting(pocket, 1)
    async with phone.reaching(tablet.page, await tags_path(served, company, visit_id)):
        await phone.Visit(tablet.page).say(phone.TAGS, "通过")

    await pocket.context.set_offline(False)
    await expect(phone.pill(pocket.page)).to_have_attribute("aria-label", "1 项需要处理，查看")
    assert (await answer(served, company, visit_id, "price-tags"))["outcome"] == "pass"
    await phone.pill(pocket.page).click()
    await pocket.page.wait_for_url("**/queue")
    conflict = pocket.page.get_by_role("alert")
    await expect(conflict).to_contain_text("另一台设备已修改，请选择")
    await expect(conflict.get_by_role("term")).to_have_text(["本机", "服务器"])
    await expect(conflict.get_by_role("definition")).to_have_text(["不适用", "通过"])
    await conflict.get_by_role("button", name="用本机的").click()
    await phone.all_sent(pocket.page)
    settled = await answer(served, company, visit_id, "price-tags")
    assert (settled["outcome"], settled["version"]) == ("notApplicable", 2)


async def test_an_update_of_the_app_keeps_what_waits(
    served: Installation, company: Org, pick_up: PickUp, visit_id: str
) -> None:
    screen = await pick_up()
    offer = await phone.new_build(screen, served.pwa)
    await screen.context.set_offline(True)
    await phone.Visit(screen.page).say(phone.TAGS, "通过")
    await waiting(screen, 1)

    async with screen.page.expect_navigation():
        await offer.get_by_role("button", name="更新").click()
    await waiting(screen, 1)
    await expect(offer).to_have_count(0)
    await screen.context.set_offline(False)
    await phone.all_sent(screen.page)
    kept = await answer(served, company, visit_id, "price-tags")
    assert (kept["outcome"], kept["version"]) == ("pass", 1)


async def test_a_password_reset_keeps_her_queue_until_she_has_her_own_password_and_a_second_factor(
    served: Installation, company: Org, pick_up: PickUp, visit_id: str
) -> None:
    screen = await pick_up()
    page = screen.page
    await screen.context.set_offline(True)
    await phone.Visit(page).say(phone.TAGS, "通过")
    await waiting(screen, 1)
    async with served.client(company, "admin") as admin:
        rule = {"secondFactor": "required", "permissions": ["inspections.conduct"], "ifVersion": 0}
        assert (await admin.put("/api/access-policy", rule)).status_code == 200
        inspector = f"/api/accounts/{company.accounts['inspector']}"
        temporary = (await admin.post(f"{inspector}/password-reset")).json()["password"]
        await screen.context.set_offline(False)
        notice = page.get_by_role("alert").filter(has_text="登录已过期。1 项已保存在本机")
        await notice.get_by_role("link", name="去登录").click()
        await page.locator("input[name=username]").fill(company.username("inspector"))
        await page.locator("input[name=password]").fill(temporary)
        await page.get_by_role("button", name="登录", exact=True).click()
        await page.get_by_label("新密码").fill(company.password)
        await page.get_by_role("button", name="继续").click()
        await expect(page.get_by_role("img", name="绑定验证器的二维码")).to_be_visible()
        secret = (await page.locator(".sw-factor-key").inner_text()).replace(" ", "")
        await page.get_by_label("6 位动态码").fill(TOTP(secret).now())
        await page.get_by_role("button", name="继续").click()
        await expect(page.get_by_role("region", name="请保存恢复码").get_by_role("listitem")).to_have_count(10)
        await page.get_by_role("button", name="我已保存").click()
        await phone.all_sent(page)
        await admin.put("/api/access-policy", {"secondFactor": "optional", "permissions": [], "ifVersion": 1})
        assert (await admin.post(f"{inspector}/second-factor-reset")).status_code == 200
    assert (await answer(served, company, visit_id, "price-tags"))["version"] == 1
