"""What happens to orders after their approval."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from msgspec import field

from storewalk.core.events import Event
from storewalk.core.schemas import Words
from storewalk.ordering.fulfil_models import ClaimKind


class OrderAccepted(Event, kind="ordering.order_accepted"):
    """A source will send an order, `cut` of its lines in a lesser quantity than was ordered."""

    source_name: str
    lines: int
    cut: int
    submitter_id: UUID


class StockShared(Event, kind="ordering.stock_shared"):
    """A warehouse shared what it has between the orders of a day; of `short` products there was not enough.

    The subject is the warehouse; `adjusted` shares were set by hand.
    """

    day: date
    orders: int
    short: int
    adjusted: int = 0


class OrderShipped(Event, kind="ordering.order_shipped"):
    """A delivery of an order is on its way, for one of `receiver_ids` to take in."""

    shipment_id: UUID
    number: int
    source_name: str
    lines: int
    expected_at: datetime | None
    receiver_ids: list[UUID]


class OrderReceived(Event, kind="ordering.order_received"):
    """Goods of an order came; `value_cents` is what went on the store's book, `claims` what was not right.

    `open_lines` of the order still have something to come.
    """

    receipt_id: UUID
    shipment_id: UUID
    source_name: str
    from_warehouse: bool
    lines: int
    value_cents: int
    claims: int
    open_lines: int


class OrderClosed(Event, kind="ordering.order_closed"):
    """Nothing more of an order will come; where `open_lines` have something open, a reason says why.

    `told_ids` are people of the store, `keeper_ids` of the source, but not who closed it.
    """

    source_name: str
    reason: str
    open_lines: int
    told_ids: list[UUID]
    keeper_ids: list[UUID] = field(default_factory=list[UUID])
    from_warehouse: bool = False


class OrderRestGivenUp(Event, kind="ordering.order_rest_given_up"):
    """Of an order whose goods are on their way `lines` will not be sent any more; for whom, as when it is closed."""

    source_name: str
    reason: str
    lines: int
    told_ids: list[UUID]
    keeper_ids: list[UUID]
    from_warehouse: bool


class OrderClaimOpened(Event, kind="ordering.order_claim_opened"):
    """A store holds something against a source, for one of `decider_ids` to decide; the subject is the claim."""

    order_id: UUID
    what: ClaimKind
    product_name: Words
    quantity: Decimal
    value_cents: int
    source_name: str
    decider_ids: list[UUID]


class OrderClaimDecided(Event, kind="ordering.order_claim_decided"):
    """A claim was settled for an amount, or (None) refused; the subject is the claim."""

    order_id: UUID
    what: ClaimKind
    product_name: Words
    source_name: str
    settled_cents: int | None
    note: str
    opener_id: UUID


class ReceivingRuleSet(Event, kind="ordering.receiving_rule_set"):
    """The organization changed how much more suppliers may bring; the subject is the organization."""

    over_percent: int
