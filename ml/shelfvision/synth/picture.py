"""Plans a scene, takes the gaps out and draws it from the farthest to the nearest."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from shelfvision.synth.canvas import Canvas
from shelfvision.synth.chance import between, chance
from shelfvision.synth.clutter import Thing, plan_clutter
from shelfvision.synth.dressing import HEADERS, draw_fence, draw_header, draw_lamp, draw_trays, fenced, lit
from shelfvision.synth.fixtures import Style, Tier, new_style, new_tiers
from shelfvision.synth.furniture import draw_back, draw_base, draw_end, draw_rail, draw_shade
from shelfvision.synth.gaps import Shelves, take_out
from shelfvision.synth.glass import door_frames, draw_doors, frame_spans
from shelfvision.synth.goods import Sprites, stand_row
from shelfvision.synth.looks import Fixture, ShelfLook, View
from shelfvision.synth.openings import Opening
from shelfvision.synth.scene import Bay, Filling, Numbers, fill_row
from shelfvision.synth.surroundings import draw_surroundings
from shelfvision.synth.tags import draw_tags, tag_designs
from shelfvision.synth.truth import seen_edges
from shelfvision.synth.viewpoint import reach, viewpoint

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.lens import Lens, Point
    from shelfvision.synth.truth import Edges

Board = tuple[int, int]
TAG_SEEN, TAG_EDGE = 0.5, 0.1
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


class Dress(NamedTuple):
    """What a whole run shares: drawn packs, the shadow's strength (0 to 255), fences, lamps and headers."""

    sprites: Sprites
    shade: int
    fences: bool
    lamps: bool
    headers: bool


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
    frames = door_frames(rng, tuple(bays), _top(bays)) if look.fixture is Fixture.FRIDGE else []
    blocked = [thing.span for thing in things] + frame_spans(lens, frames)
    emptied, openings = take_out(rng, Shelves(tuple(bays), boards, look.disorder >= UNTIDY), lens, blocked, gaps)
    return Scene(style, lens, emptied, boards, openings, things, frames, ends, filling.numbers)


def _ends(rng: Generator, look: ShelfLook, left: float, right: float) -> tuple[float | None, float | None]:
    """Choose where the run of shelves ends in the picture, if it does."""
    if look == ShelfLook() or not chance(rng, 0.3):
        return None, None
    share = between(rng, 0.04, 0.25) * (right - left)
    return (left + share, None) if chance(rng, 0.5) else (None, right - share)


def _top(bays: list[Bay] | tuple[Bay, ...]) -> float:
    """Return how high the highest board's goods reach, in metres."""
    tiers: list[Tier] = [bay.rows[0].tier for bay in bays]
    return max((tier.floor + tier.clear for tier in tiers), default=2.0) + 0.03


def draw_scene(rng: Generator, scene: Scene) -> tuple[Canvas, list[Edges]]:
    """Draw a scene; return the canvas and the tags that can be seen."""
    canvas = Canvas(scene.lens, (120, 118, 114))
    draw_surroundings(rng, canvas)
    designs = tag_designs(rng, scene.style)
    dress = Dress(
        sprites=Sprites(),
        shade=round(between(rng, 20, 150)),
        fences=fenced(rng, scene.style),
        lamps=lit(rng, scene.style),
        headers=chance(rng, HEADERS),
    )
    tags: list[int] = []
    for b in sorted(range(len(scene.bays)), key=lambda b: -_away(scene.bays[b], scene.lens.eye[0])):
        _draw_bay(rng, canvas, scene, b, dress)
        for row in scene.bays[b].rows:
            draw_rail(canvas, scene.style, scene.bays[b], row.tier)
            tags += draw_tags(rng, canvas, row, designs, scene.numbers)
    for x, outward in zip(scene.ends, (-1, 1), strict=True):
        if x is not None:
            draw_end(canvas, scene.style, x, _top(scene.bays), outward)
    if scene.frames:
        draw_doors(rng, canvas, scene.frames)
    for thing in scene.things:
        canvas.cover(thing.patch, thing.place)
    marks = np.asarray(canvas.marks, dtype=np.int32)
    seen = [seen_edges(canvas, marks, mark, TAG_SEEN, TAG_EDGE) for mark in tags]
    return canvas, [edges for edges in seen if edges is not None]


def _draw_bay(rng: Generator, canvas: Canvas, scene: Scene, b: int, dress: Dress) -> None:
    """Draw one bay's furniture and goods."""
    bay = scene.bays[b]
    for row in bay.rows:
        draw_back(canvas, scene.style, bay, row.tier)
    for r, row in enumerate(bay.rows):
        for opening in scene.openings:
            if (opening.bay, opening.row) == (b, r):
                canvas.claim(opening.outline(), opening.mark)
        stand_row(canvas, dress.sprites, scene.style, row)
        draw_trays(rng, canvas, row)
        draw_shade(canvas, bay, row.tier, dress.shade)
        if dress.fences:
            draw_fence(canvas, bay, row)
        if dress.lamps and not row.tier.open_top:
            draw_lamp(canvas, bay, row)
    if dress.headers and not bay.rows[0].tier.open_top:
        draw_header(rng, canvas, bay, bay.rows[0].tier.floor + bay.rows[0].tier.clear)
    draw_base(canvas, scene.style, bay)


def _away(bay: Bay, x: float) -> float:
    """Return how far a bay lies aside of the camera."""
    return max(0.0, bay.left - x, x - bay.right) + math.fabs((bay.left + bay.right) / 2 - x) * 1e-3
