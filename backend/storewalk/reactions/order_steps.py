"""Steps of an order, told to whoever has the next one to do, or asked for it."""

from typing import Final

from storewalk.core.money import format_cents
from storewalk.core.schemas import Words
from storewalk.notifications.api import Notice
from storewalk.ordering.events import (
    OrderApproved,
    OrderCancelled,
    OrderEscalated,
    OrderLapsed,
    OrderRefused,
    OrderReturned,
    OrderSubmitted,
)
from storewalk.reactions.place import Place
from storewalk.reactions.telling import notice_of
from storewalk.reactions.words import words

PHONE: Final = "/orders/{}"
TO_APPROVE: Final = "reactions.order_to_approve.title", "reactions.order_to_approve.body"
URGENT: Final = "reactions.order_to_approve.urgent", "reactions.order_to_approve.body"
APPROVED: Final = "reactions.order_approved.title", "reactions.order_approved.body"
CHANGED: Final = "reactions.order_approved.title", "reactions.order_approved.changed"
RETURNED: Final = "reactions.order_returned.title", "reactions.order_returned.body"
REFUSED: Final = "reactions.order_refused.title", "reactions.order_refused.body"
CANCELLED: Final = "reactions.order_cancelled.title", "reactions.order_cancelled.body"
LAPSED: Final = "reactions.order_lapsed.title", "reactions.order_lapsed.body"
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
    return notice_of(event, event.approver_ids, place, texts, PHONE, source=event.source_name, total=total, rules=rules)


def approved(event: OrderApproved, place: Place) -> list[Notice]:
    """Tell who submitted what somebody has decided, and whether quantities are others now."""
    if event.by_rules:
        return []
    total, count = format_cents(event.total_cents), len(event.changes)
    texts = CHANGED if count else APPROVED
    return notice_of(
        event, [event.submitter_id], place, texts, PHONE, source=event.source_name, total=total, count=count
    )


def returned(event: OrderReturned, place: Place) -> list[Notice]:
    """Tell who submitted what to do over."""
    return notice_of(event, [event.submitter_id], place, RETURNED, PHONE, source=event.source_name, reason=event.reason)


def refused(event: OrderRefused, place: Place) -> list[Notice]:
    """Tell who submitted."""
    return notice_of(event, [event.submitter_id], place, REFUSED, PHONE, source=event.source_name, reason=event.reason)


def cancelled(event: OrderCancelled, place: Place) -> list[Notice]:
    """Tell those who had a part in it."""
    return notice_of(event, event.told_ids, place, CANCELLED, PHONE, source=event.source_name, reason=event.reason)


def lapsed(event: OrderLapsed, place: Place) -> list[Notice]:
    """Tell who began it that nothing was ordered."""
    day = event.day.isoformat()
    return notice_of(event, event.told_ids, place, LAPSED, PHONE, source=event.source_name, day=day)


def escalated(event: OrderEscalated, place: Place) -> list[Notice]:
    """Tell those who may approve what has waited too long."""
    total = format_cents(event.total_cents)
    return notice_of(event, event.told_ids, place, WAITS, PHONE, source=event.source_name, total=total)
