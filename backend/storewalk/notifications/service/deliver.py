"""One attempt to bring a notification to a browser: read, send outside any transaction, write down what came of it."""

from datetime import timedelta
from uuid import UUID

import msgspec

from storewalk.core.tx import Tx
from storewalk.notifications import queries
from storewalk.notifications.events import PushSubscriptionEnded
from storewalk.notifications.models import DeliveryState, PushDelivery, SubscriptionState
from storewalk.notifications.push import Outcome, Push, PushBody, Target, Verdict, make_push, topic_of
from storewalk.notifications.work import SendPush

MAX_ATTEMPTS = 7
FIRST_WAIT = timedelta(seconds=30)
WAIT_FACTOR = 4
ERROR_CHARS = 200


class Prepared(msgspec.Struct, frozen=True):
    """What one attempt sends and where to."""

    target: Target
    push: Push


async def prepare(tx: Tx, delivery_id: UUID) -> Prepared | None:
    """Build the message of a queued delivery in its reader's language; None when there is nothing to send any more.

    A delivery whose browser was let go, or belongs to somebody else by now, ends here as gone.
    """
    delivery = await queries.lock_delivery(tx, delivery_id)
    if delivery is None or delivery.state is not DeliveryState.QUEUED:
        return None
    queued = await queries.queued_push(tx, delivery_id)
    if queued is None:
        _finish(tx, delivery, DeliveryState.GONE)
        return None
    body = PushBody(
        title=queued.title.in_locale(queued.locale),
        body=queued.body.in_locale(queued.locale),
        link=queued.link,
        tag=topic_of(queued.notification_id),
        badge=queued.unread,
    )
    target = Target(endpoint=queued.endpoint, p256dh=queued.p256dh, auth=queued.auth)
    return Prepared(target, make_push(body, urgent=queued.urgent))


async def settle(tx: Tx, delivery_id: UUID, outcome: Outcome) -> None:
    """Write down the outcome of an attempt; what may work later is queued again in the same transaction.

    The wait is what the push service asked for, or 30 s, 2 min, 8 min, 32 min, 2 h, 8.5 h.
    """
    delivery = await queries.lock_delivery(tx, delivery_id)
    if delivery is None or delivery.state is not DeliveryState.QUEUED:
        return
    delivery.attempts += 1
    delivery.status_code = outcome.status_code
    delivery.error = outcome.error[:ERROR_CHARS] if outcome.error else None
    if outcome.verdict is Verdict.SENT:
        _finish(tx, delivery, DeliveryState.SENT)
    elif outcome.verdict is Verdict.GONE:
        _finish(tx, delivery, DeliveryState.GONE)
        await _end_subscription(tx, delivery.subscription_id)
    elif outcome.verdict is Verdict.REFUSED or delivery.attempts >= MAX_ATTEMPTS:
        _finish(tx, delivery, DeliveryState.FAILED)
    else:
        wait = FIRST_WAIT * WAIT_FACTOR ** (delivery.attempts - 1)
        await tx.enqueue(SendPush(delivery_id=delivery_id), after=max(wait, outcome.retry_after or wait))


def _finish(tx: Tx, delivery: PushDelivery, state: DeliveryState) -> None:
    delivery.state = state
    delivery.finished_at = tx.now


async def _end_subscription(tx: Tx, subscription_id: UUID) -> None:
    found = await queries.lock_subscription(tx, subscription_id)
    if found is not None and found.state is SubscriptionState.LIVE:
        found.state = SubscriptionState.GONE
        tx.record(PushSubscriptionEnded(subject_id=found.id, account_id=found.account_id, gone=True))
