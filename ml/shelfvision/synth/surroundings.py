"""What is seen around the shelf: the shop's floor, ceiling and lamps, and far shelves above and beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shelfvision.synth.chance import between, chance, pick
from shelfvision.synth.palette import Colour, brand_colour, mixed, shaded

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.canvas import Canvas

FLOORS: tuple[Colour, ...] = ((190, 184, 172), (160, 156, 150), (206, 200, 186), (120, 116, 112), (150, 120, 90))
CEILINGS: tuple[Colour, ...] = ((226, 226, 222), (200, 200, 196), (70, 72, 76), (36, 36, 40), (240, 236, 226))
FAR_WALL = 9.0  # metres behind the shelf's front
SIDE = 14.0  # metres to either side


def draw_surroundings(rng: Generator, canvas: Canvas) -> None:
    """Draw the shop: ceiling with lamps, far wall with far goods, and the floor with its joints."""
    high = between(rng, 2.7, 4.2)
    ceiling = pick(rng, CEILINGS)
    wall = mixed(ceiling, pick(rng, FLOORS), 0.6)
    canvas.flat([(-SIDE, high, FAR_WALL), (SIDE, high, FAR_WALL), (SIDE, 0, FAR_WALL), (-SIDE, 0, FAR_WALL)], wall)
    canvas.flat([(-SIDE, high, -4), (SIDE, high, -4), (SIDE, high, FAR_WALL), (-SIDE, high, FAR_WALL)], ceiling)
    along = chance(rng, 0.5)
    lamp = mixed((255, 255, 252), ceiling, between(rng, 0.0, 0.15))
    for number in range(7):
        at = -2 + 1.6 * number
        if along:
            strip = [
                (-SIDE, high - 0.02, at),
                (SIDE, high - 0.02, at),
                (SIDE, high - 0.02, at + 0.2),
                (-SIDE, high - 0.02, at + 0.2),
            ]
        else:
            x = 3.0 * (number - 3)
            strip = [
                (x, high - 0.02, -4),
                (x + 0.25, high - 0.02, -4),
                (x + 0.25, high - 0.02, FAR_WALL),
                (x, high - 0.02, FAR_WALL),
            ]
        canvas.flat(strip, lamp)
    _far_goods(rng, canvas)
    _floor(rng, canvas)


def _far_goods(rng: Generator, canvas: Canvas) -> None:
    """Draw blocks of colour on far shelves, as goods look from afar."""
    z = between(rng, 3.0, 6.0)
    for line in range(5):
        y = 0.3 + 0.4 * line
        x = -6.0
        while x < 6:
            wide = between(rng, 0.2, 0.9)
            colour = shaded(mixed(brand_colour(rng), (120, 120, 120), 0.45), between(rng, 0.6, 1.0))
            canvas.flat([(x, y + 0.3, z), (x + wide, y + 0.3, z), (x + wide, y, z), (x, y, z)], colour)
            x += wide + between(rng, 0.0, 0.1)


def _floor(rng: Generator, canvas: Canvas) -> None:
    """Draw the floor with its joints and the shelf's reflection fading into it."""
    colour = pick(rng, FLOORS)
    canvas.flat([(-SIDE, 0, -4), (SIDE, 0, -4), (SIDE, 0, FAR_WALL), (-SIDE, 0, FAR_WALL)], colour)
    canvas.flat([(-SIDE, 0, -0.25), (SIDE, 0, -0.25), (SIDE, 0, 0.1), (-SIDE, 0, 0.1)], shaded(colour, 0.7))
    tile = between(rng, 0.3, 0.7)
    for number in range(-8, 9):
        x = number * tile
        canvas.flat([(x, 0, -4), (x + 0.008, 0, -4), (x + 0.008, 0, 0), (x, 0, 0)], shaded(colour, 0.85))
    for number in range(1, 6):
        z = -number * tile
        canvas.flat([(-SIDE, 0, z), (SIDE, 0, z), (SIDE, 0, z + 0.008), (-SIDE, 0, z + 0.008)], shaded(colour, 0.85))
