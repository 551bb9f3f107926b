"""Steps of an order, told to whoever has the next one to do, or asked for it."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from storewalk.core.events import Event
from storewalk.core.money import format_cents
from storewalk.core.schemas import Words
from storewalk.notifications.api import Notice
from storewalk.ordering.events import (
    OrderApproved,
    OrderCancelled,
    OrderEscalated,
    OrderRefused,
    OrderReturned,
    OrderSubmitted,
)
from storewalk.reactions.place import Place
from storewalk.reactions.words import Param, words

PHONE: Final = "/orders/{}"
TO_APPROVE: Final = "reactions.order_to_approve.title", "reactions.order_to_approve.body"
URGENT: Final = "reactions.order_to_approve.urgent", "reactions.order_to_approve.body"
APPROVED: Final = "reactions.order_approved.title", "reactions.order_approved.body"
CHANGED: Final = "reactions.order_approved.title", "reactions.order_approved.changed"
RETURNED: Final = "reactions.order_returned.title", "reactions.order_returned.body"
REFUSED: Final = "reactions.order_refused.title", "reactions.order_refused.body"
CANCELLED: Final = "reactions.order_cancelled.title", "reactions.order_cancelled.body"
RULES: Final = {
    "amount": "reactions.order_rule.amount",
    "deviation_percent": "reactions.order_rule.deviation",
    "deviation_cents": "reactions.order_rule.deviation",
    "category": "reactions.order_rule.category",
    "over_budget": "reactions.order_rule.over_budget",
    "out_of_window": "reactions.order_rule.out_of_window",
}
WAITS: Final = "reactions.order_waits.title", "reactions.order_waits.body"


def submitted(event: OrderSubmitted, place: Place) -> list[Notice]:
    """Tell those who may approve; what passes by the rules needs nothing from anybody."""
    if not event.rules:
        return []
    texts = URGENT if event.urgent else TO_APPROVE
    met = [words(RULES[kind]) for kind in dict.fromkeys(event.rules)]
    rules = Words("、".join(each.zh for each in met), ", ".join(each.en for each in met))
    total = format_cents(event.total_cents)
    return _notices(event, event.approver_ids, place, texts, source=event.source_name, total=total, rules=rules)


def approved(event: OrderApproved, place: Place) -> list[Notice]:
    """Tell who submitted what somebody has decided, and whether quantities are others now."""
    if event.by_rules:
        return []
    total, count = format_cents(event.total_cents), len(event.changes)
    texts = CHANGED if count else APPROVED
    return _notices(event, [event.submitter_id], place, texts, source=event.source_name, total=total, count=count)


def returned(event: OrderReturned, place: Place) -> list[Notice]:
    """Tell who submitted what to do over."""
    return _notices(event, [event.submitter_id], place, RETURNED, source=event.source_name, reason=event.reason)


def refused(event: OrderRefused, place: Place) -> list[Notice]:
    """Tell who submitted."""
    return _notices(event, [event.submitter_id], place, REFUSED, source=event.source_name, reason=event.reason)


def cancelled(event: OrderCancelled, place: Place) -> list[Notice]:
    """Tell those who had a part in it."""
    return _notices(event, event.told_ids, place, CANCELLED, source=event.source_name, reason=event.reason)


def escalated(event: OrderEscalated, place: Place) -> list[Notice]:
    """Tell those who may approve what has waited too long."""
    total = format_cents(event.total_cents)
    return _notices(event, event.told_ids, place, WAITS, source=event.source_name, total=total)


def _notices(event: Event, who: Sequence[UUID], place: Place, texts: tuple[str, str], **params: Param) -> list[Notice]:
    return [
        Notice(
            account_ids=tuple(each for each in who if each != event.actor_id),
            kind=event.kind,
            title=words(texts[0], store=place.name),
            body=words(texts[1], **params),
            link=PHONE.format(event.subject_id),
            store_id=place.id,
        )
    ]
