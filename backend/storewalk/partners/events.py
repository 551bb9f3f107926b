"""What happens to suppliers."""

from storewalk.core.events import Event


class SupplierAdded(Event, kind="partners.supplier_added"):
    """The chain has another supplier."""

    code: str


class SupplierChanged(Event, kind="partners.supplier_changed"):
    """Something about a supplier changed; the audit entry says what."""


class SupplierEnded(Event, kind="partners.supplier_ended"):
    """The chain buys from a supplier no more."""
