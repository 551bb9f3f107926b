"""On to the person's next channel: when nobody reads what is urgent, or when a channel does not work at all."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.notifications.models import Channel, Delivery, DeliveryState, Notification
from storewalk.notifications.queries import deliveries, inbox, overview, reach
from storewalk.notifications.service.route import queue_on
from storewalk.notifications.settled import Settled
from storewalk.notifications.work import TryNextChannel


async def advance(tx: Tx, notification_id: UUID, after: Channel, settled: Settled) -> None:
    """Send an urgent entry on the channel after `after`, unless it was read or its matter is settled.

    The time to read it runs from when it went out. A channel gets an entry once, so a second run adds nothing.
    """
    entry = await inbox.lock_one(tx, notification_id)
    if entry is None or entry.read_at is not None:
        return
    sent = await deliveries.of_notification(tx, notification_id)
    if not _last(sent, after):
        return
    asked_at = min(each.asked_at for each in sent)
    done = (await settled.among(tx, {entry.link})).get(entry.link)
    if done is not None and done > asked_at:
        return
    wait = timedelta(minutes=(await reach.rules(tx)).next_after_minutes)
    due_at = _began([each for each in sent if each.channel is after], tx.now) + wait
    if due_at > tx.now:
        await tx.enqueue(TryNextChannel(notification_id=entry.id, after=after), at=due_at)
        return
    await _go_on(tx, entry, sent, asked_at=due_at)


async def fall_back(tx: Tx, failed: Delivery) -> None:
    """Send an entry on the next channel when it reached none of the person's devices on this one."""
    entry = await inbox.lock_one(tx, failed.notification_id)
    await tx.flush()
    sent = await deliveries.of_notification(tx, failed.notification_id)
    lost = {DeliveryState.FAILED, DeliveryState.GONE}
    here = all(each.state in lost for each in sent if each.channel is failed.channel)
    if entry is not None and entry.read_at is None and here and _last(sent, failed.channel):
        await _go_on(tx, entry, sent, asked_at=tx.now)


def _last(sent: Sequence[Delivery], channel: Channel) -> bool:
    """Tell whether `channel` is the last one that an entry went to; what waited for an earlier one is overtaken."""
    return bool(sent) and max(sent, key=lambda each: each.recorded_at).channel is channel


def _began(here: Sequence[Delivery], now: datetime) -> datetime:
    """Return since when a person could have read an entry on a channel; what nobody tried to send is still ahead."""
    untried = [each.due_at for each in here if each.state is DeliveryState.QUEUED and each.attempts == 0]
    if untried:
        return max(now, *untried)
    return max(each.finished_at or each.asked_at for each in here)


async def _go_on(tx: Tx, entry: Notification, sent: Sequence[Delivery], *, asked_at: datetime) -> None:
    rules = await reach.rules(tx)
    had = {each.channel for each in sent}
    left = [channel for channel in await overview.usable(tx, entry.account_id) if channel not in had]
    if left:
        await queue_on(tx, entry, left, rules, asked_at=asked_at)
