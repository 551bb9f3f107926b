"""Reads of the inbox."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from storewalk.core.schemas import Cursor
from storewalk.core.tx import AnyTx, Tx
from storewalk.notifications.models import Notification
from storewalk.notifications.notice import Notice
from storewalk.notifications.queries.order import newest_first
from storewalk.notifications.schemas import NotificationOut

INBOX = (
    Notification.id,
    Notification.kind,
    Notification.title,
    Notification.body,
    Notification.link,
    Notification.urgent,
    Notification.recorded_at.label("at"),
    Notification.read_at,
)


async def inbox(tx: AnyTx, account_id: UUID, after: Cursor | None, limit: int) -> list[NotificationOut]:
    """Return an account's entries, newest first, one more than `limit`."""
    found = select(*INBOX).where(_of(tx, account_id))
    return await tx.all(newest_first(found, Notification, after).limit(limit + 1), NotificationOut)


async def changed(tx: AnyTx, account_id: UUID, since: datetime | None, limit: int) -> list[NotificationOut]:
    """Return an account's entries written or read after `since` (all of them without it), newest first."""
    found = select(*INBOX).where(_of(tx, account_id))
    if since is not None:
        found = found.where(Notification.changed_at > since)
    return await tx.all(newest_first(found, Notification, None).limit(limit), NotificationOut)


async def unread(tx: AnyTx, account_id: UUID) -> int:
    """Return how many of an account's entries are unread."""
    count = select(func.count()).where(_of(tx, account_id), Notification.read_at.is_(None))
    return (await tx.scalars(count))[0]


async def lock_one(tx: Tx, notification_id: UUID) -> Notification | None:
    """Lock an entry, whoever's it is."""
    found = select(Notification).where(Notification.org_id == tx.org_id, Notification.id == notification_id)
    return await tx.session.scalar(found.with_for_update().execution_options(populate_existing=True))


async def lock_own(tx: Tx, account_id: UUID, notification_id: UUID) -> Notification | None:
    """Lock one entry of an account's inbox, if it is there."""
    found = select(Notification).where(_of(tx, account_id), Notification.id == notification_id)
    return await tx.session.scalar(found.with_for_update())


async def lock_alike(tx: Tx, account_ids: Sequence[UUID], notice: Notice) -> list[Notification]:
    """Lock unread entries of these accounts that are of a notice's kind and lead to the same."""
    alike = (Notification.kind == notice.kind) & (Notification.link == notice.link) & Notification.read_at.is_(None)
    whose = (Notification.org_id == tx.org_id) & Notification.account_id.in_(account_ids)
    found = select(Notification).where(whose, alike).order_by(Notification.id).with_for_update()
    return list(await tx.session.scalars(found.execution_options(populate_existing=True)))


async def lock_unread(tx: Tx, account_id: UUID) -> list[Notification]:
    """Lock an account's unread entries, in the order of their ids."""
    found = select(Notification).where(_of(tx, account_id), Notification.read_at.is_(None)).order_by(Notification.id)
    return list(await tx.session.scalars(found.with_for_update()))


def _of(tx: AnyTx, account_id: UUID) -> ColumnElement[bool]:
    return (Notification.org_id == tx.org_id) & (Notification.account_id == account_id)
