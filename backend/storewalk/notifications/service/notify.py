"""Put an entry into inboxes and queue it for each reader's first channel."""

from uuid import UUID

from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.notifications.events import NotificationWritten
from storewalk.notifications.models import Notification
from storewalk.notifications.notice import Notice
from storewalk.notifications.queries import inbox
from storewalk.notifications.queries.ways import ways
from storewalk.notifications.service.route import queue_on


async def notify(tx: Tx, notice: Notice) -> list[UUID]:
    """Tell each account once; the inbox entry stands whether or not any message arrives. Returns the new entries' ids.

    In a subscriber the message is as old as its event: a worker that was down for a day does not call that news.
    """
    whom = await _not_told(tx, notice)
    if not whom:
        return []
    entries = [write_entry(tx, account_id, notice) for account_id in whom]
    found = await ways(tx, whom)  # flushes: a delivery points at its entry
    asked_at = min(tx.now, tx.caused_at or tx.now)
    for entry in entries:
        if channels := found.channels[entry.account_id]:
            await queue_on(tx, entry, channels, found.rules, asked_at=asked_at)
    return [entry.id for entry in entries]


async def _not_told(tx: Tx, notice: Notice) -> list[UUID]:
    """Return whom to tell; what others have not read yet says the same from now on, if it gathers."""
    whom = list(dict.fromkeys(notice.account_ids))
    if not notice.gathers:
        return whom
    await lock_names(tx, "notice", [f"{account_id}:{notice.kind}:{notice.link}" for account_id in whom])
    gathered = await inbox.lock_alike(tx, whom, notice)
    for entry in gathered:
        entry.title, entry.body = notice.title, notice.body
    await tx.flush()
    return [each for each in whom if each not in {entry.account_id for entry in gathered}]


def write_entry(tx: Tx, account_id: UUID, notice: Notice) -> Notification:
    """Put an entry into one inbox; it is there with the next flush."""
    entry = Notification(
        org_id=tx.org_id,
        id=new_id(),
        account_id=account_id,
        kind=notice.kind,
        title=notice.title,
        body=notice.body,
        link=notice.link,
        urgent=notice.urgent,
        read_at=None,
    )
    tx.session.add(entry)
    tx.record(
        NotificationWritten(subject_id=entry.id, store_id=notice.store_id, account_id=account_id, notice=notice.kind)
    )
    return entry
