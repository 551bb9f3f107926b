"""What an order's lines come to is kept with it, for lists and budgets."""

from storewalk.core.tx import Tx
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.queries.order_lines import totals_of


async def set_totals(tx: Tx, order: StoreOrder) -> None:
    """Add up the lines of a locked order."""
    totals = await totals_of(tx, order.id)
    order.total_cents, order.line_count, order.changed_count = totals.cents, totals.lines, totals.changed
