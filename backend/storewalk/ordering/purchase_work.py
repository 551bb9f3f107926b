"""The background work about orders to suppliers, by name."""

from typing import Final
from uuid import UUID

from storewalk.core.jobs import Job

ATTEMPTS: Final = 6
"""How often an order is tried to be sent before somebody has to look at it."""


class DeliverPurchase(Job, label="ordering.deliver_purchase"):
    """Send an order to its supplier, for the `round`th time that somebody wants that."""

    purchase_id: UUID
    round: int


class SendDue(Job, label="ordering.send_due"):
    """Send what is past its cut-off to the suppliers that get their orders by themselves."""
