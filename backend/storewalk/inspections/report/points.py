"""The points of a visit and its sections, and what they were before a finding fell."""

from typing import Final

from storewalk.inspections.report import words
from storewalk.inspections.report.pen import Pen, figure
from storewalk.inspections.report.shape import Bar, Line, Tone
from storewalk.inspections.schemas.visits import SectionScore, VisitOut

GOOD, FAIR, FULL = 85, 70, 100
CHANGED: Final = "{before} → {after}"


def tone_of(score: float | None) -> Tone:
    """Return how a score stands, as the screens colour it."""
    if score is None:
        return Tone.PLAIN
    return Tone.GOOD if score >= GOOD else Tone.ATTENTION if score >= FAIR else Tone.BAD


def bars(visit: VisitOut, pen: Pen) -> list[Bar]:
    """Return the sections with their points, each with those from before where they changed."""
    detail = visit.score_detail
    if detail is None:
        return []
    scores = {each.id: each for each in detail.sections}
    return [
        Bar(
            pen.say(section.title),
            _said(its, pen, rescored=detail.rescored),
            None if its.score is None else its.score / FULL,
            tone_of(its.score),
        )
        for section in visit.template.sections
        if (its := scores.get(section.id)) is not None
    ]


def rescored(visit: VisitOut, pen: Pen) -> Line | None:
    """Return what a visit scored before a finding fell; None where none did."""
    detail = visit.score_detail
    if detail is None or not detail.rescored:
        return None
    before, after = _points(detail.first_score, pen), _points(visit.score, pen)
    return Line("", pen.say(words.RESCORED, before=before, after=after))


def _said(section: SectionScore, pen: Pen, *, rescored: bool) -> str:
    after = _points(section.score, pen)
    if not rescored or section.first_score == section.score:
        return after
    return CHANGED.format(before=_points(section.first_score, pen), after=after)


def _points(score: float | None, pen: Pen) -> str:
    return pen.say(words.NOT_COUNTED) if score is None else figure(score)
