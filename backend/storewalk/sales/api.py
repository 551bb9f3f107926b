"""What other rooms may use of sales: hand receipts in, or look what would become of them."""

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
]
