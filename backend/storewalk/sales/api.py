"""What other rooms may use of sales: receipts, a new try for those that wait for stock, and what was paid."""

from storewalk.sales.jobs import try_again
from storewalk.sales.permissions import INGEST
from storewalk.sales.queries.paid import paid_on
from storewalk.sales.queries.taken import taken_on
from storewalk.sales.schemas import MAX_LINES, IngestOut, ReceiptConflict, SalesFeed, SoldLine, SoldReceipt
from storewalk.sales.service.examine import Examined, examine
from storewalk.sales.service.ingest import ingest

__all__ = [
    "INGEST",
    "MAX_LINES",
    "Examined",
    "IngestOut",
    "ReceiptConflict",
    "SalesFeed",
    "SoldLine",
    "SoldReceipt",
    "examine",
    "ingest",
    "paid_on",
    "taken_on",
    "try_again",
]
