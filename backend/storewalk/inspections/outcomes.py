"""What an answer comes to: the person's words, the limits of the checkpoint and what the photographs show.

Pure functions. A photograph that is awaited, unsure, failed or refused never becomes a pass: the answer stays
pending, and `needs_person` says that waiting longer will not settle it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from storewalk.core.errors import Invalid
from storewalk.inspections.kinds import AnswerType, ModelOutcome, Outcome, PersonOutcome, PhotoState

_LOST = (PhotoState.FAILED, PhotoState.REFUSED, PhotoState.UNSURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The part of a checkpoint that decides; availability is a share from 0 to 1, limits are inclusive."""

    answer_type: AnswerType
    shelf: bool = False
    min_availability: float | None = None
    number_min: Decimal | None = None
    number_max: Decimal | None = None
    choices: Mapping[str, bool] = field(default_factory=dict[str, bool])


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the person put into the answer."""

    outcome: PersonOutcome | None = None
    number: Decimal | None = None
    choice: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """What is known of one photograph of the answer; one that is not `live` where it must be is refused."""

    state: PhotoState
    live: bool = True
    availability: float | None = None
    gaps: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome of an answer, with what the model alone would say and what it measured."""

    outcome: Outcome
    model_outcome: ModelOutcome | None = None
    needs_person: bool = False
    state: PhotoState | None = None
    availability: float | None = None
    gaps: int | None = None


def person_outcome(rule: Rule, said: Said) -> PersonOutcome | None:
    """What the person's words decide by themselves; None leaves the outcome to the photographs.

    Raises:
        Invalid: nothing was said where something must be, the choice is unknown, or the outcome contradicts the
            number or choice given with it.
    """
    _only_own_value(rule, said)
    if said.outcome is PersonOutcome.NOT_APPLICABLE:
        return PersonOutcome.NOT_APPLICABLE
    match rule.answer_type:
        case AnswerType.PHOTO:
            return said.outcome
        case AnswerType.PASSFAIL:
            if said.outcome is None:
                raise Invalid("inspections.outcome_missing", field="outcome")
            return said.outcome
        case AnswerType.NUMBER:
            return _agreed(_within_limits(rule, said), said)
        case AnswerType.CHOICE:
            return _agreed(_chosen(rule, said), said)
        case AnswerType.TEXT:
            if not (said.text or "").strip():
                raise Invalid("inspections.text_missing", field="text")
            return said.outcome or PersonOutcome.PASS


def verdict(rule: Rule, person: PersonOutcome | None, shots: Sequence[Shot]) -> Verdict:
    """Join the person's outcome with the photographs; the person's word wins and the model's is kept beside it."""
    if rule.answer_type is not AnswerType.PHOTO:
        return Verdict(outcome=Outcome(person) if person else Outcome.PENDING)
    model = _shelf(rule, shots) if rule.shelf else _evidence(shots)
    if person is None:
        return model
    return Verdict(
        outcome=Outcome(person),
        model_outcome=model.model_outcome,
        state=model.state,
        availability=model.availability,
        gaps=model.gaps,
    )


def _shelf(rule: Rule, shots: Sequence[Shot]) -> Verdict:
    """The worst photograph decides: lowest availability, all gaps together."""
    lost = [shot.state for shot in shots if shot.state in _LOST]
    if lost:
        return Verdict(outcome=Outcome.PENDING, needs_person=True, state=min(lost))
    measured = [(shot.availability, shot.gaps or 0) for shot in shots if shot.state is PhotoState.READ]
    shares = [share for share, _ in measured if share is not None]
    if not shots or len(shares) < len(shots) or rule.min_availability is None:
        return Verdict(outcome=Outcome.PENDING, state=PhotoState.AWAITING if shots else None)
    availability = min(shares)
    measured_outcome = ModelOutcome.PASS if availability >= rule.min_availability else ModelOutcome.FAIL
    return Verdict(
        outcome=Outcome(measured_outcome),
        model_outcome=measured_outcome,
        state=PhotoState.READ,
        availability=availability,
        gaps=sum(gaps for _, gaps in measured),
    )


def _evidence(shots: Sequence[Shot]) -> Verdict:
    """A photograph that was asked for is the answer: it passes once the server holds it."""
    if any(shot.state is PhotoState.REFUSED for shot in shots):
        return Verdict(outcome=Outcome.PENDING, needs_person=True)
    arrived = bool(shots) and all(shot.state is not PhotoState.AWAITING for shot in shots)
    return Verdict(outcome=Outcome.PASS if arrived else Outcome.PENDING)


def _within_limits(rule: Rule, said: Said) -> PersonOutcome | None:
    if said.number is None:
        raise Invalid("inspections.number_missing", field="number")
    if rule.number_min is None and rule.number_max is None:
        return None
    low_enough = rule.number_max is None or said.number <= rule.number_max
    high_enough = rule.number_min is None or said.number >= rule.number_min
    return PersonOutcome.PASS if low_enough and high_enough else PersonOutcome.FAIL


def _chosen(rule: Rule, said: Said) -> PersonOutcome:
    if said.choice is None:
        raise Invalid("inspections.choice_missing", field="choice")
    if said.choice not in rule.choices:
        raise Invalid("inspections.choice_unknown", field="choice", choice=said.choice)
    return PersonOutcome.PASS if rule.choices[said.choice] else PersonOutcome.FAIL


def _agreed(decided: PersonOutcome | None, said: Said) -> PersonOutcome:
    """The limits decide; a person may not say otherwise, only `notApplicable`."""
    if decided is None:
        return said.outcome or PersonOutcome.PASS
    if said.outcome not in (None, decided):
        raise Invalid("inspections.outcome_contradicts", field="outcome")
    return decided


def _only_own_value(rule: Rule, said: Said) -> None:
    foreign = (
        ("number", said.number is not None and rule.answer_type is not AnswerType.NUMBER),
        ("choice", said.choice is not None and rule.answer_type is not AnswerType.CHOICE),
        ("text", said.text is not None and rule.answer_type is not AnswerType.TEXT),
    )
    for name, wrong in foreign:
        if wrong:
            raise Invalid("inspections.value_of_other_type", field=name, type=rule.answer_type)
