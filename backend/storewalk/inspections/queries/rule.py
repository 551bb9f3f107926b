"""What an organization says of its visits."""

from typing import Final

from sqlalchemy import select

from storewalk.core.tx import AnyTx
from storewalk.inspections.check_in import NEAR_M
from storewalk.inspections.models import InspectionRule
from storewalk.inspections.schemas.check_ins import InspectionRuleOut

VISITS_A_DAY: Final = 4
"""How many visits fill a day of one person, until an organization says otherwise.

Forty-five minutes each, as a route has them, and the ways between them.
"""


async def read_rule(tx: AnyTx) -> InspectionRuleOut:
    """Return what holds, said or by default."""
    said = select(InspectionRule.visits_a_day, InspectionRule.near_m).where(InspectionRule.org_id == tx.org_id)
    found = await tx.one_or_none(said, InspectionRuleOut)
    return found or InspectionRuleOut(visits_a_day=VISITS_A_DAY, near_m=NEAR_M)
