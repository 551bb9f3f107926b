"""The inbox, its badge, and the browsers that get pushes: all of it the signed-in person's own."""

from typing import cast
from uuid import UUID

from litestar import Router
from litestar.datastructures import State
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.http import command, query
from storewalk.core.platform import Platform
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.notifications import queries
from storewalk.notifications.permissions import OWN_INBOX
from storewalk.notifications.schemas import (
    DeliveryOut,
    NotificationOut,
    PushKey,
    Subscribe,
    SubscriptionOut,
    Unread,
)
from storewalk.notifications.service import read, subscribe
from storewalk.notifications.vapid import application_server_key, read_private_key


@query("/notifications", operation_id="listNotifications", permission=OWN_INBOX)
async def list_notifications(
    tx: ReadTx, cursor: FromQuery[str | None] = None, limit: FromQuery[int | None] = None
) -> Page[NotificationOut]:
    """Return the inbox, newest first."""
    size = page_size(limit)
    rows = await queries.inbox(tx, tx.actor.account_id, decode_cursor(cursor), size)
    return page(rows, size, lambda row: (row.at, row.id))


@query("/notifications/unread", operation_id="countUnreadNotifications", permission=OWN_INBOX)
async def count_unread(tx: ReadTx) -> Unread:
    """Return the number on the badge."""
    return Unread(count=await queries.unread(tx, tx.actor.account_id))


@command("/notifications/{notification_id:uuid}/read", operation_id="readNotification", permission=OWN_INBOX)
async def read_notification(tx: Tx, notification_id: FromPath[UUID]) -> Unread:
    """Mark an entry as read and return the badge's new number."""
    await read.read_one(tx, notification_id)
    return Unread(count=await queries.unread(tx, tx.actor.account_id))


@command("/notifications/read-all", operation_id="readAllNotifications", permission=OWN_INBOX)
async def read_all_notifications(tx: Tx) -> Unread:
    """Mark everything as read."""
    await read.read_all(tx)
    return Unread(count=0)


@query("/push/key", operation_id="getPushKey", permission=OWN_INBOX)
async def push_key(tx: ReadTx, state: State) -> PushKey:
    """Return the key that a browser subscribes with."""
    del tx
    settings = _platform(state).settings
    return PushKey(public_key=application_server_key(read_private_key(settings.vapid_private_key)))


@command("/push/subscriptions", operation_id="subscribeToPush", permission=OWN_INBOX)
async def subscribe_to_push(tx: Tx, state: State, data: JSONBody[Subscribe]) -> SubscriptionOut:
    """Register this browser; it is the signed-in person's from now on."""
    allow_private = _platform(state).settings.allow_private_push
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


@query("/push/deliveries", operation_id="listPushDeliveries", permission=OWN_INBOX)
async def list_deliveries(
    tx: ReadTx, cursor: FromQuery[str | None] = None, limit: FromQuery[int | None] = None
) -> Page[DeliveryOut]:
    """Return what was sent to one's own devices and what became of it, newest first."""
    size = page_size(limit)
    rows = await queries.deliveries(tx, tx.actor.account_id, decode_cursor(cursor), size)
    return page(rows, size, lambda row: (row.at, row.id))


def _platform(state: State) -> Platform:
    return cast("Platform", state["platform"])


ROUTER = Router(
    "/api",
    route_handlers=[
        list_notifications,
        count_unread,
        read_notification,
        read_all_notifications,
        push_key,
        subscribe_to_push,
        unsubscribe_from_push,
        list_deliveries,
    ],
)
