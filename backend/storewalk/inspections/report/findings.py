"""What was not passed, each with what people need to put it right."""

from collections.abc import Mapping
from uuid import UUID

from storewalk.inspections.kinds import Outcome
from storewalk.inspections.report import words
from storewalk.inspections.report.pen import Pen, figure
from storewalk.inspections.report.read import EACH, failed
from storewalk.inspections.report.shape import Finding, Line
from storewalk.inspections.schemas.templates import CheckpointOut
from storewalk.inspections.schemas.visits import AnswerOut, VisitOut


def findings(visit: VisitOut, copies: Mapping[UUID, bytes], pen: Pen) -> list[Finding]:
    """Return a visit's findings, the critical first."""
    asked = {
        point.id: (point, pen.say(section.title))
        for section in visit.template.sections
        for point in section.checkpoints
    }
    return [_finding(*asked[answer.checkpoint_id], answer, copies, pen) for answer in failed(visit)]


def _finding(point: CheckpointOut, section: str, answer: AnswerOut, copies: Mapping[UUID, bytes], pen: Pen) -> Finding:
    shown = [copies[photo] for photo in answer.photos[:EACH] if photo in copies]
    again = answer.last_answer is not None and answer.last_answer.outcome is Outcome.FAIL
    return Finding(
        title=pen.say(point.title),
        section=section,
        tags=[pen.say(tag) for tag, stands in ((words.CRITICAL, point.critical), (words.AGAIN, again)) if stands],
        lines=_lines(point, answer, pen),
        pictures=shown,
        more=_more(len(answer.photos), len(shown), pen),
    )


def _lines(point: CheckpointOut, answer: AnswerOut, pen: Pen) -> list[Line]:
    said = (
        (words.READ, _value(point, answer, pen)),
        (words.NOTE, answer.decision_note or answer.note or ""),
        (words.MISSING, pen.say(words.COMMA).join(pen.say(each.name) for each in answer.missing_products)),
    )
    return [Line(pen.say(label), text) for label, text in said if text]


def _value(point: CheckpointOut, answer: AnswerOut, pen: Pen) -> str:
    value, seen = answer.value, answer.detection
    if seen is not None and seen.availability is not None:
        share = f"{figure(100 * seen.availability)}%"
        return pen.say(words.SHELF, share=share, gaps=seen.gaps or 0)
    if value is None:
        return ""
    if value.number is not None:
        return f"{figure(value.number)} {point.unit or ''}".strip()
    chosen = [pen.say(choice.label) for choice in point.choices if choice.code == value.choice]
    return chosen[0] if chosen else value.text or ""


def _more(named: int, shown: int, pen: Pen) -> str:
    if named == shown:
        return ""
    if shown == min(named, EACH):
        return pen.say(words.MORE, count=named - shown)
    return pen.say(words.NOT_SHOWN, count=named - shown)
