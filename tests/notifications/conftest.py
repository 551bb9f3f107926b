"""A push service on this machine."""

from collections.abc import AsyncGenerator, Awaitable, Callable

import pytest

from storewalk.core.schemas import Words
from storewalk.notifications.api import Notice, notify
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.organization import Org
from tests.notifications.push_service import Browser, PushService, push_service

Tell = Callable[..., Awaitable[None]]


@pytest.fixture
async def push() -> AsyncGenerator[PushService]:
    """A push service that keeps what it receives."""
    async with push_service() as service:
        yield service


@pytest.fixture
def tell(org: Org, app_tx: AppTx) -> Tell:
    """`await tell("manager", "clerk")`: put an entry into the inbox of each."""

    async def written(*roles: str, text: str = "饮料柜缺货", urgent: bool = False) -> None:
        async with app_tx(org) as tx:
            await notify(
                tx,
                Notice(
                    account_ids=tuple(org.accounts[role] for role in roles),
                    kind="test.told",
                    title=Words(f"{text}（标题）", f"{text} (title)"),
                    body=Words(f"{text}（正文）", f"{text} (body)"),
                    link="/tasks/1",
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
