"""What happens to stock as such; what moved it is told by the room whose document did."""

from decimal import Decimal
from uuid import UUID

from storewalk.core.events import Event


class StockReceived(Event, kind="stock.received"):
    """Goods were taken in by hand, without an order; the subject is the receipt."""

    lines: int
    value_cents: int


class StockRuleSet(Event, kind="stock.rule_set"):
    """The organization changed what its book allows; the subject is the organization."""

    negative_allowed: bool


class VarianceExplained(Event, kind="stock.variance_explained"):
    """A fact from before a count arrived after it; the subject is the count, whose variance it explains in part.

    `quantity` is what the fact did to the stock: below zero for what went out.
    """

    product_id: UUID
    quantity: Decimal
    value_cents: int
