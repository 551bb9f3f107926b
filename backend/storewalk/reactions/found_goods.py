"""A count that found goods may have found what tills have sold: their waiting lines are tried again."""

from storewalk.core.tx import Tx
from storewalk.counts.events import CountApproved
from storewalk.sales.api import try_again


async def try_waiting_sales(tx: Tx, event: CountApproved) -> None:
    """Try the store's lines if anything was found. Safe to run twice: a line is booked once."""
    if any(each.quantity > 0 for each in event.adjusted):
        await try_again(tx, event.store_id)
