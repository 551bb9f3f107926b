"""How an entry is queued on the first of the channels that reach its reader."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.notifications.models import Channel, Delivery, DeliveryState, Notification
from storewalk.notifications.pile import LATE
from storewalk.notifications.queries import subscriptions
from storewalk.notifications.queries.reach import Rules
from storewalk.notifications.work import SendDelivery, TryNextChannel

COLLECTING: Final = timedelta(minutes=1)
"""What comes late comes in a crowd: so long it is let gather, to go as one."""


async def queue_on(
    tx: Tx, entry: Notification, channels: Sequence[Channel], rules: Rules, *, asked_at: datetime
) -> None:
    """Queue an entry on the first of `channels`; an urgent one is tried on the next when nobody reads it in time."""
    first, *more = channels
    browsers = await subscriptions.live(tx, entry.account_id) if first is Channel.WEBPUSH else [None]
    for subscription_id in browsers:
        await queue_one(tx, entry, first, subscription_id, asked_at=asked_at)
    if entry.urgent and more:
        wait = TryNextChannel(notification_id=entry.id, after=first)
        await tx.enqueue(wait, after=timedelta(minutes=rules.next_after_minutes))


async def queue_one(
    tx: Tx, entry: Notification, channel: Channel, subscription_id: UUID | None, *, asked_at: datetime
) -> UUID:
    """Queue one delivery of an entry and return its id."""
    delivery_id = new_id()
    tx.session.add(
        Delivery(
            org_id=tx.org_id,
            id=delivery_id,
            notification_id=entry.id,
            account_id=entry.account_id,
            channel=channel,
            subscription_id=subscription_id,
            state=DeliveryState.QUEUED,
            reason=None,
            bundle=1,
            held=False,
            asked_at=asked_at,
            due_at=asked_at,
            claimed_until=None,
            attempts=0,
            status_code=None,
            error=None,
            finished_at=None,
            delivered_at=None,
        )
    )
    late = tx.now - asked_at > LATE
    await tx.enqueue(SendDelivery(delivery_id=delivery_id), after=COLLECTING if late else None)
    return delivery_id
