"""What tills send: receipts as JSON by their systems, with a token."""

from litestar import Router
from litestar.params import JSONBody

from storewalk.core.http import command
from storewalk.core.tx import Tx
from storewalk.sales import api as sales
from storewalk.sales.api import IngestOut, SalesFeed


@command("/sales", operation_id="ingestSales", permission=sales.INGEST)
async def ingest_sales(tx: Tx, data: JSONBody[SalesFeed]) -> IngestOut:
    """Take receipts in: new ones are booked once, known ones counted, and what cannot be booked yet is kept."""
    return await sales.ingest(tx, data.receipts)


ROUTER = Router("/api/pos", route_handlers=[ingest_sales])
