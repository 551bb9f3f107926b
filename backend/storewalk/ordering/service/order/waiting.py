"""How long an order has waited adds up over all its submissions."""

from storewalk.core.tx import Tx
from storewalk.ordering.order_models import StoreOrder


def end_wait(tx: Tx, order: StoreOrder) -> None:
    """Note that a locked order waits no more."""
    if order.waits_since is not None:
        order.waited_s += int((tx.now - order.waits_since).total_seconds())
    order.waits_since = order.level = None
