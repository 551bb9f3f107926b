"""Goods that will not be sold, told to whoever deals with them next."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from storewalk.core.events import Event
from storewalk.core.money import format_cents
from storewalk.notifications.api import Notice
from storewalk.reactions.place import Place
from storewalk.reactions.words import words
from storewalk.stock.events import LotsExpiring, WastePosted, WasteRefused, WasteReported

APPROVALS: Final = "/expiring/waste"


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
    title, body = "reactions.waste_reported.title", "reactions.waste_reported.body"
    return _notices(event, event.approver_ids, place, title, body, link=APPROVALS, value=value)


def posted(event: WastePosted, place: Place) -> list[Notice]:
    """Tell who reported it, where somebody else has approved."""
    value = format_cents(event.value_cents)
    who = [event.reporter_id]
    title, body = "reactions.waste_posted.title", "reactions.waste_posted.body"
    return _notices(event, who, place, title, body, link=lots_of(place, "waste"), value=value)


def refused(event: WasteRefused, place: Place) -> list[Notice]:
    """Tell who reported it why not."""
    who = [event.reporter_id]
    title, body = "reactions.waste_refused.title", "reactions.waste_refused.body"
    return _notices(event, who, place, title, body, link=lots_of(place, "waste"), note=event.note)


def _notices(
    event: Event, who: Sequence[UUID], place: Place, title: str, body: str, *, link: str, **params: str
) -> list[Notice]:
    return [
        Notice(
            account_ids=tuple(each for each in who if each != event.actor_id),
            kind=event.kind,
            title=words(title, store=place.name),
            body=words(body, **params),
            link=link,
            store_id=place.id,
        )
    ]
