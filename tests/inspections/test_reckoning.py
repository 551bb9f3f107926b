"""Conditions, kinds of store, weights and critical caps together, against a reckoning done another way.

The product walks the checklist forwards and adds fractions. Here each question asks backwards whether it is asked, and
points are counted on a common denominator in whole numbers.
"""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from math import lcm
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from storewalk.inspections.asking import Asking, Given, asked
from storewalk.inspections.kinds import Outcome
from storewalk.inspections.scoring import Mark, MarkedSection, score
from storewalk.stores.api import StoreFormat

OUTCOMES = ["pass", "fail", "notApplicable", None]
FORMATS = ["convenience", "bakery", "restaurant"]
CODES = ["full", "partial", "none"]
SOME = st.lists(st.sampled_from(FORMATS), max_size=2, unique=True)


@st.composite
def visits(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a checklist as plain tables, with answers to any of its questions, also to those that are not asked."""
    parts = draw(st.lists(st.tuples(st.integers(1, 50), SOME, st.integers(1, 5)), min_size=1, max_size=4))
    questions: list[dict[str, Any]] = []
    for part, (_, _, size) in enumerate(parts):
        for _ in range(size):
            on = draw(st.none() | st.integers(0, len(questions) - 1)) if questions else None
            questions.append(
                {
                    "part": part,
                    "weight": draw(st.integers(0, 30)),
                    "critical": draw(st.booleans()),
                    "formats": draw(SOME),
                    "on": on,
                    "outcomes": draw(st.sets(st.sampled_from(OUTCOMES[:3]))),
                    "choices": draw(st.sets(st.sampled_from(CODES))),
                    "answer": draw(st.sampled_from(OUTCOMES)),
                    "choice": draw(st.none() | st.sampled_from(CODES)),
                }
            )
    cap = draw(st.integers(0, 100))
    return {"parts": parts, "questions": questions, "format": draw(st.none() | st.sampled_from(FORMATS)), "cap": cap}


def is_asked(visit: dict[str, Any], at: int) -> bool:
    """Ask backwards: a question, then what it hangs on, and so on to the first."""
    question = visit["questions"][at]
    for named in (question["formats"], visit["parts"][question["part"]][1]):
        if named and visit["format"] is not None and visit["format"] not in named:
            return False
    if question["on"] is None:
        return True
    before = visit["questions"][question["on"]]
    if before["answer"] is None or not is_asked(visit, question["on"]):
        return False
    by_choice = before["answer"] != "notApplicable" and before["choice"] in question["choices"]
    return by_choice or before["answer"] in question["outcomes"]


def reckoned(visit: dict[str, Any]) -> str | None:
    """Return the score in whole numbers over one denominator, rounded once."""
    counted = [q for at, q in enumerate(visit["questions"]) if is_asked(visit, at) and q["answer"] in ("pass", "fail")]
    full = {part: sum(q["weight"] for q in counted if q["part"] == part) for part in range(len(visit["parts"]))}
    heavy = {part: visit["parts"][part][0] for part, weight in full.items() if weight}
    if not heavy:
        return None
    common = lcm(*(full[part] for part in heavy))
    won = 0
    for q in counted:
        if q["answer"] == "pass" and q["part"] in heavy:
            won += heavy[q["part"]] * q["weight"] * (common // full[q["part"]])
    capped = any(q["critical"] and q["answer"] == "fail" for q in counted)
    everything = common * sum(heavy.values())
    if capped and won * 100 > visit["cap"] * everything:
        return f"{visit['cap']}.00"
    with localcontext(prec=60):
        points = Decimal(100 * won) / Decimal(everything)
        return str(points.quantize(Decimal("0.01"), ROUND_HALF_UP))


@given(visits())
def test_what_is_asked_and_what_it_scores_agree_with_a_reckoning_done_another_way(visit: dict[str, Any]) -> None:
    questions = [
        Asking(
            id=UUID(int=at),
            formats=q["formats"],
            section_formats=visit["parts"][q["part"]][1],
            condition_on=None if q["on"] is None else UUID(int=q["on"]),
            outcomes=q["outcomes"],
            choices=q["choices"],
        )
        for at, q in enumerate(visit["questions"])
    ]
    answers = {
        UUID(int=at): Given(Outcome(q["answer"]), q["choice"])
        for at, q in enumerate(visit["questions"])
        if q["answer"] is not None
    }
    found = asked(questions, None if visit["format"] is None else StoreFormat(visit["format"]), answers)
    assert found == {UUID(int=at) for at in range(len(questions)) if is_asked(visit, at)}
    sections = [
        MarkedSection(
            section_id=UUID(int=part),
            weight=weight,
            marks=[
                Mark(
                    checkpoint_id=UUID(int=at),
                    weight=q["weight"],
                    critical=q["critical"],
                    outcome=Outcome(q["answer"]) if q["answer"] and UUID(int=at) in found else None,
                )
                for at, q in enumerate(visit["questions"])
                if q["part"] == part
            ],
        )
        for part, (weight, _, _) in enumerate(visit["parts"])
    ]
    total = score(sections, Decimal(visit["cap"])).total
    assert (None if total is None else str(total)) == reckoned(visit)
