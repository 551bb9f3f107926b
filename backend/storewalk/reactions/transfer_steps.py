"""Steps of a transfer, told to whoever has the next one to do, and to the sender what did not arrive."""

from typing import Final

from storewalk.core.money import format_cents
from storewalk.notifications.api import Notice
from storewalk.reactions.place import Place
from storewalk.reactions.telling import notice_of
from storewalk.reactions.words import Param
from storewalk.stock.events import (
    TransferApproved,
    TransferCancelled,
    TransferReceived,
    TransferRefused,
    TransferRequested,
    TransferShipped,
)

PHONE: Final = "/transfers/{}"
CONSOLE: Final = "/console/transfers/{}"
REQUESTED: Final = "reactions.transfer_requested.title", "reactions.transfer_requested.body"
SALE: Final = "reactions.transfer_requested.title", "reactions.transfer_requested.sale"
TO_SHIP: Final = "reactions.transfer_to_ship.title", "reactions.transfer_to_ship.body"
REFUSED: Final = "reactions.transfer_refused.title", "reactions.transfer_refused.body"
COMING: Final = "reactions.transfer_coming.title", "reactions.transfer_coming.body"
SHORT: Final = "reactions.transfer_short.title", "reactions.transfer_short.body"
EXTRA: Final = "reactions.transfer_extra.title", "reactions.transfer_extra.body"
MIXED: Final = "reactions.transfer_mixed.title", "reactions.transfer_mixed.body"
CANCELLED: Final = "reactions.transfer_cancelled.title", "reactions.transfer_cancelled.body"


def requested(event: TransferRequested, place: Place) -> list[Notice]:
    """Tell those who may agree; between two legal entities it is a sale, which they should know first."""
    texts = SALE if event.crosses_entities else REQUESTED
    return notice_of(event, event.approver_ids, place, texts, CONSOLE, other=event.to_name, lines=event.lines)


def approved(event: TransferApproved, place: Place) -> list[Notice]:
    """Tell those who have it to ship."""
    return notice_of(event, event.sender_ids, place, TO_SHIP, PHONE, other=event.to_name, lines=event.lines)


def refused(event: TransferRefused, place: Place) -> list[Notice]:
    """Tell who asked."""
    params = {"source": event.from_name, "target": event.to_name, "reason": event.reason}
    return notice_of(event, [event.requester_id], place, REFUSED, PHONE, **params)


def shipped(event: TransferShipped, place: Place) -> list[Notice]:
    """Tell those who will take it in."""
    return notice_of(event, event.receiver_ids, place, COMING, PHONE, other=event.from_name, lines=event.lines)


def received(event: TransferReceived, place: Place) -> list[Notice]:
    """Tell the sender what did not arrive, and what came that was not sent; what did needs nothing from them."""
    if event.extra and not event.differing:
        return notice_of(event, event.sender_ids, place, EXTRA, PHONE, other=event.to_name, extra=event.extra)
    if not event.differing:
        return []
    lost, returned = format_cents(event.lost_cents), format_cents(event.returned_cents)
    params: dict[str, Param] = {"other": event.to_name, "differing": event.differing, "lost": lost, "back": returned}
    if event.extra:
        return notice_of(event, event.sender_ids, place, MIXED, PHONE, **params, extra=event.extra)
    return notice_of(event, event.sender_ids, place, SHORT, PHONE, **params)


def cancelled(event: TransferCancelled, place: Place) -> list[Notice]:
    """Tell those who had it to ship."""
    return notice_of(event, event.sender_ids, place, CANCELLED, PHONE, other=event.to_name, reason=event.reason)
