"""Scores of stores on the wire. What figures mean is said in `analytics.scores`; nothing measured is null."""

from datetime import date, datetime
from uuid import UUID

from storewalk.core.schemas import Output, Words


class Rank(Output):
    """A place among `of` stores that have a mean; `place` is null where the store has none."""

    place: int | None
    of: int


class FaultCounts(Output):
    """Failed checkpoints, those that had failed before within so many days, and critical ones."""

    fails: int
    repeats30: int
    repeats90: int
    critical: int


class StoreScore(Output):
    """How a store did in the period."""

    id: UUID
    name: str
    region_name: str
    visits: int
    mean: float | None
    last_score: float | None
    last_day: date | None
    capped: int
    in_region: Rank
    in_chain: Rank
    faults: FaultCounts


class StoreRanking(Output):
    """The stores, the best first and those without a score last."""

    first: date
    last: date
    stores: list[StoreScore]


class ScoredVisit(Output):
    """A visit of the trend; `capped_by` is the critical checkpoint that lowered it."""

    id: UUID
    day: date
    submitted_at: datetime
    template_name: Words
    inspector_name: str | None
    score: float | None
    capped_by: Words | None


class SectionPoint(Output):
    """The points of a section in a visit."""

    inspection_id: UUID
    day: date
    score: float


class SectionTrend(Output):
    """A section of a checklist, joined over its versions by its title."""

    title: Words
    template_name: Words
    points: list[SectionPoint]


class Fault(Output):
    """A failed checkpoint; `before` is when it had failed last, if that is no more than 90 days ago."""

    answer_id: UUID
    inspection_id: UUID
    day: date
    checkpoint_key: str
    title: Words
    critical: bool
    before: date | None
    repeat30: bool


class StoreScores(Output):
    """One store: its figures, its visits from the earliest on, its sections, and the faults behind the counts."""

    first: date
    last: date
    store: StoreScore
    visits: list[ScoredVisit]
    sections: list[SectionTrend]
    faults: list[Fault]
