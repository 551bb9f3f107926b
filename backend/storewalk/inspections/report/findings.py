"""What was not passed, each with what people need to put it right."""

from collections.abc import Mapping
from uuid import UUID

from storewalk.inspections.kinds import Outcome
from storewalk.inspections.report import words
from storewalk.inspections.report.goods import goods
from storewalk.inspections.report.pen import Pen, figure
from storewalk.inspections.report.read import EACH, failed
from storewalk.inspections.report.shape import Finding, Line
from storewalk.inspections.report.signing import dispute_line
from storewalk.inspections.schemas.templates import CheckpointOut
from storewalk.inspections.schemas.visits import AnswerOut, VisitOut


def findings(visit: VisitOut, copies: Mapping[UUID, bytes], pen: Pen) -> list[Finding]:
    """Return a visit's findings, the critical first."""
    asked = {
        point.id: (point, pen.say(section.title))
        for section in visit.template.sections
        for point in section.checkpoints
    }
    found: list[Finding] = []
    for answer in failed(visit):
        point, section = asked[answer.checkpoint_id]
        shown = [copies[photo] for photo in answer.photos[:EACH] if photo in copies]
        dispute = dispute_line(visit, point.id, pen)
        found.append(
            Finding(
                title=pen.say(point.title),
                section=section,
                tags=_tags(point, answer, pen),
                lines=[*_lines(point, answer, pen), *([] if dispute is None else [dispute])],
                pictures=shown,
                more=_more(len(answer.photos), len(shown), pen),
            )
        )
    return found


def _tags(point: CheckpointOut, answer: AnswerOut, pen: Pen) -> list[str]:
    again = answer.last_answer is not None and answer.last_answer.outcome is Outcome.FAIL
    tags = ((words.CRITICAL, point.critical), (words.AGAIN, again))
    return [pen.say(tag) for tag, stands in tags if stands]


def _lines(point: CheckpointOut, answer: AnswerOut, pen: Pen) -> list[Line]:
    said = (
        (words.READ, _value(point, answer, pen)),
        (words.NOTE, answer.decision_note or answer.note or ""),
        (words.MISSING if point.shelf else words.ABOUT, goods(answer.missing_products, pen)),
        (words.RESPONSIBLE, "" if answer.responsible is None else answer.responsible.name),
        (words.DUE, "" if answer.due_at is None else pen.at(answer.due_at)),
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
