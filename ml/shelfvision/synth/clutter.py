"""Where things are before the shelf: promotion signs, wobblers, strips of cards, arms, people and trolleys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from shelfvision.synth.chance import between, pick, weighted
from shelfvision.synth.things import draw_arm, draw_person, draw_sign, draw_strip, draw_trolley, draw_wobbler

if TYPE_CHECKING:
    from numpy.random import Generator
    from PIL import Image

    from shelfvision.synth.canvas import Span
    from shelfvision.synth.fixtures import Tier
    from shelfvision.synth.lens import Lens

KINDS = {"sign": 4, "wobbler": 3, "strip": 1.5, "arm": 1.2, "person": 0.8, "trolley": 0.8}


class Thing(NamedTuple):
    """One thing before the shelf, drawn: its picture (RGBA) and its upper left pixel."""

    patch: Image.Image
    place: tuple[int, int]

    @property
    def span(self) -> Span:
        """The pixels that it can cover."""
        x, y = self.place
        return x, y, x + self.patch.width, y + self.patch.height


def plan_clutter(rng: Generator, lens: Lens, tiers: tuple[Tier, ...], count: int) -> list[Thing]:
    """Draw ``count`` things where they hang, stand or reach in."""
    return [_thing(rng, lens, tiers, weighted(rng, KINDS)) for _ in range(count)]


def _thing(rng: Generator, lens: Lens, tiers: tuple[Tier, ...], kind: str) -> Thing:
    """Draw one thing at a place of its kind."""
    tier = pick(rng, tiers)
    x, y = between(rng, 0.05, 0.95) * lens.width, between(rng, 0.1, 0.95) * lens.height
    metre = lens.scale((0.0, tier.floor, 0.0))
    side = lens.ray(x, y, -0.05)
    if side is not None and lens.depth((side, tier.floor, -0.05)) > 0.3:
        px, py = lens.see((side, tier.floor, -0.05))
        metre = lens.scale((side, tier.floor, -0.05))
        if 0 < py < lens.height:
            x, y = px, py
    match kind:
        case "sign":
            patch = draw_sign(rng, between(rng, 0.1, 0.24) * metre, between(rng, 0.07, 0.16) * metre)
            return Thing(patch, (round(x), round(y - patch.height * between(rng, 0.1, 0.9))))
        case "wobbler":
            patch = draw_wobbler(rng, between(rng, 0.07, 0.14) * metre)
            return Thing(patch, (round(x), round(y - patch.height * between(rng, 0.2, 0.7))))
        case "strip":
            patch = draw_strip(rng, between(rng, 0.08, 0.13) * metre, between(rng, 0.4, 0.8) * metre)
            return Thing(patch, (round(x), round(y)))
        case "arm":
            patch = draw_arm(rng, between(rng, 0.16, 0.24) * metre)
            return Thing(patch, (round(x), lens.height - patch.height + round(between(rng, 0, 0.3) * patch.height)))
        case "person":
            patch = draw_person(rng, between(rng, 0.45, 0.75) * metre, lens.height)
            return Thing(
                patch,
                (
                    pick(rng, (-1, 1)) * round(lens.width * 0.42 + patch.width * between(rng, 0, 0.5))
                    + (lens.width - patch.width) // 2,
                    lens.height - patch.height,
                ),
            )
        case _:
            patch = draw_trolley(rng, between(rng, 0.5, 0.8) * metre)
            return Thing(
                patch, (round(x - patch.width / 2), lens.height - round(patch.height * between(rng, 0.4, 0.8)))
            )
