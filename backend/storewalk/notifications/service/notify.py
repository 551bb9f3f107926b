"""Put an entry into inboxes and queue one push per registered browser."""

from uuid import UUID

from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.notifications import queries
from storewalk.notifications.events import NotificationWritten
from storewalk.notifications.models import DeliveryState, Notification, PushDelivery
from storewalk.notifications.notice import Notice
from storewalk.notifications.work import SendPush


async def notify(tx: Tx, notice: Notice) -> list[UUID]:
    """Tell each account once; the inbox entry stands whether or not any push arrives. Returns the entries' ids."""
    written: list[UUID] = []
    for account_id in dict.fromkeys(notice.account_ids):
        notification_id = new_id()
        tx.session.add(
            Notification(
                org_id=tx.org_id,
                id=notification_id,
                account_id=account_id,
                kind=notice.kind,
                title=notice.title,
                body=notice.body,
                link=notice.link,
                urgent=notice.urgent,
                read_at=None,
            )
        )
        tx.record(
            NotificationWritten(
                subject_id=notification_id, store_id=notice.store_id, account_id=account_id, notice=notice.kind
            )
        )
        await tx.flush()
        await _queue_pushes(tx, account_id, notification_id)
        written.append(notification_id)
    return written


async def _queue_pushes(tx: Tx, account_id: UUID, notification_id: UUID) -> None:
    for subscription_id in await queries.live_subscriptions(tx, account_id):
        delivery_id = new_id()
        tx.session.add(
            PushDelivery(
                org_id=tx.org_id,
                id=delivery_id,
                notification_id=notification_id,
                subscription_id=subscription_id,
                state=DeliveryState.QUEUED,
                attempts=0,
                status_code=None,
                error=None,
                finished_at=None,
            )
        )
        await tx.enqueue(SendPush(delivery_id=delivery_id))
