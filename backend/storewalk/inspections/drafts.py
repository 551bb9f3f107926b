"""What is wrong with a checklist before it is published, by field; a pure function."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from storewalk.core.errors import FieldError
from storewalk.core.schemas import Words
from storewalk.inspections.kinds import AnswerType, NoteRule, PersonOutcome, PhotoRule
from storewalk.inspections.schemas.templates import CheckpointDraft, Condition, TemplateDraft

DECIMALS = 3
MOST = 999_999_999


def faults(draft: TemplateDraft) -> list[FieldError]:
    """Return every fault of a draft in reading order; an empty list means it can be published."""
    found = [*_blank("name", draft.name), *_cap(draft.critical_cap)]
    earlier: dict[str, CheckpointDraft] = {}
    for s, section in enumerate(draft.sections):
        found += _blank(f"sections[{s}].title", section.title)
        for c, checkpoint in enumerate(section.checkpoints):
            path = f"sections[{s}].checkpoints[{c}]"
            if checkpoint.key in earlier:
                found.append(FieldError(f"{path}.key", "inspections.draft_key_twice", {"key": checkpoint.key}))
            found += _checkpoint(path, checkpoint)
            if checkpoint.condition is not None:
                found += _condition(f"{path}.condition", checkpoint.condition, earlier)
            if checkpoint.key:
                earlier.setdefault(checkpoint.key, checkpoint)
    return found


def storable(number: Decimal) -> bool:
    """Tell whether a number is kept as entered: finite, below a thousand million, at most three decimals."""
    return number.is_finite() and abs(number) <= MOST and number == round(number, DECIMALS)


def _cap(cap: Decimal) -> Iterator[FieldError]:
    if not cap.is_finite() or not 0 <= cap <= 100 or cap != round(cap, 2):  # noqa: PLR2004 - points of a hundred
        yield FieldError("criticalCap", "inspections.draft_cap")


def _checkpoint(path: str, checkpoint: CheckpointDraft) -> Iterator[FieldError]:
    yield from _blank(f"{path}.title", checkpoint.title)
    yield from _blank(f"{path}.criterion", checkpoint.criterion)
    yield from _shelf(path, checkpoint)
    yield from _numbers(path, checkpoint)
    yield from _choices(path, checkpoint)
    if checkpoint.answer_type is AnswerType.PHOTO and checkpoint.photo_rule is not PhotoRule.ALWAYS:
        yield FieldError(f"{path}.photoRule", "inspections.draft_photo_rule")
    if checkpoint.live and checkpoint.photo_rule is PhotoRule.NONE:
        yield FieldError(f"{path}.live", "inspections.draft_live")
    if checkpoint.min_photos > 1 and checkpoint.photo_rule is PhotoRule.NONE:
        yield FieldError(f"{path}.minPhotos", "inspections.draft_min_photos")
    if checkpoint.answer_type is AnswerType.TEXT and checkpoint.note_rule is not NoteRule.NONE:
        yield FieldError(f"{path}.noteRule", "inspections.draft_note_of_text")
    for name, words in (("hint", checkpoint.hint), ("reference", checkpoint.reference)):
        if words is not None:
            yield from _blank(f"{path}.{name}", words)


def _shelf(path: str, checkpoint: CheckpointDraft) -> Iterator[FieldError]:
    if checkpoint.shelf and checkpoint.answer_type is not AnswerType.PHOTO:
        yield FieldError(f"{path}.answerType", "inspections.draft_shelf_is_photo")
    share = checkpoint.min_availability
    if checkpoint.shelf and (share is None or not 0 < share <= 1):
        yield FieldError(f"{path}.minAvailability", "inspections.draft_min_availability")
    if not checkpoint.shelf and share is not None:
        yield FieldError(f"{path}.minAvailability", "inspections.draft_only_shelf")


def _numbers(path: str, checkpoint: CheckpointDraft) -> Iterator[FieldError]:
    limits = {"numberMin": checkpoint.number_min, "numberMax": checkpoint.number_max}
    if checkpoint.answer_type is not AnswerType.NUMBER:
        for name, value in {**limits, "unit": checkpoint.unit}.items():
            if value is not None:
                yield FieldError(f"{path}.{name}", "inspections.draft_only_number")
        return
    for name, limit in limits.items():
        if limit is not None and not storable(limit):
            yield FieldError(f"{path}.{name}", "inspections.number_unfit")
    low, high = limits.values()
    if low is not None and high is not None and low > high:
        yield FieldError(f"{path}.numberMax", "inspections.draft_limits")


def _choices(path: str, checkpoint: CheckpointDraft) -> Iterator[FieldError]:
    if checkpoint.answer_type is not AnswerType.CHOICE:
        if checkpoint.choices:
            yield FieldError(f"{path}.choices", "inspections.draft_only_choice")
        return
    codes = [choice.code for choice in checkpoint.choices]
    if len(codes) < 2:  # noqa: PLR2004 - a choice is between two
        yield FieldError(f"{path}.choices", "inspections.draft_two_choices")
    if codes and not any(choice.passes for choice in checkpoint.choices):
        yield FieldError(f"{path}.choices", "inspections.draft_choice_passes")
    for i, code in enumerate(codes):
        if code in codes[:i]:
            yield FieldError(f"{path}.choices[{i}].code", "inspections.draft_code_twice", {"code": code})
    for i, choice in enumerate(checkpoint.choices):
        yield from _blank(f"{path}.choices[{i}].label", choice.label)


def _condition(path: str, condition: Condition, earlier: Mapping[str, CheckpointDraft]) -> Iterator[FieldError]:
    """A condition names a question asked before it, so that conditions cannot go round in a circle."""
    asked = earlier.get(condition.key)
    if asked is None:
        yield FieldError(f"{path}.key", "inspections.draft_condition_key", {"key": condition.key})
        return
    if asked.answer_type is AnswerType.TEXT:
        yield FieldError(f"{path}.key", "inspections.draft_condition_text", {"key": condition.key})
        return
    if not condition.outcomes and not condition.choices:
        yield FieldError(f"{path}.outcomes", "inspections.draft_condition_empty")
    if set(condition.outcomes) == set(PersonOutcome):
        yield FieldError(f"{path}.outcomes", "inspections.draft_condition_all")
    if condition.choices and asked.answer_type is not AnswerType.CHOICE:
        yield FieldError(f"{path}.choices", "inspections.draft_condition_no_choice", {"key": condition.key})
        return
    known = {choice.code for choice in asked.choices}
    for i, code in enumerate(condition.choices):
        if code not in known:
            named: dict[str, object] = {"code": code, "key": condition.key}
            yield FieldError(f"{path}.choices[{i}]", "inspections.draft_condition_choice", named)


def _blank(path: str, words: Words) -> Iterator[FieldError]:
    for locale in ("zh", "en"):
        if not words.in_locale(locale).strip():
            yield FieldError(f"{path}.{locale}", "inspections.draft_blank")
