"""How a fact becomes notices: a pure translation, with the store looked up before and the inboxes written after."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar
from uuid import UUID

from storewalk.core.events import Event
from storewalk.core.tx import Tx
from storewalk.notifications.api import Notice, notify
from storewalk.reactions.place import Place, place_of
from storewalk.reactions.words import Param, words

E = TypeVar("E", bound=Event)


def telling(translate: Callable[[E, Place], list[Notice]]) -> Callable[[Tx, E], Awaitable[None]]:
    """Make a subscriber of a translation.

    Safe to run twice: the core runs a subscriber once per event, in the transaction that writes its notices.
    """

    async def handle(tx: Tx, event: E) -> None:
        place = await place_of(tx, event.store_id)
        for notice in translate(event, place) if place is not None else ():
            await notify(tx, notice)

    return handle


def notice_of(
    event: Event, who: Sequence[UUID], place: Place, texts: tuple[str, str], link: str, /, **params: Param
) -> list[Notice]:
    """Return what a step at a store says to people, but not to who took it.

    `texts` are the keys of its title and its body; `{}` in `link` stands for what the step was taken on.
    """
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
