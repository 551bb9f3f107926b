"""Stands goods on a board, many packs deep, the farthest first."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from shelfvision.synth.lens import Plane, corners
from shelfvision.synth.palette import mixed, shaded
from shelfvision.synth.scene import FRONT, Row, Slot
from shelfvision.synth.shapes import SHAPES, PackKind
from shelfvision.synth.sprites import DIMMER, Sprites

if TYPE_CHECKING:
    from shelfvision.synth.canvas import Canvas
    from shelfvision.synth.fixtures import Style
    from shelfvision.synth.lens import Point

SMALLEST_PX = 2
NEAREST = 0.2  # metres before the lens
HOOK = 0.002  # metres, half a hook's thickness
BEHIND, BESIDE_A_GAP = 2, 5  # packs drawn one behind the other, at most
LIDDED = frozenset({PackKind.CAN, PackKind.SLIM_CAN, PackKind.JAR, PackKind.TUB})
LID_POINTS = 14


class Pack(NamedTuple):
    """One pack of a facing: ``layer`` 0 is the first, ``z`` its front in metres."""

    slot: Slot
    layer: int
    z: float


def stand_row(canvas: Canvas, sprites: Sprites, style: Style, row: Row) -> None:
    """Stand or hang all goods of a row."""
    eye = canvas.lens.eye
    packs = [pack for place in range(len(row.slots)) for pack in _packs(row, place, style)]
    packs.sort(key=lambda pack: (-round(pack.z / 0.06), -abs((pack.slot.x0 + pack.slot.x1) / 2 - eye[0])))
    for pack in packs:
        _stand(canvas, sprites, row, pack)


def draw_hooks(canvas: Canvas, style: Style, row: Row) -> None:
    """Draw the hook that each facing of a hanging row hangs from; in a gap it is all that is left."""
    for slot in row.slots:
        x, y = (slot.x0 + slot.x1) / 2, row.tier.floor + row.tier.clear - 0.012
        arm = [
            (x - HOOK, y, style.depth),
            (x + HOOK, y, style.depth),
            (x + HOOK, y - HOOK, 0.0),
            (x - HOOK, y - HOOK, 0.0),
        ]
        tip = [
            (x - 2 * HOOK, y + HOOK, 0.0),
            (x + 2 * HOOK, y + HOOK, 0.0),
            (x + 2 * HOOK, y - 3 * HOOK, 0.0),
            (x - 2 * HOOK, y - 3 * HOOK, 0.0),
        ]
        canvas.flat(arm, shaded(style.back, 0.35 + 0.3 * style.light), None)
        canvas.flat(tip, (206, 208, 210), None)


def _packs(row: Row, place: int, style: Style) -> list[Pack]:
    """List the packs of one facing that may be seen."""
    slot = row.slots[place]
    if slot.empty:
        return []
    around = row.slots[max(0, place - 1) : place + 2]
    bare = any(other.empty or other.back > slot.back + 0.05 for other in around)
    most = BESIDE_A_GAP if bare else BEHIND
    if SHAPES[slot.article.kind].solid and not bare:
        most = 1
    deep = slot.article.deep * 1.04
    fit = max(1, int((style.depth - FRONT - slot.back) / deep))
    return [Pack(slot, layer, FRONT + slot.back + layer * deep) for layer in range(min(most, fit))]


def _stand(canvas: Canvas, sprites: Sprites, row: Row, pack: Pack) -> None:
    """Draw one pack: the sides and top that can be seen, then its front."""
    slot, layer, z = pack
    article = slot.article
    shape = SHAPES[article.kind]
    bottom = row.tier.floor
    if row.tier.hanging:
        bottom += row.tier.clear - article.tall - 0.02
    top = bottom + article.tall
    middle = (slot.x0 + slot.x1) / 2
    axis = z + article.deep / 2 * shape.bulge
    if canvas.lens.depth((middle, top, z)) < NEAREST:
        return
    height = article.tall * canvas.lens.scale((middle, bottom, axis))
    if height < SMALLEST_PX:
        return
    mark = slot.mark if layer == 0 else None
    if shape.solid:
        _sides(canvas, pack, bottom, top, mark)
    ax, az = _facing(canvas, middle, axis, shape.bulge)
    half = article.wide / 2
    tip = slot.leaning * article.tall
    corner = (middle - ax * half + tip, top, axis - az * half)
    plane = Plane(corner, (ax * article.wide, 0.0, az * article.wide), (-tip, -article.tall, 0.0))
    if canvas.span(canvas.lens.outline(corners(plane))) is None:
        return
    sprite, cover = sprites.get(article, slot.turned, height, layer)
    canvas.face(sprite, plane, mark, cover)
    if article.kind in LIDDED and canvas.lens.eye[1] > top:
        lid = article.wide / 2 * shape.outline[0][1]
        turns = [2 * math.pi * step / LID_POINTS for step in range(LID_POINTS)]
        ring: list[Point] = [(middle + lid * math.cos(t), top, axis + lid * math.sin(t)) for t in turns]
        colour = (
            (196, 198, 202)
            if article.kind in {PackKind.CAN, PackKind.SLIM_CAN}
            else mixed(article.accent, (255, 255, 255), 0.2)
        )
        canvas.flat(ring, shaded(colour, DIMMER**layer), mark)


def _facing(canvas: Canvas, x: float, z: float, bulge: float) -> tuple[float, float]:
    """Return the direction (x, z) of a pack's width: round packs look the same from all sides, flat ones face front."""
    ex, _, ez = canvas.lens.eye
    dx, dz = ex - x, ez - z
    far = math.hypot(dx, dz)
    ax, az = bulge * -dz / far + 1 - bulge, bulge * dx / far
    size = math.hypot(ax, az)
    return ax / size, az / size


def _sides(canvas: Canvas, pack: Pack, bottom: float, top: float, mark: int | None) -> None:
    """Draw a box's side towards the camera and its upper side."""
    slot, layer, z = pack
    eye = canvas.lens.eye
    back = z + slot.article.deep
    dim = DIMMER**layer
    if eye[0] < slot.x0 or eye[0] > slot.x1:
        x = slot.x0 if eye[0] < slot.x0 else slot.x1
        high = top - bottom
        for low, up, light in ((0.0, 1.0, 0.62), (0.1, 0.3, 0.8), (0.55, 0.8, 0.5)):
            y0, y1 = bottom + low * high, bottom + up * high
            inset = 0.0 if up == 1 else 0.12 * slot.article.deep
            points = [(x, y1, z + inset), (x, y1, back - inset), (x, y0, back - inset), (x, y0, z + inset)]
            canvas.flat(points, shaded(slot.article.colour if light > 0.5 else slot.article.accent, light * dim), mark)
    if eye[1] > top:
        points = [(slot.x0, top, z), (slot.x1, top, z), (slot.x1, top, back), (slot.x0, top, back)]
        canvas.flat(points, shaded(slot.article.colour, 1.08 * dim), mark)
