"""What happens to suppliers."""

from storewalk.core.events import Event
from storewalk.partners.models import OrderWay


class SupplierAdded(Event, kind="partners.supplier_added"):
    """The chain has another supplier."""

    code: str


class SupplierChanged(Event, kind="partners.supplier_changed"):
    """Something about a supplier changed; the audit entry says what."""


class SupplierEnded(Event, kind="partners.supplier_ended"):
    """The chain buys from a supplier no more."""


class SupplierWaySet(Event, kind="partners.supplier_way_set"):
    """It was said how a supplier gets its orders."""

    way: OrderWay
    automatic: bool


class SupplierWayTested(Event, kind="partners.supplier_way_tested"):
    """Somebody asked for a test of how a supplier gets its orders."""

    way: OrderWay
