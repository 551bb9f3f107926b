"""Twenty stores sell, receive and carry at once, several tills each: nobody waits for ever, and nothing is lost."""

import asyncio
import random
from datetime import timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from storewalk.stock import api as stock
from storewalk.stock.api import Cause, PlaceKind, Wanted, Way
from storewalk.stores import api as stores
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.organization import Org
from tests.factories.stock import add_product

STORES, PRODUCTS, WRITERS, POSTINGS, LINES = 20, 6, 12, 8, 12
OPENING = 1_000
ITEMS = "SELECT store_id, product_id, quantity, value_cents FROM stock_item WHERE org_id = $1"


async def open_stores(org: Org, app_tx: AppTx) -> list[UUID]:
    async with app_tx(org) as tx:
        forms = [
            stores.AddStore(code=f"N{number}", name=f"第 {number} 店", region_id=org.places["A"])
            for number in range(STORES)
        ]
        return [(await stores.add_store(tx, form)).id for form in forms]


async def test_twenty_stores_post_at_once_without_a_deadlock_or_a_lost_change(
    buyer: Client, org: Org, app_tx: AppTx
) -> None:
    shops = await open_stores(org, app_tx)
    products = [UUID(await add_product(buyer, f"P{number}")) for number in range(PRODUCTS)]
    expected = {(shop, product): Decimal(OPENING) for shop in shops for product in products}
    async with app_tx(org) as tx:
        opening, at = uuid4(), tx.now - timedelta(hours=1)
        goods = [
            Wanted(
                store_id=shop, product_id=product, quantity=Decimal(OPENING), cause=Cause.OPENING, way=Way.IN,
                cause_id=opening, cause_line=number, occurred_at=at, value_cents=OPENING * 100,
            )
            for number, (shop, product) in enumerate(expected)
        ]  # fmt: skip
        await stock.move(tx, goods)

    async def write(seed: int) -> None:
        """Post documents of lines in any order, across stores; no transaction is tried a second time."""
        dice = random.Random(seed)  # noqa: S311 - the same postings each time
        for _ in range(POSTINGS):
            wanted: list[Wanted] = []
            for number, key in enumerate(dice.sample(list(expected), LINES)):
                cause, way = dice.choice([(Cause.SALE, Way.OUT), (Cause.RETURN, Way.IN), (Cause.REFILL, Way.WITHIN)])
                shelf, back = (stock.standard_place(key[0], kind) for kind in (PlaceKind.SHELF, PlaceKind.BACK_ROOM))
                within = way is Way.WITHIN
                each = Wanted(
                    store_id=key[0], product_id=key[1], quantity=Decimal(dice.randint(1, 3)), cause=cause, way=way,
                    cause_id=uuid4(), cause_line=number, occurred_at=at + timedelta(minutes=1),
                    place_id=shelf if within else None, to_id=back if within else None,
                )  # fmt: skip
                wanted.append(each)
                expected[key] += way.value * each.quantity
            async with app_tx(org) as tx:
                await stock.move(tx, wanted)

    await asyncio.gather(*(write(seed) for seed in range(WRITERS)))
    async with app_tx(org) as tx:
        held = {(row["store_id"], row["product_id"]): row for row in await tx.fetch(ITEMS, org.id)}
        assert await stock.differences(tx) == []
    assert {key: row["quantity"] for key, row in held.items()} == expected
    assert all(row["value_cents"] == row["quantity"] * 100 for row in held.values())
