"""The arithmetic that an order's line keeps adds up, whatever the sheet's rounding left of it."""

from decimal import Decimal

import numpy as np
import pytest
from numpy.random import Generator

from storewalk.ordering.order_models import SUMS
from tests.factories.client import Client
from tests.ordering.orders import Ordering, by_name

CHANGES = ("shelfLife", "most", "capacity", "least", "pack", "budget")
SEEDS = range(12)


def off(numbers: Generator, thousandths: int) -> int:
    """Return a number that was rounded by itself."""
    return thousandths + drawn(numbers, -1, 1) if thousandths else 0


def drawn(numbers: Generator, least: int, most: int) -> int:
    return int(numbers.integers(least, most, endpoint=True))


def arithmetic(numbers: Generator) -> dict[str, int]:
    """Return the arithmetic of some quantity of milk whose numbers were rounded one by one."""
    expected, safety, display, on_order = (drawn(numbers, 0, 40_000) for _ in range(4))
    stock, spoils = drawn(numbers, -5_000, 50_000), drawn(numbers, 0, 4_000)
    wanted = max(expected + safety + display - stock + spoils - on_order, 0)
    parts = [drawn(numbers, -wanted // 8, 0) for _ in range(4)] if wanted else [0] * 4
    quantity = 12_000 * drawn(numbers, 0 if wanted == 0 else 1, 4)
    exact = (expected, safety, display, stock, spoils, on_order, wanted, *parts)
    rounded = [off(numbers, each) for each in exact]
    rounded[SUMS.index("wanted")] = max(rounded[SUMS.index("wanted")], 0)
    pack = off(numbers, quantity - wanted - sum(parts))
    return dict(zip(SUMS, (*rounded, pack, 0, quantity), strict=True)) | {"changes": 0}


@pytest.mark.parametrize("seed", SEEDS)
async def test_every_line_adds_up_to_the_thousandth(ordering: Ordering, manager: Client, seed: int) -> None:
    numbers = np.random.default_rng(seed)
    sheet = {"milk": arithmetic(numbers), "eggs": arithmetic(numbers)}
    await ordering.suggest({**sheet})
    lines = by_name(await ordering.open(manager))
    for name, line in lines.items():
        wire = {key: Decimal(value) for key, value in line["arithmetic"].items()}
        short = wire["expected"] + wire["safety"] + wire["display"] - (wire["stock"] - wire["spoils"]) - wire["onOrder"]
        assert wire["wanted"] == max(short, 0)
        assert Decimal(line["suggested"]) == wire["wanted"] + sum(wire[each] for each in CHANGES)
        assert abs(wire["safety"] * 1000 - sheet[name]["safety"]) <= 8, "nothing but rounding was mended"
    wanted = {name for name, line in sheet.items() if line["quantity"] or line["wanted"]}
    assert set(lines) == wanted
