"""Say by hand which product an unknown code is."""

from typing import Final
from uuid import UUID

from storewalk.catalog.api import Goods, goods_with_ids
from storewalk.core.errors import Invalid, NotFound, WrongState
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.sales.events import ProductNamed
from storewalk.sales.models import ParkReason
from storewalk.sales.permissions import NAME_PRODUCT
from storewalk.sales.queries.waiting import lock_named, read_line
from storewalk.sales.schemas import NamedOut, NameProduct
from storewalk.sales.service.retry import book_waiting

MOST: Final = 5_000
"""Lines of one code that are booked at once; whoever has more names the product again."""


async def name_product(tx: Tx, line_id: UUID, form: NameProduct) -> NamedOut:
    """Take every waiting line in the actor's scope with this line's code for the product, and book what can be booked.

    Raises NotFound outside the scope, WrongState for a line whose product is known, Invalid for an unknown product or
    one that does not come in the unit that the till named.
    """
    line = await read_line(tx, line_id)
    if line is None:
        raise NotFound("sales.no_line")
    await require_within(tx, NAME_PRODUCT, line["store_id"])
    if line["posted_at"] is not None or line["reason"] != ParkReason.UNKNOWN_PRODUCT:
        raise WrongState("sales.product_known")
    goods = (await goods_with_ids(tx, [form.product_id])).get(form.product_id)
    if goods is None:
        raise Invalid("stock.unknown_product", field="productId")
    if not _comes_in(goods, line["unit"]):
        raise Invalid("sales.no_unit", field="productId", unit=line["unit"])
    named = await lock_named(tx, line["name"], tx.actor.paths(NAME_PRODUCT), form.product_id, MOST)
    if not named:  # somebody else named it while this waited for the lines
        raise WrongState("sales.product_known")
    tx.record(
        ProductNamed(
            subject_id=line_id,
            store_id=line["store_id"],
            code=line["name"],
            product_id=form.product_id,
            lines=len(named),
        )
    )
    return NamedOut(lines=len(named), posted=await book_waiting(tx, named))


def _comes_in(goods: Goods, unit: str | None) -> bool:
    return unit is None or unit == goods.unit or unit in goods.packs
