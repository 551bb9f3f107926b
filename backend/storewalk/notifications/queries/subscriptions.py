"""Reads and locks of the browsers that get pushes."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import aliased

from storewalk.core.locks import lock_names
from storewalk.core.tx import AnyTx, Tx
from storewalk.notifications.models import Delivery, PushSubscription, SubscriptionState
from storewalk.notifications.schemas import BrowserOut
from storewalk.notifications.senders import BrowserAddress


async def live(tx: AnyTx, account_id: UUID) -> list[UUID]:
    """Return the browsers of an account that want pushes."""
    return await tx.scalars(select(PushSubscription.id).where(_live(tx, account_id)))


async def own(tx: AnyTx, account_id: UUID) -> list[BrowserOut]:
    """Return the browsers of an account that want pushes, each with what became of its last message."""
    last = aliased(Delivery)
    newest = (
        select(Delivery.id)
        .where(Delivery.org_id == PushSubscription.org_id, Delivery.subscription_id == PushSubscription.id)
        .order_by(Delivery.recorded_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    found = (
        select(
            PushSubscription.id,
            PushSubscription.device_name,
            PushSubscription.registered_at,
            last.state.label("last_state"),
            last.recorded_at.label("last_at"),
        )
        .outerjoin(last, and_(last.org_id == PushSubscription.org_id, last.id == newest))
        .where(_live(tx, account_id))
        .order_by(PushSubscription.registered_at.desc())
    )
    return await tx.all(found, BrowserOut)


async def address(tx: Tx, account_id: UUID, subscription_id: UUID) -> BrowserAddress | None:
    """Return where to push, unless the browser was let go or belongs to another account by now."""
    found = select(PushSubscription.endpoint, PushSubscription.p256dh, PushSubscription.auth).where(
        _live(tx, account_id), PushSubscription.id == subscription_id
    )
    return await tx.one_or_none(found, BrowserAddress)


async def lock(tx: Tx, subscription_id: UUID) -> PushSubscription | None:
    """Lock a subscription, whoever's it is."""
    found = select(PushSubscription).where(PushSubscription.org_id == tx.org_id, PushSubscription.id == subscription_id)
    return await tx.session.scalar(found.with_for_update())


async def lock_some(tx: Tx, which: ColumnElement[bool]) -> list[PushSubscription]:
    """Lock some subscriptions, in the order of their ids."""
    found = select(PushSubscription).where(PushSubscription.org_id == tx.org_id, which).order_by(PushSubscription.id)
    return list(await tx.session.scalars(found.with_for_update()))


async def lock_endpoint(tx: Tx, endpoint: str) -> PushSubscription | None:
    """Lock a push address until the transaction ends, and return its subscription, whoever's it is, if there is one."""
    await lock_names(tx, "push address", [endpoint])
    found = select(PushSubscription).where(PushSubscription.org_id == tx.org_id, PushSubscription.endpoint == endpoint)
    return await tx.session.scalar(found.with_for_update())


def _live(tx: AnyTx, account_id: UUID) -> ColumnElement[bool]:
    return and_(
        PushSubscription.org_id == tx.org_id,
        PushSubscription.account_id == account_id,
        PushSubscription.state == SubscriptionState.LIVE,
    )
