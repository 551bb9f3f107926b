"""How a fact becomes notices: a pure translation, with the store looked up before and the inboxes written after."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from storewalk.core.events import Event
from storewalk.core.tx import Tx
from storewalk.notifications.api import Notice, notify
from storewalk.reactions.place import Place, place_of

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
