"""Steps of an order after its approval, told to whoever has the next one to do, or has to know."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from storewalk.core.events import Event
from storewalk.core.money import format_cents
from storewalk.core.quantities import plain
from storewalk.notifications.api import Notice
from storewalk.ordering.api import (
    ClaimKind,
    OrderAccepted,
    OrderClaimDecided,
    OrderClaimOpened,
    OrderClosed,
    OrderShipped,
)
from storewalk.reactions.place import Place
from storewalk.reactions.words import Param, local_time, words

ORDER: Final = "/orders/{}"
CUT: Final = "reactions.order_cut.title", "reactions.order_cut.body"
COMING: Final = "reactions.order_coming.title", "reactions.order_coming.body"
COMING_AT: Final = "reactions.order_coming.title", "reactions.order_coming.at"
CLOSED: Final = "reactions.order_closed.title", "reactions.order_closed.body"
CLAIM: Final = "reactions.order_claim.title", "reactions.order_claim.body"
SETTLED: Final = "reactions.order_claim_settled.title", "reactions.order_claim_settled.body"
REFUSED: Final = "reactions.order_claim_refused.title", "reactions.order_claim_refused.body"
KINDS: Final = {
    ClaimKind.SHORTAGE: "reactions.order_claim.shortage",
    ClaimKind.DAMAGE: "reactions.order_claim.damage",
    ClaimKind.RETURN: "reactions.order_claim.return",
}


def accepted(event: OrderAccepted, place: Place) -> list[Notice]:
    """Tell who submitted what the source will not send; what comes as it was ordered needs nothing from them."""
    if not event.cut:
        return []
    who = [event.submitter_id]
    return _notices(event, event.subject_id, who, place, CUT, source=event.source_name, count=event.cut)


def shipped(event: OrderShipped, place: Place) -> list[Notice]:
    """Tell those who will take it in."""
    params: dict[str, Param] = {"source": event.source_name, "count": event.lines}
    if event.expected_at is None:
        return _notices(event, event.subject_id, event.receiver_ids, place, COMING, **params)
    params["time"] = local_time(event.expected_at, place.zone)
    return _notices(event, event.subject_id, event.receiver_ids, place, COMING_AT, **params)


def closed(event: OrderClosed, place: Place) -> list[Notice]:
    """Tell both ends that nothing more comes; an order of which all came closes without a word."""
    if not event.told_ids:
        return []
    params: dict[str, Param] = {"source": event.source_name, "reason": event.reason, "count": event.open_lines}
    return _notices(event, event.subject_id, event.told_ids, place, CLOSED, **params)


def claim_opened(event: OrderClaimOpened, place: Place) -> list[Notice]:
    """Tell those who answer for the source."""
    params: dict[str, Param] = {
        "product": event.product_name,
        "what": words(KINDS[event.what]),
        "quantity": plain(event.quantity),
        "value": format_cents(event.value_cents),
    }
    return _notices(event, event.order_id, event.decider_ids, place, CLAIM, **params)


def claim_decided(event: OrderClaimDecided, place: Place) -> list[Notice]:
    """Tell who opened it."""
    who, params = [event.opener_id], dict[str, Param](product=event.product_name, source=event.source_name)
    if event.settled_cents is None:
        return _notices(event, event.order_id, who, place, REFUSED, **params, note=event.note)
    return _notices(event, event.order_id, who, place, SETTLED, **params, value=format_cents(event.settled_cents))


def _notices(
    event: Event, order_id: UUID, who: Sequence[UUID], place: Place, texts: tuple[str, str], **params: Param
) -> list[Notice]:
    return [
        Notice(
            account_ids=tuple(each for each in who if each != event.actor_id),
            kind=event.kind,
            title=words(texts[0], store=place.name),
            body=words(texts[1], **params),
            link=ORDER.format(order_id),
            store_id=place.id,
        )
    ]
