"""What the room asks about places: it lies below `stores`, which answers through the worker's composition root."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from uuid import UUID

from storewalk.core.tx import AnyTx
from storewalk.photos.schemas import Position


@dataclass(frozen=True, slots=True)
class Site:
    """A store as a photo's stamp names it; `distance_m` is from the position asked about, where both are known."""

    name: str
    time_zone: str
    distance_m: float | None


class Surveyor(ABC):
    """Knows where stores are, and how to compare positions of different datums."""

    @abstractmethod
    async def site(self, tx: AnyTx, store_id: UUID, position: Position | None) -> Site | None:
        """Describe a store and how far `position` is from it; None for a place that is no store."""

    @abstractmethod
    def apart_m(self, one: Position, other: Position) -> float:
        """Return the metres between two positions."""
