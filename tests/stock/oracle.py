"""What stores must have, told in quantities alone: the rule of the ledger without places, lots and costs."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

ZERO = Decimal(0)
Key = tuple[int, int]
"""A store and a product, by their numbers."""
Quantities = dict[Key, Decimal]


def nothing() -> Quantities:
    return defaultdict(Decimal)


@dataclass
class Oracle:
    """Two stores: what each has, has promised, has reported as waste, and what is on its way to it."""

    negative: bool
    held: Quantities = field(default_factory=nothing)
    promised: Quantities = field(default_factory=nothing)
    reported: Quantities = field(default_factory=nothing)
    coming: Quantities = field(default_factory=nothing)
    counted: dict[Key, datetime] = field(default_factory=dict[Key, datetime])

    def is_late(self, key: Key, at: datetime) -> bool:
        """Tell whether a count has found already what was true at an instant: a fact from then changes no stock."""
        return key in self.counted and at <= self.counted[key]

    def count(self, key: Key, at: datetime) -> None:
        self.counted[key] = max(at, self.counted.get(key, at))

    def come(self, key: Key, quantity: Decimal, at: datetime) -> None:
        """Goods come in."""
        if not self.is_late(key, at):
            self.held[key] += quantity

    def leave(self, key: Key, quantity: Decimal, at: datetime, *, sold: bool = False) -> bool:
        """Goods go out, if the book has them, or customers took them and that may be; tell whether they did."""
        if self.is_late(key, at):
            return True
        if self.held[key] < quantity and not (sold and self.negative):
            return False
        self.held[key] -= quantity
        return True

    def leave_together(self, store: int, quantities: dict[int, Decimal], at: datetime) -> bool:
        """Goods of several products go out, all or none; tell whether they did."""
        before = self.held.copy()
        if all(self.leave((store, product), quantity, at) for product, quantity in quantities.items() if quantity):
            return True
        self.held = before
        return False

    def can_promise(self, store: int, quantities: dict[int, Decimal]) -> bool:
        """Tell whether a store has so much of each product that it has not promised yet."""
        free = {product: self.held[store, product] - self.promised[store, product] for product in quantities}
        return all(quantity <= max(free[product], ZERO) for product, quantity in quantities.items())

    def promise(self, store: int, quantities: dict[int, Decimal], sign: int = 1) -> None:
        for product, quantity in quantities.items():
            self.promised[store, product] += sign * quantity

    def can_report(self, key: Key, quantity: Decimal, at: datetime) -> bool:
        """Tell whether a store has so much that nobody has reported as waste yet, or a count has missed it already."""
        return self.is_late(key, at) or quantity <= self.held[key] - self.reported[key]
