"""Reliability diagrams and curves of precision and recall, as SVG written by hand; colours are those of the page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import numpy as np

from shelfvision.evaluation.matching import curve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shelfvision.evaluation.calibration import Calibration
    from shelfvision.evaluation.matching import Judged

SIDE, LEFT, TOP, BELOW = 220, 44, 10, 40
POINTS = 120  # of a curve


def reliability(title: str, found: Calibration) -> str:
    """Draw the share that is right over the mean score of each bin, larger where a bin reaches further up."""
    marks = [_line((0, 0), (1, 1), "even")]
    marks += [
        f'<circle class="mark" cx="{_x(part.told):.1f}" cy="{_y(part.right):.1f}" r="4">'
        f"<title>{part.boxes} tell {part.told:.2f}, {part.right:.2f} are right</title></circle>"
        for part in found.bins
    ]
    note = f"error {found.error:.3f}, by chance alone {found.chance:.3f}, n = {found.boxes}"
    return _frame(title, note, "told", "right", marks)


def precision_recall(title: str, judged: Judged, threshold: float) -> str:
    """Draw precision over recall at IoU 0.5, with a mark at the threshold."""
    recall, precision = curve(judged)
    chosen = np.unique(np.linspace(0, len(recall) - 1, min(POINTS, len(recall))).astype(int)) if len(recall) else []
    points = " ".join(f"{_x(float(recall[i])):.1f},{_y(float(precision[i])):.1f}" for i in chosen)
    marks = [f'<polyline class="curve" points="{points}"/>']
    last = int((judged.scores >= threshold).sum()) - 1
    note = "nothing reaches the threshold"
    if last >= 0:
        at = (float(recall[last]), float(precision[last]))
        marks.append(f'<circle class="mark" cx="{_x(at[0]):.1f}" cy="{_y(at[1]):.1f}" r="5"/>')
        note = f"at {threshold}: precision {at[1]:.2f}, recall {at[0]:.2f}"
    return _frame(title, note, "recall", "precision", marks)


def _x(share: float) -> float:
    return LEFT + share * SIDE


def _y(share: float) -> float:
    return TOP + (1 - share) * SIDE


def _line(start: tuple[float, float], end: tuple[float, float], kind: str) -> str:
    corners = f'x1="{_x(start[0]):.1f}" y1="{_y(start[1]):.1f}" x2="{_x(end[0]):.1f}" y2="{_y(end[1]):.1f}"'
    return f'<line class="{kind}" {corners}/>'


def _frame(title: str, note: str, across: str, up: str, marks: Iterable[str]) -> str:
    """Draw the axes from 0 to 1 around marks."""
    wide, high = LEFT + SIDE + 16, TOP + SIDE + BELOW
    lines = [
        f'<figure><svg viewBox="0 0 {wide} {high}" role="img" aria-label="{escape(f"{title}: {note}")}">',
    ]
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        lines += [_line((tick, 0), (tick, 1), "grid"), _line((0, tick), (1, tick), "grid")]
        lines.append(f'<text x="{_x(tick):.1f}" y="{TOP + SIDE + 14}" text-anchor="middle">{tick:g}</text>')
        lines.append(f'<text x="{LEFT - 5}" y="{_y(tick) + 4:.1f}" text-anchor="end">{tick:g}</text>')
    lines += marks
    lines.append(f'<text x="{_x(0.5):.1f}" y="{high - 8}" text-anchor="middle">{across}</text>')
    middle = f"{12} {_y(0.5):.1f}"
    lines.append(f'<text x="12" y="{_y(0.5):.1f}" text-anchor="middle" transform="rotate(-90 {middle})">{up}</text>')
    lines.append(f"</svg><figcaption><b>{escape(title)}</b><br/>{escape(note)}</figcaption></figure>")
    return "".join(lines)
