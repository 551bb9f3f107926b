"""A store on an order day, for screens: a source that is still open, and the sheet of suggestions of today."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from storewalk.ordering.sheet_models import NUMBERS
from storewalk.stock import api as stock
from storewalk.stores.api import store_clock
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product
from tests.factories.supply import add_source, deliver, offer, set_offers
from tests.ordering.orders import PLAIN, WRITE

MILK, YOGHURT, SANDWICH, RICE_BALL, TOFU, CREAM = (
    "鲜牛奶 950ml", "原味酸奶 200g", "火腿三明治", "金枪鱼饭团", "嫩豆腐 400g", "淡奶油 250ml",
)  # fmt: skip
ENGLISH: Final = ("Fresh milk 950 ml", "Plain yoghurt 200 g", "Ham sandwich", "Tuna rice ball", "Tofu 400 g", "Cream")
PACKS: Final = {MILK: 12, YOGHURT: 24, SANDWICH: 1, RICE_BALL: 1, TOFU: 6, CREAM: 12}
CREAM_CODE: Final = "6902890243441"
SUMS: Final[dict[str, dict[str, int]]] = {
    MILK: {"expected": 31_204, "safety": 6_380, "stock": 9_000, "on_order": 4_000, "wanted": 24_584, "pack": 11_416,
           "quantity": 36_000},
    YOGHURT: {"expected": 12_500, "safety": 3_250, "stock": 0, "wanted": 15_750, "pack": 8_250, "quantity": 24_000},
    SANDWICH: {"expected": 16_000, "safety": 4_600, "stock": 4_000, "spoils": 2_000, "wanted": 18_600, "pack": 400,
               "shelf_life": -1_000, "quantity": 18_000},
    RICE_BALL: {"expected": 9_100, "safety": 2_100, "stock": 3_000, "wanted": 8_200, "pack": 800, "quantity": 9_000},
    TOFU: {"expected": 4_000, "safety": 2_000, "stock": 20_000, "wanted": 0, "quantity": 0},
    CREAM: {"expected": 3_400, "safety": 1_900, "display": 2_000, "stock": 8_000, "wanted": 0, "quantity": 0},
}  # fmt: skip


@dataclass(frozen=True)
class OrderDay:
    """Store A1 on its order day; `products` are ids by name."""

    source: str
    products: dict[str, str]


async def order_day(served: Installation, org: Org, *, budget_cents: int = 200_000) -> OrderDay:
    """Keep all of it, in a catalogue. Sandwiches spoil, yoghurt is out, tofu must be ordered; four are suggested."""
    store = org.places["A1"]
    async with served.client(org, "buyer") as buyer:
        products = {
            name: await add_product(
                buyer,
                f"C{n}",
                name={"zh": name, "en": ENGLISH[n]},
                barcodes=[CREAM_CODE] if name == CREAM else [],
            )
            for n, name in enumerate(PACKS)
        }
        source = await add_source(buyer, code="CHILL", name="冷藏", cutOff="23:59", leastCents=0)
        assert (await deliver(buyer, source, store, budgetCents=budget_cents)).is_success
        offers = [offer(products[n], packQuantity=str(p), packCents=400 * p) for n, p in PACKS.items()]
        assert (await set_offers(buyer, source, *offers)).is_success
        terms: dict[str, Any] = {"productId": products[TOFU], "mustOrder": True}
        assert (await buyer.put("/api/order-terms", {"storeIds": [str(store)], "lines": [terms]})).is_success
    rows = [{**PLAIN, "known": 3_000 if name == RICE_BALL else 90_000, **SUMS[name]} for name in PACKS]
    async with served.platform.transaction(org.system) as tx:
        await tx.fetch(
            "UPDATE product SET recorded_at = recorded_at - interval '90 days' WHERE org_id = $1 AND code <> 'C3'",
            org.id,
        )
        today = (await store_clock(tx, store)).business_date(datetime.now(UTC))
        await tx.fetch(
            WRITE, org.id, store, today, tx.now, list(products.values()), [source["id"]], [1] * len(rows),
            *([row[name] for row in rows] for name in NUMBERS),
            struct.pack(f"<{28 * len(rows)}f", *([15.6, 6.2, 8.0, 4.5, 2.0, 1.7] * 28)),
        )  # fmt: skip
        await stock.move(tx, list(_milk_of_four_weeks(store, UUID(products[MILK]), today)))
    return OrderDay(source["id"], products)


async def ordered(served: Installation, org: Org, source: str) -> str:
    """Submit an order of A1 for as much as a source asks at least, and return it; it waits where the day is late."""
    async with served.client(org, "manager") as manager:
        order = await manager.post("/api/orders", {"storeId": str(org.places["A1"]), "sourceId": source})
        assert order.status_code == 201, order.text
        path = f"/api/orders/{order.json()['id']}"
        wanted = [{"productId": line["productId"], "quantity": "120"} for line in order.json()["lines"]]
        assert (await manager.put(f"{path}/lines", {"lines": wanted})).is_success
        sent = await manager.post(f"{path}/submission", {"urgent": True, "note": "周末有活动，请早点送"})
        assert sent.is_success, sent.text
    return order.json()["id"]


def _milk_of_four_weeks(store: UUID, milk: UUID, today: date) -> Iterator[stock.Wanted]:
    """Yield what left nine in the store: two deliveries, sales of 10 to 19 a day, and two days without any."""
    sold = {day: 10 + day * 7 % 10 for day in range(28, 0, -1) if day not in {9, 10}}
    first = sum(quantity for day, quantity in sold.items() if day > 10)
    second = sum(quantity for day, quantity in sold.items() if day < 9) + 9
    come, went = uuid4(), uuid4()
    for number, (day, quantity) in enumerate(((29, first), (8, second))):
        yield stock.Wanted(
            store_id=store,
            product_id=milk,
            quantity=Decimal(quantity),
            cause=stock.Cause.RECEIPT,
            way=stock.Way.IN,
            cause_id=come,
            cause_line=number,
            value_cents=quantity * 400,
            occurred_at=_at(today, day, time(0, 30)),
        )
    for number, (day, quantity) in enumerate(sold.items()):
        yield stock.Wanted(
            store_id=store,
            product_id=milk,
            quantity=Decimal(quantity),
            cause=stock.Cause.SALE,
            way=stock.Way.OUT,
            cause_id=went,
            cause_line=number,
            occurred_at=_at(today, day, time(21)),
        )


def _at(today: date, days_ago: int, wall: time) -> datetime:
    return datetime.combine(today - timedelta(days=days_ago), wall, ZoneInfo("Asia/Shanghai"))
