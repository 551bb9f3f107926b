"""Places the camera before the shelf, so that the look's number of boards fills the picture."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from shelfvision.synth.chance import between, chance, pick
from shelfvision.synth.lens import Lens, aimed
from shelfvision.synth.looks import View

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.fixtures import Tier
    from shelfvision.synth.looks import ShelfLook

FAR = 6.0  # metres along the shelf beyond which nothing is drawn
RAIL_SEEN = {True: (0.4, 0.95), False: (0.6, 1.6)}  # share of the lowest rail in the picture, straight on or not
EYE = (1.05, 1.7)  # metres above the floor at which a phone is held


class Stand(NamedTuple):
    """Ranges of a view: boards in the picture, degrees of yaw to either side, most pitch and roll, and the zoom out."""

    boards: tuple[float, float]
    yaw: tuple[float, float]
    pitch: float
    roll: float
    room: tuple[float, float]


STANDS = {
    View.STRAIGHT: Stand((3.0, 6.4), (0.0, 4.0), 5.0, 0.8, (0.965, 1.0)),
    View.WIDE: Stand((4.6, 9.0), (0.0, 14.0), 8.0, 2.0, (0.98, 1.65)),
    View.CLOSE: Stand((1.2, 2.8), (0.0, 20.0), 14.0, 2.5, (0.95, 1.1)),
    View.OBLIQUE: Stand((3.0, 7.0), (9.0, 28.0), 12.0, 2.0, (1.0, 1.4)),
    View.AISLE: Stand((5.0, 8.0), (26.0, 45.0), 10.0, 2.5, (1.0, 1.55)),
}


def viewpoint(rng: Generator, look: ShelfLook, tiers: tuple[Tier, ...], size: tuple[int, int], more: float) -> Lens:
    """Return the camera for a picture of ``size`` pixels; its middle lies at ``x`` = 0 on the shelf's front.

    ``more`` boards than usual are taken in, so that many gaps find room.
    """
    stand = STANDS[look.view]
    width, height = size
    low, high = (boards + more for boards in stand.boards)
    upright = min(1.0, 1.1 * height / width)
    count = min(float(len(tiers)), max(1.0, between(rng, low, max(low * upright, high * upright))))
    first = int(rng.integers(0, len(tiers) - math.ceil(count) + 1))
    last = tiers[first + math.ceil(count) - 1]
    bottom = tiers[first].floor - tiers[first].rail * between(rng, *RAIL_SEEN[look.view is View.STRAIGHT])
    top = last.floor + last.clear - (math.ceil(count) - count) * (last.clear + last.rail)
    if look.view is not View.STRAIGHT:
        bottom -= between(rng, -0.06, 0.1)
    zoom = between(rng, *stand.room)
    tall = (top - bottom) * zoom
    target = bottom + (top - bottom) * (0.5 if look.view is View.STRAIGHT else between(rng, 0.44, 0.56))
    metres = tall * width / height
    focal = between(rng, 0.75, 1.25) * width
    distance = max(0.45, focal / width * metres)
    yaw = math.radians(between(rng, *stand.yaw)) * pick(rng, (-1, 1))
    most = math.radians(stand.pitch)
    lean = math.atan2(target - between(rng, *EYE), distance) * between(rng, 0.3, 1.0)
    pitch = max(-most, min(most, lean))
    roll = math.radians(between(rng, -stand.roll, stand.roll)) * (3.0 if chance(rng, 0.06) else 1.0)
    eye = (
        -distance * math.sin(yaw) * math.cos(pitch),
        target - distance * math.sin(pitch),
        -distance * math.cos(yaw) * math.cos(pitch),
    )
    return aimed(eye, (yaw, pitch, roll), focal * distance / (focal / width * metres), size)


def reach(lens: Lens, depth: float) -> tuple[float, float]:
    """Return from where to where along the shelf anything of it can be seen."""
    ends: list[float] = []
    for z in (0.0, depth):
        for down in (0.0, lens.height / 2, float(lens.height)):
            left, right = lens.ray(0.0, down, z), lens.ray(float(lens.width), down, z)
            ends += [-FAR if left is None else left, FAR if right is None else right]
    return max(-FAR, min(ends)) - 0.02, min(FAR, max(ends)) + 0.02
