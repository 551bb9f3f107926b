"""Draws a planned scene from the farthest to the nearest."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from shelfvision.synth.canvas import Canvas
from shelfvision.synth.chance import between, chance
from shelfvision.synth.dressing import HEADERS, draw_fence, draw_header, draw_lamp, draw_trays, fenced, lit
from shelfvision.synth.furniture import draw_back, draw_base, draw_end, draw_rail, draw_shade
from shelfvision.synth.glass import draw_doors
from shelfvision.synth.goods import Sprites, draw_hooks, stand_row
from shelfvision.synth.plan import Scene, top_of
from shelfvision.synth.scene import Bay
from shelfvision.synth.surroundings import draw_surroundings
from shelfvision.synth.tags import draw_tags, tag_designs
from shelfvision.synth.truth import seen_edges

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.truth import Edges

TAG_SEEN, TAG_EDGE = 0.5, 0.1


class Dress(NamedTuple):
    """What a whole run shares: drawn packs, the shadow's strength (0 to 255), fences, lamps and headers."""

    sprites: Sprites
    shade: int
    fences: bool
    lamps: bool
    headers: bool


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
            draw_end(canvas, scene.style, x, top_of(scene.bays), outward)
    if scene.frames:
        draw_doors(rng, canvas, scene.frames)
    for thing in scene.things:
        canvas.cover(thing.patch, thing.place)
    marks = np.asarray(canvas.marks, dtype=np.int32)
    seen = [seen_edges(canvas, marks, mark, TAG_SEEN, TAG_EDGE) for mark in tags]
    return canvas, [edges for edges in seen if edges is not None]


def _draw_bay(rng: Generator, canvas: Canvas, scene: Scene, b: int, dress: Dress) -> None:
    """Draw one bay's furniture and goods, the boards from the farthest to the one at the height of the eye."""
    bay, height = scene.bays[b], scene.lens.eye[1]
    for r in sorted(range(len(bay.rows)), key=lambda r: -abs(bay.rows[r].tier.middle - height)):
        row = bay.rows[r]
        draw_back(canvas, scene.style, bay, row.tier)
        for opening in scene.openings:
            if (opening.bay, opening.row) == (b, r):
                canvas.claim(opening.outline(), opening.mark)
        if row.tier.hanging:
            draw_hooks(canvas, scene.style, row)
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
