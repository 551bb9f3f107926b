"""Where everything stands on a report: head, score, sections, findings, foot, from the top down."""

from collections.abc import Collection
from typing import Final

from storewalk.inspections.report.canvas import FAINT, INK, LINE, PAPER, SOFT, WIDTH, Canvas, Pen
from storewalk.inspections.report.cards import Cards
from storewalk.inspections.report.head import Head
from storewalk.inspections.report.look import TINTS, TONES, Look
from storewalk.inspections.report.setter import Setter
from storewalk.inspections.report.shape import Bar, Report, Tone

TITLE_SHARE: Final = 0.36
BAR_SHARE: Final = 0.5
"""Of a line with a bar, where its title ends, and how long the bar is."""


def lay(canvas: Canvas, look: Look, report: Report, known: Collection[int]) -> None:
    """Draw one report from the top of a new page on."""
    canvas.page()
    _Layout(canvas, look, report, known).draw()


class _Layout:
    def __init__(self, canvas: Canvas, look: Look, report: Report, known: Collection[int]) -> None:
        self.canvas, self.look, self.report = canvas, look, report
        self.left, self.width = look.margin, WIDTH - 2 * look.margin
        self.set = Setter(canvas, look, known)

    def draw(self) -> None:
        Head(self.set, self.left, self.width, self.report).draw()
        self._sections()
        self._critical()
        self._findings()
        self._signed()
        self._foot()

    def _sections(self) -> None:
        if not self.report.sections:
            return
        self._heading(self.report.sections_title)
        for bar in self.report.sections:
            self._bar(bar)
        self.set.down(self.look.gap)

    def _bar(self, bar: Bar) -> None:
        look, one_line = self.look, self.look.columns > 1
        self.set.room(look.body * 3)
        top, end = self.set.y, self.set.width(bar.text, look.body)
        titled = self.width * (TITLE_SHARE if one_line else 0.78)
        tone = SOFT if bar.share is None else TONES[bar.tone]
        self.set.put(self.left + self.width - end, top, bar.text, Pen(look.body, tone, bold=bar.share is not None))
        self.set.write(self.left, titled - 12, bar.title, Pen(look.body, INK), most=1)
        thick = look.body * 0.5
        x, wide = (self.left + titled, self.width * BAR_SHARE) if one_line else (self.left, self.width)
        y = top + (look.body * look.line - thick) / 2 if one_line else self.set.y + 4
        self.canvas.box((x, y, wide, thick), FAINT, radius=thick / 2)
        if bar.share:
            self.canvas.box((x, y, max(wide * bar.share, thick), thick), TONES[bar.tone], radius=thick / 2)
        self.set.y = max(self.set.y, y + thick) + look.gap * (0.1 if one_line else 0.7)

    def _critical(self) -> None:
        report, look = self.report, self.look
        if not report.critical:
            return
        pad = look.gap * 0.8
        inner = self.width - 2 * pad
        lines = [line for title in report.critical for line in self.set.lines(f"· {title}", inner, look.body)]
        height = look.body * look.line * (len(lines) + 1) + 2 * pad
        self.set.room(height)
        top = self.set.y
        self.canvas.box((self.left, top, self.width, height), TINTS[Tone.BAD], radius=12)
        self.set.y = top + pad
        self.set.write(self.left + pad, inner, report.critical_title, Pen(look.body, TONES[Tone.BAD], bold=True))
        for line in lines:
            self.set.write(self.left + pad, inner, line, Pen(look.body, INK))
        self.set.y = top + height
        self.set.down(look.gap)

    def _findings(self) -> None:
        report, look = self.report, self.look
        if not report.findings:
            self.set.room(look.heading * 2)
            self.set.write(self.left, self.width, report.no_findings, Pen(look.body, TONES[Tone.GOOD]))
            self.set.down(look.gap)
            return
        self._heading(report.findings_title, look.heading * 5)
        Cards(self.set, self.left, self.width).draw(report.findings[: look.most])
        left_out = len(report.findings) - look.most
        if left_out > 0:
            self.set.write(self.left, self.width, report.left_out.format(count=left_out), Pen(look.body, SOFT))
        self.set.down(look.gap * 0.6)

    def _signed(self) -> None:
        if not self.report.signed:
            return
        self._heading(self.report.signed_title)
        for each in self.report.signed:
            self.set.room(self.look.body * 2)
            text = f"{each.label}  {each.text}".strip()
            self.set.write(self.left, self.width, text, Pen(self.look.body, TONES[each.tone]))
        self.set.down(self.look.gap)

    def _heading(self, text: str, below: float = 0) -> None:
        self.set.room(self.look.heading * 3 + below)
        self.set.write(self.left, self.width, text, Pen(self.look.heading, INK, bold=True))
        self.set.down(self.look.gap * 0.3)

    def _foot(self) -> None:
        look, report = self.look, self.report
        self.set.room(look.code + look.gap)
        self.canvas.box((self.left, self.set.y, self.width, 2), LINE)
        self.set.down(look.gap * 0.8)
        top, room = self.set.y, self.width - look.code - look.gap
        self._code(self.left + self.width - look.code, top)
        for text, colour in ((report.scan, INK), (report.link, SOFT), (report.made, SOFT), (report.veiled, SOFT)):
            if text:
                self.set.write(self.left, room, text, Pen(look.small, colour))
        self.set.y = max(self.set.y, top + look.code)

    def _code(self, x: float, y: float) -> None:
        cell = self.look.code / len(self.report.code)
        self.canvas.box((x, y, self.look.code, self.look.code), PAPER)
        for row, line in enumerate(self.report.code):
            for column, dark in enumerate(line):
                if dark:
                    self.canvas.box((x + column * cell, y + row * cell, cell + 0.4, cell + 0.4), INK)
