"""Corrections of a photo's boxes in a few signs each, as a person writes them while looking at the numbered picture.

``-4`` and ``-4..9`` take boxes away, ``-*`` all; ``4=gap`` and ``4=product`` change what a box is; ``4:l120,r205``
moves edges (``l``, ``t``, ``r``, ``b``); ``+product:10,40,900,210`` adds a box, ``+product:10,40,900,210*9`` nine of
equal width side by side, and ``+product:10,40,900,210*9x2`` two such rows, one on top of the other. Numbers are those
of the picture before any correction; edges are thousandths of the photo's width and height.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from shelfvision.data.corrected import DIGITS, CorrectedBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shelfvision.data.photos import Label

PLACE = r"\d+(?:\.\d+)?"
TAKE_ALL = re.compile(r"-\*")
TAKE = re.compile(r"-(\d+)(?:\.\.(\d+))?")
NAME = re.compile(r"(\d+)=(product|gap)")
MOVE = re.compile(rf"(\d+):((?:[ltrb]{PLACE})(?:,[ltrb]{PLACE})*)")
ADD = re.compile(rf"\+(product|gap):({PLACE}),({PLACE}),({PLACE}),({PLACE})(?:\*(\d+)(?:x(\d+))?)?")
EDGES = "ltrb"


class BadEdit(ValueError):
    """A correction that cannot be read or does not fit the photo."""


def corrected(boxes: Sequence[CorrectedBox], edits: str) -> tuple[CorrectedBox, ...]:
    """Apply corrections, separated by blanks, to boxes numbered from 1; what is added comes last.

    Raises BadEdit, naming the correction.
    """
    left: dict[int, CorrectedBox] = dict(enumerate(boxes, 1))
    added: list[CorrectedBox] = []
    for edit in edits.split():
        try:
            added += _apply(left, edit)
        except (ValueError, KeyError) as error:
            reason = f"there is no box {error}" if isinstance(error, KeyError) else str(error)
            message = f"{edit}: {reason}"
            raise BadEdit(message) from error
    return (*left.values(), *added)


def _apply(left: dict[int, CorrectedBox], edit: str) -> list[CorrectedBox]:
    """Change what is left by one correction; return the boxes that it adds."""
    if TAKE_ALL.fullmatch(edit):
        left.clear()
    elif take := TAKE.fullmatch(edit):
        first, last = int(take[1]), int(take[2] or take[1])
        for number in range(first, last + 1):
            del left[number]
    elif name := NAME.fullmatch(edit):
        box = left[int(name[1])]
        left[int(name[1])] = CorrectedBox(_label(name[2]), box.x0, box.y0, box.x1, box.y1)
    elif move := MOVE.fullmatch(edit):
        box = left[int(move[1])]
        edges = [box.x0, box.y0, box.x1, box.y1]
        for word in move[2].split(","):
            edges[EDGES.index(word[0])] = _fraction(word[1:])
        left[int(move[1])] = CorrectedBox(box.label, *edges)
    elif add := ADD.fullmatch(edit):
        edges = [_fraction(add[place]) for place in range(2, 6)]
        return _stacked(_label(add[1]), edges, int(add[6] or 1), int(add[7] or 1))
    else:
        message = "is no correction"
        raise ValueError(message)
    return []


def _stacked(label: Label, edges: list[float], wide: int, high: int) -> list[CorrectedBox]:
    """Cut a box into ``high`` rows of ``wide`` boxes of equal size."""
    x0, y0, x1, y1 = edges
    across = [round(x0 + (x1 - x0) * place / wide, DIGITS) for place in range(wide + 1)]
    down = [round(y0 + (y1 - y0) * place / high, DIGITS) for place in range(high + 1)]
    return [
        CorrectedBox(label, left, top, right, bottom)
        for top, bottom in pairwise(down)
        for left, right in pairwise(across)
    ]


def _label(word: str) -> Label:
    return "gap" if word == "gap" else "product"


def _fraction(word: str) -> float:
    """Read thousandths. Raises ValueError outside the photo."""
    share = round(float(word) / 1000, DIGITS)
    if share > 1:
        message = f"{word} lies outside the photo, which ends at 1000"
        raise ValueError(message)
    return share
