"""The end of a delivery."""

from storewalk.core.tx import Tx
from storewalk.notifications.models import Delivery, DeliveryState, Reason


def finish(tx: Tx, delivery: Delivery, state: DeliveryState, reason: Reason | None = None) -> None:
    """Write down how a delivery ended."""
    delivery.state, delivery.reason = state, reason
    delivery.finished_at = tx.now
    delivery.delivered_at = tx.now if state is DeliveryState.DELIVERED else None
    delivery.claimed_until = None
