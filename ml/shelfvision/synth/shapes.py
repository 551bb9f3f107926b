"""The shapes of packaging: outline, cap, place of the label, and real size."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class PackKind(StrEnum):
    """The shapes of packaging that can stand or hang on a drawn shelf."""

    BOX = "box"
    SLIM_BOX = "slim_box"
    CIGARETTES = "cigarettes"
    CARTON = "carton"
    BOTTLE = "bottle"
    GLASS = "glass"
    SHAMPOO = "shampoo"
    PUMP = "pump"
    SPRAY = "spray"
    JUG = "jug"
    TUBE = "tube"
    CAN = "can"
    SLIM_CAN = "slim_can"
    JAR = "jar"
    TUB = "tub"
    BAG = "bag"
    POUCH = "pouch"
    SOFT_PACK = "soft_pack"
    CAN_PACK = "can_pack"
    CASE = "case"
    CARD = "card"
    CRATE = "crate"


class Shape(NamedTuple):
    """One shape.

    ``outline`` lists (share of the height from the top, half width to the left, to the right; 1 = half the pack);
    ``cap`` is the share of the height that is cap or lid, ``label`` from where to where the label goes; ``wide`` is
    width over height, ``tall`` the height and ``deep`` the depth over the width (metres and ratios as measured on
    common packs); ``bulge`` is 1 for a cylinder and 0 for a flat front; ``gloss`` 0 to 1; ``solid`` has side faces.
    """

    outline: tuple[tuple[float, float, float], ...]
    cap: float
    label: tuple[float, float]
    wide: tuple[float, float]
    tall: tuple[float, float]
    deep: float
    bulge: float
    gloss: float
    solid: bool = False


def _even(*points: tuple[float, float]) -> tuple[tuple[float, float, float], ...]:
    """Make an outline that is the same on both sides."""
    return tuple((t, half, half) for t, half in points)


FLAT = _even((0.0, 1.0), (1.0, 1.0))
BOTTLE = _even(
    (0, 0.36), (0.07, 0.36), (0.08, 0.3), (0.16, 0.34), (0.3, 0.95), (0.36, 1), (0.55, 0.93), (0.96, 1), (1, 0.9)
)
WINE = _even((0, 0.34), (0.3, 0.34), (0.42, 0.96), (0.46, 1), (0.98, 1), (1, 0.95))
SHAMPOO = _even((0, 0.5), (0.16, 0.55), (0.17, 0.85), (0.26, 1), (0.8, 0.96), (0.98, 0.84), (1, 0.78))
PUMP = (
    (0, 0.6, 0.16),
    (0.06, 0.62, 0.2),
    (0.07, 0.16, 0.16),
    (0.16, 0.16, 0.16),
    (0.17, 0.4, 0.4),
    (0.24, 0.42, 0.42),
    (0.3, 1, 1),
    (0.97, 1, 1),
    (1, 0.92, 0.92),
)
SPRAY = (
    (0, 0.9, 0.3),
    (0.1, 0.95, 0.4),
    (0.11, 0.35, 0.42),
    (0.22, 0.6, 0.3),
    (0.25, 0.32, 0.3),
    (0.3, 0.4, 0.4),
    (0.44, 0.95, 0.95),
    (0.55, 1, 1),
    (0.7, 0.86, 0.86),
    (0.97, 1, 1),
    (1, 0.94, 0.94),
)
JUG = (
    (0, 0.3, 0.6),
    (0.13, 0.34, 0.62),
    (0.14, 0.5, 0.7),
    (0.3, 0.92, 0.95),
    (0.4, 1, 1),
    (0.96, 0.97, 0.97),
    (1, 0.9, 0.9),
)
TUBE = _even((0, 1.0), (0.06, 1.0), (0.8, 0.78), (0.84, 0.6), (1.0, 0.6))
CAN = _even((0, 0.9), (0.03, 0.94), (0.06, 1), (0.95, 1), (0.98, 0.94), (1, 0.9))
SLIM = _even((0, 0.78), (0.03, 0.8), (0.1, 1), (0.92, 1), (1, 0.8))
JAR = _even((0, 0.88), (0.15, 0.9), (0.16, 0.8), (0.22, 0.95), (0.3, 1), (0.94, 1), (1, 0.88))
TUB = _even((0, 1.0), (0.12, 1.0), (0.13, 0.95), (1.0, 0.76))
BAG = _even((0, 0.94), (0.06, 0.9), (0.14, 0.98), (0.5, 1.0), (0.88, 0.98), (0.95, 0.92), (1, 0.95))
POUCH = _even((0, 0.92), (0.1, 0.9), (0.6, 1.0), (0.94, 0.98), (1, 0.88))
SOFT = _even((0, 0.86), (0.04, 0.96), (0.12, 1), (0.9, 1), (0.97, 0.97), (1, 0.92))
GABLE = _even((0, 0.8), (0.07, 0.8), (0.18, 1.0), (1.0, 1.0))
CASE = _even((0, 0.9), (0.2, 0.92), (0.32, 1.0), (0.97, 1.0), (1.0, 0.97))

SHAPES: dict[PackKind, Shape] = {
    PackKind.BOX: Shape(FLAT, 0, (0.04, 0.96), (0.5, 0.95), (0.15, 0.3), 0.4, 0.0, 0.25, solid=True),
    PackKind.SLIM_BOX: Shape(FLAT, 0, (0.04, 0.96), (1.4, 3.2), (0.045, 0.09), 0.5, 0.0, 0.25, solid=True),
    PackKind.CIGARETTES: Shape(FLAT, 0.08, (0.08, 0.98), (0.58, 0.66), (0.085, 0.1), 0.4, 0.0, 0.5, solid=True),
    PackKind.CARTON: Shape(GABLE, 0.06, (0.2, 0.95), (0.34, 0.5), (0.2, 0.26), 0.95, 0.05, 0.3),
    PackKind.BOTTLE: Shape(BOTTLE, 0.075, (0.4, 0.78), (0.27, 0.36), (0.22, 0.34), 1.0, 1.0, 0.7),
    PackKind.GLASS: Shape(WINE, 0.2, (0.52, 0.85), (0.22, 0.28), (0.26, 0.33), 1.0, 1.0, 0.8),
    PackKind.SHAMPOO: Shape(SHAMPOO, 0.16, (0.3, 0.9), (0.32, 0.5), (0.16, 0.25), 0.6, 0.55, 0.5),
    PackKind.PUMP: Shape(PUMP, 0.24, (0.4, 0.92), (0.36, 0.5), (0.17, 0.24), 0.7, 0.8, 0.6),
    PackKind.SPRAY: Shape(SPRAY, 0.27, (0.5, 0.93), (0.36, 0.46), (0.24, 0.3), 0.6, 0.6, 0.5),
    PackKind.JUG: Shape(JUG, 0.13, (0.36, 0.92), (0.55, 0.85), (0.22, 0.32), 0.55, 0.4, 0.45),
    PackKind.TUBE: Shape(TUBE, 0, (0.08, 0.78), (0.28, 0.4), (0.13, 0.18), 0.7, 0.7, 0.4),
    PackKind.CAN: Shape(CAN, 0.05, (0.07, 0.94), (0.6, 0.85), (0.09, 0.13), 1.0, 1.0, 0.6),
    PackKind.SLIM_CAN: Shape(SLIM, 0.04, (0.1, 0.94), (0.38, 0.5), (0.13, 0.17), 1.0, 1.0, 0.8),
    PackKind.JAR: Shape(JAR, 0.15, (0.34, 0.88), (0.55, 0.8), (0.09, 0.17), 1.0, 1.0, 0.7),
    PackKind.TUB: Shape(TUB, 0.12, (0.16, 0.96), (0.85, 1.4), (0.07, 0.12), 1.0, 0.8, 0.4),
    PackKind.BAG: Shape(BAG, 0.05, (0.1, 0.92), (0.62, 0.85), (0.18, 0.32), 0.4, 0.5, 0.7),
    PackKind.POUCH: Shape(POUCH, 0.07, (0.14, 0.92), (0.6, 0.8), (0.15, 0.25), 0.4, 0.35, 0.6),
    PackKind.SOFT_PACK: Shape(SOFT, 0.0, (0.12, 0.9), (0.7, 1.4), (0.2, 0.38), 0.6, 0.3, 0.6),
    PackKind.CAN_PACK: Shape(FLAT, 0.0, (0.1, 0.92), (1.0, 1.7), (0.12, 0.25), 1.0, 0.05, 0.6, solid=True),
    PackKind.CASE: Shape(CASE, 0.0, (0.42, 0.8), (0.8, 1.2), (0.22, 0.33), 0.7, 0.1, 0.8),
    PackKind.CARD: Shape(FLAT, 0.1, (0.12, 0.96), (0.45, 0.8), (0.14, 0.24), 0.12, 0.0, 0.5),
    PackKind.CRATE: Shape(FLAT, 0.0, (0.5, 1.0), (1.2, 1.8), (0.2, 0.28), 1.0, 0.0, 0.2, solid=True),
}
