"""What happens to how figures are reckoned. `subject_id` is the organization's."""

from storewalk.core.events import Event


class HealthRuleSet(Event, kind="analytics.health_rule_set"):
    """The dimensions of a store's health weigh something else from now on; one of weight 0 does not count."""

    inspection: int
    rectification: int
    availability: int
    stock: int
    freshness: int
    self_checks: int
