"""Whether what an entry is about still wants somebody: rooms above this one know, and the worker composes them in."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from datetime import datetime

from storewalk.core.tx import Tx


class Settled(ABC):
    """Tells of links which are about something that is done."""

    @abstractmethod
    async def among(self, tx: Tx, links: Collection[str]) -> Mapping[str, datetime]:
        """Return those of `links` that are settled, with the time from which on they are."""
