"""Places of a store or warehouse on the wire, and goods that move between them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output, Words
from storewalk.stock.models import PlaceKind

MAX_LINES = 500
PlaceCode = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$")]
PlaceName = Annotated[str, Meta(max_length=60)]


class PlaceOut(Output):
    """Where goods lie; `products` are those that lie there.

    The shelf and the back room that everybody has may be without a name, and are never closed.
    """

    id: UUID
    store_id: UUID
    kind: PlaceKind
    code: str
    name: str
    closed_at: datetime | None
    products: int
    version: int


class AddPlace(Input):
    """A place that is new: a bin of a rack, a fridge, a second back room; the code is what stands on it."""

    id: UUID | None = None
    code: PlaceCode
    name: Annotated[str, Meta(min_length=1, max_length=60, pattern=r"\S")]


class ChangePlace(Input):
    """A place as it shall be: under another name, closed or open again."""

    name: PlaceName
    closed: bool
    if_version: int


class PlacedGoods(Output):
    """What lies at a place of one lot; without a code, goods whose lot nobody has named."""

    product_id: UUID
    product_code: str
    product_name: Words
    unit: str
    unit_name: Words
    lot_id: UUID | None
    lot_code: str | None
    expires_on: date | None
    blocked: bool
    quantity: str


class RelocatedLine(Input):
    """So many base units of a product, of one lot or of those that end first."""

    product_id: UUID
    lot_id: UUID | None = None
    quantity: Decimal


class RelocateGoods(Input):
    """Goods that are carried from one place to another of the same store."""

    id: UUID | None = None
    from_id: UUID
    to_id: UUID
    lines: Annotated[list[RelocatedLine], Meta(min_length=1, max_length=MAX_LINES)]


class RelocationOut(Output):
    """Goods that were carried."""

    id: UUID
    lines: int
