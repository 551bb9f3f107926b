"""Jobs about orders, by name."""

from datetime import datetime
from uuid import UUID

from storewalk.core.jobs import Job


class EscalateOrder(Job, label="ordering.escalate_order"):
    """Tell the `told`-th level of people of an order that has waited since then."""

    order_id: UUID
    waits_since: datetime
    told: int


class LapseDrafts(Job, label="ordering.lapse_drafts"):
    """Close drafts of days that are over."""


class WatchWaiting(Job, label="ordering.watch_waiting"):
    """Make good lost looks at waiting orders."""
