"""Mark inbox entries as read."""

from uuid import UUID

from storewalk.core.errors import NotFound
from storewalk.core.tx import Tx
from storewalk.notifications.events import NotificationsRead
from storewalk.notifications.models import Notification
from storewalk.notifications.queries import inbox


async def read_one(tx: Tx, notification_id: UUID) -> Notification:
    """Mark one of the actor's entries as read; reading it again keeps the first time.

    Raises:
        NotFound: there is no such entry, or it is somebody else's.

    """
    entry = await inbox.lock_own(tx, tx.actor.account_id, notification_id)
    if entry is None:
        raise NotFound("notifications.not_found")
    _mark(tx, [entry])
    await tx.flush()
    return entry


async def read_all(tx: Tx) -> int:
    """Mark everything in the actor's inbox as read and return how many entries that were."""
    return _mark(tx, await inbox.lock_unread(tx, tx.actor.account_id))


def _mark(tx: Tx, entries: list[Notification]) -> int:
    fresh = [entry for entry in entries if entry.read_at is None]
    for entry in fresh:
        entry.read_at = tx.occurred_at
    if fresh:
        tx.record(NotificationsRead(subject_id=tx.actor.account_id, count=len(fresh)))
    return len(fresh)
