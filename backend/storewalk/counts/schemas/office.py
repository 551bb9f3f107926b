"""What head office asks of counts beyond what their counters do: how far they are, many reviews at once, accuracy."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output
from storewalk.counts.models import CountKind, UncountedDecision, VarianceReason


class ReviewMany(Input):
    """The same reason, the same decision or both for many products; what is left out stays as it is."""

    product_ids: Annotated[list[UUID], Meta(min_length=1, max_length=5000)]
    reason: VarianceReason | None = None
    decision: UncountedDecision | None = None


class ManyReviewed(Output):
    """How many products it changed."""

    products: int


class CounterProgress(Output):
    """How far one person is in a zone in the current round: no quantities, so it tells nothing of the book."""

    zone_id: UUID
    counter_id: UUID
    counter_name: str
    lines: int
    products: int
    tags: int
    last_at: datetime


class Accuracy(Output):
    """How well what was counted agreed with the book, late facts allowed for.

    Of `products` that were counted, `exact` did not differ; `variance_cents` is the sum of all differences without
    their sign, `book_cents` what the book said was there, both at what a unit cost then. Of `recounts` so many
    (`confirmed`) found what the first count had found.
    """

    counts: int
    products: int
    exact: int
    variance_cents: int
    book_cents: int
    recounts: int
    confirmed: int


class StoreAccuracy(Output):
    """The accuracy of a store's book."""

    store_id: UUID
    store_name: str
    accuracy: Accuracy


class CounterAccuracy(Output):
    """The accuracy of what one person counted first; a product of several counters is each one's."""

    counter_id: UUID
    counter_name: str
    accuracy: Accuracy


class CountAccuracy(Output):
    """The accuracy of one count."""

    count_id: UUID
    title: str
    kind: CountKind
    store_id: UUID
    store_name: str
    approved_at: datetime
    accuracy: Accuracy


class AccuracyOut(Output):
    """Accuracy by store, by counter and by count, the least exact first, counts the newest first (at most 200)."""

    whole: Accuracy
    stores: list[StoreAccuracy]
    counters: list[CounterAccuracy]
    counts: list[CountAccuracy]
