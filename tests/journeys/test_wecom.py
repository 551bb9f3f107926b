"""A message opened in WeCom: the app opens where it leads, and nobody has typed a password."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.async_api import expect

from tests.factories.browser import open_screen, served_by_worker
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys.cast import Launch
from tests.notifications.conftest import in_wecom, set_up
from tests.notifications.wecom_server import wecom_server

IN_WECOM = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/120 wxwork/4.1.30"}


async def test_a_member_of_wecom_reads_a_message_in_the_app_without_a_password(
    served: Installation, company: Org, launch: Launch, gappy_shelf: Path
) -> None:
    async with served.client(company, "admin") as admin:
        await set_up(admin, "wecom", None)
        await in_wecom(admin, company.accounts["manager"], "LiMei")
    async with wecom_server(served.wecom_port) as service, launch(gappy_shelf) as browser:
        service.codes = {"c-1": "LiMei"}
        screen = await open_screen(browser, served.origin)
        # What WeCom's own page does in between: it sends the member back with a code.
        begun = await screen.context.request.get(
            f"{served.origin}/api/session/wecom?org={company.id}&next=/inbox", headers=IN_WECOM, max_redirects=0
        )
        state = parse_qs(urlsplit(begun.headers["location"]).query)["state"][0]
        await screen.page.goto(f"{served.origin}/api/session/wecom/callback?code=c-1&state={state}")
        await screen.page.wait_for_url(f"{served.origin}/inbox")
        await expect(screen.page.get_by_role("heading", name="消息")).to_be_visible()
        await screen.go("/me")
        await expect(screen.page.get_by_role("main")).to_contain_text(company.username("manager"))
        assert screen.watch.complaints == []
        # Without network the phone is still hers.
        await served_by_worker(screen.page)
        await screen.context.set_offline(True)
        await screen.page.reload()
        await expect(screen.page.get_by_role("main")).to_contain_text(company.username("manager"))


@pytest.mark.e2e
async def test_whoever_is_not_linked_reads_why_at_the_log_in(
    served: Installation, launch: Launch, gappy_shelf: Path
) -> None:
    async with launch(gappy_shelf) as browser:
        screen = await open_screen(browser, served.origin)
        await screen.page.goto(f"{served.origin}/login?next=%2Finbox&wecom=unknown")
        await expect(screen.page.get_by_role("alert")).to_contain_text("还没有关联走店账号")
        await screen.page.get_by_role("button", name="English").click()
        await expect(screen.page.get_by_role("alert")).to_contain_text("not linked to a Storewalk account")
