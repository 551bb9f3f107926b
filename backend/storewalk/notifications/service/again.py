"""Messages that somebody asks for: a test to oneself, or a failed one once more."""

from uuid import UUID

from storewalk.core.errors import Invalid, NotFound, WrongState
from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.notifications.events import DeliveryRequested
from storewalk.notifications.models import Channel, DeliveryState, SubscriptionState
from storewalk.notifications.notice import TEST_KIND, Notice
from storewalk.notifications.queries import deliveries, reach, subscriptions
from storewalk.notifications.service.notify import write_entry
from storewalk.notifications.service.route import queue_one
from storewalk.notifications.work import SendDelivery

ENDED = {DeliveryState.FAILED, DeliveryState.GONE, DeliveryState.SUPPRESSED, DeliveryState.EXPIRED}


async def send_test_to_browser(tx: Tx, subscription_id: UUID, words: tuple[Words, Words]) -> UUID:
    """Send a test to one of the actor's own browsers. Raises NotFound."""
    found = await subscriptions.lock(tx, subscription_id)
    if found is None or found.account_id != tx.actor.account_id or found.state is not SubscriptionState.LIVE:
        raise NotFound("notifications.no_subscription")
    return await _test(tx, Channel.WEBPUSH, subscription_id, words)


async def send_test_on(tx: Tx, channel: Channel, words: tuple[Words, Words]) -> UUID:
    """Send a test to the actor on a channel that is set up, also before it is switched on.

    Raises:
        Invalid: it is not set up, or does not reach the actor.

    """
    person = await reach.person(tx, tx.actor.account_id)
    if channel not in await reach.accesses(tx):
        raise Invalid("notifications.channel_not_set_up", field="channel")
    if channel is Channel.WECOM and (person is None or person.wecom_user_id is None):
        raise Invalid("notifications.no_way_to_you", field="channel")
    return await _test(tx, channel, None, words)


async def _test(tx: Tx, channel: Channel, subscription_id: UUID | None, words: tuple[Words, Words]) -> UUID:
    title, body = words
    notice = Notice(account_ids=(), kind=TEST_KIND, title=title, body=body, link="/inbox")
    entry = write_entry(tx, tx.actor.account_id, notice)
    await tx.flush()
    delivery_id = await queue_one(tx, entry, channel, subscription_id, asked_at=tx.now)
    tx.record(DeliveryRequested(subject_id=delivery_id, channel=channel, test=True))
    return delivery_id


async def resend(tx: Tx, delivery_id: UUID) -> None:
    """Send a message once more that ended without arriving, as if it were new.

    Raises:
        NotFound: there is no such delivery.
        WrongState: it is on its way, or has arrived.

    """
    delivery = await deliveries.lock(tx, delivery_id)
    if delivery is None:
        raise NotFound("notifications.no_delivery")
    if delivery.state not in ENDED:
        raise WrongState("notifications.nothing_to_resend")
    delivery.state, delivery.reason, delivery.finished_at = DeliveryState.QUEUED, None, None
    delivery.bundle, delivery.held, delivery.attempts = 1, False, 0
    delivery.asked_at = delivery.due_at = tx.now
    delivery.status_code = delivery.error = None
    await tx.enqueue(SendDelivery(delivery_id=delivery_id))
    tx.record(DeliveryRequested(subject_id=delivery_id, channel=delivery.channel, test=False))
