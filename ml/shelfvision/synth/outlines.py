"""The outlines of packs: what is cut out, caps and lids, and where a label belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from shelfvision.synth.layout import Article, PackKind
from shelfvision.synth.palette import Colour, shaded

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

LID: Colour = (188, 190, 194)
BASE: Colour = (150, 152, 156)


class Sheet(NamedTuple):
    """A pack being drawn: ``pen`` paints it, ``cut`` draws its mask; ``w`` by ``h`` pixels."""

    pen: ImageDraw
    cut: ImageDraw
    w: int
    h: int


class LabelBand(NamedTuple):
    """Where a label belongs: from ``top`` to ``bottom`` pixels."""

    top: int
    bottom: int


def outline(sheet: Sheet, article: Article) -> LabelBand:
    """Cut the pack's outline, draw its cap or lid, and return where its label belongs."""
    pen, cut, w, h = sheet
    cap = shaded(article.accent, 0.9)
    match article.kind:
        case PackKind.BOTTLE:
            _cut_bottle(sheet)
            pen.rectangle((0, 0, w, 0.09 * h), fill=cap)
            band = (0.42, 0.8)
        case PackKind.CAN:
            cut.rounded_rectangle((0, 0, w - 1, h - 1), radius=w * 0.1, fill=255)
            pen.rectangle((0, 0, w, 0.06 * h), fill=LID)
            pen.rectangle((0, 0.95 * h, w, h), fill=BASE)
            band = (0.14, 0.88)
        case PackKind.JAR:
            cut.rounded_rectangle((0, h * 0.12, w - 1, h - 1), radius=w * 0.16, fill=255)
            cut.rectangle((w * 0.08, 0, w * 0.92, h * 0.2), fill=255)
            pen.rectangle((0, 0, w, h * 0.16), fill=cap)
            band = (0.3, 0.86)
        case PackKind.BAG:
            _cut_bag(sheet)
            pen.rectangle((0, 0, w, h * 0.06), fill=shaded(article.colour, 0.75))
            band = (0.18, 0.8)
        case PackKind.CARTON:
            cut.rectangle((0, h * 0.08, w - 1, h - 1), fill=255)
            cut.polygon([(w * 0.12, 0), (w * 0.88, 0), (w - 1, h * 0.12), (0, h * 0.12)], fill=255)
            pen.rectangle((0, 0, w, h * 0.1), fill=shaded(article.colour, 1.15))
            band = (0.22, 0.9)
        case PackKind.BOX:
            cut.rectangle((0, 0, w - 1, h - 1), fill=255)
            band = (0.08, 0.94)
    return LabelBand(round(band[0] * h), round(band[1] * h))


def _cut_bottle(sheet: Sheet) -> None:
    """Cut a body with round corners, shoulders and a neck."""
    _, cut, w, h = sheet
    neck = 0.3 * h
    cut.rounded_rectangle((0, neck * 0.75, w - 1, h - 1), radius=w * 0.22, fill=255)
    mouth = [(w * 0.34, 0), (w * 0.66, 0)]
    right, left = [(w * 0.68, neck * 0.5), (w, neck)], [(0, neck), (w * 0.32, neck * 0.5)]
    cut.polygon(mouth + right + left, fill=255)


def _cut_bag(sheet: Sheet) -> None:
    """Cut a bag that is narrower at its seam and its waist."""
    _, cut, w, h = sheet
    wave = w * 0.05
    right = [(w - wave, 0), (w - 1, h * 0.12), (w - wave, h * 0.5), (w - 1, h - 1)]
    left = [(0, h - 1), (wave, h * 0.5), (0, h * 0.12), (wave, 0)]
    cut.polygon(right + left, fill=255)
