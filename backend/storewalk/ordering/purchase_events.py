"""What happens to orders to suppliers."""

from datetime import date
from uuid import UUID

from storewalk.core.events import Event
from storewalk.partners.api import OrderWay


class PurchaseSent(Event, kind="ordering.purchase_sent"):
    """What stores ordered of a supplier was made one order to it; `again`: it goes out anew."""

    number: str
    supplier_name: str
    way: OrderWay
    orders: int
    total_cents: int
    again: bool


class PurchaseNotSent(Event, kind="ordering.purchase_not_sent"):
    """An order could not be sent to a supplier, for somebody to look at."""

    number: str
    supplier_name: str
    fault: str
    told_ids: list[UUID]


class PurchaseTaken(Event, kind="ordering.purchase_taken"):
    """Somebody took the file or the link of an order to hand it to its supplier."""

    number: str


class PurchaseOpened(Event, kind="ordering.purchase_opened"):
    """A supplier looked at an order for the first time."""

    number: str


class PurchaseAnswered(Event, kind="ordering.purchase_answered"):
    """A supplier will send an order, `cut` of its products in a lesser quantity; or it refused the order.

    Of `gone` stores' orders it came too late.
    """

    number: str
    supplier_name: str
    confirmed: bool
    cut: int
    gone: int
    expected_on: date | None
    note: str
    told_ids: list[UUID]


class WarehouseOrdered(Event, kind="ordering.warehouse_ordered"):
    """What a warehouse lacks for its stores' orders was ordered for it; the subject is the order."""

    source_name: str
    lines: int
    total_cents: int


class OrderDayMoved(Event, kind="ordering.order_day_moved"):
    """A supplier will deliver a store's order on another day than was expected."""

    source_name: str
    expected_on: date
    note: str
    submitter_id: UUID
