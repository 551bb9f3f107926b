"""Register a browser for pushes, and let it go again."""

from base64 import urlsafe_b64decode
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey

from storewalk.core.errors import Invalid, NotFound
from storewalk.core.tx import Tx
from storewalk.identity.events import AccountDeactivated, SessionRevoked
from storewalk.notifications.endpoints import UnsafeEndpoint, parse_endpoint
from storewalk.notifications.events import PushSubscribed, PushSubscriptionEnded
from storewalk.notifications.models import PushSubscription, SubscriptionState
from storewalk.notifications.queries import subscriptions
from storewalk.notifications.schemas import Subscribe, SubscriptionKeys

AUTH_BYTES = 16


async def subscribe(tx: Tx, form: Subscribe, *, allow_private: bool) -> PushSubscription:
    """Register the actor's browser; a browser that another person registered before is the actor's from now on.

    Said again of a browser that is registered just so, it changes nothing.

    Raises:
        Invalid: the address is not a public HTTPS one, or the keys are not a P-256 point and a 16-byte secret.

    """
    _check(form, allow_private=allow_private)
    found = await subscriptions.lock_endpoint(tx, form.endpoint)
    if found is not None and _registered(tx, found, form):
        return found
    previous = None if found is None else found.account_id
    if found is None:
        found = PushSubscription(org_id=tx.org_id, endpoint=form.endpoint)
        tx.session.add(found)
    found.account_id, found.session_id = tx.actor.account_id, tx.actor.session_id
    found.device_name = form.device_name
    found.p256dh, found.auth = form.keys.p256dh, form.keys.auth
    found.state = SubscriptionState.LIVE
    found.registered_at = tx.now
    await tx.flush()
    changed_hands = previous if previous != tx.actor.account_id else None
    tx.record(PushSubscribed(subject_id=found.id, account_id=tx.actor.account_id, previous_account_id=changed_hands))
    return found


def _registered(tx: Tx, found: PushSubscription, form: Subscribe) -> bool:
    """Tell whether a subscription is the actor's already, from this log-in and with these keys."""
    known = (found.account_id, found.session_id, found.device_name, found.p256dh, found.auth, found.state)
    said = (tx.actor.account_id, tx.actor.session_id, form.device_name, form.keys.p256dh, form.keys.auth)
    return known == (*said, SubscriptionState.LIVE)


async def unsubscribe(tx: Tx, subscription_id: UUID) -> None:
    """Stop pushes to one of the actor's browsers; its log stays. Doing it twice changes nothing.

    Raises:
        NotFound: it is not one of the actor's.

    """
    found = await subscriptions.lock(tx, subscription_id)
    if found is None or found.account_id != tx.actor.account_id:
        raise NotFound("notifications.no_subscription")
    _end(tx, found)


async def end_with_session(tx: Tx, event: SessionRevoked) -> None:
    """Stop pushes to a browser that was logged out, perhaps because the phone is lost. Twice changes nothing."""
    for found in await subscriptions.lock_some(tx, PushSubscription.session_id == event.subject_id):
        _end(tx, found)


async def end_with_account(tx: Tx, event: AccountDeactivated) -> None:
    """Stop pushes to every browser of somebody who has left. Twice changes nothing."""
    for found in await subscriptions.lock_some(tx, PushSubscription.account_id == event.subject_id):
        _end(tx, found)


def _end(tx: Tx, found: PushSubscription) -> None:
    if found.state is SubscriptionState.LIVE:
        found.state = SubscriptionState.REMOVED
        tx.record(PushSubscriptionEnded(subject_id=found.id, account_id=found.account_id, gone=False))


def _check(form: Subscribe, *, allow_private: bool) -> None:
    try:
        parse_endpoint(form.endpoint, allow_private=allow_private)
    except UnsafeEndpoint as reason:
        raise Invalid("notifications.bad_endpoint", field="endpoint") from reason
    if not _usable(form.keys):
        raise Invalid("notifications.bad_keys", field="keys")


def _usable(keys: SubscriptionKeys) -> bool:
    try:
        EllipticCurvePublicKey.from_encoded_point(SECP256R1(), _decode(keys.p256dh))
        return len(_decode(keys.auth)) == AUTH_BYTES
    except ValueError:
        return False


def _decode(text: str) -> bytes:
    return urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))
