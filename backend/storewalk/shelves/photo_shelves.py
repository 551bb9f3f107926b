"""What the room asks about shelves: it lies below `inspections`, which answers through the composition root."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from uuid import UUID

from storewalk.core.tx import AnyTx


class PhotoShelves(ABC):
    """Knows which shelf a photo was taken of."""

    @abstractmethod
    async def among(self, tx: AnyTx, photo_ids: Collection[UUID]) -> Mapping[UUID, str]:
        """Return the key of each photo's shelf, the same for a shelf on every visit; others are left out."""
