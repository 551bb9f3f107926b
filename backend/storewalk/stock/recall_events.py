"""What happens when goods are called back."""

from decimal import Decimal
from uuid import UUID

from storewalk.core.events import Event


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
