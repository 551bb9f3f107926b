"""Two plots as SVG, written by hand: bars of values, and intervals around ratios."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LABELS, WIDTH, ROW, TOP = 230, 420, 22, 34
INK, OURS, OTHERS = "#222", "#0a7d4f", "#9aa5b1"


def bars(title: str, values: Mapping[str, float], marked: str) -> str:
    """Draw a bar for each value from 0, the marked one in colour."""
    most = max(values.values()) or 1.0
    rows: list[str] = []
    for number, (name, value) in enumerate(sorted(values.items(), key=lambda item: item[1])):
        y = TOP + number * ROW
        colour = OURS if name == marked else OTHERS
        length = value / most * (WIDTH - 60)
        rows.append(_label(name, y))
        rows.append(f'<rect x="{LABELS}" y="{y}" width="{length:.1f}" height="{ROW - 6}" fill="{colour}"/>')
        rows.append(f'<text x="{LABELS + length + 4:.1f}" y="{y + 13}">{value:.4f}</text>')
    return _frame(title, len(values), rows)


def intervals(title: str, ratios: Mapping[str, tuple[float, float, float]]) -> str:
    """Draw low, middle and high of each ratio, with a line at 1."""
    least = min(0.9, *(low for low, _, _ in ratios.values()))
    most = max(1.1, *(high for _, _, high in ratios.values()))

    def x(value: float) -> float:
        return LABELS + (value - least) / (most - least) * (WIDTH - 60)

    rows = [f'<line x1="{x(1):.1f}" x2="{x(1):.1f}" y1="{TOP - 6}" y2="{TOP + len(ratios) * ROW}" stroke="{INK}"/>']
    for number, (name, (low, middle, high)) in enumerate(ratios.items()):
        y = TOP + number * ROW + 8
        rows.append(_label(name, y - 8))
        rows.append(f'<line x1="{x(low):.1f}" x2="{x(high):.1f}" y1="{y}" y2="{y}" stroke="{OURS}" stroke-width="3"/>')
        rows.append(f'<circle cx="{x(middle):.1f}" cy="{y}" r="4" fill="{OURS}"/>')
        rows.append(f'<text x="{LABELS + WIDTH - 52}" y="{y + 4}">{middle:.3f}</text>')
    return _frame(title, len(ratios), rows)


def _label(name: str, y: float) -> str:
    return f'<text x="{LABELS - 8}" y="{y + 13}" text-anchor="end">{escape(name)}</text>'


def _frame(title: str, rows: int, content: list[str]) -> str:
    height = TOP + rows * ROW + 10
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{LABELS + WIDTH}" height="{height}"',
            f'  font-family="sans-serif" font-size="12" fill="{INK}">',
            '<rect width="100%" height="100%" fill="white"/>',
            f'<text x="10" y="20" font-size="14" font-weight="bold">{escape(title)}</text>',
            *content,
            "</svg>\n",
        ]
    )
