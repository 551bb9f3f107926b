"""What happens to stock as such; what moved it is told by the room whose document did."""

from decimal import Decimal
from uuid import UUID

from storewalk.core.events import Event


class StockReceived(Event, kind="stock.received"):
    """Goods were taken in by hand, without an order; the subject is the receipt."""

    lines: int
    value_cents: int


class StockRuleSet(Event, kind="stock.rule_set"):
    """The organization changed what its book allows; the subject is the organization."""

    negative_allowed: bool


class VarianceExplained(Event, kind="stock.variance_explained"):
    """A fact from before a count arrived after it; the subject is the count, whose variance it explains in part.

    `quantity` is what the fact did to the stock: below zero for what went out.
    """

    product_id: UUID
    quantity: Decimal
    value_cents: int


class WasteReported(Event, kind="stock.waste_reported"):
    """Goods are said to be thrown away; above the limit one of `approver_ids` has to decide."""

    product_id: UUID
    quantity: Decimal
    value_cents: int
    approver_ids: list[UUID]


class WastePosted(Event, kind="stock.waste_posted"):
    """Waste has left the book. `tax_lost`: its input tax has to be given back."""

    product_id: UUID
    quantity: Decimal
    value_cents: int
    reason: str
    tax_lost: bool
    reporter_id: UUID


class WasteRefused(Event, kind="stock.waste_refused"):
    """A report of waste was refused; nothing has left the book."""

    product_id: UUID
    reporter_id: UUID
    note: str


class LotStepTaken(Event, kind="stock.lot_step_taken"):
    """Something was done about a lot that expires soon; the subject is the lot."""

    product_id: UUID
    step: str


class WasteRuleSet(Event, kind="stock.waste_rule_set"):
    """The organization changed which waste needs approval; the subject is the organization."""

    approval_cents: int


class LotsExpiring(Event, kind="stock.lots_expiring"):
    """In the morning a store has lots near their last day or past it, for `holder_ids` to deal with."""

    near: int
    expired: int
    holder_ids: list[UUID]


class OutOfStock(Event, kind="stock.out_of_stock"):
    """Products of which the book has none, and whose place was seen empty at `occurred_at`: a hint for the next order.

    The subject is the visit in which they were seen.
    """

    product_ids: list[UUID]


class TransferRequested(Event, kind="stock.transfer_requested"):
    """Goods shall go from one store to another, if one of `approver_ids` agrees; told at the sender."""

    from_name: str
    to_name: str
    lines: int
    crosses_entities: bool
    approver_ids: list[UUID]


class TransferApproved(Event, kind="stock.transfer_approved"):
    """Goods are reserved at the sender until one of `sender_ids` ships them."""

    from_name: str
    to_name: str
    lines: int
    sender_ids: list[UUID]


class TransferRefused(Event, kind="stock.transfer_refused"):
    """A transfer was refused."""

    from_name: str
    to_name: str
    reason: str
    requester_id: UUID


class TransferShipped(Event, kind="stock.transfer_shipped"):
    """Goods have left the sender and are in neither store until one of `receiver_ids` takes them in."""

    from_name: str
    to_name: str
    lines: int
    value_cents: int
    crosses_entities: bool
    receiver_ids: list[UUID]


class TransferReceived(Event, kind="stock.transfer_received"):
    """Goods have arrived. What is missing is the receiver's loss or came back to the sender, whose people hear of it.

    `extra` things came that it does not name. Values are in cents and add up to what was shipped.
    """

    from_name: str
    to_name: str
    received_cents: int
    lost_cents: int
    returned_cents: int
    differing: int
    extra: int = 0
    sender_ids: list[UUID]


class TransferCancelled(Event, kind="stock.transfer_cancelled"):
    """A transfer was given up before it was shipped; `sender_ids` had it to ship."""

    from_name: str
    to_name: str
    reason: str
    sender_ids: list[UUID]


class TransferStepped(Event, kind="stock.transfer_stepped"):
    """A transfer took a step at its other end: told at the store that did not take it."""

    status: str


class RecallOpened(Event, kind="stock.recall_opened"):
    """Goods are called back from every store; the subject is the recall. Without `lot_codes` it is all of a product."""

    product_id: UUID
    lot_codes: list[str]
    stores: int


class GoodsRecalled(Event, kind="stock.goods_recalled"):
    """A store has goods that are called back: they left its shelf, and `holder_ids` have to deal with them.

    The subject is the recall.
    """

    product_id: UUID
    lot_codes: list[str]
    quantity: Decimal
    reason: str
    holder_ids: list[UUID]


class RecallEnded(Event, kind="stock.recall_ended"):
    """A recall is over; what is left of the goods may be offered again."""

    product_id: UUID
    reason: str
