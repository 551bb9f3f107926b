"""The findings of a report as cards, side by side where the page is held in the hand."""

from collections.abc import Sequence

from msgspec import Struct

from storewalk.inspections.report.canvas import FAINT, INK, SOFT, Pen, size_of
from storewalk.inspections.report.look import TINTS, TONES
from storewalk.inspections.report.setter import Setter
from storewalk.inspections.report.shape import Finding, Line, Tone


class _Shot(Struct, frozen=True):
    content: bytes
    width: float
    height: float


class Cards:
    """Draws findings in rows of as many cards as there are columns; a row is never broken over two pages."""

    def __init__(self, setter: Setter, left: float, width: float) -> None:
        self.set, self.look, self.left = setter, setter.look, left
        self.between = self.look.gap
        self.wide = (width - self.between * (self.look.columns - 1)) / self.look.columns
        self.pad = self.look.gap * 0.7
        self.inner = self.wide - 2 * self.pad

    def draw(self, findings: Sequence[Finding]) -> None:
        """Draw all cards."""
        look = self.look
        for begin in range(0, len(findings), look.columns):
            row = findings[begin : begin + look.columns]
            height = max(self._height(each, begin + number) for number, each in enumerate(row, start=1))
            self.set.room(height)
            top = self.set.y
            for place, finding in enumerate(row):
                x = self.left + place * (self.wide + self.between)
                self.set.canvas.box((x, top, self.wide, height), FAINT, radius=12)
                self.set.y = top + self.pad
                self._card(x + self.pad, finding, begin + place + 1)
            self.set.y = top + height + self.between * 0.8

    def _card(self, x: float, finding: Finding, number: int) -> None:
        look = self.look
        self.set.write(x, self.inner, _titled(finding, number), Pen(look.body, INK, bold=True))
        self._tags(x, finding)
        for line in finding.lines:
            colour = SOFT if line.tone is Tone.PLAIN else TONES[line.tone]
            self.set.write(x, self.inner, _said(line), Pen(look.small, colour), most=look.lines)
        shots = self._shots(finding)
        if shots:
            self.set.down(look.gap * 0.4)
            across = x
            for shot in shots:
                self.set.canvas.picture((across, self.set.y, shot.width, shot.height), shot.content)
                across += shot.width + 10
            self.set.down(max(shot.height for shot in shots))
        if finding.more:
            self.set.down(look.gap * 0.2)
            self.set.write(x, self.inner, finding.more, Pen(look.small, SOFT))

    def _tags(self, x: float, finding: Finding) -> None:
        look, across = self.look, x
        size, top = look.small, self.set.y
        for tag in finding.tags:
            wide = self.set.width(tag, size) + size
            self.set.canvas.box((across, top + 2, wide, size * look.line), TINTS[Tone.BAD], radius=8)
            self.set.put(across + size / 2, top + 2, tag, Pen(size, TONES[Tone.BAD]))
            across += wide + size / 2
        self.set.y = top + 2
        self.set.write(across, self.inner - (across - x), finding.section, Pen(size, SOFT), most=1)
        self.set.down(2)

    def _height(self, finding: Finding, number: int) -> float:
        """Return how high a card is: what `_card` moves down by, and the space around."""
        look = self.look
        titles = self.set.lines(_titled(finding, number), self.inner, look.body)
        texts = [line for each in finding.lines for line in self._text(_said(each))]
        height = len(titles) * look.body * look.line + (1 + len(texts)) * look.small * look.line + 4
        shots = self._shots(finding)
        if shots:
            height += look.gap * 0.4 + max(shot.height for shot in shots)
        if finding.more:
            height += look.gap * 0.2 + len(self._text(finding.more)) * look.small * look.line
        return height + 2 * self.pad

    def _text(self, text: str) -> list[str]:
        return self.set.lines(text, self.inner, self.look.small, self.look.lines)

    def _shots(self, finding: Finding) -> list[_Shot]:
        """Return the pictures in one row of equal height, all of each to be seen."""
        shapes = [width / height for width, height in map(size_of, finding.pictures)]
        if not shapes:
            return []
        room = self.inner - 10 * (len(shapes) - 1)
        height = min(self.look.photo, room / sum(shapes))
        return [
            _Shot(content, height * shape, height) for content, shape in zip(finding.pictures, shapes, strict=True)
        ]  # fmt: skip


def _said(line: Line) -> str:
    return f"{line.label}  {line.text}"


def _titled(finding: Finding, number: int) -> str:
    return f"{number}. {finding.title}"
