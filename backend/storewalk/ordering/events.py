"""What happens in ordering."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import msgspec

from storewalk.core.events import Event
from storewalk.ordering.order_rule_models import RuleKind
from storewalk.ordering.promotion_models import PromotionKind
from storewalk.ordering.signal_models import SignalKind


class SignalEntered(Event, kind="ordering.signal_entered"):
    """Somebody told of a dated event; `uplift` is the factor by which it is said to change demand."""

    what: SignalKind
    name: str
    first_day: date
    last_day: date
    uplift: Decimal


class SignalChanged(Event, kind="ordering.signal_changed"):
    """What was told of a dated event is different now."""

    what: SignalKind
    name: str
    first_day: date
    last_day: date
    uplift: Decimal


class SignalCancelled(Event, kind="ordering.signal_cancelled"):
    """A dated event does not take place, or did not."""

    what: SignalKind
    name: str


class SignalMeasured(Event, kind="ordering.signal_measured"):
    """A dated event was found to have changed demand by a factor, on so many days' worth of sales.

    `uplift` is what `told_by` had stated; `first` tells that it was not measured before.
    """

    what: SignalKind
    name: str
    uplift: Decimal
    measured: Decimal
    evidence_days: Decimal
    told_by: UUID
    first: bool


class PromotionPlanned(Event, kind="ordering.promotion_planned"):
    """Goods will be promoted; `discount` is the price over the usual one, `uplift` the factor expected on units."""

    name: str
    what: PromotionKind
    first_day: date
    last_day: date
    discount: Decimal | None
    uplift: Decimal | None
    products: int


class PromotionChanged(Event, kind="ordering.promotion_changed"):
    """A promotion is planned otherwise."""

    name: str
    what: PromotionKind
    first_day: date
    last_day: date
    discount: Decimal | None
    uplift: Decimal | None
    products: int


class PromotionCancelled(Event, kind="ordering.promotion_cancelled"):
    """A promotion does not take place, or did not."""

    name: str


class PromotionMeasured(Event, kind="ordering.promotion_measured"):
    """A promotion that is over sold so many units where so many were expected without it."""

    sold: Decimal
    expected: Decimal


class SpecialDaysSet(Event, kind="ordering.special_days_set"):
    """Days were made days off, worked weekends or ordinary ones; the subject is the organization."""

    days: list[date]


class LineChange(msgspec.Struct, frozen=True):
    """The quantity of a product in an order before and after; null before where the order did not have it."""

    product_id: UUID
    before: Decimal | None
    after: Decimal


class OrderOpened(Event, kind="ordering.order_opened"):
    """A store began its order of a day, with so many lines that were suggested."""

    source_name: str
    day: date
    lines: int


class OrderLinesSet(Event, kind="ordering.order_lines_set"):
    """Quantities of an order were set."""

    changes: list[LineChange]


class OrderSubmitted(Event, kind="ordering.order_submitted"):
    """A store sent its order off. `rules` are the kinds of those it met; without any it is approved already.

    `missing_ids` had to be ordered and were not, `dropped_ids` were wanted and cannot be ordered any more.
    """

    source_name: str
    total_cents: int
    lines: int
    urgent: bool
    rules: list[RuleKind]
    missing_ids: list[UUID]
    dropped_ids: list[UUID]
    approver_ids: list[UUID]
    submitter_id: UUID


class OrderApproved(Event, kind="ordering.order_approved"):
    """An order may be fulfilled: by the rules, or by somebody who may have changed quantities."""

    source_id: UUID
    source_name: str
    total_cents: int
    lines: int
    by_rules: bool
    changes: list[LineChange]
    submitter_id: UUID
    waited_s: int


class OrderReturned(Event, kind="ordering.order_returned"):
    """An order was given back to the store to be done over."""

    source_name: str
    reason: str
    submitter_id: UUID
    waited_s: int


class OrderRefused(Event, kind="ordering.order_refused"):
    """An order was refused."""

    source_name: str
    reason: str
    submitter_id: UUID
    waited_s: int


class OrderWithdrawn(Event, kind="ordering.order_withdrawn"):
    """A store took an order back to change it."""

    source_name: str
    reason: str
    was_approved: bool


class OrderCancelled(Event, kind="ordering.order_cancelled"):
    """An order was given up; `told_ids` had a part in it."""

    source_name: str
    reason: str
    told_ids: list[UUID]


class OrderLapsed(Event, kind="ordering.order_lapsed"):
    """The day of a draft was over; nothing is ordered by it, and `told_ids` began it."""

    source_name: str
    day: date
    lines: int
    told_ids: list[UUID]


class OrderEscalated(Event, kind="ordering.order_escalated"):
    """An order has waited too long for its approval, and people higher up hear of it."""

    source_name: str
    told: int
    waits_since: datetime
    total_cents: int
    told_ids: list[UUID]


class OrderRulesSet(Event, kind="ordering.order_rules_set"):
    """How orders are approved was set; the subject is the organization."""

    rules: list[RuleKind]


class SalesJumped(Event, kind="ordering.sales_jumped"):
    """A product (the subject) sold so many units at a store today, where so many were usual by then."""

    day: date
    sold: Decimal
    expected: Decimal
    holder_ids: list[UUID]
