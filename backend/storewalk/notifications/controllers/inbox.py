"""The inbox and its badge, and one's own quiet hours."""

from uuid import UUID

from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.http import command, query
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.notifications.channel_schemas import OwnQuietOut, SetOwnQuiet
from storewalk.notifications.permissions import OWN_INBOX
from storewalk.notifications.queries import inbox, overview
from storewalk.notifications.schemas import NotificationOut, Unread
from storewalk.notifications.service import read, set_up


@query("/notifications", operation_id="listNotifications", permission=OWN_INBOX)
async def list_notifications(
    tx: ReadTx, cursor: FromQuery[str | None] = None, limit: FromQuery[int | None] = None
) -> Page[NotificationOut]:
    """Return the inbox, newest first."""
    size = page_size(limit)
    rows = await inbox.inbox(tx, tx.actor.account_id, decode_cursor(cursor), size)
    return page(rows, size, lambda row: (row.at, row.id))


@query("/notifications/unread", operation_id="countUnreadNotifications", permission=OWN_INBOX)
async def count_unread(tx: ReadTx) -> Unread:
    """Return the number on the badge."""
    return Unread(count=await inbox.unread(tx, tx.actor.account_id))


@command("/notifications/{notification_id:uuid}/read", operation_id="readNotification", permission=OWN_INBOX)
async def read_notification(tx: Tx, notification_id: FromPath[UUID]) -> Unread:
    """Mark an entry as read and return the badge's new number."""
    await read.read_one(tx, notification_id)
    return Unread(count=await inbox.unread(tx, tx.actor.account_id))


@command("/notifications/read-all", operation_id="readAllNotifications", permission=OWN_INBOX)
async def read_all_notifications(tx: Tx) -> Unread:
    """Mark everything as read."""
    await read.read_all(tx)
    return Unread(count=0)


@query("/me/quiet-hours", operation_id="getOwnQuietHours", permission=OWN_INBOX)
async def own_quiet_hours(tx: ReadTx) -> OwnQuietOut:
    """Return one's own quiet hours beside the organization's."""
    return await overview.own_quiet(tx)


@command("/me/quiet-hours", operation_id="setOwnQuietHours", permission=OWN_INBOX, method="PUT")
async def set_own_quiet_hours(tx: Tx, data: JSONBody[SetOwnQuiet]) -> OwnQuietOut:
    """Choose quiet hours of one's own, or the organization's again."""
    await set_up.set_own_quiet(tx, data)
    await tx.flush()
    return await overview.own_quiet(tx)


INBOX = (
    list_notifications, count_unread, read_notification, read_all_notifications, own_quiet_hours, set_own_quiet_hours,
)  # fmt: skip
