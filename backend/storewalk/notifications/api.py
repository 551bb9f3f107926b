"""What other rooms may ask of the inbox."""

from datetime import datetime

from storewalk.core.tx import AnyTx
from storewalk.notifications.notice import Notice
from storewalk.notifications.queries import inbox
from storewalk.notifications.schemas import NotificationOut
from storewalk.notifications.service.notify import notify
from storewalk.notifications.settled import Settled

__all__ = ["Notice", "NotificationOut", "Settled", "inbox_changes", "notify", "unread_count"]


async def inbox_changes(tx: AnyTx, since: datetime | None, limit: int = 200) -> list[NotificationOut]:
    """Return the actor's inbox entries written or read after `since` (without it: all), newest first."""
    return await inbox.changed(tx, tx.actor.account_id, since, limit)


async def unread_count(tx: AnyTx) -> int:
    """Return how many entries of the actor's inbox are unread."""
    return await inbox.unread(tx, tx.actor.account_id)
