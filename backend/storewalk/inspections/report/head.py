"""The upper part of a report: whose visit, its score, the facts around it, and how many questions came to what."""

from typing import Final

from storewalk.inspections.report.canvas import BRAND, FAINT, INK, SOFT, WIDTH, Pen
from storewalk.inspections.report.look import TINTS, TONES
from storewalk.inspections.report.setter import Setter
from storewalk.inspections.report.shape import Line, Report, Tone

BAND: Final = 12
SCORE_SHARE: Final = 0.52
"""Of the box with the score, where the tallies begin that stand beside it."""


class Head:
    """Draws from the upper edge of a page down."""

    def __init__(self, setter: Setter, left: float, width: float, report: Report) -> None:
        self.set, self.look, self.canvas = setter, setter.look, setter.canvas
        self.left, self.width, self.report = left, width, report
        self.beside = self.look.columns > 1

    def draw(self) -> None:
        """Draw it all."""
        self._names()
        self._score()
        self._facts()
        if not self.beside:
            self._tallies(self.left, self.width, self.set.y)
            self.set.down(self.look.gap * 1.2)

    def _names(self) -> None:
        look, report = self.look, self.report
        self.canvas.box((0, 0, WIDTH, BAND), BRAND)
        self.set.y = BAND + look.gap * 1.3
        name = self.set.width(report.name, look.small)
        self.set.put(self.left + self.width - name, self.set.y, report.name, Pen(look.small, BRAND, bold=True))
        self.set.write(self.left, self.width - name, report.chain, Pen(look.small, SOFT), most=1)
        self.set.down(look.gap * 0.2)
        self.set.write(self.left, self.width, report.store, Pen(look.title, INK, bold=True))
        self.set.write(self.left, self.width, report.subtitle, Pen(look.body, SOFT))
        self.set.down(look.gap)

    def _score(self) -> None:
        look, report = self.look, self.report
        top, pad, tone = self.set.y, look.gap, TONES[report.tone]
        scored = bool(report.unit)
        size = look.figure if scored else look.title
        height = look.figure * 1.15 + 2 * pad
        self.canvas.box((self.left, top, self.width, height), TINTS[report.tone], radius=16)
        across, middle = self.left + pad * 1.3, top + height / 2
        self.set.put(across, middle - size * look.line / 2, report.score, Pen(size, tone, bold=scored))
        across += self.set.width(report.score, size) + 12
        self.set.put(across, middle + (size - look.body) * 0.36 - look.body * 0.72, report.unit, Pen(look.body, tone))
        across += self.set.width(report.unit, look.body) + look.gap * 1.6
        self._change(across, middle)
        if self.beside:
            aside = self.left + self.width * SCORE_SHARE
            self._tallies(aside, self.left + self.width - aside - pad, middle - self._tally_height() / 2)
        self.set.y = top + height
        if report.capped:
            self.set.down(look.gap * 0.6)
            note = TONES[Tone.BAD if scored else Tone.PLAIN]
            self.set.write(self.left, self.width, report.capped, Pen(look.body, note))
        self.set.down(look.gap)

    def _change(self, x: float, middle: float) -> None:
        change, look = self.report.change, self.look
        if change is None:
            return
        lines = [(change.label, SOFT)] if change.label else []
        lines.append((change.text, TONES[change.tone]))
        step = look.body * look.line
        for number, (text, colour) in enumerate(lines):
            self.set.put(x, middle + (number - len(lines) / 2) * step, text, Pen(look.body, colour))

    def _facts(self) -> None:
        look, facts = self.look, self.report.facts
        step = self.width / look.facts
        for begin in range(0, len(facts), look.facts):
            top, ends = self.set.y, [self.set.y]
            for number, fact in enumerate(facts[begin : begin + look.facts]):
                self.set.y = top
                self._fact(self.left + number * step, step - 12, fact)
                ends.append(self.set.y)
            self.set.y = max(ends) + look.gap * 0.5
        self.set.down(look.gap * 0.5)

    def _fact(self, x: float, width: float, fact: Line) -> None:
        self.set.write(x, width, fact.label, Pen(self.look.small, SOFT))
        self.set.write(x, width, fact.text, Pen(self.look.body, TONES[fact.tone]))

    def _tally_height(self) -> float:
        return self.look.heading * self.look.line * 1.2 + self.look.small * self.look.line + self.look.gap * 0.7

    def _tallies(self, left: float, width: float, top: float) -> None:
        """Draw the counts in a row, and stand below it."""
        look, tallies = self.look, self.report.tallies
        gap, height, size = look.gap * 0.6, self._tally_height(), look.heading * 1.2
        wide = (width - gap * (len(tallies) - 1)) / len(tallies)
        for number, tally in enumerate(tallies):
            x, y = left + number * (wide + gap), top + look.gap * 0.35
            if not self.beside:
                self.canvas.box((x, top, wide, height), FAINT, radius=12)
            counted, said = self.set.width(tally.text, size), self.set.width(tally.label, look.small)
            self.set.put(x + (wide - counted) / 2, y, tally.text, Pen(size, TONES[tally.tone], bold=True))
            self.set.put(x + (wide - said) / 2, y + size * look.line, tally.label, Pen(look.small, SOFT))
        self.set.y = top + height
