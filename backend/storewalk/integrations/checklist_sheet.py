"""The sheet of a checklist: a row for each checkpoint, in words that a store's people read."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Final

from msgspec import UNSET, Meta, convert

from storewalk.core.schemas import Words
from storewalk.inspections.api import (
    AnswerType,
    ChecklistLine,
    ChoiceDraft,
    Condition,
    Key,
    NoteRule,
    PersonOutcome,
    PhotoRule,
)
from storewalk.integrations.columns import Column, Layout, choice, shaped
from storewalk.integrations.store_sheet import FORMAT_WORDS
from storewalk.stores.api import StoreFormat

Text: Final = Annotated[str, Meta(min_length=1, max_length=500)]
Unit: Final = Annotated[str, Meta(min_length=1, max_length=20)]
BETWEEN: Final = re.compile(r"\s*[、,，;；]\s*")
LINES: Final = re.compile(r"\s*[\n;；]\s*")
LABEL_PARTS: Final = 3
TYPES: Final = {
    AnswerType.PASSFAIL: Words("通过或不通过", "pass or fail"),
    AnswerType.NUMBER: Words("数值", "number"),
    AnswerType.CHOICE: Words("选择", "choice"),
    AnswerType.TEXT: Words("文字", "text"),
    AnswerType.PHOTO: Words("拍照", "photo"),
}
PHOTO_RULES: Final = {
    PhotoRule.NONE: Words("不需要", "none"),
    PhotoRule.ON_FAIL: Words("不通过时", "on fail"),
    PhotoRule.ALWAYS: Words("每次", "always"),
}
NOTE_RULES: Final = {rule: PHOTO_RULES[PhotoRule(rule.value)] for rule in NoteRule}
OUTCOMES: Final = {
    PersonOutcome.PASS: Words("通过", "pass"),
    PersonOutcome.FAIL: Words("不通过", "fail"),
    PersonOutcome.NOT_APPLICABLE: Words("不适用", "not applicable"),
}
YES: Final = Words("是", "yes")
NO: Final = Words("否", "no")
ANSWERS: Final = {**dict.fromkeys(("是", "yes", "true", "1"), True), **dict.fromkeys(("否", "no", "false", "0"), False)}
_read_outcome, _write_outcome = choice(PersonOutcome, OUTCOMES)
_read_format, _write_format = choice(StoreFormat, FORMAT_WORDS)


def _read_yes(cell: str) -> bool:
    if cell.casefold() not in ANSWERS:
        raise ValueError(cell)
    return ANSWERS[cell.casefold()]


def read_choices(cell: str) -> list[ChoiceDraft]:
    """Read "clean=干净/Clean=通过", an option a line. Raises ValueError for anything else."""
    found: list[ChoiceDraft] = []
    for line in filter(None, LINES.split(cell)):
        parts = [part.strip() for part in line.split("=")]
        if len(parts) != LABEL_PARTS:
            raise ValueError(line)
        code, label, outcome = parts
        zh, _, en = label.partition("/")
        passes = _read_outcome(outcome)
        if passes is PersonOutcome.NOT_APPLICABLE:
            raise ValueError(line)
        fields = {"code": code, "label": {"zh": zh, "en": en or zh}, "passes": passes is PersonOutcome.PASS}
        found.append(convert(fields, ChoiceDraft))
    return found


def write_choices(choices: list[ChoiceDraft], locale: str) -> str:
    """Write options, a line each."""
    outcomes = {each.code: PersonOutcome.PASS if each.passes else PersonOutcome.FAIL for each in choices}
    return "\n".join(
        f"{each.code}={each.label.zh}/{each.label.en}={_write_outcome(outcomes[each.code], locale)}" for each in choices
    )


def read_condition(cell: str) -> Condition:
    """Read "sold=不通过、#partial": a checkpoint's key, then outcomes, and options behind a #."""
    key, sign, answers = cell.replace("＝", "=").partition("=")
    named = [each for each in BETWEEN.split(answers.strip()) if each]
    if not sign or not named:
        raise ValueError(cell)
    outcomes = [_read_outcome(each) for each in named if not each.startswith("#")]
    codes = [each[1:] for each in named if each.startswith("#")]
    return convert({"key": key.strip(), "outcomes": outcomes, "choices": codes}, Condition)


def write_condition(condition: Condition | None, locale: str) -> str:
    """Write a condition as `read_condition` reads it."""
    if condition is None:
        return ""
    outcomes = [_write_outcome(each, locale) for each in condition.outcomes]
    return f"{condition.key}={', '.join([*outcomes, *(f'#{code}' for code in condition.choices)])}"


