"""The delta sync over HTTP."""

from litestar import Router
from litestar.params import FromQuery

from storewalk.core.access import SIGNED_IN
from storewalk.core.http import query
from storewalk.core.tx import ReadTx
from storewalk.sync import cursor, delta
from storewalk.sync.schemas import SyncOut


@query("/", operation_id="sync", permission=SIGNED_IN)
async def sync(tx: ReadTx, since: FromQuery[str | None] = None) -> SyncOut:
    """Return what changed for the signed-in person since the cursor of the last answer; everything without one."""
    return await delta.gather(tx, cursor.decode(since))


ROUTER = Router("/api/sync", route_handlers=[sync])
