"""Lines that wait are tried again when their product or their stock may have come, and every night."""

from datetime import datetime
from uuid import UUID

from storewalk.catalog.events import ProductAdded, ProductChanged, ProductsImported
from storewalk.core.events import Subscriber
from storewalk.core.jobs import Job, JobContext, JobHandler, Schedule
from storewalk.core.schemas import Cursor
from storewalk.core.tx import Tx
from storewalk.sales.queries.waiting import Which
from storewalk.sales.service.retry import BEGINNING, retry
from storewalk.stock.events import StockReceived, TransferReceived


class RetryParked(Job, label="sales.retry_parked"):
    """Try waiting lines: those short of stock at a store, those that may be a product, or all."""

    store_id: UUID | None = None
    product_id: UUID | None = None
    after_at: datetime = BEGINNING.at
    after_id: UUID = BEGINNING.id


async def retry_parked(ctx: JobContext, job: RetryParked) -> None:
    """Try a thousand lines, and leave the rest to a job that commits with them. Safe to run twice: see `retry`."""
    async with ctx.tx() as tx:
        after = await retry(tx, Which(job.store_id, job.product_id), Cursor(job.after_at, job.after_id))
        if after is not None:
            rest = RetryParked(store_id=job.store_id, product_id=job.product_id, after_at=after.at, after_id=after.id)
            await tx.enqueue(rest)


async def on_product(tx: Tx, event: ProductAdded | ProductChanged) -> None:
    """Try the lines that may be the product. Safe to run twice: trying again books nothing twice."""
    await tx.enqueue(RetryParked(product_id=event.subject_id), dedupe=str(event.subject_id))


async def on_products(tx: Tx, event: ProductsImported) -> None:
    """Try all lines, since any product may have come. Safe to run twice, as `on_product`."""
    del event
    await tx.enqueue(RetryParked(), dedupe="all")


async def on_stock(tx: Tx, event: StockReceived | TransferReceived) -> None:
    """Try the lines of the store that were short. Safe to run twice, as `on_product`."""
    await try_again(tx, event.store_id)


async def try_again(tx: Tx, store_id: UUID | None) -> None:
    """Have the lines of a store tried that were short, once this transaction has committed."""
    await tx.enqueue(RetryParked(store_id=store_id), dedupe=str(store_id))


SUBSCRIBERS = (
    Subscriber(ProductAdded, "sales.product_added", on_product),
    Subscriber(ProductChanged, "sales.product_changed", on_product),
    Subscriber(ProductsImported, "sales.products_imported", on_products),
    Subscriber(StockReceived, "sales.stock_received", on_stock),
    Subscriber(TransferReceived, "sales.transfer_received", on_stock),
)
JOBS = (JobHandler(RetryParked, retry_parked),)
SCHEDULES = (Schedule("sales.retry_parked", "20 20 * * *", RetryParked()),)
