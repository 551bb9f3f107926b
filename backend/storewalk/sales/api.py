"""What other rooms may use of sales: hand receipts in, and have those that wait for stock tried again."""

from storewalk.sales.jobs import try_again
from storewalk.sales.permissions import INGEST
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
    "try_again",
]