def _share(cell: str) -> float:
    number = float(cell.rstrip("%％"))
    share = number / 100 if number > 1 or cell[-1] in "%％" else number
    return convert(round(share, 3), Annotated[float, Meta(gt=0, le=1)])


def _column(attribute: str, zh: str, en: str, read: Callable[[str], Any], expects: str, **more: Any) -> Column:
    return Column(attribute=attribute, heading=Words(zh, en), read=read, expects=expects, **more)


def _text(attribute: str, zh: str, en: str, **more: Any) -> Column:
    return _column(attribute, zh, en, shaped(Text), "integrations.bad_text", **more)


def _whole(attribute: str, zh: str, en: str, expects: str, *, low: int = 0, high: int = 100) -> Column:
    return _column(attribute, zh, en, shaped(Annotated[int, Meta(ge=low, le=high)]), expects, number=True)


def _one_of(attribute: str, zh: str, en: str, expects: str, words: Any) -> Column:
    read, write = choice(type(next(iter(words))), words)
    return _column(attribute, zh, en, read, expects, write=write, options=tuple(words.values()))


def _yes_or_no(attribute: str, zh: str, en: str) -> Column:
    def write(value: object, locale: str) -> str:
        return "" if value in (None, UNSET) else (YES if value else NO).in_locale(locale)

    return _column(attribute, zh, en, _read_yes, "integrations.bad_yes", write=write, options=(YES, NO))


def _formats(attribute: str, zh: str, en: str) -> Column:
    def read(cell: str) -> list[StoreFormat]:
        return list(dict.fromkeys(_read_format(each) for each in BETWEEN.split(cell) if each))

    def write(formats: list[StoreFormat], locale: str) -> str:
        return ("、" if locale == "zh" else ", ").join(_write_format(each, locale) for each in formats)

    return _column(attribute, zh, en, read, "integrations.bad_formats", write=write, empty=[])


def _decimal(attribute: str, zh: str, en: str) -> Column:
    def write(value: Decimal | None, _: str) -> str:
        return "" if value is None else format(value.normalize(), "f")

    return _column(attribute, zh, en, Decimal, "integrations.bad_number", empty=None, number=True, write=write)


CHECKLIST: Final = Layout(
    name="checklist",
    line=ChecklistLine,
    columns=(
        _text("title_zh", "检查项", "Checkpoint (Chinese)", empty=...),
        _text("title_en", "检查项（英文）", "Checkpoint (English)"),
        _text("section_zh", "部分", "Section (Chinese)"),
        _text("section_en", "部分（英文）", "Section (English)"),
        _whole("section_weight", "部分权重", "Section weight", "integrations.bad_section_weight", low=1),
        _formats("section_formats", "部分适用店型", "Section formats"),
        _column("key", "标识", "Key", shaped(Key), "integrations.bad_key"),
        _text("criterion_zh", "标准", "Criterion (Chinese)", empty=...),
        _text("criterion_en", "标准（英文）", "Criterion (English)"),
        _one_of("answer_type", "回答方式", "Answer", "integrations.bad_answer_type", TYPES),
        _yes_or_no("required", "必答", "Required"),
        _yes_or_no("critical", "关键项", "Critical"),
        _whole("weight", "权重", "Weight", "integrations.bad_weight"),
        _one_of("photo_rule", "拍照要求", "Photo", "integrations.bad_photo_rule", PHOTO_RULES),
        _whole("min_photos", "照片张数", "Photos", "integrations.bad_min_photos", low=1, high=12),
        _yes_or_no("live", "现场拍摄", "Live photo"),
        _one_of("note_rule", "说明要求", "Note", "integrations.bad_note_rule", NOTE_RULES),
        _column(
            "min_availability",
            "最低在架率",
            "Least availability",
            _share,
            "integrations.bad_share",
            empty=None,
            number=True,
        ),
        _decimal("number_min", "下限", "Lower limit"),
        _decimal("number_max", "上限", "Upper limit"),
        _column("unit", "单位", "Unit", shaped(Unit), "integrations.bad_text", empty=None),
        _column("choices", "选项", "Options", read_choices, "integrations.bad_choices", write=write_choices, empty=[]),
        _column(
            "condition",
            "显示条件",
            "Asked only if",
            read_condition,
            "integrations.bad_condition",
            write=write_condition,
            empty=None,
        ),
        _formats("formats", "适用店型", "Formats"),
        _text("hint_zh", "整改提示", "Hint (Chinese)", empty=None),
        _text("hint_en", "整改提示（英文）", "Hint (English)"),
        _text("reference_zh", "手册页码", "Manual page (Chinese)", empty=None),
        _text("reference_en", "手册页码（英文）", "Manual page (English)"),
        _text("picture", "标准照片", "Picture", empty=None),
    ),
)  # fmt: skip
