"""What a warehouse sends on a day, and what stores expect. Quantities are decimals in text, in base units."""

from datetime import date, datetime
from uuid import UUID

from storewalk.core.schemas import Output, Words
from storewalk.ordering.fulfil_models import ConfirmedWhy
from storewalk.ordering.order_states import OrderState
from storewalk.stock.api import PlaceKind


class WaveOrder(Output):
    """An order of the day of which something is still to be sent."""

    id: UUID
    store_id: UUID
    store_code: str
    store_name: str
    state: OrderState
    urgent: bool
    lines: int
    version: int


class WaveProduct(Output):
    """A product of the day: what was ordered and is still to be sent, what is there for it, and what is missing.

    `there` leaves out what is past its last day, withdrawn, or kept for others.
    """

    product_id: UUID
    code: str
    name: Words
    unit_name: Words
    ordered: str
    to_ship: str
    there: str
    short: str


class WaveOut(Output):
    """The orders that a warehouse sends on a day."""

    warehouse_id: UUID
    day: date
    orders: list[WaveOrder]
    products: list[WaveProduct]


class StoreShareOut(Output):
    """What a store would get of a product, of what it ordered and lacks; `note` says why it was set by hand."""

    order_id: UUID
    store_code: str
    store_name: str
    urgent: bool
    first: bool
    ordered: str
    pack_quantity: str
    need: str
    share: str
    why: ConfirmedWhy
    note: str


class ProductShareOut(Output):
    """A product of which there is not enough, or a share was set by hand."""

    product_id: UUID
    code: str
    name: Words
    unit_name: Words
    there: str
    asked: str
    stores: list[StoreShareOut]


class WaveSharesOut(Output):
    """What sharing out would write; of `enough` more products everybody gets all. `seen` names this state of it."""

    warehouse_id: UUID
    day: date
    seen: str
    enough: int
    products: list[ProductShareOut]


class WavePick(Output):
    """What to take of one lot from one place for an order."""

    order_id: UUID
    store_code: str
    store_name: str
    product_id: UUID
    code: str
    name: Words
    quantity: str
    lot_code: str | None
    expires_on: date | None
    place: PlaceKind
    place_name: str


class WavePicks(Output):
    """The pick list of a day."""

    picks: list[WavePick]


class DeliveryDueOut(Output):
    """What a store expects: a delivery on its way, or (without one) an order of which something is still to be sent."""

    order_id: UUID
    shipment_id: UUID | None
    number: int | None
    source_name: str
    from_warehouse: bool
    state: OrderState
    expected_on: date
    expected_at: datetime | None
    lines: int


class DeliveriesDue(Output):
    """What a store expects until a day, the earliest first."""

    items: list[DeliveryDueOut]
