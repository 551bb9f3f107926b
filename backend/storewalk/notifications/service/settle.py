"""After an attempt: write down what came of it; what may work later is queued again, what never will goes elsewhere."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.notifications.events import PushSubscriptionEnded
from storewalk.notifications.message import Outcome, Verdict
from storewalk.notifications.models import Delivery, DeliveryState, SubscriptionState
from storewalk.notifications.queries import deliveries, subscriptions
from storewalk.notifications.service.advance import fall_back
from storewalk.notifications.service.finish import finish
from storewalk.notifications.work import SendDelivery

MAX_ATTEMPTS: Final = 7
FIRST_WAIT: Final = timedelta(seconds=30)
WAIT_FACTOR: Final = 4
ERROR_CHARS: Final = 200
ENDS: Final = {
    Verdict.SENT: DeliveryState.SENT,
    Verdict.DELIVERED: DeliveryState.DELIVERED,
    Verdict.GONE: DeliveryState.GONE,
    Verdict.REFUSED: DeliveryState.FAILED,
}


async def settle(tx: Tx, delivery_id: UUID, outcome: Outcome) -> None:
    """Write down the outcome of an attempt.

    The wait before the next is what the provider asked for, or 30 s, 2 min, 8 min, 32 min, 2 h, 8.5 h. One that the
    browser has acknowledged meanwhile stays acknowledged.
    """
    delivery = await deliveries.lock(tx, delivery_id)
    if delivery is None or delivery.state is not DeliveryState.QUEUED:
        return
    delivery.attempts += 1
    delivery.status_code = outcome.status_code
    delivery.error = outcome.error[:ERROR_CHARS] if outcome.error else None
    delivery.claimed_until = None
    if outcome.verdict is Verdict.LATER and delivery.attempts < MAX_ATTEMPTS:
        wait = FIRST_WAIT * WAIT_FACTOR ** (delivery.attempts - 1)
        delivery.due_at = tx.now + max(wait, outcome.retry_after or wait)
        await tx.enqueue(SendDelivery(delivery_id=delivery_id), at=delivery.due_at)
        return
    finish(tx, delivery, ENDS.get(outcome.verdict, DeliveryState.FAILED))
    if outcome.verdict is Verdict.GONE:
        await _end_subscription(tx, delivery)
    if delivery.state in {DeliveryState.FAILED, DeliveryState.GONE}:
        await fall_back(tx, delivery)


async def _end_subscription(tx: Tx, delivery: Delivery) -> None:
    if delivery.subscription_id is None:
        return
    found = await subscriptions.lock(tx, delivery.subscription_id)
    if found is not None and found.state is SubscriptionState.LIVE:
        found.state = SubscriptionState.GONE
        tx.record(PushSubscriptionEnded(subject_id=found.id, account_id=found.account_id, gone=True))
