"""How ordering went at A1, for screens: four weeks of sales, and orders that are over, changed, late and claimed."""

from typing import Any
from uuid import UUID

from tests.analytics.past import Line, Past, ago, four_weeks
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.shop import Shop
from tests.factories.stock import add_product
from tests.factories.supply import add_source
from tests.factories.today import noon

MILK, EGGS = "巴氏鲜奶 1L", "散养鸡蛋 10 枚"
ENGLISH = {MILK: "Pasteurised milk 1 l", EGGS: "Free-range eggs, 10"}


async def reported(served: Installation, org: Org) -> Past:
    """Keep all of it, and have the results read. The catalogue is there already."""
    shop = Shop(org, lambda _: served.platform.transaction(org.system))
    async with served.client(org, "buyer") as buyer:
        for number, (zh, en) in enumerate(ENGLISH.items()):
            product = await add_product(buyer, f"0{number}7", name={"zh": zh, "en": en})
            shop.products[zh] = UUID(product)
        source = UUID((await add_source(buyer, code="PAST", name="城郊乳品"))["id"])
    await four_weeks(shop, MILK, EGGS)
    past = Past(shop, served.platform)
    for day in range(12, 2, -1):
        lines = [
            Line(product=MILK, suggested=10, ordered=10 + day % 3, expected=9, beside=1, reason="weather"),
            Line(product=EGGS, suggested=4, ordered=2, expected=4, reason="no_space" if day > 5 else None),
        ]
        people: dict[str, Any] = {"decided_by": "regional", "waited_s": 300 * day} if day % 4 == 0 else {}
        order = await past.order(source, ago(day), *lines, expected_on=ago(day), **people)
        await past.arrive(order, noon(ago(day - (day == 4)), 3))
    await past.claim(past.orders[-1], MILK, 2, 600)
    before = served.platform.clock.offset
    await past.read()
    served.platform.clock.offset = before
    return past
