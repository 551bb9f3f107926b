"""Who opens the app in WeCom is logged in without a password, and nobody else is."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.conftest import ORIGIN
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.notifications.conftest import Later, in_wecom, set_up
from tests.notifications.wecom_server import AGENT, CORP, WeCom

IN_WECOM = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/120 MicroMessenger/7.0.1 wxwork/4.1.30"}
TASK = "/tasks/7?notice=n-1"
SESSIONS = "SELECT device_name FROM login_session WHERE org_id = $1 AND account_id = $2 AND device_name = 'WeCom'"


@dataclass
class Phone:
    """The browser inside WeCom on somebody's phone."""

    client: Client
    org: Org

    async def open(self, path: str = TASK, **changes: Any) -> str:
        """Open our entrance; return where it leads."""
        asked = {"org": str(self.org.id), "next": path, **changes}
        return led(await self.client.http.get("/api/session/wecom", params=asked, headers=IN_WECOM))

    async def come_back(self, code: str, state: str) -> str:
        """Come back from WeCom's page; return where it leads."""
        asked = {"code": code, "state": state}
        return led(await self.client.http.get("/api/session/wecom/callback", params=asked, headers=IN_WECOM))

    async def is_logged_in(self) -> str | None:
        """Return the username of whoever is logged in."""
        answer = await self.client.get("/api/me")
        return answer.json()["account"]["username"] if answer.status_code == 200 else None


def led(answer: httpx.Response) -> str:
    assert answer.status_code == 302, answer.text
    return answer.headers["location"]


def state_of(address: str) -> str:
    return parse_qs(urlsplit(address).query)["state"][0]


@pytest.fixture
async def phone(anonymous: Client, org: Org, client: LogIn, wecom: WeCom) -> Phone:
    """A phone whose owner is LiMei in WeCom: the clerk, whose account an administrator has linked to her."""
    admin = await client("admin")
    await set_up(admin, "wecom", None)
    await in_wecom(admin, org.accounts["clerk"], "LiMei")
    wecom.codes = {"c-1": "LiMei", "c-2": "LiMei", "guest": "", "new": "WangWei"}
    return Phone(anonymous, org)


async def sessions(org: Org, app_tx: AppTx) -> int:
    """Count the log-ins that WeCom brought the clerk."""
    async with app_tx(org) as tx:
        return len(await tx.fetch(SESSIONS, org.id, org.accounts["clerk"]))


async def test_a_member_opens_a_message_and_is_logged_in_where_it_leads(phone: Phone, org: Org, app_tx: AppTx) -> None:
    address = await phone.open()
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://open.weixin.qq.com/connect/oauth2/authorize"
    assert parts.fragment == "wechat_redirect"
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    assert asked == {
        "appid": CORP, "agentid": str(AGENT), "response_type": "code", "scope": "snsapi_base",
        "redirect_uri": f"{ORIGIN}/api/session/wecom/callback", "state": asked["state"],
    }  # fmt: skip
    assert await phone.come_back("c-1", asked["state"]) == f"{TASK}&via=wecom"
    assert await phone.is_logged_in() == "clerk"
    assert await sessions(org, app_tx) == 1
    # Logged in already: no second way through WeCom, no second session.
    assert await phone.open("/inbox") == "/inbox?via=wecom"
    assert await sessions(org, app_tx) == 1


async def test_another_browser_is_led_straight_on(phone: Phone) -> None:
    answer = await phone.client.http.get("/api/session/wecom", params={"org": str(phone.org.id), "next": TASK})
    assert led(answer) == TASK


@pytest.mark.parametrize(
    ("code", "trouble"),
    [("c-9", "failed"), ("guest", "failed"), ("", "failed"), ("new", "unknown")],
    ids=["a code that is not WeCom's", "no member", "no code", "a member without an account"],
)
async def test_whom_wecom_does_not_name_or_we_do_not_know_is_asked_for_a_password(
    phone: Phone, code: str, trouble: str
) -> None:
    state = state_of(await phone.open())
    page = urlsplit(await phone.come_back(code, state))
    assert (page.path, parse_qs(page.query)) == ("/login", {"next": [TASK], "wecom": [trouble]})
    assert await phone.is_logged_in() is None


async def test_a_code_and_an_attempt_serve_once_and_only_the_browser_that_began(
    phone: Phone, org: Org, app_tx: AppTx, later: Later, wecom: WeCom
) -> None:
    state = state_of(await phone.open())
    assert "wecom=failed" in await phone.come_back("c-1", "another-state")
    # The attempt is over with its first answer, so that an address caught on the way opens nothing.
    assert "wecom=failed" in await phone.come_back("c-1", state)
    assert "c-1" in wecom.codes
    state = state_of(await phone.open())
    await later(minutes=11)
    assert "wecom=failed" in await phone.come_back("c-1", state)
    assert (await phone.is_logged_in(), await sessions(org, app_tx)) == (None, 0)


async def test_a_closed_account_is_not_opened_by_wecom(phone: Phone, org: Org, client: LogIn) -> None:
    closed = await (await client("admin")).post(f"/api/accounts/{org.accounts['clerk']}/deactivation")
    assert closed.is_success, closed.text
    state = state_of(await phone.open())
    assert "wecom=unknown" in await phone.come_back("c-1", state)
    assert await phone.is_logged_in() is None


@pytest.mark.parametrize("elsewhere", ["//evil.example", "https://evil.example", "/\\evil.example", "tasks", "/a\r\nb"])
async def test_the_way_in_leads_nowhere_but_into_the_app(phone: Phone, elsewhere: str) -> None:
    state = state_of(await phone.open(elsewhere))
    assert await phone.come_back("c-2", state) == "/?via=wecom"


async def test_an_organization_without_wecom_logs_in_by_password(anonymous: Client, org: Org) -> None:
    assert await Phone(anonymous, org).open() == "/login?next=%2Ftasks%2F7%3Fnotice%3Dn-1"


async def test_while_wecom_does_not_answer_the_password_still_works(phone: Phone, wecom: WeCom) -> None:
    state = state_of(await phone.open())
    await wecom.server.stop()
    assert "wecom=failed" in await phone.come_back("c-1", state)
    await phone.client.log_in(phone.org.username("clerk"), phone.org.password, phone.org.code)
    assert await phone.is_logged_in() == "clerk"


async def test_only_who_may_do_everything_decides_who_is_let_in_as_whom(
    phone: Phone, org: Org, client: LogIn, anonymous: Client
) -> None:
    admin = await client("admin")
    made = (await admin.post("/api/tokens", {"name": "IT", "scopes": ["channels.manage"]})).json()
    headers = {"Authorization": f"Bearer {made['token']}", "Idempotency-Key": "a-way-to-more-rights"}
    linked = f"/api/accounts/{org.accounts['admin']}/wecom-user"
    app = {"corpId": "another", "agentId": 1, "secret": "theirs", "ifVersion": 1}
    for path, form in ((linked, {"userId": "WangWei"}), ("/api/channels/wecom", app)):
        assert (await anonymous.http.put(path, json=form, headers=headers)).status_code == 403
    assert (await anonymous.http.get("/api/channels", headers=headers)).json()["accesses"][0]["corpId"] == CORP
    state = state_of(await phone.open())
    assert "wecom=unknown" in await phone.come_back("new", state)


async def test_a_place_within_a_screen_is_kept(phone: Phone) -> None:
    state = state_of(await phone.open("/tasks/7#photos"))
    assert await phone.come_back("c-1", state) == "/tasks/7?via=wecom#photos"
