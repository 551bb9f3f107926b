"""The health of stores over HTTP."""

from typing import Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery

from storewalk.analytics.health.outputs import HealthList, StoreHealth
from storewalk.analytics.health.read import read_health, read_store_health
from storewalk.analytics.permissions import SCORES_READ
from storewalk.core.http import query
from storewalk.core.tx import ReadTx


@query("/store-health", operation_id="listStoreHealth", permission=SCORES_READ)
async def list_health(tx: ReadTx, place: FromQuery[UUID | None] = None) -> HealthList:
    """Return the health of the stores in the reader's scope, the worst first."""
    return await read_health(tx, place)


@query("/store-health/{store_id:uuid}", operation_id="getStoreHealth", permission=SCORES_READ)
async def get_health(tx: ReadTx, store_id: FromPath[UUID]) -> StoreHealth:
    """Return one store's health with what it is made of."""
    return await read_store_health(tx, store_id)


HEALTH_ROUTER: Final = Router("/api", route_handlers=[list_health, get_health])
