"""What tills send: receipts as JSON by their systems, with a token, or files that people drop."""

from litestar import Router
from litestar.datastructures import State
from litestar.params import JSONBody

from storewalk.core.http import command
from storewalk.core.platform import Platform
from storewalk.core.tx import Tx
from storewalk.integrations.sales_file import take_sales
from storewalk.integrations.schemas import SalesFileOut, SheetFile
from storewalk.sales import api as sales
from storewalk.sales.api import IngestOut, SalesFeed


@command("/sales", operation_id="ingestSales", permission=sales.INGEST)
async def ingest_sales(tx: Tx, data: JSONBody[SalesFeed]) -> IngestOut:
    """Take receipts in: new ones are booked once, known ones counted, and what cannot be booked yet is kept."""
    return await sales.ingest(tx, data.receipts)


@command("/sales/file", operation_id="importSales", permission=sales.INGEST)
async def import_sales(tx: Tx, state: State, data: JSONBody[SheetFile]) -> SalesFileOut:
    """Take a file of sales in, or try it with `dryRun`."""
    platform: Platform = state["platform"]
    return await take_sales(tx, data, platform.catalog)


ROUTER = Router("/api/pos", route_handlers=[ingest_sales, import_sales])
