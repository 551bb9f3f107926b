"""Book lines: find their products, have the ledger post what it can, write what is booked."""

from collections.abc import Sequence
from uuid import UUID

from storewalk.catalog.api import Goods, goods_with_codes, goods_with_gtins, goods_with_ids, gtin_of
from storewalk.core.tx import AnyTx, Tx
from storewalk.sales.line import Line, as_wanted, in_base_units
from storewalk.sales.models import ParkReason
from storewalk.sales.queries.write import Booked, Parked, write_lines
from storewalk.stock import api as stock
from storewalk.stock.api import Wanted


async def book(tx: Tx, lines: Sequence[Line]) -> tuple[list[Booked], list[Parked]]:
    """Book lines in the order in which they occurred; return those that are, and those that have to wait.

    Raises WrongState when a document of the lines was posted before.
    """
    known, parked = await identify(tx, lines)
    known.sort(key=lambda each: each.line.occurred_at)
    wanted: list[Wanted] = [as_wanted(each.line, each.product_id, each.quantity) for each in known]
    _, missing = await stock.post(tx, wanted)
    short = {id(each.wanted) for each in missing}
    booked = [each for each, asked in zip(known, wanted, strict=True) if id(asked) not in short]
    for each, asked in zip(known, wanted, strict=True):
        if id(asked) in short:
            parked.append(Parked(each.line, ParkReason.NO_STOCK, each.product_id))
    await write_lines(tx, booked)
    return booked, parked


async def identify(tx: AnyTx, lines: Sequence[Line]) -> tuple[list[Booked], list[Parked]]:
    """Find products and base quantities: named by a person, else by barcode, else by code; and the lines without."""
    goods = await _Shelf.read(tx, lines)
    known: list[Booked] = []
    unknown: list[Parked] = []
    for line in lines:
        found = goods.of(line)
        quantity = in_base_units(line, found) if found else None
        if found is None or quantity is None:
            unknown.append(Parked(line, ParkReason.UNKNOWN_PRODUCT, line.product_id))
        else:
            known.append(Booked(line, found.product_id, quantity))
    return known, unknown


class _Shelf:
    """The products that lines name."""

    def __init__(self, by_id: dict[UUID, Goods], by_barcode: dict[str, Goods], by_code: dict[str, Goods]) -> None:
        self.by_id, self.by_barcode, self.by_code = by_id, by_barcode, by_code

    @classmethod
    async def read(cls, tx: AnyTx, lines: Sequence[Line]) -> "_Shelf":
        barcodes = {line.barcode for line in lines if line.barcode is not None}
        gtins = {barcode: digits for barcode in barcodes if (digits := gtin_of(barcode)) is not None}
        bearers = await goods_with_gtins(tx, set(gtins.values()))
        return cls(
            await goods_with_ids(tx, {line.product_id for line in lines if line.product_id is not None}),
            {barcode: bearers[digits] for barcode, digits in gtins.items() if digits in bearers},
            await goods_with_codes(tx, {line.code for line in lines if line.code is not None}),
        )

    def of(self, line: Line) -> Goods | None:
        if line.product_id is not None:
            return self.by_id.get(line.product_id)
        found = self.by_barcode.get(line.barcode) if line.barcode is not None else None
        if found is None and line.code is not None:
            found = self.by_code.get(line.code)
        return found
