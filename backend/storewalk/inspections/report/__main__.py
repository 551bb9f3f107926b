"""Draws reports and ends: `python -m storewalk.inspections.report < drawing > file`, in MessagePack."""

import sys

import msgspec
from fontTools.ttLib import TTFont

from storewalk.inspections.report.layout import lay
from storewalk.inspections.report.look import PHONE, SHEET
from storewalk.inspections.report.pdf import PdfCanvas
from storewalk.inspections.report.picture import PictureCanvas
from storewalk.inspections.report.shape import Drawing, Form


def drawn(drawing: Drawing) -> bytes:
    """Return the file of one picture, or of a PDF with each report from a page of its own on."""
    with TTFont(drawing.font, lazy=True) as font:
        known = set(font.getBestCmap() or {})
    first = drawing.reports[0]
    if drawing.form is Form.PICTURE:
        picture = PictureCanvas(drawing.font)
        lay(picture, PHONE, first, known)
        return picture.written()
    paper = PdfCanvas(drawing.font, f"{first.name} · {first.store}", first.language, first.page)
    for report in drawing.reports:
        lay(paper, SHEET, report, known)
    return paper.written()


if __name__ == "__main__":
    asked = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Drawing)
    sys.stdout.buffer.write(drawn(asked))
