"""Plans a scene: the run of shelves, the camera, what stands before them, and the gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from shelfvision.synth.chance import between, chance
from shelfvision.synth.clutter import Thing, plan_clutter
from shelfvision.synth.fixtures import Style, Tier, new_style, new_tiers
from shelfvision.synth.gaps import Shelves, take_out
from shelfvision.synth.glass import door_frames, frame_spans
from shelfvision.synth.looks import Fixture, ShelfLook, View
from shelfvision.synth.openings import Opening
from shelfvision.synth.scene import Bay, Filling, Numbers, fill_row
from shelfvision.synth.viewpoint import reach, viewpoint

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.lens import Lens, Point

Board = tuple[int, int]
UNTIDY = 0.2  # disorder from which a whole board may be empty
MANY = 4  # gaps from which boards of low goods are chosen, so that they fit
DOOR, BAY = (0.6, 0.8), (0.9, 1.35)  # metres
SLIVER = 0.05  # metres; a bay of which less is seen is left out


class Scene(NamedTuple):
    """A scene before it is drawn; ``boards`` names each row's board: the same in bays whose boards go through."""

    style: Style
    lens: Lens
    bays: tuple[Bay, ...]
    boards: list[list[Board]]
    openings: tuple[Opening, ...]
    things: list[Thing]
    frames: list[list[Point]]
    ends: tuple[float | None, float | None]
    numbers: Numbers


def plan_scene(rng: Generator, look: ShelfLook, size: tuple[int, int], gaps: int) -> Scene:
    """Plan a scene with exactly ``gaps`` gaps.

    Raises:
        ValueError: if they do not fit.
    """
    style = new_style(rng, look.fixture)
    crowded = gaps >= MANY or look.view in {View.AISLE, View.WIDE}
    tiers = new_tiers(rng, look.fixture, crowded=crowded)
    lens = viewpoint(rng, look, tiers, size, more=1.0 if crowded and look.view is View.CLOSE else 0.0)
    left, right = reach(lens, style.depth)
    ends = _ends(rng, look, left, right)
    filling = Filling(style, look.disorder, Numbers())
    bays: list[Bay] = []
    boards: list[list[Board]] = []
    wide = between(rng, *(DOOR if look.fixture is Fixture.FRIDGE else BAY))
    edge = left - between(rng, 0.0, wide) if ends[0] is None else ends[0]
    stop = right if ends[1] is None else ends[1]
    group = 0
    while edge < stop - SLIVER:
        if look.mixed_bays and bays and chance(rng, 0.6):
            tiers, group = new_tiers(rng, look.fixture, crowded=crowded), len(bays)
        until = edge + wide if ends[1] is None else min(edge + wide, stop)
        seen = (max(edge, left), min(until, right))
        if seen[1] - seen[0] > SLIVER:
            rows = tuple(fill_row(rng, t, filling, seen[0] + 0.01, seen[1] - 0.01) for t in reversed(tiers))
            bays.append(Bay(*seen, rows))
            boards.append([(group, place) for place in range(len(rows))])
        edge = until
    things = plan_clutter(rng, lens, tiers, look.clutter)
    frames = door_frames(rng, tuple(bays), top_of(bays)) if look.fixture is Fixture.FRIDGE else []
    blocked = [thing.span for thing in things] + frame_spans(lens, frames)
    emptied, openings = take_out(rng, Shelves(tuple(bays), boards, look.disorder >= UNTIDY), lens, blocked, gaps)
    return Scene(style, lens, emptied, boards, openings, things, frames, ends, filling.numbers)


def _ends(rng: Generator, look: ShelfLook, left: float, right: float) -> tuple[float | None, float | None]:
    """Choose where the run of shelves ends in the picture, if it does."""
    if look == ShelfLook() or not chance(rng, 0.3):
        return None, None
    share = between(rng, 0.04, 0.25) * (right - left)
    return (left + share, None) if chance(rng, 0.5) else (None, right - share)


def top_of(bays: list[Bay] | tuple[Bay, ...]) -> float:
    """Return how high the highest board's goods reach, in metres."""
    tiers: list[Tier] = [bay.rows[0].tier for bay in bays]
    return max((tier.floor + tier.clear for tier in tiers), default=2.0) + 0.03
