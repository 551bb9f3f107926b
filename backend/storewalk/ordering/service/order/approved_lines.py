"""An approver's own quantities: of products that are in the order, by the same rules as the store's."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from storewalk.core.errors import FieldError, Invalid
from storewalk.core.tx import Tx
from storewalk.ordering.events import LineChange
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.queries.order_fill import look
from storewalk.ordering.service.order.lines import keep_lines, refuse


async def change_approved(tx: Tx, order: StoreOrder, wanted: Sequence[tuple[UUID, Decimal]]) -> list[LineChange]:
    """Set quantities of a locked order's lines, each with the store's reason; return what changed.

    Raises Invalid naming the lines, or where nothing would be left.
    """
    rows = await look(tx, order, [product_id for product_id, _ in wanted])
    refuse(
        [
            FieldError(f"lines.{number}.productId", "ordering.line_not_in_order", {"code": row["code"] or ""})
            for number, row in enumerate(rows)
            if not row["there"]
        ]
    )
    lines = [(product_id, quantity, row["reason"]) for (product_id, quantity), row in zip(wanted, rows, strict=True)]
    changes = await keep_lines(tx, order, lines)
    if not order.line_count:
        raise Invalid("ordering.nothing_ordered", field="lines")
    return changes
