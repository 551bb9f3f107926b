"""Keeps each pack's picture in the sizes and lights that one scene needs."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from shelfvision.synth.packs import draw_pack

if TYPE_CHECKING:
    from PIL.Image import Image

    from shelfvision.synth.articles import Article

STEP = 1.25  # from one drawn size to the next
LARGEST_PX = 1500
DIMMER = 0.68  # light that is left one pack deeper


class Sprites:
    """Draws each pack once for every size and light that a picture needs."""

    def __init__(self) -> None:
        """Begin with none."""
        self._drawn: dict[tuple[Article, int, int], Image] = {}
        self._dimmed: dict[tuple[Article, int, int, int], Image] = {}
        self._cover: dict[tuple[Article, int, int], float] = {}

    def get(self, article: Article, turned: float, height: float, layer: int) -> tuple[Image, float]:
        """Return the pack at least ``height`` pixels high, and the share of its picture that is not transparent."""
        level = max(6, math.ceil(math.log(min(max(height, 4.0), LARGEST_PX)) / math.log(STEP)))
        key = (article, round(turned * 4), level)
        if key not in self._drawn:
            sprite = draw_pack(article, round(STEP**level), key[1] / 4)
            self._drawn[key] = sprite
            shares = sprite.getchannel("A").histogram()
            self._cover[key] = sum(shares[128:]) / sum(shares)
        if layer == 0:
            return self._drawn[key], self._cover[key]
        dim = (*key, layer)
        if dim not in self._dimmed:
            self._dimmed[dim] = self._drawn[key].point(_dimmer(layer))
        return self._dimmed[dim], self._cover[key]


@lru_cache(maxsize=8)
def _dimmer(layer: int) -> list[int]:
    """Return the look-up table that dims red, green and blue by the depth and leaves what is transparent."""
    return [round(value * DIMMER**layer) for value in range(256)] * 3 + list(range(256))
