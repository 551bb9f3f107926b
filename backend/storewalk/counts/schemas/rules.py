"""The rules of counting on the wire: when to recount, who approves how much, how stores take turns."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output


class Limits(Input):
    """What a variance must reach to be counted again, in units, cents or per cent of the book; 0 turns a limit off."""

    recount_quantity: Decimal
    recount_cents: Annotated[int, Meta(ge=0, le=10**12)]
    recount_percent: Annotated[int, Meta(ge=0, le=1000)]


class CategoryLimits(Limits):
    """Limits of a category and of those below it that have none of their own."""

    category_id: UUID


class SetCountRule(Limits):
    """When to recount, and how much value one approver may decide on, in cents.

    `categories` are all that have limits of their own from now on.
    """

    approval_cents: Annotated[int, Meta(ge=0, le=10**12)]
    categories: Annotated[list[CategoryLimits], Meta(max_length=200)] = field(default_factory=list[CategoryLimits])


class CategoryLimitsOut(Output):
    """The limits of a category."""

    category_id: UUID
    recount_quantity: str
    recount_cents: int
    recount_percent: int


class RuleOut(Output):
    """The rule in force."""

    recount_quantity: str
    recount_cents: int
    recount_percent: int
    approval_cents: int
    categories: list[CategoryLimitsOut]


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
