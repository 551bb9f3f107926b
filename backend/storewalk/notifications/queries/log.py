"""The delivery log: one's own, the organization's, and its figures."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, and_, func, select

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Cursor
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref
from storewalk.notifications.models import Channel, Delivery, DeliveryState, Notification, PushSubscription
from storewalk.notifications.queries.order import newest_first, same
from storewalk.notifications.schemas import DeliveryOut


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which lines to show; None means any."""

    channel: Channel | None = None
    state: DeliveryState | None = None
    account_id: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


class Count(msgspec.Struct, frozen=True):
    """How many deliveries of a channel are in a state."""

    channel: Channel
    state: DeliveryState
    count: int


async def own(tx: AnyTx, account_id: UUID, after: Cursor | None, limit: int) -> list[DeliveryOut]:
    """Return what was sent to an account, newest first, one more than `limit`.

    What went to a browser that belongs to somebody else by now is left out.
    """
    mine = PushSubscription.id.is_(None) | (PushSubscription.account_id == account_id)
    found = _lines(tx).where(Delivery.account_id == account_id, mine)
    return await tx.all(newest_first(found, Delivery, after).limit(limit + 1), DeliveryOut)


async def listed(tx: AnyTx, wanted: Wanted, after: Cursor | None, limit: int) -> list[DeliveryOut]:
    """Return the organization's lines, newest first, one more than `limit`."""
    found = _lines(tx).where(*_wanted(wanted))
    return await tx.all(newest_first(found, Delivery, after).limit(limit + 1), DeliveryOut)


async def line(tx: AnyTx, delivery_id: UUID) -> DeliveryOut:
    """Return one line. Raises NotFound."""
    found = await tx.one_or_none(_lines(tx).where(Delivery.id == delivery_id), DeliveryOut)
    if found is None:
        raise NotFound("notifications.no_delivery")
    return found


async def counts(tx: AnyTx, since: datetime) -> list[Count]:
    """Count the organization's deliveries asked for after `since`."""
    found = select(Delivery.channel, Delivery.state, func.count().label("count"))
    found = found.where(Delivery.org_id == tx.org_id, Delivery.recorded_at > since)
    return await tx.all(found.group_by(Delivery.channel, Delivery.state), Count)


def _lines(tx: AnyTx) -> Select[*tuple[Any, ...]]:
    person = account_ref.alias("person")
    return (
        select(
            Delivery.id,
            Delivery.notification_id,
            Notification.title,
            Notification.urgent,
            Delivery.account_id,
            person.c.name.label("account_name"),
            Delivery.channel,
            PushSubscription.device_name,
            Delivery.state,
            Delivery.reason,
            Delivery.bundle,
            Delivery.attempts,
            Delivery.status_code,
            Delivery.error,
            Delivery.recorded_at.label("at"),
            Delivery.due_at,
            Delivery.finished_at,
            Delivery.delivered_at,
        )
        .join(Notification, same(Delivery.org_id, Delivery.notification_id, Notification))
        .join(person, and_(person.c.org_id == Delivery.org_id, person.c.id == Delivery.account_id))
        .outerjoin(PushSubscription, same(Delivery.org_id, Delivery.subscription_id, PushSubscription))
        .where(Delivery.org_id == tx.org_id)
    )


def _wanted(wanted: Wanted) -> Sequence[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.channel is not None:
        conditions.append(Delivery.channel == wanted.channel)
    if wanted.state is not None:
        conditions.append(Delivery.state == wanted.state)
    if wanted.account_id is not None:
        conditions.append(Delivery.account_id == wanted.account_id)
    if wanted.since is not None:
        conditions.append(Delivery.recorded_at >= wanted.since)
    if wanted.until is not None:
        conditions.append(Delivery.recorded_at < wanted.until)
    return conditions
