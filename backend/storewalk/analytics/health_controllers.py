"""The health of stores over HTTP."""

from typing import Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.analytics.health.outputs import HealthList, StoreHealth
from storewalk.analytics.health.read import read_health, read_store_health
from storewalk.analytics.health.rule import HealthRuleOut, SetHealthRule, read_rule, set_rule
from storewalk.analytics.permissions import SCORES_READ, SET_HEALTH_RULE
from storewalk.core.http import command, query
from storewalk.core.tx import ReadTx, Tx


@query("/store-health", operation_id="listStoreHealth", permission=SCORES_READ)
async def list_health(tx: ReadTx, place: FromQuery[UUID | None] = None) -> HealthList:
    """Return the health of the stores in the reader's scope, the worst first."""
    return await read_health(tx, place)


@query("/store-health/{store_id:uuid}", operation_id="getStoreHealth", permission=SCORES_READ)
async def get_health(tx: ReadTx, store_id: FromPath[UUID]) -> StoreHealth:
    """Return one store's health with what it is made of."""
    return await read_store_health(tx, store_id)


@query("/health-rule", operation_id="getHealthRule", permission=SCORES_READ)
async def get_rule(tx: ReadTx) -> HealthRuleOut:
    """Return what the dimensions of a store's health weigh."""
    return await read_rule(tx)


@command("/health-rule", operation_id="setHealthRule", permission=SET_HEALTH_RULE, method="PUT")
async def put_rule(tx: Tx, data: JSONBody[SetHealthRule]) -> HealthRuleOut:
    """Change it, for every store and for all who look."""
    await set_rule(tx, data)
    return await read_rule(tx)


HEALTH_ROUTER: Final = Router("/api", route_handlers=[list_health, get_health, get_rule, put_rule])
