"""Set how much of products is ordered: whole packs of what the source offers, in any order and as often as sent."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

import asyncpg

from storewalk.core.errors import FieldError, Invalid
from storewalk.core.quantities import is_quantity, plain
from storewalk.core.tx import Tx
from storewalk.ordering.events import LineChange, OrderLinesSet
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.order_schemas import LinesSet, OrderTotals, SetLines
from storewalk.ordering.order_states import Step, require_step
from storewalk.ordering.permissions import PLACE_ORDER
from storewalk.ordering.queries.order_fill import add, change, look
from storewalk.ordering.queries.order_locks import lock_order
from storewalk.ordering.service.order.totals import set_totals

Wanted = tuple[UUID, Decimal, str | None]


async def set_lines(tx: Tx, order_id: UUID, form: SetLines) -> LinesSet:
    """Set lines of an order; the last one to arrive holds. Again changes nothing.

    Raises NotFound, WrongState once it is submitted, Invalid naming the lines that cannot be so; then none is set.
    """
    order = await lock_order(tx, order_id, PLACE_ORDER)
    require_step(order.state, Step.SET_LINES)
    wanted = [(line.product_id, line.quantity, line.reason) for line in form.lines]
    changes = await keep_lines(tx, order, wanted)
    if changes:
        tx.record(OrderLinesSet(subject_id=order.id, store_id=order.store_id, changes=changes))
        await tx.flush()
    return LinesSet(
        id=order.id,
        state=order.state,
        totals=OrderTotals(cents=order.total_cents, lines=order.line_count, changed=order.changed_count),
        budget_cents=order.budget_cents,
        version=order.version,
    )


async def keep_lines(tx: Tx, order: StoreOrder, wanted: Sequence[Wanted]) -> list[LineChange]:
    """Write lines of a locked order that differ from what it has, and return what changed. Raises Invalid."""
    rows = await look(tx, order, [product_id for product_id, _, _ in wanted])
    refuse(_faults(wanted, rows))
    changed = [
        (line, row)
        for line, row in zip(wanted, rows, strict=True)
        if not row["there"] or (row["now"], row["reason"]) != line[1:]
    ]
    await change(tx, order, [line for line, row in changed if row["there"]])
    await add(tx, order, [line for line, row in changed if not row["there"]])
    if changed:
        await set_totals(tx, order)
    return [LineChange(product_id, row["now"], quantity) for (product_id, quantity, _), row in changed]


def _faults(wanted: Sequence[Wanted], rows: Sequence[asyncpg.Record]) -> list[FieldError]:
    seen, faults = set[UUID](), list[FieldError]()
    for number, ((product_id, quantity, _), row) in enumerate(zip(wanted, rows, strict=True)):
        key = "ordering.line_twice" if product_id in seen else _not_for_sale(row, quantity)
        seen.add(product_id)
        if key is not None:
            faults.append(FieldError(f"lines.{number}.productId", key, {"code": row["code"] or ""}))
        elif not is_quantity(quantity, zero=True):
            faults.append(FieldError(f"lines.{number}.quantity", "ordering.bad_quantity", {"code": row["code"]}))
        elif quantity and (fault := unfit(row, quantity)):
            faults.append(FieldError(f"lines.{number}.quantity", *fault))
    return faults


def _not_for_sale(row: asyncpg.Record, quantity: Decimal) -> str | None:
    if not row["known"]:
        return "ordering.unknown_product"
    if row["there"] and not quantity:
        return None  # whatever became of it, it may be left out
    if not row["active"]:
        return "ordering.discontinued"
    if not row["offered"]:
        return "ordering.not_offered"
    return None if row["carried"] else "ordering.not_carried"


def unfit(row: asyncpg.Record, quantity: Decimal) -> tuple[str, dict[str, object]] | None:
    """Return why so much of an offer (pack, least, most) cannot be ordered, with what fills the text; None if it can.

    `row` has the product's code beside.
    """
    pack, least, most = row["pack_quantity"], row["least"], row["most"]
    if quantity % pack:
        return "ordering.no_whole_packs", {"code": row["code"], "pack": plain(pack)}
    if quantity < least:
        return "ordering.below_least", {"code": row["code"], "least": plain(least)}
    if most is not None and quantity > most:
        return "ordering.above_most", {"code": row["code"], "most": plain(most)}
    return None


def refuse(faults: Sequence[FieldError]) -> None:
    """Raise Invalid for the faults, if there are any, in the words of the first."""
    if faults:
        params: dict[str, Any] = faults[0].params
        raise Invalid(faults[0].message_key, errors=list(faults), **params)
