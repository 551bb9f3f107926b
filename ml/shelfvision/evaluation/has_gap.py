"""Whether a photo is rightly told to have a gap or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from shelfvision.evaluation.intervals import Span, mean_of_two, wilson

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shelfvision.evaluation.photos import Seen


class HasGap(Struct, frozen=True):
    """How often that is told rightly.

    ``sensitivity`` is the share of ``gappy`` photos in which a gap is seen, ``specificity`` the share of ``gapless``
    photos in which none is; ``balanced`` is their mean, which a model that always says "gap" holds at a half. Intervals
    are Wilson's, at 90 %.
    """

    gappy: int
    sensitivity: float
    sensitivity_span: Span
    gapless: int
    specificity: float
    specificity_span: Span
    balanced: float
    balanced_span: Span


def has_gap(seen: Iterable[Seen]) -> HasGap:
    """Compare what each reading says with what is true."""
    told = [(one.reading.gaps > 0, len(one.truth["gap"]) > 0) for one in seen]
    gappy = sum(true for _, true in told)
    gapless = len(told) - gappy
    found = sum(says and true for says, true in told)
    spared = sum(not says and not true for says, true in told)
    sensitivity, specificity = found / max(1, gappy), spared / max(1, gapless)
    return HasGap(
        gappy=gappy,
        sensitivity=round(sensitivity, 4),
        sensitivity_span=_rounded(wilson(found, gappy)),
        gapless=gapless,
        specificity=round(specificity, 4),
        specificity_span=_rounded(wilson(spared, gapless)),
        balanced=round((sensitivity + specificity) / 2, 4),
        balanced_span=mean_of_two((found, gappy), (spared, gapless)),
    )


def _rounded(span: Span) -> Span:
    return round(span[0], 4), round(span[1], 4)
