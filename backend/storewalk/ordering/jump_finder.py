"""Who can tell whether a product sells unusually much; what can, the worker knows."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from uuid import UUID

from msgspec import Struct


class SoFar(Struct, frozen=True):
    """A product at a store today: units sold until now, and what the whole day was expected to sell.

    `share` of a day's units is usually sold by now; `changes` is the root mean square of day-to-day changes.
    """

    store_id: UUID
    product_id: UUID
    sold: float
    expected: float
    changes: float
    share: float

    @property
    def expected_by_now(self) -> float:
        """Return the units that were usual until now."""
        return self.expected * self.share


class JumpFinder(ABC):
    """Holds sales of today against how totals usually scatter around their forecast."""

    @abstractmethod
    async def find(self, org_id: UUID, so_far: Sequence[SoFar]) -> list[SoFar]:
        """Return those that chance alone rarely explains; none before the organization's pool was ever fitted."""
