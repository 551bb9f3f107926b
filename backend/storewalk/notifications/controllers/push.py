"""The browsers that get pushes: each the signed-in person's own."""

from typing import Final
from uuid import UUID

from litestar import post
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.access import PUBLIC, system_actor
from storewalk.core.http import HttpRequest, command, platform_of, query
from storewalk.core.messages import Catalog
from storewalk.core.schemas import Page, Words, decode_cursor, page, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.notifications.acknowledgement import read_word
from storewalk.notifications.permissions import OWN_INBOX
from storewalk.notifications.queries import log, subscriptions
from storewalk.notifications.schemas import (
    Acknowledge,
    BrowserOut,
    DeliveryOut,
    DeliveryRef,
    PushKey,
    Subscribe,
    SubscriptionOut,
)
from storewalk.notifications.service import again, subscribe
from storewalk.notifications.service.acknowledge import acknowledge
from storewalk.notifications.vapid import application_server_key, read_private_key

TEST_TITLE: Final = "notifications.test.title"
TEST_BODY: Final = "notifications.test.body"


def test_words(catalog: Catalog) -> tuple[Words, Words]:
    """Return title and body of a test message."""
    title, body = (Words(catalog.text(key, "zh"), catalog.text(key, "en")) for key in (TEST_TITLE, TEST_BODY))
    return title, body


@query("/push/key", operation_id="getPushKey", permission=OWN_INBOX)
async def push_key(tx: ReadTx, request: HttpRequest) -> PushKey:
    """Return the key that a browser subscribes with."""
    del tx
    settings = platform_of(request).settings
    return PushKey(public_key=application_server_key(read_private_key(settings.vapid_private_key)))


@query("/push/subscriptions", operation_id="listPushSubscriptions", permission=OWN_INBOX)
async def list_subscriptions(tx: ReadTx) -> Page[BrowserOut]:
    """Return one's own browsers that get pushes, each with what became of its last message."""
    return Page(await subscriptions.own(tx, tx.actor.account_id), None)


@command("/push/subscriptions", operation_id="subscribeToPush", permission=OWN_INBOX)
async def subscribe_to_push(tx: Tx, request: HttpRequest, data: JSONBody[Subscribe]) -> SubscriptionOut:
    """Register this browser; it is the signed-in person's from now on."""
    allow_private = platform_of(request).settings.allow_private_push
    found = await subscribe.subscribe(tx, data, allow_private=allow_private)
    return SubscriptionOut(id=found.id, device_name=found.device_name, state=found.state)


@command(
    "/push/subscriptions/{subscription_id:uuid}",
    operation_id="unsubscribeFromPush",
    permission=OWN_INBOX,
    method="DELETE",
)
async def unsubscribe_from_push(tx: Tx, subscription_id: FromPath[UUID]) -> None:
    """Stop pushes to one of one's own browsers."""
    await subscribe.unsubscribe(tx, subscription_id)


@command("/push/subscriptions/{subscription_id:uuid}/test", operation_id="testPush", permission=OWN_INBOX)
async def test_push(tx: Tx, request: HttpRequest, subscription_id: FromPath[UUID]) -> DeliveryRef:
    """Send a test to one of one's own browsers."""
    words = test_words(platform_of(request).catalog)
    return DeliveryRef(id=await again.send_test_to_browser(tx, subscription_id, words))


@query("/push/deliveries", operation_id="listPushDeliveries", permission=OWN_INBOX)
async def list_deliveries(
    tx: ReadTx, cursor: FromQuery[str | None] = None, limit: FromQuery[int | None] = None
) -> Page[DeliveryOut]:
    """Return what was sent to oneself and what became of it, newest first."""
    size = page_size(limit)
    rows = await log.own(tx, tx.actor.account_id, decode_cursor(cursor), size)
    return page(rows, size, lambda row: (row.at, row.id))


@post(
    "/api/push/acknowledgements",
    operation_id="acknowledgeDelivery",
    status_code=200,
    opt={"permission": PUBLIC},
    security=[],
)
async def acknowledge_delivery(request: HttpRequest, data: JSONBody[Acknowledge]) -> None:
    """Take a service worker's word that it has shown a message.

    Outside of log-in and receipts: the worker of a phone that was logged out meanwhile says it too, and saying it twice
    changes nothing. A word that is not ours is passed over in silence.
    """
    platform = platform_of(request)
    shown = read_word(platform.settings.secret_key, data.word)
    if shown is not None:
        async with platform.transaction(system_actor(shown.org_id)) as tx:
            await acknowledge(tx, shown.delivery_id)


PUSH = (
    push_key, list_subscriptions, subscribe_to_push, unsubscribe_from_push, test_push, list_deliveries,
)  # fmt: skip
