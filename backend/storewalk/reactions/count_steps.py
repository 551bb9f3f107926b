"""Steps of a count, told to whoever has the next one to do. No quantity of the book is in any of them."""

from typing import Final

from storewalk.core.money import format_cents
from storewalk.counts.events import CountApproved, CountOpened, CountSubmitted, RecountAsked
from storewalk.notifications.api import Notice
from storewalk.reactions.place import Place
from storewalk.reactions.telling import notice_of

PHONE: Final = "/counts/{}"
CONSOLE: Final = "/console/counts/{}"
OPENED: Final = "reactions.count_opened.title", "reactions.count_opened.body"
RECOUNT: Final = "reactions.count_recount.title", "reactions.count_recount.body"
TO_APPROVE: Final = "reactions.count_to_approve.title", "reactions.count_to_approve.body"
APPROVED: Final = "reactions.count_approved.title", "reactions.count_approved.body"


def opened(event: CountOpened, place: Place) -> list[Notice]:
    """Tell those who may count."""
    return notice_of(event, event.counter_ids, place, OPENED, PHONE, title=event.title)


def submitted(event: CountSubmitted, place: Place) -> list[Notice]:
    """Tell those who have to count again, or whoever approves."""
    if event.recounts:
        return notice_of(event, event.next_ids, place, RECOUNT, PHONE, title=event.title, products=event.recounts)
    return notice_of(event, event.next_ids, place, TO_APPROVE, CONSOLE, title=event.title, products=event.products)


def recount_asked(event: RecountAsked, place: Place) -> list[Notice]:
    """Tell those who have to count again."""
    count = len(event.product_ids)
    return notice_of(event, event.counter_ids, place, RECOUNT, PHONE, title=event.title, products=count)


def approved(event: CountApproved, place: Place) -> list[Notice]:
    """Tell the store what the count has shown."""
    gain, loss = format_cents(event.gain_cents), format_cents(event.loss_cents)
    return notice_of(event, event.reviewer_ids, place, APPROVED, CONSOLE, title=event.title, gain=gain, loss=loss)
