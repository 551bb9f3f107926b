"""A line on its way into the book, fresh from a till or after it has waited."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from msgspec import Struct

from storewalk.catalog.api import Goods
from storewalk.core.money import round_half_up
from storewalk.stock.api import Cause, Wanted, Way

QUANTITY_PLACES = 3


class Line(Struct, frozen=True, gc=False):
    """What a till said of goods. `document` is what the ledger books it under: the sale, or the line that waited."""

    id: UUID
    document: UUID
    sale_id: UUID
    number: int
    store_id: UUID
    receipt_number: str
    barcode: str | None
    code: str | None
    product_id: UUID | None
    quantity: Decimal
    unit: str | None
    amount_cents: int
    returned: bool
    occurred_at: datetime
    business_date: date

    @property
    def name(self) -> str:
        """What the till calls the goods."""
        return self.barcode or self.code or ""

    @property
    def net_cents(self) -> int:
        """What came into the till."""
        return -self.amount_cents if self.returned else self.amount_cents


def in_base_units(line: Line, goods: Goods) -> Decimal | None:
    """Return a line's quantity in base units; None for a pack that the product does not come in."""
    if line.unit is None or line.unit == goods.unit:
        return line.quantity
    pack = goods.packs.get(line.unit)
    if pack is None:
        return None
    return round_half_up(line.quantity * pack, QUANTITY_PLACES) or None


def as_wanted(line: Line, product_id: UUID, quantity: Decimal) -> Wanted:
    """Return the move of a line: to the customer, or back from one."""
    return Wanted(
        store_id=line.store_id,
        product_id=product_id,
        quantity=quantity,
        cause=Cause.RETURN if line.returned else Cause.SALE,
        way=Way.IN if line.returned else Way.OUT,
        cause_id=line.document,
        cause_line=line.number,
        occurred_at=line.occurred_at,
    )
