"""What an answer comes to: the person's words, the limits, the photographs."""

from decimal import Decimal

import pytest

from storewalk.core.errors import Invalid
from storewalk.inspections.kinds import AnswerType, ModelOutcome, Outcome, PersonOutcome, PhotoState
from storewalk.inspections.outcomes import Rule, Said, Shot, Verdict, person_outcome, verdict

PASS, FAIL, NA = PersonOutcome.PASS, PersonOutcome.FAIL, PersonOutcome.NOT_APPLICABLE
PASSFAIL = Rule(answer_type=AnswerType.PASSFAIL)
CHILLER = Rule(answer_type=AnswerType.NUMBER, number_min=Decimal(0), number_max=Decimal(8))
COUNT = Rule(answer_type=AnswerType.NUMBER)
FLOOR = Rule(answer_type=AnswerType.CHOICE, choices={"clean": True, "fair": True, "dirty": False})
REMARKS = Rule(answer_type=AnswerType.TEXT)
ENTRANCE = Rule(answer_type=AnswerType.PHOTO)
COOLER = Rule(answer_type=AnswerType.PHOTO, shelf=True, min_availability=0.92)


def read(availability: float, gaps: int) -> Shot:
    return Shot(state=PhotoState.READ, availability=availability, gaps=gaps)


def in_state(state: PhotoState) -> Shot:
    return Shot(state=state)


def refusal(rule: Rule, said: Said) -> tuple[str, str | None]:
    with pytest.raises(Invalid) as caught:
        person_outcome(rule, said)
    return caught.value.message_key, caught.value.field


@pytest.mark.parametrize(
    ("number", "outcome"),
    [("0", PASS), ("8", PASS), ("8.001", FAIL), ("-0.001", FAIL), ("4.5", PASS), ("80", FAIL)],
)
def test_a_number_outside_its_inclusive_limits_fails(number: str, outcome: PersonOutcome) -> None:
    assert person_outcome(CHILLER, Said(number=Decimal(number))) is outcome


def test_a_person_cannot_pass_a_number_outside_its_limits() -> None:
    assert refusal(CHILLER, Said(number=Decimal(12), outcome=PASS)) == ("inspections.outcome_contradicts", "outcome")


def test_a_number_without_limits_passes_unless_the_person_says_otherwise() -> None:
    assert person_outcome(COUNT, Said(number=Decimal(3))) is PASS
    assert person_outcome(COUNT, Said(number=Decimal(3), outcome=FAIL)) is FAIL


def test_each_choice_passes_or_fails_by_itself() -> None:
    assert person_outcome(FLOOR, Said(choice="fair")) is PASS
    assert person_outcome(FLOOR, Said(choice="dirty")) is FAIL
    assert refusal(FLOOR, Said(choice="shiny")) == ("inspections.choice_unknown", "choice")


@pytest.mark.parametrize(
    ("rule", "field"), [(PASSFAIL, "outcome"), (CHILLER, "number"), (FLOOR, "choice"), (REMARKS, "text")]
)
def test_an_empty_answer_names_the_field_that_is_missing(rule: Rule, field: str) -> None:
    assert refusal(rule, Said())[1] == field


def test_blank_text_is_no_answer() -> None:
    assert refusal(REMARKS, Said(text="  \n")) == ("inspections.text_missing", "text")


def test_anything_may_be_not_applicable_without_a_value() -> None:
    for rule in (PASSFAIL, CHILLER, FLOOR, REMARKS, ENTRANCE, COOLER):
        assert person_outcome(rule, Said(outcome=NA)) is NA


def test_a_value_of_another_type_is_refused() -> None:
    assert refusal(PASSFAIL, Said(outcome=PASS, number=Decimal(1))) == ("inspections.value_of_other_type", "number")
    assert refusal(COOLER, Said(text="full")) == ("inspections.value_of_other_type", "text")


def test_a_person_cannot_say_pending() -> None:
    assert {str(outcome) for outcome in PersonOutcome} == {"pass", "fail", "notApplicable"}


def test_a_shelf_passes_at_exactly_the_least_availability_and_fails_below_it() -> None:
    assert verdict(COOLER, None, [read(46 / 50, 4)]) == Verdict(
        outcome=Outcome.PASS, model_outcome=ModelOutcome.PASS, state=PhotoState.READ, availability=0.92, gaps=4
    )
    below = verdict(COOLER, None, [read(45 / 49, 4)])
    assert (below.outcome, below.model_outcome) == (Outcome.FAIL, ModelOutcome.FAIL)


def test_the_worst_of_several_shelf_photographs_decides() -> None:
    found = verdict(COOLER, None, [read(1.0, 0), read(0.8, 6), read(0.95, 2)])
    assert (found.outcome, found.availability, found.gaps) == (Outcome.FAIL, 0.8, 8)


@pytest.mark.parametrize("state", [PhotoState.UNSURE, PhotoState.FAILED, PhotoState.REFUSED])
def test_a_shelf_photograph_that_says_nothing_never_passes_and_asks_a_person(state: PhotoState) -> None:
    for shots in ([in_state(state)], [read(1.0, 0), in_state(state)], [in_state(PhotoState.AWAITING), in_state(state)]):
        assert verdict(COOLER, None, shots) == Verdict(outcome=Outcome.PENDING, needs_person=True, state=state)


def test_a_shelf_waits_until_every_photograph_is_read() -> None:
    waiting = Verdict(outcome=Outcome.PENDING, state=PhotoState.AWAITING)
    assert verdict(COOLER, None, [read(1.0, 0), in_state(PhotoState.AWAITING)]) == waiting
    assert verdict(COOLER, None, []) == Verdict(outcome=Outcome.PENDING)


def test_a_reading_without_a_share_decides_nothing() -> None:
    assert verdict(COOLER, None, [Shot(state=PhotoState.READ)]).outcome is Outcome.PENDING


def test_the_person_overrules_the_model_and_both_are_kept() -> None:
    found = verdict(COOLER, PASS, [read(0.5, 10)])
    assert found == Verdict(
        outcome=Outcome.PASS, model_outcome=ModelOutcome.FAIL, state=PhotoState.READ, availability=0.5, gaps=10
    )


def test_the_persons_word_on_an_unsure_shelf_needs_nobody_else() -> None:
    found = verdict(COOLER, FAIL, [in_state(PhotoState.UNSURE)])
    assert (found.outcome, found.model_outcome, found.needs_person) == (Outcome.FAIL, None, False)


def test_an_evidence_photograph_passes_once_every_one_has_arrived() -> None:
    awaiting, ready = in_state(PhotoState.AWAITING), in_state(PhotoState.READY)
    assert verdict(ENTRANCE, None, []).outcome is Outcome.PENDING
    assert verdict(ENTRANCE, None, [ready, awaiting]).outcome is Outcome.PENDING
    assert verdict(ENTRANCE, None, [ready, ready]).outcome is Outcome.PASS
    assert verdict(ENTRANCE, FAIL, [awaiting]).outcome is Outcome.FAIL


def test_a_refused_evidence_photograph_asks_a_person() -> None:
    found = verdict(ENTRANCE, None, [in_state(PhotoState.READY), in_state(PhotoState.REFUSED)])
    assert (found.outcome, found.needs_person) == (Outcome.PENDING, True)


def test_photographs_beside_other_answers_decide_nothing() -> None:
    assert verdict(PASSFAIL, FAIL, [in_state(PhotoState.REFUSED)]) == Verdict(outcome=Outcome.FAIL)
