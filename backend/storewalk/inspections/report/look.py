"""How large things stand: on a phone a picture is shown at a third of its size, a page is held in the hand."""

from msgspec import Struct

from storewalk.inspections.report.shape import Tone

TONES = {Tone.GOOD: "#15803D", Tone.ATTENTION: "#B45309", Tone.BAD: "#B91C1C", Tone.PLAIN: "#111827"}
TINTS = {Tone.GOOD: "#DCFCE7", Tone.ATTENTION: "#FEF3C7", Tone.BAD: "#FEE2E2", Tone.PLAIN: "#F3F4F6"}


class Look(Struct, frozen=True):
    """Sizes in units; `columns` of findings and of facts stand side by side."""

    margin: float
    body: float
    small: float
    heading: float
    title: float
    figure: float
    gap: float
    line: float
    columns: int
    facts: int
    photo: float
    code: float
    most: int
    """Findings that are drawn; and lines of one text."""
    lines: int


PHONE = Look(
    margin=48, body=34, small=28, heading=38, title=54, figure=112, gap=28, line=1.42, columns=1, facts=2, photo=280,
    code=200, most=40, lines=6,
)  # fmt: skip
SHEET = Look(
    margin=64, body=19, small=16, heading=22, title=36, figure=76, gap=15, line=1.38, columns=2, facts=4, photo=104,
    code=104, most=500, lines=8,
)  # fmt: skip
