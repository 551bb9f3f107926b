"""What a person changed in the model's boxes, box by box."""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from storewalk.shelves.detector import Box

SAME_PLACE: Final = 0.5
"""Overlap of two boxes (intersection ÷ union) from which on they are one thing: how detectors are judged."""


class BoxChanges(msgspec.Struct, frozen=True):
    """How many boxes a person added, took away, moved or resized, and called the other thing."""

    added: int = 0
    removed: int = 0
    moved: int = 0
    relabelled: int = 0


def changes_between(model: Sequence[Box], own: Sequence[Box]) -> BoxChanges:
    """Pair a person's boxes with the model's, the nearest first; what is left over was removed or added."""
    kept = {_edges(box): box.label for box in model}
    rest = [box for box in own if kept.get(_edges(box)) is not box.label]
    untouched = {_edges(box) for box in own} - {_edges(box) for box in rest}
    gone = [box for box in model if _edges(box) not in untouched]
    moved = relabelled = 0
    pairs = sorted(_overlapping(gone, rest), reverse=True)
    taken: tuple[set[int], set[int]] = set(), set()
    for _, same_label, old, new in pairs:
        if old in taken[0] or new in taken[1]:
            continue
        taken[0].add(old)
        taken[1].add(new)
        moved += same_label
        relabelled += not same_label
    return BoxChanges(
        added=len(rest) - len(taken[1]), removed=len(gone) - len(taken[0]), moved=moved, relabelled=relabelled
    )


def _overlapping(gone: Sequence[Box], rest: Sequence[Box]) -> Iterable[tuple[float, bool, int, int]]:
    for old, before in enumerate(gone):
        for new, after in enumerate(rest):
            share = overlap(before, after)
            if share >= SAME_PLACE:
                yield share, before.label is after.label, old, new


def overlap(one: Box, other: Box) -> float:
    """Return how much of what two boxes cover they both cover, 0 to 1."""
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    if wide <= 0 or high <= 0:
        return 0.0
    both = wide * high
    return both / (_area(one) + _area(other) - both)


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.y0, box.x1, box.y1
