"""Who sees an order after its approval: the people of its store, and those of the warehouse that it comes from."""

from typing import Final

from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.permissions import FULFIL_ORDER, READ_ORDERS

PLACED: Final = ", ".join(
    f"'{state}'"
    for state in (
        OrderState.APPROVED, OrderState.ACCEPTED, OrderState.PARTLY_SHIPPED, OrderState.SHIPPED,
        OrderState.PARTLY_RECEIVED, OrderState.RECEIVED, OrderState.CLOSED,
    )
)  # fmt: skip
SEEN: Final = (
    f"({lies_below('o', 'o.store_id', '$2')}"
    f" OR (o.state IN ({PLACED}) OR o.accepted_at IS NOT NULL) AND {lies_below('o', 's.warehouse_id', '$3')})"
)
"""For an order `o` and its source `s`; $2 and $3 are what `seen_from` returns."""


def seen_from(tx: AnyTx) -> tuple[list[str], list[str]]:
    """Return the places from which the actor sees orders of stores, and those of warehouses."""
    return list(tx.actor.paths(READ_ORDERS)), list(tx.actor.paths(FULFIL_ORDER))
