"""What the store said of a visit: who signed, and which findings it does not agree with."""

from uuid import UUID

from storewalk.inspections.kinds import DisputeStatus
from storewalk.inspections.report import words
from storewalk.inspections.report.pen import Pen
from storewalk.inspections.report.points import rescored
from storewalk.inspections.report.shape import Line, Tone
from storewalk.inspections.schemas.signing import SignatureOut
from storewalk.inspections.schemas.visits import VisitOut


def signed(visit: VisitOut, pen: Pen) -> list[Line]:
    """Return who signed and when, or that nobody has; then how many findings are disputed."""
    said = visit.signing
    if said is None:
        return []
    lines = [_signature(each, pen) for each in said.signatures]
    if not lines:
        late = said.state == "unanswered"
        lines = [
            Line("", pen.say(words.UNANSWERED if late else words.UNSIGNED), Tone.ATTENTION if late else Tone.PLAIN)
        ]
    waiting = sum(each.status is DisputeStatus.OPEN for each in said.disputes)
    if waiting:
        lines.append(Line("", pen.say(words.DISPUTES_WAIT, count=waiting), Tone.ATTENTION))
    again = rescored(visit, pen)
    return lines if again is None else [*lines, again]


def dispute_line(visit: VisitOut, checkpoint_id: UUID, pen: Pen) -> Line | None:
    """Return what came of the store's dispute of a finding, if there is one."""
    for each in visit.signing.disputes if visit.signing is not None else ():
        if each.checkpoint_id == checkpoint_id:
            text = pen.say(words.COMMA).join(
                (pen.say(words.DISPUTE_REASONS[each.reason]), pen.say(words.DISPUTE_STANDS[each.status]))
            )
            waiting = each.status is DisputeStatus.OPEN
            return Line(pen.say(words.DISPUTE), text, Tone.ATTENTION if waiting else Tone.PLAIN)
    return None


def _signature(each: SignatureOut, pen: Pen) -> Line:
    said = [pen.at(each.at), pen.say(words.SIGN_WAYS[each.way])]
    return Line(each.name, pen.say(words.COMMA).join([*said, *([pen.say(words.LATE)] if each.late else [])]))
