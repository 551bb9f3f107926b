"""What is wrong with a checklist, field by field, and that the one we bring has no fault."""

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from storewalk.core.schemas import Words
from storewalk.inspections.drafts import faults
from storewalk.inspections.kinds import AnswerType
from storewalk.inspections.schemas.templates import CheckpointDraft, SectionDraft, TemplateDraft
from storewalk.inspections.standard.templates import read_standard

WORDS = Words("饮料柜", "Cooler")
BLANK_HELP = [("hint.zh", "blank"), ("reference.en", "blank")]
LABEL = {"zh": "干净", "en": "Clean"}
CLEAN = {"code": "clean", "label": LABEL, "passes": True}
DIRTY = {"code": "dirty", "label": LABEL, "passes": False}
WET = {"code": "wet", "label": LABEL, "passes": False}


def checkpoint(**fields: Any) -> CheckpointDraft:
    words = msgspec.to_builtins(WORDS)
    return msgspec.convert({"title": words, "criterion": words, "answerType": "passfail", **fields}, CheckpointDraft)


def found(*checkpoints: CheckpointDraft, name: Words = WORDS) -> list[tuple[str, str]]:
    draft = TemplateDraft(name=name, sections=[SectionDraft(title=WORDS, checkpoints=list(checkpoints))])
    return [(fault.field, fault.message_key.removeprefix("inspections.draft_")) for fault in faults(draft)]


def test_the_standard_checklist_has_no_fault_and_covers_every_answer_type() -> None:
    code, draft = read_standard()
    asked = [item for section in draft.sections for item in section.checkpoints]
    assert faults(draft) == []
    assert code == "standard-visit"
    assert (len(draft.sections), len(asked)) == (4, 11)
    assert {item.answer_type for item in asked} == set(AnswerType)
    shelf = [item for item in asked if item.shelf]
    assert [(item.title.zh, item.critical, item.min_availability) for item in shelf] == [
        ("饮料柜是否缺货？", True, 0.92)
    ]
    assert sum(section.weight for section in draft.sections) == 100


def test_a_sound_draft_has_no_fault() -> None:
    assert found(checkpoint(), checkpoint(answerType="choice", choices=[CLEAN, DIRTY])) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"answerType": "photo"}, [("photoRule", "photo_rule")]),
        ({"shelf": True, "minAvailability": 0.9}, [("answerType", "shelf_is_photo")]),
        ({"answerType": "photo", "photoRule": "always", "shelf": True}, [("minAvailability", "min_availability")]),
        ({"minAvailability": 0.9}, [("minAvailability", "only_shelf")]),
        ({"unit": "℃", "numberMax": "8"}, [("numberMax", "only_number"), ("unit", "only_number")]),
        ({"answerType": "number", "numberMin": "9", "numberMax": "8"}, [("numberMax", "limits")]),
        ({"answerType": "number", "numberMin": "0.0001"}, [("numberMin", "inspections.number_unfit")]),
        ({"answerType": "number", "numberMax": "Infinity"}, [("numberMax", "inspections.number_unfit")]),
        ({"choices": [CLEAN]}, [("choices", "only_choice")]),
        ({"answerType": "choice", "choices": [CLEAN]}, [("choices", "two_choices")]),
        ({"answerType": "choice", "choices": [DIRTY, CLEAN, DIRTY]}, [("choices[2].code", "code_twice")]),
        ({"answerType": "choice", "choices": [DIRTY, WET]}, [("choices", "choice_passes")]),
        ({"criterion": {"zh": "标准", "en": " "}}, [("criterion.en", "blank")]),
        ({"hint": {"zh": " ", "en": "Refill"}, "reference": {"zh": "手册 3.2", "en": " "}}, BLANK_HELP),
        ({"minPhotos": 2}, [("minPhotos", "min_photos")]),
        ({"answerType": "text", "noteRule": "onFail"}, [("noteRule", "note_of_text")]),
        ({"condition": {"key": "later", "outcomes": ["fail"]}}, [("condition.key", "condition_key")]),
    ],
)
def test_each_fault_names_its_field(fields: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert found(checkpoint(**fields)) == [(f"sections[0].checkpoints[0].{field}", key) for field, key in expected]


@pytest.mark.parametrize(
    ("asked", "condition", "expected"),
    [
        ({}, {"outcomes": ["fail", "notApplicable"]}, None),
        ({"answerType": "choice", "choices": [CLEAN, DIRTY]}, {"choices": ["dirty"]}, None),
        ({}, {}, ("outcomes", "condition_empty")),
        ({}, {"outcomes": ["pass", "fail", "notApplicable"]}, ("outcomes", "condition_all")),
        ({}, {"choices": ["dirty"]}, ("choices", "condition_no_choice")),
        ({"answerType": "text"}, {"outcomes": ["pass"]}, ("key", "condition_text")),
        (
            {"answerType": "choice", "choices": [CLEAN, DIRTY]},
            {"choices": ["dirty", "wet"]},
            ("choices[1]", "condition_choice"),
        ),
    ],
)
def test_a_condition_looks_back_at_an_answer_that_can_be_given(
    asked: dict[str, Any], condition: dict[str, Any], expected: tuple[str, str] | None
) -> None:
    path = "sections[0].checkpoints[1].condition"
    first, then = checkpoint(key="floor", **asked), checkpoint(condition={"key": "floor", **condition})
    assert found(first, then) == ([(f"{path}.{expected[0]}", expected[1])] if expected else [])
    if expected is None:
        assert found(then, first) == [("sections[0].checkpoints[0].condition.key", "condition_key")]


@pytest.mark.parametrize("cap", ["-1", "100.01", "59.999", "NaN"])
def test_a_cap_is_in_points_of_a_hundred(cap: str) -> None:
    draft = TemplateDraft(
        name=WORDS, sections=[SectionDraft(title=WORDS, checkpoints=[checkpoint()])], critical_cap=Decimal(cap)
    )
    assert [(fault.field, fault.message_key) for fault in faults(draft)] == [("criticalCap", "inspections.draft_cap")]


def test_all_faults_come_together_in_reading_order() -> None:
    assert found(checkpoint(key="floor"), checkpoint(key="floor", unit="m"), name=Words(" ", "Visit")) == [
        ("name.zh", "blank"),
        ("sections[0].checkpoints[1].key", "key_twice"),
        ("sections[0].checkpoints[1].unit", "only_number"),
    ]
