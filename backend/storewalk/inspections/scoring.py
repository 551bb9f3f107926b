"""The score of a visit, as a pure function.

Formula, all in exact fractions until the last line:

    section score  s = 100 × Σ(weight of passed checkpoints) ÷ Σ(weight of passed and failed checkpoints)
    visit score      = Σ(section weight × s) ÷ Σ(section weight), over the sections that have an s

Not applicable and unanswered checkpoints are in neither sum; a section without any counted weight has no score and
leaves the visit's denominator too. If a critical checkpoint failed, the visit scores at most the template version's
critical cap. Section and visit scores are rounded half up to two decimals, each from the unrounded fraction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from storewalk.core.money import round_half_up
from storewalk.inspections.kinds import Outcome

_COUNTED = (Outcome.PASS, Outcome.FAIL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One checkpoint with its outcome; None is an optional checkpoint that nobody answered."""

    checkpoint_id: UUID
    weight: int
    critical: bool
    outcome: Outcome | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSection:
    """One section with the marks of its checkpoints, in the order of the checklist."""

    section_id: UUID
    weight: int
    marks: Sequence[Mark]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Points from 0 to 100; None where nothing counted. `capped_by` names the checkpoint that lowered the total."""

    total: Decimal | None
    sections: dict[UUID, Decimal | None]
    capped_by: UUID | None


def score(sections: Sequence[MarkedSection], critical_cap: Decimal) -> Score:
    """Score a visit by the formula above.

    Raises:
        ValueError: an outcome is still pending; a visit is scored only when every outcome is known.
    """
    if any(mark.outcome is Outcome.PENDING for section in sections for mark in section.marks):
        msg = "a pending outcome cannot be scored"
        raise ValueError(msg)
    exact = {section.section_id: _section_points(section) for section in sections}
    weighed = [(section.weight, points) for section in sections if (points := exact[section.section_id]) is not None]
    weight = sum(section_weight for section_weight, _ in weighed)
    total = (
        sum((points * section_weight for section_weight, points in weighed), Fraction(0)) / weight if weight else None
    )
    cap = _first_failed_critical(sections)
    capped = cap is not None and total is not None and total > Fraction(critical_cap)
    return Score(
        total=round_half_up(critical_cap, 2) if capped else _rounded(total),
        sections={section_id: _rounded(points) for section_id, points in exact.items()},
        capped_by=cap if capped else None,
    )


def _section_points(section: MarkedSection) -> Fraction | None:
    counted = [mark for mark in section.marks if mark.outcome in _COUNTED]
    possible = sum(mark.weight for mark in counted)
    if not possible:
        return None
    return Fraction(100 * sum(mark.weight for mark in counted if mark.outcome is Outcome.PASS), possible)


def _first_failed_critical(sections: Sequence[MarkedSection]) -> UUID | None:
    failed = (
        mark.checkpoint_id
        for section in sections
        for mark in section.marks
        if mark.critical and mark.outcome is Outcome.FAIL
    )
    return next(failed, None)


def _rounded(points: Fraction | None) -> Decimal | None:
    return None if points is None else round_half_up(Decimal(points.numerator) / Decimal(points.denominator), 2)
