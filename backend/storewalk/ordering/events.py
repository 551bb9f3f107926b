"""What happens in ordering."""

from datetime import date
from decimal import Decimal

from storewalk.core.events import Event
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
    """A dated event was found to have changed demand by a factor, on so many days' worth of sales."""

    measured: Decimal
    evidence_days: Decimal


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
