"""Products as people name them beside what they found: how much of it there was, and of which lot."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output, Words

SeenLot = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^\S(.*\S)?$")]


class ProductSeen(Input):
    """How much of a named product was seen, in its base unit, and what its package says of its lot."""

    product_id: UUID
    quantity: Decimal | None = None
    lot_code: SeenLot | None = None
    expires_on: date | None = None


class NamedProduct(Output):
    """A product that somebody named, with how much of it there was and of which lot, as far as that was said."""

    id: UUID
    code: str
    name: Words
    unit_name: Words
    quantity: str | None
    lot_code: str | None
    expires_on: date | None
