"""Goods that will not be sold, told to whoever deals with them next."""

from typing import Final

from storewalk.core.money import format_cents
from storewalk.notifications.api import Notice
from storewalk.reactions.place import Place
from storewalk.reactions.telling import notice_of
from storewalk.reactions.words import words
from storewalk.stock.events import LotsExpiring, WastePosted, WasteRefused, WasteReported

APPROVALS: Final = "/expiring/waste"
REPORTED: Final = "reactions.waste_reported.title", "reactions.waste_reported.body"
POSTED: Final = "reactions.waste_posted.title", "reactions.waste_posted.body"
REFUSED: Final = "reactions.waste_refused.title", "reactions.waste_refused.body"


def lots_of(place: Place, show: str = "lots") -> str:
    """Return where the phone shows a store's expiring lots, or its reports of waste."""
    return f"/expiring?store={place.id}&show={show}"


def morning(event: LotsExpiring, place: Place) -> list[Notice]:
    """Tell the store of its lots; urgent when some are past their last day."""
    return [
        Notice(
            account_ids=tuple(event.holder_ids),
            kind=event.kind,
            title=words("reactions.lots_expiring.title", store=place.name),
            body=words("reactions.lots_expiring.body", near=event.near, expired=event.expired),
            link=lots_of(place),
            urgent=event.expired > 0,
            store_id=place.id,
        )
    ]


def reported(event: WasteReported, place: Place) -> list[Notice]:
    """Tell whoever has to approve."""
    value = format_cents(event.value_cents)
    return notice_of(event, event.approver_ids, place, REPORTED, APPROVALS, value=value)


def posted(event: WastePosted, place: Place) -> list[Notice]:
    """Tell who reported it, where somebody else has approved."""
    value = format_cents(event.value_cents)
    return notice_of(event, [event.reporter_id], place, POSTED, lots_of(place, "waste"), value=value)


def refused(event: WasteRefused, place: Place) -> list[Notice]:
    """Tell who reported it why not."""
    return notice_of(event, [event.reporter_id], place, REFUSED, lots_of(place, "waste"), note=event.note)
