"""The delta sync over HTTP."""

from litestar import Router
from litestar.params import FromQuery

from storewalk.catalog.api import READ
from storewalk.core.access import SIGNED_IN
from storewalk.core.http import query
from storewalk.core.tx import ReadTx
from storewalk.sync import cursor, delta, products
from storewalk.sync.schemas import ProductChanges, SyncOut


@query("/", operation_id="sync", permission=SIGNED_IN)
async def sync(tx: ReadTx, since: FromQuery[str | None] = None, answers: FromQuery[bool] = False) -> SyncOut:
    """Return what changed for the signed-in person since the cursor of the last answer; everything without one.

    With `answers` a visit of which only answers changed is told by them: for a phone that lays them into what it keeps.
    """
    return await delta.gather(tx, cursor.decode(since), parts=answers)


@query("/products", operation_id="syncProducts", permission=READ)
async def sync_products(tx: ReadTx, since: FromQuery[str | None] = None) -> ProductChanges:
    """Return the products that changed since the cursor of the last answer, part by part; all of them without one."""
    return await products.changes(tx, since)


ROUTER = Router("/api/sync", route_handlers=[sync, sync_products])
