"""Steps of a count, told to whoever has the next one to do. No quantity of the book is in any of them."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from storewalk.core.events import Event
from storewalk.core.money import format_cents
from storewalk.core.schemas import Words
from storewalk.counts.events import CountApproved, CountOpened, CountSubmitted, RecountAsked
from storewalk.notifications.api import Notice
from storewalk.reactions.place import Place
from storewalk.reactions.words import words

PHONE: Final = "/counts/{}"
CONSOLE: Final = "/console/counts/{}"
OPENED: Final = "reactions.count_opened.title", "reactions.count_opened.body"
RECOUNT: Final = "reactions.count_recount.title", "reactions.count_recount.body"
TO_APPROVE: Final = "reactions.count_to_approve.title", "reactions.count_to_approve.body"
APPROVED: Final = "reactions.count_approved.title", "reactions.count_approved.body"


def opened(event: CountOpened, place: Place) -> list[Notice]:
    """Tell those who may count."""
    return _notices(event, event.counter_ids, place, PHONE, OPENED, title=event.title)


def submitted(event: CountSubmitted, place: Place) -> list[Notice]:
    """Tell those who have to count again, or whoever approves."""
    if event.recounts:
        return _notices(event, event.next_ids, place, PHONE, RECOUNT, title=event.title, products=event.recounts)
    return _notices(event, event.next_ids, place, CONSOLE, TO_APPROVE, title=event.title, products=event.products)


def recount_asked(event: RecountAsked, place: Place) -> list[Notice]:
    """Tell those who have to count again."""
    count = len(event.product_ids)
    return _notices(event, event.counter_ids, place, PHONE, RECOUNT, title=event.title, products=count)


def approved(event: CountApproved, place: Place) -> list[Notice]:
    """Tell the store what the count has shown."""
    gain, loss = format_cents(event.gain_cents), format_cents(event.loss_cents)
    return _notices(event, event.reviewer_ids, place, CONSOLE, APPROVED, title=event.title, gain=gain, loss=loss)


def _notices(
    event: Event, who: Sequence[UUID], place: Place, link: str, texts: tuple[str, str], **params: str | int | Words
) -> list[Notice]:
    return [
        Notice(
            account_ids=tuple(each for each in who if each != event.actor_id),
            kind=event.kind,
            title=words(texts[0], store=place.name),
            body=words(texts[1], **params),
            link=link.format(event.subject_id),
            store_id=place.id,
        )
    ]
