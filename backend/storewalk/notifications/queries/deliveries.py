"""The lane of a delivery (an account on a channel, by web push one browser), its locks and what waits in it."""

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, and_, func, select

from storewalk.core.tx import Tx
from storewalk.notifications.models import Channel, Delivery, DeliveryState, Notification
from storewalk.notifications.pile import Waiting
from storewalk.notifications.queries.order import same


class Lane(msgspec.Struct, frozen=True):
    """Where a delivery goes."""

    account_id: UUID
    channel: Channel
    subscription_id: UUID | None


class Recent(msgspec.Struct, frozen=True):
    """How much went out in a lane lately, and when the first of it."""

    count: int
    first_at: datetime | None


async def lane_of(tx: Tx, delivery_id: UUID) -> Lane | None:
    """Return the lane of a delivery, if it is there."""
    found = select(Delivery.account_id, Delivery.channel, Delivery.subscription_id)
    return await tx.one_or_none(found.where(Delivery.org_id == tx.org_id, Delivery.id == delivery_id), Lane)


async def lock_lane(tx: Tx, lane: Lane) -> dict[UUID, Delivery]:
    """Lock what is queued in a lane, in the order of the ids."""
    found = select(Delivery).where(_in(tx, lane), Delivery.state == DeliveryState.QUEUED).order_by(Delivery.id)
    locked = await tx.session.scalars(found.with_for_update().execution_options(populate_existing=True))
    return {each.id: each for each in locked}


async def waiting(tx: Tx, lane: Lane) -> list[Waiting]:
    """Return what is queued in a lane, with what it is about."""
    found = (
        select(
            Delivery.id,
            Delivery.notification_id,
            Notification.kind,
            Notification.title,
            Notification.body,
            Notification.link,
            Notification.urgent,
            Notification.read_at,
            Delivery.bundle,
            Delivery.held,
            Delivery.asked_at,
            Delivery.due_at,
            Delivery.claimed_until,
            Delivery.attempts,
            Delivery.status_code,
        )
        .join(Notification, same(Delivery.org_id, Delivery.notification_id, Notification))
        .where(_in(tx, lane), Delivery.state == DeliveryState.QUEUED)
        .order_by(Delivery.id)
    )
    return await tx.all(found, Waiting)


async def recent(tx: Tx, lane: Lane, since: datetime) -> Recent:
    """Return what went out in a lane after `since`."""
    out = Delivery.state.in_((DeliveryState.SENT, DeliveryState.DELIVERED))
    found = select(func.count().label("count"), func.min(Delivery.finished_at).label("first_at"))
    found = found.where(_in(tx, lane), out, Delivery.finished_at > since)
    return (await tx.all(found, Recent))[0]


async def lock(tx: Tx, delivery_id: UUID) -> Delivery | None:
    """Lock a line of the delivery log, if it is there."""
    found = select(Delivery).where(Delivery.org_id == tx.org_id, Delivery.id == delivery_id)
    return await tx.session.scalar(found.with_for_update().execution_options(populate_existing=True))


async def of_notification(tx: Tx, notification_id: UUID) -> list[Delivery]:
    """Return all deliveries of an entry, on whatever channel."""
    found = select(Delivery).where(Delivery.org_id == tx.org_id, Delivery.notification_id == notification_id)
    return list(await tx.session.scalars(found.execution_options(populate_existing=True)))


def _in(tx: Tx, lane: Lane) -> ColumnElement[bool]:
    return and_(
        Delivery.org_id == tx.org_id,
        Delivery.account_id == lane.account_id,
        Delivery.channel == lane.channel,
        Delivery.subscription_id.is_not_distinct_from(lane.subscription_id),
    )
