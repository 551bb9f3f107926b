"""Providers on this machine, and the channels of an organization that uses them."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from storewalk.core.platform import Platform
from storewalk.core.schemas import Words
from storewalk.notifications.api import Notice, notify
from storewalk.notifications.senders import WeComDirectory, WeComSender
from storewalk.notifications.wecom import WeComApiSender
from storewalk.notifications.wecom_directory import WeComApiDirectory
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.organization import Org
from tests.notifications.push_service import Browser, PushService, push_service
from tests.notifications.receiver import SECRET, Receiver, receiver
from tests.notifications.wecom_server import AGENT, CORP, WeCom, wecom_server
from tests.notifications.wecom_server import SECRET as WECOM_SECRET

Tell = Callable[..., Awaitable[None]]
Later = Callable[..., Awaitable[None]]
# What waits in the queue waits by the database's clock, which nobody moves.
SOONER = "UPDATE pgqueuer SET execute_after = execute_after - $1::interval WHERE status = 'queued'"


@pytest.fixture
async def later(platform: Platform) -> AsyncGenerator[Later]:
    """`await later(minutes=11)`: let time go on by so much, for the application and for what waits in its queue."""

    async def forward(**by: float) -> None:
        platform.clock.offset += timedelta(**by)
        async with platform.session() as (_, raw):
            await raw.execute(SOONER, timedelta(**by))

    kept = platform.clock.offset
    yield forward
    platform.clock.offset = kept


@pytest.fixture
async def wecom(platform: Platform) -> AsyncGenerator[WeCom]:
    """WeCom on this machine, which the worker writes to and the application asks."""
    kept = {kind: platform.resources.data[kind] for kind in (WeComSender, WeComDirectory)}
    async with wecom_server() as service:
        platform.resources[WeComSender] = WeComApiSender(service.server.origin, "https://walk.example.cn")
        platform.resources[WeComDirectory] = WeComApiDirectory(service.server.origin)
        yield service
    platform.resources.update(kept)


@pytest.fixture
async def hook() -> AsyncGenerator[Receiver]:
    """An organization's own receiver."""
    async with receiver() as service:
        yield service


@pytest.fixture
async def push() -> AsyncGenerator[PushService]:
    """A push service that keeps what it receives."""
    async with push_service() as service:
        yield service


@pytest.fixture
def tell(org: Org, app_tx: AppTx) -> Tell:
    """`await tell("manager", "clerk")`: put an entry into the inbox of each."""

    async def written(
        *roles: str,
        text: str = "饮料柜缺货",
        urgent: bool = False,
        link: str = "/tasks/1",
        caused: timedelta | None = None,
    ) -> None:
        async with app_tx(org) as tx:
            tx.caused_at = None if caused is None else tx.now - caused
            await notify(
                tx,
                Notice(
                    account_ids=tuple(org.accounts[role] for role in roles),
                    kind="test.told",
                    title=Words(f"{text}（标题）", f"{text} (title)"),
                    body=Words(f"{text}（正文）", f"{text} (body)"),
                    link=link,
                    urgent=urgent,
                ),
            )

    return written


async def subscribe(client: Client, push: PushService, device: str = "手机", path: str = "/send/1") -> Browser:
    """Register a new browser for whoever is signed in."""
    browser = Browser(push.origin + path)
    answer = await client.post("/api/push/subscriptions", browser.form(device))
    assert answer.status_code == 200, answer.text
    return browser


async def channels(admin: Client, *wanted: str, **rules: Any) -> None:
    """Switch these channels on, in this order, setting up their accesses."""
    for channel in ("wecom", "webhook"):
        await set_up(admin, channel, rules.pop(channel, None))
    version = (await admin.get("/api/channels")).json()["rules"]["version"]
    form = {"nextAfterMinutes": 10, "urgentBreaksQuiet": True, **rules, "channels": wanted, "ifVersion": version}
    answer = await admin.put("/api/channels/rules", form)
    assert answer.status_code == 200, answer.text


async def set_up(admin: Client, channel: str, url: str | None) -> None:
    """Set up the access to WeCom, or to a receiver, once."""
    known = {access["channel"] for access in (await admin.get("/api/channels")).json()["accesses"]}
    if channel in known or (channel == "webhook" and url is None):
        return
    form: dict[str, Any] = {"corpId": CORP, "agentId": AGENT, "secret": WECOM_SECRET}
    if channel == "webhook":
        form = {"url": url, "secret": SECRET}
    answer = await admin.put(f"/api/channels/{channel}", {**form, "ifVersion": 0})
    assert answer.status_code == 200, answer.text


async def in_wecom(admin: Client, account_id: object, user_id: str) -> None:
    """Give a person their WeCom id."""
    answer = await admin.put(f"/api/accounts/{account_id}/wecom-user", {"userId": user_id})
    assert answer.status_code == 200, answer.text


async def log(client: Client) -> list[tuple[str, str, int, int | None]]:
    """Return a person's own delivery log, newest first: channel, state, attempts and the provider's code."""
    items = (await client.get("/api/push/deliveries")).json()["items"]
    return [(i["channel"], i["state"], i["attempts"], i["statusCode"]) for i in items]
