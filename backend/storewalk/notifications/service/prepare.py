"""Before an attempt: look at all that waits for the person on the channel, and claim what goes out now."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import msgspec

from storewalk.core.tx import Tx
from storewalk.notifications.message import Message
from storewalk.notifications.models import Delivery, DeliveryState, Reason
from storewalk.notifications.pile import Waiting, choose, unfit
from storewalk.notifications.queries import deliveries, inbox, reach
from storewalk.notifications.queries.deliveries import Lane
from storewalk.notifications.queries.reach import Person, Rules
from storewalk.notifications.quiet import awake_from, quiet_hours
from storewalk.notifications.senders import Address
from storewalk.notifications.service.address import DeadEnd, address_of
from storewalk.notifications.service.advance import fall_back
from storewalk.notifications.service.desk import Desk
from storewalk.notifications.service.finish import finish
from storewalk.notifications.work import SendDelivery

LEASE: Final = timedelta(seconds=45)
"""Longer than any attempt may take, twice with a new token."""

BURST: Final = 6
BURST_SPAN: Final = timedelta(minutes=10)
"""After so many messages in so short a time, what follows waits and goes as one."""

LIMITED: Final = {429, 45009}


class Prepared(msgspec.Struct, frozen=True):
    """What one attempt sends and where to."""

    delivery_id: UUID
    address: Address
    message: Message


async def prepare(tx: Tx, delivery_id: UUID, desk: Desk) -> Prepared | None:
    """Claim what is to be sent; None when there is nothing now. Whatever has to wait is queued again.

    Of two workers one finds the other's lease; a lease that has ended was left by one that was killed.
    """
    lane = await deliveries.lane_of(tx, delivery_id)
    if lane is None:
        return None
    locked = await deliveries.lock_lane(tx, lane)
    rows = {each.id: each for each in await deliveries.waiting(tx, lane)}
    own = rows.get(delivery_id)
    if own is None:
        return None
    blocked = _blocked_until(own, list(rows.values()), tx.now)
    if blocked is not None:
        await _wait(tx, locked[delivery_id], blocked)
        return None
    open_rows = [each for each in rows.values() if _may_go(each, tx.now)]
    settled = await desk.settled.among(tx, {each.link for each in open_rows})
    fit = _sort_out(tx, open_rows, locked, settled)
    return await _claim(tx, lane, own, fit, locked, desk) if own in fit else None


async def _claim(  # noqa: PLR0917 - what prepare has found, passed on
    tx: Tx, lane: Lane, own: Waiting, fit: Sequence[Waiting], locked: Mapping[UUID, Delivery], desk: Desk
) -> Prepared | None:
    """Claim the message that goes now, unless this is no time to disturb or the lane leads nowhere."""
    person, rules = await reach.person(tx, lane.account_id), await reach.rules(tx)
    if person is None:
        return None
    later = await _better_later(tx, lane, own, person, rules)
    if later is not None:
        locked[own.id].held = True
        await _wait(tx, locked[own.id], later)
        return None
    address = await address_of(tx, lane, person, rules, desk, testing=own.testing)
    if isinstance(address, DeadEnd):
        await _end_all(tx, [locked[each.id] for each in fit], address)
        return None
    choice = choose(own, fit, tx.now)
    message = desk.message(tx.org_id, choice, locale=person.locale, unread=await inbox.unread(tx, lane.account_id))
    lead = locked[choice.lead.id]
    for follower in choice.followers:
        finish(tx, locked[follower.id], DeliveryState.SUPPRESSED, Reason.BUNDLED)
        lead.bundle += follower.bundle
    lead.claimed_until = tx.now + LEASE
    return Prepared(lead.id, address, message)


async def _end_all(tx: Tx, ended: Sequence[Delivery], end: DeadEnd) -> None:
    for each in ended:
        each.error = end.error
        finish(tx, each, end.state, end.reason)
    if end.reason is None:
        for each in ended:
            await fall_back(tx, each)


def _sort_out(
    tx: Tx, rows: Sequence[Waiting], locked: Mapping[UUID, Delivery], settled: Mapping[str, datetime]
) -> list[Waiting]:
    """End what nobody needs any more and return the rest."""
    fit: list[Waiting] = []
    for each in rows:
        end = unfit(each, settled, tx.now)
        if end is None:
            fit.append(each)
        else:
            finish(tx, locked[each.id], *end)
    return fit


def _may_go(waiting: Waiting, now: datetime) -> bool:
    """Tell whether a message is due, or one that failed before and can go along; nobody else is sending it."""
    free = waiting.claimed_until is None or waiting.claimed_until <= now
    return free and (waiting.due_at <= now or waiting.attempts > 0)


def _blocked_until(own: Waiting, rows: Sequence[Waiting], now: datetime) -> datetime | None:
    """Return until when this message has to wait: for a lease, its own time, or a provider that is not ready.

    What is urgent tries a provider that was down, but not one that asked for time.
    """
    if own.claimed_until is not None and own.claimed_until > now:
        return own.claimed_until
    if own.due_at > now:
        return own.due_at
    behind = [
        each.due_at
        for each in rows
        if each.attempts and each.due_at > now and (not own.urgent or each.status_code in LIMITED)
    ]
    return max(behind, default=None)


async def _better_later(tx: Tx, lane: Lane, own: Waiting, person: Person, rules: Rules) -> datetime | None:
    """Return when a message goes that would disturb now: after quiet hours, or after a burst."""
    if own.testing:
        return None
    hours = person if person.quiet_own else rules
    quiet = quiet_hours(hours.quiet_begins, hours.quiet_ends, hours.zone or rules.zone)
    awake = tx.now if own.urgent and rules.urgent_breaks_quiet else awake_from(tx.now, quiet)
    if awake > tx.now:
        return awake
    recent = await deliveries.recent(tx, lane, tx.now - BURST_SPAN)
    if recent.first_at is not None and recent.count >= BURST:
        return recent.first_at + BURST_SPAN
    return None


async def _wait(tx: Tx, delivery: Delivery, until: datetime) -> None:
    delivery.due_at = until
    await tx.enqueue(SendDelivery(delivery_id=delivery.id), at=until)
