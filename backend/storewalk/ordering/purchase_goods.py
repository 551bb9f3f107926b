"""What is ordered of a supplier, product by product, with the stores behind each number. Arithmetic only."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from uuid import UUID

from msgspec import Struct

from storewalk.core.money import round_half_up
from storewalk.core.schemas import Words


class Piece(Struct, frozen=True):
    """What one store's order has of a product, in base units; `answered` is what the supplier will send of it."""

    order_id: UUID
    store_code: str
    store_name: str
    expected_on: date | None
    product_id: UUID
    code: str
    name: Words
    unit_name: Words
    quantity: Decimal
    pack_quantity: Decimal
    pack_cents: int
    answered: Decimal | None = None

    @property
    def cents(self) -> int:
        """What it costs."""
        return int(round_half_up(self.quantity * self.pack_cents / self.pack_quantity))


class Goods(Struct, frozen=True):
    """A product with its pieces, of which there is at least one."""

    pieces: list[Piece]

    @property
    def of(self) -> Piece:
        """A piece, for what all have in common."""
        return self.pieces[0]

    @property
    def pack(self) -> Decimal:
        """The pack in which all stores order it; where they differ, a single unit."""
        packs = {piece.pack_quantity for piece in self.pieces}
        return packs.pop() if len(packs) == 1 else Decimal(1)

    @property
    def quantity(self) -> Decimal:
        """What all stores order together."""
        return sum((piece.quantity for piece in self.pieces), Decimal(0))

    @property
    def packs(self) -> Decimal:
        """The same in packs."""
        return self.quantity / self.pack

    @property
    def cents(self) -> int:
        """What it costs."""
        return sum(piece.cents for piece in self.pieces)

    @property
    def answered(self) -> Decimal | None:
        """What the supplier will send of it, once it has answered for any store."""
        told = [piece.answered for piece in self.pieces if piece.answered is not None]
        return sum(told, Decimal(0)) if told else None


def by_product(pieces: Iterable[Piece]) -> list[Goods]:
    """Group pieces by product, in the order in which products first come."""
    goods: dict[UUID, Goods] = {}
    for piece in pieces:
        goods.setdefault(piece.product_id, Goods([])).pieces.append(piece)
    return list(goods.values())
