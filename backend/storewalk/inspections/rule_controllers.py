"""What an organization says of its visits, over HTTP."""

from typing import Final

from litestar import Router
from litestar.params import JSONBody

from storewalk.core.http import command, query
from storewalk.core.tx import ReadTx, Tx
from storewalk.inspections.permissions import READ, SET_RULE
from storewalk.inspections.queries.rule import read_rule
from storewalk.inspections.schemas.check_ins import InspectionRuleOut, SetInspectionRule
from storewalk.inspections.service.rule import set_rule


@query("/inspection-rule", operation_id="getInspectionRule", permission=READ)
async def get_rule(tx: ReadTx) -> InspectionRuleOut:
    """Return how many visits fill a day of one person, and how near is at the store."""
    return await read_rule(tx)


@command("/inspection-rule", operation_id="setInspectionRule", permission=SET_RULE, method="PUT")
async def put_rule(tx: Tx, data: JSONBody[SetInspectionRule]) -> InspectionRuleOut:
    """Change them."""
    await set_rule(tx, data)
    return await read_rule(tx)


RULE_ROUTER: Final = Router("/api", route_handlers=[get_rule, put_rule])
