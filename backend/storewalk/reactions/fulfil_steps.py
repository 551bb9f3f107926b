"""Steps of an order after its approval, told to whoever has the next one to do, or has to know."""

from typing import Final

from storewalk.core.money import format_cents
from storewalk.core.quantities import plain
from storewalk.notifications.api import Notice
from storewalk.ordering.api import (
    ClaimKind,
    OrderAccepted,
    OrderClaimDecided,
    OrderClaimOpened,
    OrderClosed,
    OrderRestGivenUp,
    OrderShipped,
)
from storewalk.reactions.place import Place
from storewalk.reactions.telling import notice_of
from storewalk.reactions.words import Param, local_time, words

AT_STORE: Final = "/orders/{}"
AT_WAREHOUSE: Final = "/warehouse/orders/{}"
AT_DESK: Final = "/console/orders/{}?part=way"
CLAIM_PAGE: Final = "/console/order-claims/{}"
CUT: Final = "reactions.order_cut.title", "reactions.order_cut.body"
COMING: Final = "reactions.order_coming.title", "reactions.order_coming.body"
COMING_AT: Final = "reactions.order_coming.title", "reactions.order_coming.at"
CLOSED: Final = "reactions.order_closed.title", "reactions.order_closed.body"
GIVEN_UP: Final = "reactions.order_given_up.title", "reactions.order_given_up.body"
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
    return notice_of(event, who, place, CUT, AT_STORE, source=event.source_name, count=event.cut)


def shipped(event: OrderShipped, place: Place) -> list[Notice]:
    """Tell those who will take it in."""
    params: dict[str, Param] = {"source": event.source_name, "count": event.lines}
    if event.expected_at is None:
        return notice_of(event, event.receiver_ids, place, COMING, AT_STORE, **params)
    params["time"] = local_time(event.expected_at, place.zone)
    return notice_of(event, event.receiver_ids, place, COMING_AT, AT_STORE, **params)


def closed(event: OrderClosed, place: Place) -> list[Notice]:
    """Tell both ends that nothing more comes; an order of which all came closes without a word."""
    return _both_ends(event, place, CLOSED, event.open_lines)


def given_up(event: OrderRestGivenUp, place: Place) -> list[Notice]:
    """Tell both ends that nothing comes but what is on its way."""
    return _both_ends(event, place, GIVEN_UP, event.lines)


def claim_opened(event: OrderClaimOpened, place: Place) -> list[Notice]:
    """Tell those who answer for the source."""
    params: dict[str, Param] = {
        "product": event.product_name,
        "what": words(KINDS[event.what]),
        "quantity": plain(event.quantity),
        "value": format_cents(event.value_cents),
    }
    return notice_of(event, event.decider_ids, place, CLAIM, CLAIM_PAGE, **params)


def claim_decided(event: OrderClaimDecided, place: Place) -> list[Notice]:
    """Tell who opened it."""
    who, link = [event.opener_id], AT_STORE.format(event.order_id)
    params: dict[str, Param] = {"product": event.product_name, "source": event.source_name}
    if event.settled_cents is None:
        return notice_of(event, who, place, REFUSED, link, **params, note=event.note)
    return notice_of(event, who, place, SETTLED, link, **params, value=format_cents(event.settled_cents))


def _both_ends(event: OrderClosed | OrderRestGivenUp, place: Place, texts: tuple[str, str], count: int) -> list[Notice]:
    params: dict[str, Param] = {"source": event.source_name, "reason": event.reason, "count": count}
    ends = (event.told_ids, AT_STORE), (event.keeper_ids, AT_WAREHOUSE if event.from_warehouse else AT_DESK)
    return [each for who, link in ends if who for each in notice_of(event, who, place, texts, link, **params)]
