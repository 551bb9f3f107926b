"""What a dated event really did, told to whoever told of it."""

from decimal import Decimal
from typing import Final

from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.notifications.api import Notice, notify
from storewalk.ordering.events import SignalMeasured
from storewalk.reactions.words import words

PERCENT: Final = 100
KINDS: Final = {
    "mall_anniversary": "reactions.signal_kind.mall_anniversary",
    "nearby_event": "reactions.signal_kind.nearby_event",
    "viral_product": "reactions.signal_kind.viral_product",
    "group_order": "reactions.signal_kind.group_order",
    "school_holiday": "reactions.signal_kind.school_holiday",
    "school_term": "reactions.signal_kind.school_term",
    "competitor_opens": "reactions.signal_kind.competitor_opens",
    "competitor_closes": "reactions.signal_kind.competitor_closes",
    "road_works": "reactions.signal_kind.road_works",
    "outage": "reactions.signal_kind.outage",
    "other": "reactions.signal_kind.other",
}


def told(event: SignalMeasured) -> Notice:
    """Tell what it did beside what was expected."""
    name = Words(event.name, event.name) if event.name else words(KINDS[event.what])
    return Notice(
        account_ids=(event.told_by,),
        kind=event.kind,
        title=words("reactions.signal_measured.title", name=name, measured=change(event.measured)),
        body=words("reactions.signal_measured.body", measured=change(event.measured), stated=change(event.uplift)),
        link="/signals" if event.store_id is None else f"/signals?store={event.store_id}",
        store_id=event.store_id,
    )


def change(factor: Decimal) -> str:
    """Return by how many percent a factor changes something: +50%."""
    percent = round((factor - 1) * PERCENT)
    return f"{percent:+d}%" if percent else "±0%"


async def tell_measure(tx: Tx, event: SignalMeasured) -> None:
    """Tell it once: a second look a week later changes a figure, not the story. The core runs a subscriber once."""
    if event.first:
        await notify(tx, told(event))
