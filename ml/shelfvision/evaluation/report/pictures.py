"""Draws a photo twice, side by side: what is true of it, and what the model sees in it."""

from __future__ import annotations

import base64
import io
from html import escape
from typing import TYPE_CHECKING

from PIL import Image

from shelfvision.evaluation.report.worst import Judgement, why

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

LONGER_SIDE = 420
GUTTER = 12
QUALITY = 80


def picture(number: int, one: Judgement, photo: Path) -> str:
    """Draw the photo with its true gaps (found or missed) beside it with the gaps shown (right or false)."""
    source, wide, high = _embedded(photo)
    missed = [("missed", "", box) for box in one.true[~one.found]]
    found = [("found", "", box) for box in one.true[one.found]]
    shown = [
        ("right" if right else "false", f"{score:.2f}", box)
        for box, right, score in zip(one.shown, one.right.tolist(), one.scores.tolist(), strict=True)
    ]
    move = wide + GUTTER
    marks = _boxes(found + missed, wide, high, 0) + _boxes(shown, wide, high, move)
    label = f"Photo {one.seen.name}: {why(one)}"
    return (
        f'<figure class="photo"><svg viewBox="0 0 {2 * wide + GUTTER} {high}" role="img" aria-label="{escape(label)}">'
        f'<defs><image id="photo{number}" width="{wide}" height="{high}" href="{source}"/></defs>'
        f'<use href="#photo{number}"/><use href="#photo{number}" x="{move}"/>{marks}</svg>'
        f"<figcaption><b>{number}. {escape(one.seen.name)}</b> {escape(why(one))}</figcaption></figure>"
    )


def _embedded(photo: Path) -> tuple[str, int, int]:
    """Return a photo as the address of a small JPEG in itself, with its width and height."""
    with Image.open(photo) as opened:
        small = opened.convert("RGB")
    scale = LONGER_SIDE / max(small.size)
    small = small.resize((round(small.width * scale), round(small.height * scale)), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    small.save(file, "JPEG", quality=QUALITY)
    return f"data:image/jpeg;base64,{base64.b64encode(file.getvalue()).decode()}", small.width, small.height


def _boxes(boxes: Iterable[tuple[str, str, NDArray[np.float32]]], wide: int, high: int, move: int) -> str:
    """Draw boxes (fractions) of a kind, each with a word at its corner, moved to the right."""
    lines: list[str] = []
    for kind, word, box in boxes:
        x0, y0, x1, y1 = (float(edge) for edge in box)
        x, y = move + x0 * wide, y0 * high
        size = f'width="{(x1 - x0) * wide:.1f}" height="{(y1 - y0) * high:.1f}"'
        lines.append(f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" {size}/>')
        if word:
            lines.append(f'<text class="score" x="{x + 2:.1f}" y="{y + 12:.1f}">{word}</text>')
    return "".join(lines)
