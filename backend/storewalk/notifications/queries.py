"""Reads of the inbox, the subscriptions and the delivery log, and the row locks of their changes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, literal, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, aliased

from storewalk.core.orm import Tenanted
from storewalk.core.schemas import Cursor
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import account_ref
from storewalk.notifications.models import Notification, PushDelivery, PushSubscription, SubscriptionState
from storewalk.notifications.push import QueuedPush
from storewalk.notifications.schemas import DeliveryOut, NotificationOut

INBOX = (
    Notification.id,
    Notification.kind,
    Notification.title,
    Notification.body,
    Notification.link,
    Notification.urgent,
    Notification.recorded_at.label("at"),
    Notification.read_at,
)
CHANNEL = "webpush"


async def inbox(tx: AnyTx, account_id: UUID, after: Cursor | None, limit: int) -> list[NotificationOut]:
    """Return an account's entries, newest first, one more than `limit`."""
    found = select(*INBOX).where(_of(tx, account_id))
    return await tx.all(_newest_first(found, Notification, after).limit(limit + 1), NotificationOut)


async def changed(tx: AnyTx, account_id: UUID, since: datetime | None, limit: int) -> list[NotificationOut]:
    """Return an account's entries written or read after `since` (all of them without it), newest first."""
    found = select(*INBOX).where(_of(tx, account_id))
    if since is not None:
        found = found.where(Notification.changed_at > since)
    return await tx.all(_newest_first(found, Notification, None).limit(limit), NotificationOut)


async def unread(tx: AnyTx, account_id: UUID) -> int:
    """Return how many of an account's entries are unread."""
    count = select(func.count()).where(_of(tx, account_id), Notification.read_at.is_(None))
    return (await tx.scalars(count))[0]


async def deliveries(tx: AnyTx, account_id: UUID, after: Cursor | None, limit: int) -> list[DeliveryOut]:
    """Return what was sent to the browsers that are an account's now, newest first, one more than `limit`.

    Entries of the inbox of whoever had the browser before are left out.
    """
    found = (
        select(
            PushDelivery.id,
            PushDelivery.notification_id,
            Notification.title,
            literal(CHANNEL).label("channel"),
            PushSubscription.device_name,
            PushDelivery.state,
            PushDelivery.attempts,
            PushDelivery.status_code,
            PushDelivery.error,
            PushDelivery.recorded_at.label("at"),
            PushDelivery.finished_at,
        )
        .join(Notification, _same(PushDelivery.org_id, PushDelivery.notification_id, Notification))
        .join(PushSubscription, _same(PushDelivery.org_id, PushDelivery.subscription_id, PushSubscription))
        .where(_of(tx, account_id), PushSubscription.account_id == account_id)
    )
    return await tx.all(_newest_first(found, PushDelivery, after).limit(limit + 1), DeliveryOut)


async def live_subscriptions(tx: Tx, account_id: UUID) -> list[UUID]:
    """Return the browsers of an account that want pushes."""
    return await tx.scalars(
        select(PushSubscription.id).where(
            PushSubscription.org_id == tx.org_id,
            PushSubscription.account_id == account_id,
            PushSubscription.state == SubscriptionState.LIVE,
        )
    )


async def queued_push(tx: Tx, delivery_id: UUID) -> QueuedPush | None:
    """Return what a delivery sends, unless its browser was let go or belongs to another account by now."""
    reader = account_ref.alias("reader")
    other = aliased(Notification)
    waiting = (
        select(func.count())
        .where(other.org_id == tx.org_id, other.account_id == Notification.account_id, other.read_at.is_(None))
        .scalar_subquery()
    )
    found = (
        select(
            Notification.id.label("notification_id"),
            Notification.title,
            Notification.body,
            Notification.link,
            Notification.urgent,
            reader.c.locale,
            waiting.label("unread"),
            PushSubscription.endpoint,
            PushSubscription.p256dh,
            PushSubscription.auth,
        )
        .select_from(PushDelivery)
        .join(Notification, _same(PushDelivery.org_id, PushDelivery.notification_id, Notification))
        .join(PushSubscription, _same(PushDelivery.org_id, PushDelivery.subscription_id, PushSubscription))
        .join(reader, reader.c.id == Notification.account_id)
        .where(
            PushDelivery.org_id == tx.org_id,
            PushDelivery.id == delivery_id,
            PushSubscription.state == SubscriptionState.LIVE,
            PushSubscription.account_id == Notification.account_id,
        )
    )
    return await tx.one_or_none(found, QueuedPush)


async def lock_notification(tx: Tx, account_id: UUID, notification_id: UUID) -> Notification | None:
    """Lock one entry of an account's inbox, if it is there."""
    found = select(Notification).where(_of(tx, account_id), Notification.id == notification_id)
    return await tx.session.scalar(found.with_for_update())


async def lock_unread(tx: Tx, account_id: UUID) -> list[Notification]:
    """Lock an account's unread entries, in the order of their ids."""
    found = select(Notification).where(_of(tx, account_id), Notification.read_at.is_(None)).order_by(Notification.id)
    return list(await tx.session.scalars(found.with_for_update()))


async def lock_subscription(tx: Tx, subscription_id: UUID) -> PushSubscription | None:
    """Lock a subscription, whoever's it is."""
    found = select(PushSubscription).where(PushSubscription.org_id == tx.org_id, PushSubscription.id == subscription_id)
    return await tx.session.scalar(found.with_for_update())


async def lock_subscriptions(tx: Tx, which: ColumnElement[bool]) -> list[PushSubscription]:
    """Lock some subscriptions, in the order of their ids."""
    found = select(PushSubscription).where(PushSubscription.org_id == tx.org_id, which).order_by(PushSubscription.id)
    return list(await tx.session.scalars(found.with_for_update()))


async def lock_endpoint(tx: Tx, endpoint: str) -> PushSubscription | None:
    """Lock the subscription of a push address, whoever's it is."""
    found = select(PushSubscription).where(PushSubscription.org_id == tx.org_id, PushSubscription.endpoint == endpoint)
    return await tx.session.scalar(found.with_for_update())


async def lock_delivery(tx: Tx, delivery_id: UUID) -> PushDelivery | None:
    """Lock a line of the delivery log, if it is there."""
    found = select(PushDelivery).where(PushDelivery.org_id == tx.org_id, PushDelivery.id == delivery_id)
    return await tx.session.scalar(found.with_for_update())


def _of(tx: AnyTx, account_id: UUID) -> ColumnElement[bool]:
    return (Notification.org_id == tx.org_id) & (Notification.account_id == account_id)


def _same(
    org_id: InstrumentedAttribute[UUID], key: InstrumentedAttribute[UUID], table: type[Tenanted]
) -> ColumnElement[bool]:
    return (table.org_id == org_id) & (table.id == key)


def _newest_first(
    found: Select[*tuple[Any, ...]], table: type[Tenanted], after: Cursor | None
) -> Select[*tuple[Any, ...]]:
    place = tuple_(table.recorded_at, table.id)
    if after is not None:
        found = found.where(place < tuple_(literal(after.at), literal(after.id)))
    return found.order_by(table.recorded_at.desc(), table.id.desc())
