"""What other rooms say and hear of goods that they send from one store to another."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from uuid import UUID

from msgspec import Struct

from storewalk.stock.wanted import NotEnough


class Load(Struct, frozen=True):
    """So much of a product to be sent, as a line of the document; of one lot, or of those that end first."""

    line: int
    product_id: UUID
    quantity: Decimal
    lot_id: UUID | None = None


class Consigned(Struct, frozen=True):
    """What of a line went of one lot, and what it is worth."""

    id: UUID
    line: int
    product_id: UUID
    lot_id: UUID | None
    lot_code: str
    expires_on: date | None
    quantity: Decimal
    value_cents: int


class Dispatched(Struct, frozen=True):
    """What was sent; or, where something is missing, nothing of it: whoever asked has to refuse."""

    sent: Sequence[Consigned]
    missing: Sequence[NotEnough]


class Ending(Enum):
    """What became of goods on their way: they came, were lost or spoilt on it, or never left."""

    CAME = "came"
    LOST = "lost"
    NEVER_LEFT = "never_left"


class Fate(Struct, frozen=True):
    """What became of a part of a consignment."""

    consignment_id: UUID
    quantity: Decimal
    ending: Ending
