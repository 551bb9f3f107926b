"""What a report says, from a visit as it was read: a pure function."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

import segno

from storewalk.inspections.check_in import CheckInWay
from storewalk.inspections.kinds import Outcome, VisitStatus
from storewalk.inspections.report import words
from storewalk.inspections.report.findings import findings
from storewalk.inspections.report.pen import Pen, figure
from storewalk.inspections.report.points import bars, tone_of
from storewalk.inspections.report.read import Reading, Told
from storewalk.inspections.report.shape import Line, Report, Tone
from storewalk.inspections.report.signing import signed
from storewalk.inspections.schemas.visits import VisitOut

TONES: Final = {Outcome.PASS: Tone.GOOD, Outcome.FAIL: Tone.BAD}


def report(reading: Reading, told: Told, copies: Mapping[UUID, bytes], origin: str) -> Report:
    """Return the report of a visit, with the copies of its photographs that could be made."""
    visit, pen = told.visit, Pen(reading.locale, told.place.zone)
    found = findings(visit, copies, pen)
    link = f"{origin.rstrip('/')}/visits/{visit.id}"
    scored = visit.status is VisitStatus.SCORED
    return Report(
        language="en" if reading.locale == "en" else "zh-CN",
        name=pen.say(words.NAME),
        chain=reading.chain,
        store=visit.store_name,
        subtitle=f"{pen.say(words.KINDS[visit.kind])} · {pen.say(visit.template_name)}",
        score=pen.say(words.UNSCORED) if visit.score is None else figure(visit.score),
        unit="" if visit.score is None else pen.say(words.POINTS),
        tone=tone_of(visit.score),
        change=_change(visit, pen),
        capped=_capped(visit, pen) if scored else pen.say(words.WAITING, count=visit.pending),
        facts=_facts(told, pen),
        tallies=_tallies(visit, pen),
        sections_title=pen.say(words.SECTIONS),
        sections=bars(visit, pen),
        critical_title=pen.say(words.CRITICALS),
        critical=[each.title for each in found if pen.say(words.CRITICAL) in each.tags],
        findings_title=pen.say(words.FINDINGS, count=len(found)),
        findings=found,
        no_findings=pen.say(words.NO_FINDINGS),
        left_out=pen.say(words.LEFT_OUT),
        signed_title=pen.say(words.SIGNED),
        signed=signed(visit, pen),
        link=link,
        scan=pen.say(words.SCAN),
        made=pen.say(words.MADE, name=reading.reader, at=pen.at(reading.at)),
        veiled=pen.say(words.VEILED) if any(each.pictures for each in found) else "",
        page=pen.say(words.PAGE),
        code=[[bool(dark) for dark in row] for row in segno.make(link, error="m", micro=False).matrix_iter(border=0)],
    )


def _change(visit: VisitOut, pen: Pen) -> Line | None:
    if visit.score is None:
        return None
    if visit.last_score is None:
        return Line("", pen.say(words.FIRST))
    by = round(visit.score - visit.last_score, 2)
    said = words.LEVEL if by == 0 else words.RAISED if by > 0 else words.FALLEN
    tone = Tone.PLAIN if by == 0 else Tone.GOOD if by > 0 else Tone.BAD
    return Line(
        pen.say(words.LAST, score=figure(visit.last_score)), pen.say(said, points=figure(abs(by))) if by else
        pen.say(said), tone,
    )  # fmt: skip


def _capped(visit: VisitOut, pen: Pen) -> str:
    by = visit.score_detail and visit.score_detail.capped_by
    points = [point for section in visit.template.sections for point in section.checkpoints if point.id == by]
    cap = figure(visit.template.critical_cap)
    return pen.say(words.CAPPED, title=pen.say(points[0].title), cap=cap) if points else ""


def _facts(told: Told, pen: Pen) -> list[Line]:
    visit, place = told.visit, told.place
    start, end = visit.started_at, visit.submitted_at
    facts = [
        Line(pen.say(words.STORE), f"{place.store_code} · {place.region_name}"),
        Line(pen.say(words.DATE), visit.planned_for.isoformat()),
        Line(pen.say(words.BY[visit.kind]), visit.inspector_name or ""),
        Line(pen.say(words.ANSWERED), pen.say(words.OF, answered=visit.answered, total=visit.total)),
    ]
    if start is not None and end is not None:
        facts += [
            Line(pen.say(words.ARRIVED), pen.clock(start)),
            Line(pen.say(words.LEFT), pen.clock(end)),
            Line(pen.say(words.STAYED), pen.lasting(end - start)),
        ]
    return [*facts, _check_in(visit, pen)]


def _check_in(visit: VisitOut, pen: Pen) -> Line:
    came = visit.check_in
    if came is None:
        return Line(pen.say(words.CHECK_IN), pen.say(words.NO_CHECK_IN))
    said = [pen.say(words.WAYS[came.way])]
    if came.flag is not None:
        said.append(pen.say(words.FLAGS[came.flag], metres=came.distance_m))
    if came.reason is not None:
        said.append(pen.say(words.REASONS[came.reason]))
    if came.note:
        said.append(came.note)
    doubted = came.way is CheckInWay.NEITHER
    return Line(pen.say(words.CHECK_IN), pen.say(words.COMMA).join(said), Tone.ATTENTION if doubted else Tone.PLAIN)


def _tallies(visit: VisitOut, pen: Pen) -> list[Line]:
    left_out = set(visit.not_asked)
    given = [answer.outcome for answer in visit.answers if answer.checkpoint_id not in left_out]
    counts = {outcome: sum(each == outcome.value for each in given) for outcome in words.TALLIES}
    return [
        Line(pen.say(said), str(counts[outcome]), TONES.get(outcome, Tone.PLAIN) if counts[outcome] else Tone.PLAIN)
        for outcome, said in words.TALLIES.items()
        if counts[outcome] or outcome is not Outcome.PENDING
    ]
