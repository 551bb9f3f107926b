"""Pictures that show no shelf, drawn from seeds: what the reader must not answer as if it had read one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from shelfvision.evaluation.intervals import Span, wilson
from shelfvision.evaluation.photos import Example, Seen
from shelfvision.inference.result import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.random import Generator

WIDE, HIGH = 640, 480
OF_EACH = 8
STRANGER_SEED = 600_000
LETTERS = "etaoinshrdlucmfwypvbgkjqxz"


class Strangers(Struct, frozen=True):
    """How many pictures that show no shelf are answered as read, all together and by kind (those with any)."""

    pictures: int
    read: int
    read_span: Span
    kinds: dict[str, int]


def strangers(first_seed: int = STRANGER_SEED, of_each: int = OF_EACH) -> Iterator[Example]:
    """Draw pictures of every kind; no box is true in them."""
    for place, (kind, draw) in enumerate(KINDS.items()):
        for number in range(of_each):
            rng = np.random.default_rng([first_seed, place, number])
            empty = np.zeros((0, 4), np.float32)
            yield Example(np.asarray(draw(rng)), {"product": empty, "gap": empty}, f"{kind} {number}")


def answered(seen: Iterable[Seen]) -> Strangers:
    """Count what was read of pictures that show no shelf."""
    outcomes = [(one.name.rsplit(" ", 1)[0], one.reading.outcome is Outcome.READ) for one in seen]
    read = Counter(kind for kind, sure in outcomes if sure)
    low, high = wilson(read.total(), len(outcomes))
    return Strangers(len(outcomes), read.total(), (round(low, 4), round(high, 4)), dict(sorted(read.items())))


def _noise(rng: Generator) -> Image.Image:
    """Colour noise of grains of 1 to 24 pixels."""
    grain = int(rng.choice([1, 3, 8, 24]))
    small = rng.integers(0, 256, (HIGH // grain, WIDE // grain, 3), dtype=np.uint8)
    return Image.fromarray(small).resize((WIDE, HIGH), Image.Resampling.NEAREST)


def _gradient(rng: Generator) -> Image.Image:
    """A wall lit from one side, with a little grain."""
    across, down = np.meshgrid(np.linspace(0, 1, WIDE), np.linspace(0, 1, HIGH))
    slope = (across * rng.random() + down * rng.random())[..., None]
    colours = rng.uniform(40, 240, (2, 3))
    lit = colours[0] * (1 - slope) + colours[1] * slope + rng.normal(0, 6, (HIGH, WIDE, 3))
    return Image.fromarray(lit.clip(0, 255).astype(np.uint8))


def _page(rng: Generator) -> Image.Image:
    """A page of text in lines of words."""
    page = Image.new("RGB", (WIDE, HIGH), tuple(rng.integers(225, 256, 3).tolist()))
    pen, size = ImageDraw.Draw(page), int(rng.integers(10, 26))
    font = ImageFont.load_default(size)
    for y in range(20, HIGH - size, round(size * 1.5)):
        words = ["".join(rng.choice(list(LETTERS), int(rng.integers(2, 10)))) for _ in range(WIDE // size)]
        pen.text((24, y), " ".join(words), fill=(30, 30, 30), font=font)
    return page


def _checkers(rng: Generator) -> Image.Image:
    """A chequered floor."""
    side, (one, other) = int(rng.integers(12, 80)), rng.integers(0, 256, (2, 3))
    rows, columns = np.indices((HIGH, WIDE)) // side
    return Image.fromarray(np.where(((rows + columns) % 2)[..., None] == 0, one, other).astype(np.uint8))


def _bricks(rng: Generator) -> Image.Image:
    """A wall of bricks, each of its own shade."""
    wall = Image.new("RGB", (WIDE, HIGH), (190, 186, 180))
    pen, high = ImageDraw.Draw(wall), int(rng.integers(18, 60))
    wide = round(high * rng.uniform(1.8, 3.0))
    for row, y in enumerate(range(0, HIGH, high)):
        for x in range(-wide * (row % 2) // 2, WIDE, wide):
            shade = int(rng.integers(-18, 18))
            pen.rectangle((x + 2, y + 2, x + wide - 2, y + high - 2), fill=(150 + shade, 75 + shade, 60 + shade))
    return wall


def _table(rng: Generator) -> Image.Image:
    """A sheet of figures in ruled cells."""
    sheet = Image.new("RGB", (WIDE, HIGH), "white")
    pen, wide, high = ImageDraw.Draw(sheet), int(rng.integers(50, 130)), int(rng.integers(18, 40))
    for y in range(0, HIGH, high):
        for x in range(0, WIDE, wide):
            fill = (222, 232, 246) if y == 0 else (255, 255, 255)
            pen.rectangle((x, y, x + wide, y + high), outline=(150, 150, 150), fill=fill)
            pen.text((x + wide - 6, y + high / 2), f"{rng.integers(1, 99999):,}", fill=(20, 20, 20), anchor="rm")
    return sheet


def _bars(rng: Generator) -> Image.Image:
    """A barcode, close."""
    code = Image.new("RGB", (WIDE, HIGH), "white")
    pen, x = ImageDraw.Draw(code), 40
    while x < WIDE - 40:
        wide = int(rng.integers(2, 14))
        pen.rectangle((x, 50, x + wide, HIGH - 90), fill="black")
        x += wide + int(rng.integers(3, 14))
    pen.text((WIDE / 2, HIGH - 50), str(rng.integers(10**12, 10**13)), fill="black", font=ImageFont.load_default(40))
    return code


def _balls(rng: Generator) -> Image.Image:
    """Round things of all colours strewn over a floor."""
    floor = Image.new("RGB", (WIDE, HIGH), tuple(rng.integers(60, 200, 3).tolist()))
    pen = ImageDraw.Draw(floor)
    for _ in range(int(rng.integers(10, 80))):
        x, y, radius = rng.uniform(0, WIDE), rng.uniform(0, HIGH), rng.uniform(8, 60)
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=tuple(rng.integers(0, 256, 3).tolist()))
    return floor


def _street(rng: Generator) -> Image.Image:
    """Houses with rows of windows under a sky."""
    street = Image.new("RGB", (WIDE, HIGH), (150 + int(rng.integers(0, 60)), 190, 225))
    pen, x = ImageDraw.Draw(street), 0
    while x < WIDE:
        wide, top = int(rng.integers(90, 220)), int(rng.integers(40, 240))
        pen.rectangle((x, top, x + wide, HIGH), fill=tuple(rng.integers(90, 220, 3).tolist()))
        for y in range(top + 14, HIGH - 30, 46):
            for left in range(x + 12, x + wide - 22, 34):
                pen.rectangle((left, y, left + 18, y + 26), fill=tuple(rng.integers(30, 120, 3).tolist()))
        x += wide
    return street


def _smear(rng: Generator) -> Image.Image:
    """A hand before the lens: soft patches of colour, and a little grain that a blur test takes for detail."""
    patches = Image.fromarray(rng.integers(0, 256, (6, 8, 3), dtype=np.uint8)).resize((WIDE, HIGH))
    soft = np.asarray(patches.filter(ImageFilter.GaussianBlur(20)), np.float64)
    return Image.fromarray((soft + rng.normal(0, 9, soft.shape)).clip(0, 255).astype(np.uint8))


KINDS: dict[str, Callable[[Generator], Image.Image]] = {
    "noise": _noise,
    "lit wall": _gradient,
    "page of text": _page,
    "chequered floor": _checkers,
    "brick wall": _bricks,
    "sheet of figures": _table,
    "barcode": _bars,
    "balls": _balls,
    "street": _street,
    "smear": _smear,
}
