"""The formula of a visit's score, by hand and by property."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storewalk.inspections.kinds import Outcome
from storewalk.inspections.scoring import Mark, MarkedSection, score

CAP = Decimal(60)
PASS, FAIL, NA, PENDING = Outcome.PASS, Outcome.FAIL, Outcome.NOT_APPLICABLE, Outcome.PENDING


def section(*marks: Mark, weight: int = 1) -> MarkedSection:
    return MarkedSection(section_id=uuid4(), weight=weight, marks=marks)


def mark(outcome: Outcome | None, weight: int = 1, *, critical: bool = False) -> Mark:
    return Mark(checkpoint_id=uuid4(), weight=weight, critical=critical, outcome=outcome)


def total(*sections: MarkedSection, cap: Decimal = CAP) -> Decimal | None:
    return score(sections, cap).total


def test_checkpoints_weigh_within_their_section_and_sections_within_the_visit() -> None:
    shelf = section(mark(PASS, 3), mark(FAIL, 1), weight=40)  # 75
    safety = section(mark(PASS, 2), mark(PASS, 2), weight=60)  # 100
    result = score([shelf, safety], CAP)
    assert result.total == Decimal("90.00")
    assert result.sections == {shelf.section_id: Decimal("75.00"), safety.section_id: Decimal("100.00")}
    assert result.capped_by is None


def test_a_section_of_many_checkpoints_weighs_no_more_than_its_weight() -> None:
    assert total(section(*[mark(PASS)] * 9), section(mark(FAIL))) == Decimal("50.00")


def test_not_applicable_and_unanswered_leave_the_denominator() -> None:
    assert total(section(mark(PASS), mark(NA, 50), mark(None, 50), mark(FAIL))) == Decimal("50.00")


def test_a_section_where_nothing_applies_has_no_score_and_no_weight() -> None:
    empty, full = section(mark(NA), mark(NA), weight=99), section(mark(PASS), mark(FAIL), weight=1)
    result = score([empty, full], CAP)
    assert result.total == Decimal("50.00")
    assert result.sections[empty.section_id] is None


def test_a_visit_where_nothing_applies_has_no_score() -> None:
    result = score([section(mark(NA)), section(mark(None))], CAP)
    assert result.total is None
    assert result.capped_by is None


def test_a_failed_critical_checkpoint_caps_the_score_and_is_named() -> None:
    bad = mark(FAIL, 1, critical=True)
    result = score([section(mark(PASS, 9), bad)], CAP)
    assert result.total == Decimal("60.00")
    assert result.capped_by == bad.checkpoint_id


def test_the_first_failed_critical_checkpoint_in_reading_order_is_named() -> None:
    first, second = mark(FAIL, critical=True), mark(FAIL, critical=True)
    result = score([section(mark(PASS, 20), first), section(second, mark(PASS, 20))], CAP)
    assert result.capped_by == first.checkpoint_id


def test_a_score_below_the_cap_stays_and_nothing_is_named() -> None:
    result = score([section(mark(FAIL, critical=True), mark(FAIL), mark(PASS))], CAP)
    assert result.total == Decimal("33.33")
    assert result.capped_by is None


def test_a_critical_checkpoint_without_weight_still_caps() -> None:
    assert total(section(mark(PASS), mark(FAIL, 0, critical=True))) == CAP


def test_a_critical_checkpoint_that_does_not_apply_caps_nothing() -> None:
    assert total(section(mark(PASS), mark(NA, critical=True))) == Decimal("100.00")


def test_two_decimals_are_rounded_half_up_once_from_the_exact_fraction() -> None:
    assert total(section(mark(PASS, 2), mark(FAIL, 1))) == Decimal("66.67")
    # 1/800 = 0.125 % of the points: half even would give 0.12.
    assert total(section(mark(PASS, 1), *[mark(FAIL, 47)] * 17)) == Decimal("0.13")
    # Two sections of 33.333… are 33.33, not the mean of their rounded scores carried further.
    thirds = [section(mark(PASS), mark(FAIL, 2)) for _ in range(2)]
    assert total(*thirds, section(mark(PASS, 1), mark(FAIL, 1))) == Decimal("38.89")


def test_a_pending_outcome_cannot_be_scored() -> None:
    with pytest.raises(ValueError, match="pending"):
        score([section(mark(PASS), mark(PENDING))], CAP)


MARKS = st.builds(
    Mark,
    checkpoint_id=st.uuids(),
    weight=st.integers(0, 100),
    critical=st.booleans(),
    outcome=st.sampled_from([PASS, FAIL, NA, None]),
)
SECTIONS = st.lists(
    st.builds(
        MarkedSection,
        section_id=st.uuids(),
        weight=st.integers(1, 100),
        marks=st.lists(MARKS, min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda part: part.section_id,
)
CAPS = st.decimals(0, 100, places=2)


def changed(sections: Sequence[MarkedSection], checkpoint: UUID, outcome: Outcome) -> list[MarkedSection]:
    return [
        MarkedSection(
            section_id=part.section_id,
            weight=part.weight,
            marks=[
                Mark(
                    checkpoint_id=m.checkpoint_id,
                    weight=m.weight,
                    critical=m.critical,
                    outcome=outcome if m.checkpoint_id == checkpoint else m.outcome,
                )
                for m in part.marks
            ],
        )
        for part in sections
    ]


@given(SECTIONS, CAPS)
def test_every_score_lies_between_nothing_and_everything(sections: list[MarkedSection], cap: Decimal) -> None:
    result = score(sections, cap)
    for points in (result.total, *result.sections.values()):
        assert points is None or Decimal(0) <= points <= Decimal(100)
        assert points is None or points == points.quantize(Decimal("0.01"))


@given(SECTIONS, CAPS)
def test_a_failed_critical_checkpoint_never_scores_above_the_cap(sections: list[MarkedSection], cap: Decimal) -> None:
    result = score(sections, cap)
    failed = {m.checkpoint_id for part in sections for m in part.marks if m.critical and m.outcome is FAIL}
    if failed and result.total is not None:
        assert result.total <= cap
    assert result.capped_by is None or (result.capped_by in failed and result.total == cap)


@given(SECTIONS, CAPS, st.data())
def test_turning_a_fail_into_a_pass_never_lowers_the_score(
    sections: list[MarkedSection], cap: Decimal, data: st.DataObject
) -> None:
    failed = [m.checkpoint_id for part in sections for m in part.marks if m.outcome is FAIL]
    if not failed:
        return
    better = score(changed(sections, data.draw(st.sampled_from(failed)), PASS), cap).total
    before = score(sections, cap).total
    assert better is None if before is None else better is not None and better >= before


@given(SECTIONS, CAPS)
def test_what_does_not_apply_could_as_well_not_be_asked(sections: list[MarkedSection], cap: Decimal) -> None:
    asked = [
        MarkedSection(
            section_id=part.section_id, weight=part.weight, marks=[m for m in part.marks if m.outcome in (PASS, FAIL)]
        )
        for part in sections
    ]
    assert score(asked, cap) == score(sections, cap)


@given(SECTIONS, CAPS)
def test_the_score_is_the_formula_within_half_a_hundredth(sections: list[MarkedSection], cap: Decimal) -> None:
    result = score(sections, cap)
    shares: list[tuple[int, Fraction]] = []
    for part in sections:
        counted = [m for m in part.marks if m.outcome in (PASS, FAIL)]
        weight = sum(m.weight for m in counted)
        if weight:
            shares.append((part.weight, Fraction(sum(m.weight for m in counted if m.outcome is PASS), weight)))
    if not shares:
        assert result.total is None
        return
    exact = 100 * sum((w * s for w, s in shares), Fraction(0)) / sum(w for w, _ in shares)
    if result.capped_by is None:
        assert result.total is not None
        assert abs(Fraction(result.total) - exact) <= Fraction(1, 200)
    else:
        assert exact > Fraction(cap)
