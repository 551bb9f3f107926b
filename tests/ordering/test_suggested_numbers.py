"""What demand computed is what the phone is told and what an order keeps, number by number, and it adds up there."""

from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from numpy.random import Generator

from demand.policy.order import Needs, Suggestion, Terms, suggest
from storewalk.ordering.planning.sheets import CHANGES, adding_up
from tests.factories.client import Client
from tests.ordering.orders import Ordering, by_name

PACKS = {"milk": 12.0, "eggs": 30.0}
STEPS = ("shelfLife", "most", "capacity", "least", "pack", "budget")
NEEDS = (("expected", 1), ("safety", 1), ("display", 1), ("stock", -1), ("spoils", 1), ("onOrder", -1))
WIRE: dict[str, str] = {"onOrder": "on_order", "shelfLife": "shelf_life"}
SEEDS = range(10)


def computed(numbers: Generator) -> Suggestion:
    """Return what demand suggests of both products, whatever is expected, there, on its way and allowed."""
    expected, safety, usable, on_order, keep = numbers.uniform(0, 90, (5, 2))
    spoils = numbers.uniform(0, 5, 2) * (numbers.random(2) < 0.5)
    limits = [np.where(numbers.random(2) < 0.5, numbers.uniform(20, 120, 2), np.inf) for _ in range(3)]
    saleable, most, capacity = limits
    purse = np.array([numbers.choice([np.inf, numbers.uniform(2_000, 30_000)])])
    needs = Needs(
        expected, expected + safety, usable * 0.6, usable * 0.6 + spoils, on_order * 0.3, saleable, keep * 0.1
    )
    pack = np.array(list(PACKS.values()))
    return suggest(needs, Terms(pack, np.zeros(2), most, capacity, np.full(2, 300.0), np.zeros(2, np.int64), purse))


def adds_up(arithmetic: dict[str, str], quantity: str) -> bool:
    """Tell whether numbers as they are on the wire add up to the last digit."""
    short = sum((Decimal(arithmetic[name]) * way for name, way in NEEDS), Decimal(0))
    wanted = Decimal(arithmetic["wanted"])
    return wanted == max(short, Decimal(0)) and Decimal(quantity) == wanted + sum(
        Decimal(arithmetic[name]) for name in STEPS
    )


@pytest.mark.parametrize("seed", SEEDS)
async def test_the_phone_is_told_number_by_number_what_demand_computed_and_an_order_keeps_it(
    ordering: Ordering, manager: Client, seed: int
) -> None:
    made = computed(np.random.default_rng(seed))
    names = ("expected", "safety", "display", "spoils", "on_order", "wanted", *CHANGES, "quantity")
    exact = {name: np.asarray(getattr(made, name)) for name in names} | {"stock": made.usable + made.spoils}
    rounded = adding_up({**exact, "changes": np.zeros(2)})
    sheet = {product: {name: int(rounded[name][place]) for name in exact} for place, product in enumerate(PACKS)}
    await ordering.suggest({**sheet})
    answer = await manager.get("/api/order-suggestions", store=str(ordering.shop.store))
    told: dict[str, dict[str, Any]] = {line["name"]["en"]: line for line in answer.json()["lines"]}
    ordered = by_name(await ordering.open(manager))
    for place, product in enumerate(PACKS):
        line = told[product]
        numbers: dict[str, str] = line["arithmetic"]
        assert Decimal(line["quantity"]) == Decimal(float(made.quantity[place]))
        assert adds_up(numbers, line["quantity"])
        for wire, value in numbers.items():
            column = WIRE.get(wire, wire)
            assert Decimal(value) * 1000 == sheet[product][column]
            assert abs(float(value) - float(exact[column][place])) <= 0.004
        if product in ordered:
            assert (ordered[product]["suggested"], ordered[product]["arithmetic"]) == (line["quantity"], numbers)
        else:
            assert (line["quantity"], numbers["wanted"]) == ("0", "0")
