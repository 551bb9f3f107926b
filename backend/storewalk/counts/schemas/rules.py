"""The rules of counting on the wire: when to recount, who approves how much, how stores take turns."""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta

from storewalk.core.schemas import Input, Output


class SetCountRule(Input):
    """When to recount (0 turns a limit off) and how much value one approver may decide on, in cents."""

    recount_quantity: Decimal
    recount_cents: Annotated[int, Meta(ge=0, le=10**12)]
    recount_percent: Annotated[int, Meta(ge=0, le=1000)]
    approval_cents: Annotated[int, Meta(ge=0, le=10**12)]


class RuleOut(Output):
    """The rule in force."""

    recount_quantity: str
    recount_cents: int
    recount_percent: int
    approval_cents: int


class SetCycleRule(Input):
    """How stores count in turns; `every_days` 0 means not at all. A, B and C are ranks by turnover at cost."""

    every_days: Annotated[int, Meta(ge=0, le=90)]
    products: Annotated[int, Meta(ge=1, le=500)]
    a_days: Annotated[int, Meta(ge=1, le=730)]
    b_days: Annotated[int, Meta(ge=1, le=730)]
    c_days: Annotated[int, Meta(ge=1, le=730)]


class CycleRuleOut(Output):
    """The rule of cycle counts in force."""

    every_days: int
    products: int
    a_days: int
    b_days: int
    c_days: int
