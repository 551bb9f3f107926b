"""What happens in a count."""

from decimal import Decimal
from uuid import UUID

from msgspec import Struct

from storewalk.core.events import Event


class CountOpened(Event, kind="counts.opened"):
    """A store is to be counted by any of `counter_ids`; its counters do not see the book."""

    title: str
    counter_ids: list[UUID]


class CountZoneClosed(Event, kind="counts.zone_closed"):
    """Somebody says that a zone is counted."""

    zone_id: UUID


class CountLinesTaken(Event, kind="counts.lines_taken"):
    """Lines arrived from a counter's device, or tags from a reader."""

    lines: int
    tags: int = 0


class CountSubmitted(Event, kind="counts.submitted"):
    """A count was submitted: so many products, so many of them to be counted again.

    `next_ids` have the next step: those who may count again, or the nearest who may approve.
    """

    title: str
    round: int
    products: int
    recounts: int
    next_ids: list[UUID]


class RecountAsked(Event, kind="counts.recount_asked"):
    """Products are to be counted again by somebody else, of `counter_ids`."""

    title: str
    product_ids: list[UUID]
    counter_ids: list[UUID]


class VarianceReviewed(Event, kind="counts.variance_reviewed"):
    """Somebody gave a reason for a variance, or said what to do with what nobody counted."""

    product_id: UUID


class CodeSetAside(Event, kind="counts.code_set_aside"):
    """Somebody took a code that no product bears out of the count, and said why."""

    line_id: UUID
    code: str
    quantity: Decimal
    reason: str


class Adjusted(Struct, frozen=True):
    """One product's adjustment; value in cents, below zero for a loss."""

    product_id: UUID
    quantity: Decimal
    value_cents: int


class CountApproved(Event, kind="counts.approved"):
    """A count was approved and the book adjusted: one posting, one event, one voucher later."""

    title: str
    products: int
    gain_cents: int
    loss_cents: int
    reviewer_ids: list[UUID]
    adjusted: list[Adjusted]


class CountCancelled(Event, kind="counts.cancelled"):
    """A count was given up; nothing of it was posted."""

    reason: str


class CountRuleSet(Event, kind="counts.rule_set"):
    """The organization changed when to recount and how much one person may approve; the subject is the organization."""


class VariancesReviewed(Event, kind="counts.variances_reviewed"):
    """Somebody gave many variances the same reason or decision."""

    product_ids: list[UUID]


class CountSheetTaken(Event, kind="counts.sheet_taken"):
    """Somebody took a count's sheet out of the house, with what the book says or without."""

    form: str
    rows: int
    with_variances: bool


class CycleRuleSet(Event, kind="counts.cycle_rule_set"):
    """The organization changed how stores count in turns; the subject is the organization."""
