"""What happens to transfers that are suggested; the subject is the suggestion, the store the one that takes."""

from uuid import UUID

from storewalk.core.events import Event
from storewalk.ordering.rebalance_models import RebalanceReason


class RebalanceSuggested(Event, kind="ordering.rebalance_suggested"):
    """A store has too much of what another would buy."""

    from_store_id: UUID
    to_store_id: UUID
    lines: int
    total_cents: int
    saved_cents: int


class RebalanceAccepted(Event, kind="ordering.rebalance_accepted"):
    """Somebody asked for the transfer that was suggested."""

    from_store_id: UUID
    to_store_id: UUID
    transfer_id: UUID
    total_cents: int


class RebalanceRefused(Event, kind="ordering.rebalance_refused"):
    """Somebody said why the goods do not move."""

    from_store_id: UUID
    to_store_id: UUID
    reason: RebalanceReason


class RebalanceExpired(Event, kind="ordering.rebalance_expired"):
    """Nobody decided before the next plan."""

    from_store_id: UUID
    to_store_id: UUID


class RebalanceRuleSet(Event, kind="ordering.rebalance_rule_set"):
    """When transfers are suggested was set; the subject is the organization."""

    most_metres: int
    margin_days: int
    line_cents: int
    trip_cents: int
