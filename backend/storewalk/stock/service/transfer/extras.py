"""What arrived with a transfer without being in it, or beyond what was sent: told, and left to people."""

from collections.abc import Sequence

from storewalk.catalog.api import known_products
from storewalk.core.errors import FieldError
from storewalk.core.quantities import is_quantity
from storewalk.core.tx import Tx
from storewalk.stock.service.transfer.steps import refuse
from storewalk.stock.transfer_models import StockTransfer, StockTransferExtra
from storewalk.stock.transfer_schemas import ExtraGoods


async def kept(tx: Tx, transfer: StockTransfer, found: Sequence[ExtraGoods]) -> list[StockTransferExtra]:
    """Return what is to be kept of it. Raises Invalid naming what has no name, no such product or no quantity."""
    known = await known_products(tx, {each.product_id for each in found if each.product_id is not None})
    faults: list[FieldError] = []
    for number, each in enumerate(found):
        if each.product_id is None and not each.code.strip():
            faults.append(FieldError(f"extras.{number}.code", "stock.extra_needs_code"))
        elif each.product_id is not None and each.product_id not in known:
            faults.append(FieldError(f"extras.{number}.productId", "stock.unknown_product"))
        if not is_quantity(each.quantity):
            faults.append(FieldError(f"extras.{number}.quantity", "stock.bad_quantity"))
    refuse(faults)
    return [
        StockTransferExtra(
            org_id=tx.org_id,
            transfer_id=transfer.id,
            position=position,
            code=each.code.strip(),
            product_id=each.product_id,
            quantity=each.quantity,
        )
        for position, each in enumerate(found)
    ]
