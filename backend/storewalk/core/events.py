"""Facts in the past tense: what happened, kept for ever, and who listens."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import msgspec

from storewalk.core.structs import KeywordStruct

if TYPE_CHECKING:
    from storewalk.core.tx import Tx


class Event(msgspec.Struct, metaclass=KeywordStruct):
    """A fact. Subclasses add their payload and name their kind: `class OrderReceived(Event, kind="ordering.received")`.

    `id`, the times and the actor are filled by `Tx.record`.
    """

    kind: ClassVar[str] = ""

    subject_id: UUID
    store_id: UUID | None = None
    id: UUID | None = None
    actor_id: UUID | None = None
    occurred_at: datetime | None = None
    recorded_at: datetime | None = None

    @property
    def silent(self) -> bool:
        """True for a fact of which open pages must not get a hint, since not all who could see it may know of it."""
        return False


class Subscriber(msgspec.Struct, frozen=True):
    """A listener: `handle` runs in a transaction of its own, once per event whatever the queue does."""

    event: type[Event]
    name: str
    handle: Callable[["Tx", Any], Awaitable[None]]


def encode(event: Event) -> bytes:
    """Return an event as JSON."""
    return msgspec.json.encode(event)


def decode(kind: type[Event], data: bytes | str) -> Event:
    """Read an event of class `kind` back."""
    return msgspec.json.decode(data, type=kind)
