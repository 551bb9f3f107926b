"""Variances on the wire: the only place where what the book says appears, never before a submission."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output, Words
from storewalk.counts.models import UncountedDecision, VarianceReason

Note = Annotated[str, Meta(max_length=500)]


class ReviewVariance(Input):
    """Why a product differs, or what to do with it if nobody counted it."""

    reason: VarianceReason | None = None
    note: Note = ""
    decision: UncountedDecision | None = None


class NameProduct(Input):
    """The product that a code nobody knew stands for."""

    product_id: UUID


class SetAside(Input):
    """Why a code that nobody knew is no goods of the shop."""

    reason: Annotated[str, Meta(min_length=1, max_length=200)]


class VarianceOut(Output):
    """What a submitted count says of a product. Quantities are decimal texts in base units, values cents.

    `expected` is the book at the time of counting, by all that is known now and once approved as it was then; `moved`
    what has changed since then.
    `submitted_variance` is what it was when the count was submitted, `explained` what arrived after the approval.
    """

    product_id: UUID
    product_code: str
    product_name: Words
    unit: str
    category_name: Words
    counted: str | None
    expected: str | None
    variance: str
    value_cents: int
    submitted_variance: str
    moved: str
    between: str
    uncounted: bool
    recount: bool
    recounted: bool
    reason: VarianceReason | None
    note: str
    decision: UncountedDecision | None
    explained: str
    explained_cents: int


class Totals(Output):
    """What the variances of a count add up to, in cents; `open` still want a decision.

    Of `explained` products late facts have explained something since the approval, `explained_cents` in all.
    """

    products: int
    matched: int
    differing: int
    uncounted: int
    gain_cents: int
    loss_cents: int
    open: int
    explained: int
    explained_cents: int


class Variances(Output):
    """The variances of a count, the dearest first, and their totals over the whole count."""

    totals: Totals
    items: list[VarianceOut]
    next: str | None
