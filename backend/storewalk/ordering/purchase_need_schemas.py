"""What is to be ordered of suppliers, on the wire. Quantities are decimals in text, in base units."""

from datetime import date, datetime
from uuid import UUID

from storewalk.core.schemas import Output, Words
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.purchase_schemas import ProductNeed, PurchaseItem
from storewalk.partners.api import OrderWay


class PurchaseNeed(Output):
    """What stores ordered of a supplier's source on a business day and nobody has sent to it yet.

    `orders` are approved; `open_orders` are filled in or wait for an approval, and may still come to it. What was sent
    for the day before is worth `sent_cents`; both together are held against `least_cents`.
    """

    source_id: UUID
    source_name: str
    supplier_id: UUID
    supplier_name: str
    way: OrderWay
    automatic: bool
    day: date
    cut_off_at: datetime
    orders: int
    open_orders: int
    cents: int
    sent_cents: int
    least_cents: int


class PurchaseNeeds(Output):
    """What is to be ordered of suppliers, what closes first at the top."""

    items: list[PurchaseNeed]


class MissingStore(Output):
    """A store that was asked for an order of the day and has not sent one off; without an order it has not begun."""

    store_id: UUID
    store_code: str
    store_name: str
    order_id: UUID | None
    state: OrderState | None


class PurchaseNeedOut(Output):
    """A need with its products, who is missing, and what was sent for the same day; `need` is null when all was."""

    need: PurchaseNeed | None
    products: list[ProductNeed]
    missing: list[MissingStore]
    purchases: list[PurchaseItem]


class LackRow(Output):
    """What one store's order still wants of a warehouse."""

    order_id: UUID
    store_code: str
    store_name: str
    expected_on: date | None
    quantity: str


class WarehouseLack(Output):
    """A product that stores want more of than a warehouse has and expects.

    `rows` add up to `asked`; `short` is `asked` less `there` and `coming`. Of the source that supplies the warehouse
    with it, `packs` make up `quantity`; without a `source_id` nobody is known who does.
    """

    product_id: UUID
    code: str
    name: Words
    unit_name: Words
    asked: str
    there: str
    coming: str
    short: str
    source_id: UUID | None
    source_name: str
    pack_quantity: str | None
    packs: str | None
    quantity: str | None
    cents: int | None
    rows: list[LackRow]


class WarehouseNeed(Output):
    """What a warehouse lacks for the orders of its stores."""

    warehouse_id: UUID
    warehouse_name: str
    products: list[WarehouseLack]


class WarehouseNeeds(Output):
    """What warehouses lack; those that lack nothing are not named."""

    items: list[WarehouseNeed]
