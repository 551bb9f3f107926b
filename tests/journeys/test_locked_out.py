"""A regional manager binds an authenticator, loses phone and password, and an administrator lets her in again."""

from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Page, expect
from pyotp.totp import TOTP

from tests.factories.browser import Screen, open_screen
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys.cast import Launch

NEW_PASSWORD = "走店-新密码-2026"


@pytest.fixture
async def desks(served: Installation, company: Org, launch: Launch) -> AsyncGenerator[tuple[Screen, Screen]]:
    """The regional manager's desk and the administrator's."""
    async with launch(None) as browser:
        hers, admins = [await open_screen(browser, served.origin, desk=True) for _ in range(2)]
        await admins.log_in(company.username("admin"), company.password, path="/console/people")
        yield hers, admins
        for screen in (hers, admins):
            await screen.context.close()


@pytest.mark.e2e
async def test_a_code_a_recovery_code_and_an_administrator_each_let_her_in(
    desks: tuple[Screen, Screen], company: Org
) -> None:
    hers, admins = desks
    page, username = hers.page, company.username("regional")
    await hers.log_in(username, company.password, path="/console/devices")
    secret, recovery = await she_binds_an_authenticator(page, company.password)
    await log_out(page)
    await asked_for_a_code(page, username, company.password)
    await answer(page, "000000")
    await expect(page.get_by_role("alert")).to_be_visible()
    # The code that bound it is used up; the next one is taken a little early, as from a phone whose clock is ahead.
    await answer(page, TOTP(secret).at(datetime.now(UTC) + timedelta(seconds=30)))
    await inside(page)
    await log_out(page)
    # Her phone is gone: a recovery code does, once.
    await asked_for_a_code(page, username, company.password)
    await answer(page, recovery)
    await inside(page)
    await log_out(page)
    temporary = await an_administrator_gives_a_password_and_undoes_the_factor(admins.page, "regional")
    await give(page, username, temporary)
    await expect(page.get_by_text("这是临时密码，请设置自己的新密码。")).to_be_visible()
    await page.get_by_label("新密码").fill(NEW_PASSWORD)
    await page.get_by_role("button", name="继续").click()
    await inside(page)
    await log_out(page)
    await give(page, username, company.password)
    await expect(page.get_by_role("alert")).to_be_visible()
    await give(page, username, NEW_PASSWORD)
    await inside(page)
    assert {said.split()[0] for said in hers.watch.complaints} == {"401:"}
    assert admins.watch.complaints == []


async def she_binds_an_authenticator(page: Page, password: str) -> tuple[str, str]:
    """Return the secret of her authenticator, and one of her recovery codes."""
    await page.get_by_role("button", name="绑定验证器").click()
    asked = page.get_by_role("dialog", name="动态码登录")
    await asked.get_by_label("当前密码").fill(password)
    await asked.get_by_role("button", name="绑定验证器").click()
    await expect(asked.get_by_role("img", name="绑定验证器的二维码")).to_be_visible()
    secret = (await asked.locator(".sw-factor-key").inner_text()).replace(" ", "")
    await asked.get_by_label("6 位动态码").fill(TOTP(secret).now())
    await asked.get_by_role("button", name="确认绑定").click()
    codes = asked.get_by_role("region", name="请保存恢复码").get_by_role("listitem")
    await expect(codes).to_have_count(10)
    recovery = await codes.first.inner_text()
    await asked.get_by_role("button", name="我已保存").click()
    await expect(asked).to_be_hidden()
    await expect(page.get_by_text("已绑定")).to_be_visible()
    return secret, recovery.strip()


async def give(page: Page, username: str, password: str) -> None:
    await page.locator("input[name=username]").fill(username)
    await page.locator("input[name=password]").fill(password)
    await page.get_by_role("button", name="登录", exact=True).click()


async def asked_for_a_code(page: Page, username: str, password: str) -> None:
    await give(page, username, password)
    await expect(page.get_by_text("请输入验证器上的动态码。")).to_be_visible()


async def answer(page: Page, code: str) -> None:
    await page.get_by_label("6 位动态码").fill(code)
    await page.get_by_role("button", name="继续").click()


async def inside(page: Page) -> None:
    await expect(page.get_by_role("navigation").first).to_be_visible()
    await expect(page.locator("input[name=password]")).to_have_count(0)


async def log_out(page: Page) -> None:
    await page.get_by_role("button", name="退出登录").click()
    await expect(page.locator("input[name=password]")).to_be_visible()


async def an_administrator_gives_a_password_and_undoes_the_factor(page: Page, name: str) -> str:
    """Return the temporary password, which is shown once."""
    await page.get_by_role("link", name=name).click()
    drawer = page.get_by_role("dialog").first
    await drawer.get_by_role("button", name="解除动态码").click()
    await expect(drawer.get_by_text("的动态码？所有设备会退出登录。")).to_be_visible()
    await drawer.get_by_role("button", name="解除动态码").click()
    await expect(page.get_by_text("的动态码已解除")).to_be_visible()
    await drawer.get_by_role("button", name="给临时密码").click()
    await drawer.get_by_role("button", name="给临时密码").click()
    given = drawer.get_by_role("status").locator("code")
    await expect(given).to_be_visible()
    return await given.inner_text()
