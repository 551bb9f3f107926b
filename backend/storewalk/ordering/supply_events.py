"""What happens to where goods come from; the audit entry has every old and new value."""

from datetime import date
from uuid import UUID

from storewalk.core.events import Event


class SourceAdded(Event, kind="ordering.source_added"):
    """Goods come from another supplier or warehouse, or by another way from one."""

    code: str


class SourceChanged(Event, kind="ordering.source_changed"):
    """Something about a source changed."""


class SourceEnded(Event, kind="ordering.source_ended"):
    """Nothing is ordered from a source any more."""


class DeliveriesSet(Event, kind="ordering.deliveries_set"):
    """A source delivers to stores on other days, or at another budget; to those in `stopped` no more."""

    stores: list[UUID]
    stopped: list[UUID]


class DeliveryDaysSet(Event, kind="ordering.delivery_days_set"):
    """A source delivers, or does not, on dated days."""

    days: list[date]


class OffersSet(Event, kind="ordering.offers_set"):
    """A source offers products, or on other terms; those in `removed` no more."""

    products: list[UUID]
    removed: list[UUID]


class StoreTermsSet(Event, kind="ordering.store_terms_set"):
    """What stores carry and must order of products, and how much, changed; the subject is the first store."""

    stores: list[UUID]
    products: list[UUID]


class OrderRuleSet(Event, kind="ordering.rule_set"):
    """Classes of products have other levels of service; the subject is the organization."""


class OffersImported(Event, kind="ordering.offers_imported"):
    """A file of offers was taken in; the counts are rows."""

    created: int
    updated: int


class DeliveriesImported(Event, kind="ordering.deliveries_imported"):
    """A file of delivery days was taken in; the counts are rows."""

    created: int
    updated: int
