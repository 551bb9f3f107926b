"""Where a lane leads: a browser, a person's WeCom, the organization's own receiver, or nowhere any more."""

from uuid import UUID

import msgspec

from storewalk.core.tx import Tx
from storewalk.core.vault import Unreadable
from storewalk.notifications.models import Channel, DeliveryState, Reason
from storewalk.notifications.queries import reach, subscriptions
from storewalk.notifications.queries.deliveries import Lane
from storewalk.notifications.queries.reach import Access, Person, Rules
from storewalk.notifications.senders import Address, WebhookAddress, WeComAddress, WeComApp
from storewalk.notifications.service.desk import Desk


class DeadEnd(msgspec.Struct, frozen=True):
    """How the messages of a lane end that leads nowhere."""

    state: DeliveryState
    reason: Reason | None = None
    error: str | None = None


OFF = DeadEnd(DeliveryState.SUPPRESSED, Reason.OFF)


async def address_of(
    tx: Tx, lane: Lane, person: Person, rules: Rules, desk: Desk, *, testing: bool
) -> Address | DeadEnd:
    """Return where the messages of a lane go, or how they end; a test goes also on a channel not yet switched on."""
    if not person.active or (lane.channel not in rules.channels and not testing):
        return OFF
    if lane.subscription_id is not None:
        found = await subscriptions.address(tx, lane.account_id, lane.subscription_id)
        return found or DeadEnd(DeliveryState.GONE)
    access = (await reach.accesses(tx)).get(lane.channel)
    if access is None:
        return OFF
    try:
        secret = desk.open_secret(tx.org_id, lane.channel, access.secret)
    except Unreadable as reason:
        return DeadEnd(DeliveryState.FAILED, error=f"secret: {reason}")
    return _with_secret(tx.org_id, access, secret, person)


def _with_secret(org_id: UUID, access: Access, secret: str, person: Person) -> Address | DeadEnd:
    if access.channel is Channel.WEBHOOK and access.url is not None:
        return WebhookAddress(url=access.url, secret=secret, username=person.username)
    app = app_of(access, secret)
    if app is None or person.wecom_user_id is None:
        return OFF
    return WeComAddress(org_id=org_id, app=app, user_id=person.wecom_user_id)


def app_of(access: Access, secret: str) -> WeComApp | None:
    """Return the organization's app in WeCom with its secret in clear, if the access is one to WeCom."""
    if access.corp_id is None or access.agent_id is None:
        return None
    return WeComApp(corp_id=access.corp_id, agent_id=access.agent_id, secret=secret)
