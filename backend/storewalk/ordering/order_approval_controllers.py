"""Approvals of many orders at once, and the rules behind them, over HTTP."""

from typing import Final

from litestar import Router
from litestar.params import JSONBody

from storewalk.core.http import command, query
from storewalk.core.tx import ReadTx, Tx
from storewalk.ordering.order_rule_schemas import ApprovalRulesOut, SetApprovalRules
from storewalk.ordering.order_schemas import DecideOrders, OrdersDecided
from storewalk.ordering.permissions import APPROVE_ORDER, READ_ORDERS, SET_ORDER_RULES
from storewalk.ordering.queries.order_rules import approval_rules
from storewalk.ordering.service.order.decide_many import decide_many
from storewalk.ordering.service.order.set_rules import set_rules


@command("/", operation_id="decideOrders", permission=APPROVE_ORDER)
async def decide_orders(tx: Tx, data: JSONBody[DecideOrders]) -> OrdersDecided:
    """Take the same decision on many orders."""
    return await decide_many(tx, data)


@query("/rules", operation_id="getOrderApprovalRules", permission=READ_ORDERS)
async def get_rules(tx: ReadTx) -> ApprovalRulesOut:
    """Return how orders are approved."""
    return await approval_rules(tx)


@command("/rules", operation_id="setOrderApprovalRules", permission=SET_ORDER_RULES, method="PUT")
async def put_rules(tx: Tx, data: JSONBody[SetApprovalRules]) -> ApprovalRulesOut:
    """Change how orders are approved."""
    await set_rules(tx, data)
    return await approval_rules(tx)


ORDER_APPROVAL_ROUTER: Final = Router("/api/order-approvals", route_handlers=[decide_orders, get_rules, put_rules])
