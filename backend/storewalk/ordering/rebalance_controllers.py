"""Transfers that are suggested, over HTTP."""

from typing import Annotated, Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.ordering.permissions import DECIDE_REBALANCE, READ_SUGGESTIONS, SET_ORDER_RULES
from storewalk.ordering.queries.rebalance_list import list_rebalances, read_rebalance, rebalance_rule
from storewalk.ordering.rebalance_models import RebalanceState
from storewalk.ordering.rebalance_schemas import (
    AcceptRebalances,
    RebalanceOut,
    RebalanceRuleOut,
    RebalancesAccepted,
    RefuseRebalance,
    SetRebalanceRule,
)
from storewalk.ordering.service.rebalance import decide, set_rule


@query("/", operation_id="listRebalances", permission=READ_SUGGESTIONS)
async def get_rebalances(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    states: Annotated[list[RebalanceState] | None, QueryParameter(name="state")] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[RebalanceOut]:
    """List transfers that are suggested from or to the reader's stores, the newest first."""
    return await list_rebalances(tx, store=store, state=states or (), limit=limit, cursor=cursor)


@query("/rule", operation_id="getRebalanceRule", permission=SET_ORDER_RULES)
async def get_rule(tx: ReadTx) -> RebalanceRuleOut:
    """Return when a transfer is suggested."""
    return await rebalance_rule(tx)


@command("/rule", operation_id="setRebalanceRule", permission=SET_ORDER_RULES, method="PUT")
async def put_rule(tx: Tx, data: JSONBody[SetRebalanceRule]) -> RebalanceRuleOut:
    """Say when a transfer is suggested."""
    await set_rule.set_rule(tx, data)
    return await rebalance_rule(tx)


@query("/{rebalance_id:uuid}", operation_id="getRebalance", permission=READ_SUGGESTIONS)
async def get_rebalance(tx: ReadTx, rebalance_id: FromPath[UUID]) -> RebalanceOut:
    """Return a transfer that is suggested."""
    return await read_rebalance(tx, rebalance_id)


@command("/{rebalance_id:uuid}/acceptance", operation_id="acceptRebalance", permission=DECIDE_REBALANCE)
async def accept_rebalance(tx: Tx, rebalance_id: FromPath[UUID]) -> RebalanceOut:
    """Ask for a transfer that is suggested."""
    await decide.accept(tx, rebalance_id)
    return await read_rebalance(tx, rebalance_id)


@command("/{rebalance_id:uuid}/refusal", operation_id="refuseRebalance", permission=DECIDE_REBALANCE)
async def refuse_rebalance(tx: Tx, rebalance_id: FromPath[UUID], data: JSONBody[RefuseRebalance]) -> RebalanceOut:
    """Say why its goods do not move."""
    await decide.refuse(tx, rebalance_id, data)
    return await read_rebalance(tx, rebalance_id)


@command("/acceptances", operation_id="acceptRebalances", permission=DECIDE_REBALANCE)
async def accept_rebalances(tx: Tx, data: JSONBody[AcceptRebalances]) -> RebalancesAccepted:
    """Ask for many transfers that are suggested."""
    return await decide.accept_many(tx, data)


REBALANCE_ROUTER: Final = Router(
    "/api/transfer-suggestions",
    route_handlers=[
        get_rebalances,
        get_rule,
        put_rule,
        get_rebalance,
        accept_rebalance,
        refuse_rebalance,
        accept_rebalances,
    ],
)
