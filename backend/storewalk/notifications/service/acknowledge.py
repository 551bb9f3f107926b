"""A browser has shown a message."""

from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.notifications.models import DeliveryState
from storewalk.notifications.queries import deliveries
from storewalk.notifications.service.finish import finish

SHOWABLE = {DeliveryState.QUEUED, DeliveryState.SENT}


async def acknowledge(tx: Tx, delivery_id: UUID) -> None:
    """Write down that a message was shown; saying it again changes nothing.

    A browser may be quicker than our own note of having sent: then this is that note.
    """
    delivery = await deliveries.lock(tx, delivery_id)
    if delivery is None or delivery.state not in SHOWABLE:
        return
    sent_at = delivery.finished_at
    if delivery.state is DeliveryState.QUEUED:
        delivery.attempts += 1
    finish(tx, delivery, DeliveryState.DELIVERED)
    delivery.finished_at = sent_at or tx.now
