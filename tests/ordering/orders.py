"""A shop that orders: what its source offers, what its sheet of today suggests, and the steps of an order."""

import struct
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import httpx

from storewalk.core.platform import Platform
from storewalk.ordering.sheet_models import NUMBERS
from tests.factories.client import Client
from tests.factories.shop import Shop
from tests.factories.supply import add_source, deliver, offer, set_offers
from tests.factories.today import ZONE

PATH: Final = "/api/orders"
PLAIN: Final = {**dict.fromkeys(NUMBERS, 0), "known": 90_000}
INTEGERS: Final = [f"${n + 8}::int[]" for n in range(len(NUMBERS))]
WRITE: Final = f"""
INSERT INTO order_sheet (org_id, store_id, day, planned_at, product_ids, source_ids, sources, arrival, cover, service,
    {", ".join(NUMBERS)}, forecast)
VALUES ($1, $2, $3, $4, $5, $6, $7, array_fill(2::smallint, ARRAY[cardinality($5::uuid[])]),
    array_fill(1::smallint, ARRAY[cardinality($5::uuid[])]), array_fill(950::smallint, ARRAY[cardinality($5::uuid[])]),
    {", ".join(INTEGERS)}, ${len(NUMBERS) + 8})"""


def at(platform: Platform, wall: time, zone: ZoneInfo = ZONE, *, days: int = 1) -> datetime:
    """Set the clock to a wall time of the day after today, and return the instant."""
    local = datetime.now(zone) + timedelta(days=days)
    wanted = datetime.combine(local.date(), wall, zone)
    platform.clock.offset = wanted - datetime.now(zone)
    return wanted


def numbers(quantity: int, **more: int) -> dict[str, int]:
    """Return the arithmetic of a suggestion of so many units: all of it expected, unless told otherwise."""
    return {**PLAIN, "expected": quantity * 1000, "wanted": quantity * 1000, "quantity": quantity * 1000, **more}


async def source_of(shop: Shop, buyer: Client, packs: dict[str, int], *, code: str = "FRESH", **form: Any) -> UUID:
    """Add a source that delivers to the shop every day: products by name in packs, at 3 yuan a unit; closes at 11."""
    source = await add_source(buyer, **{"code": code, "leastCents": 0, **form})
    lines = [offer(shop.products[name], packQuantity=str(pack), packCents=300 * pack) for name, pack in packs.items()]
    for answer in (await deliver(buyer, source, shop.store), await set_offers(buyer, source, *lines)):
        assert answer.status_code == 200, answer.text
    return UUID(source["id"])


@dataclass
class Ordering:
    """A shop with a source that delivers to it, and whose order of today is at `path`."""

    shop: Shop
    source: UUID
    platform: Platform
    id: str = ""

    @property
    def path(self) -> str:
        return f"{PATH}/{self.id}"

    @property
    def today(self) -> date:
        return self.platform.clock.now().astimezone(ZONE).date()

    def product(self, name: str) -> str:
        return str(self.shop.products[name])

    async def suggest(
        self, lines: dict[str, int | dict[str, int]], *, source: UUID | None = None, store: UUID | None = None
    ) -> None:
        """Keep a sheet of today for the shop: quantities, or whole arithmetics, by the products' names."""
        rows = [numbers(each) if isinstance(each, int) else {**PLAIN, **each} for each in lines.values()]
        columns = [[row[name] for row in rows] for name in NUMBERS]
        async with self.shop.app_tx(self.shop.org) as tx:
            await tx.fetch(
                WRITE, self.shop.org.id, store or self.shop.store, self.today, tx.now,
                [self.shop.products[name] for name in lines], [source or self.source], [1] * len(rows), *columns,
                struct.pack(f"<{28 * len(rows)}f", *[1.0] * 28 * len(rows)),
            )  # fmt: skip

    async def sql(self, statement: str, *arguments: object) -> list[Any]:
        """Run a statement as the system; $1 is the organization."""
        async with self.shop.app_tx(self.shop.org) as tx:
            return await tx.fetch(statement, self.shop.org.id, *arguments)

    async def open(self, who: Client, **form: Any) -> dict[str, Any]:
        """Open today's order, and go on with it."""
        whole = {"id": str(uuid4()), "storeId": str(self.shop.store), "sourceId": str(self.source), **form}
        answer = await who.post(PATH, whole)
        assert answer.status_code == 201, answer.text
        self.id = answer.json()["id"]
        return answer.json()

    async def put(self, who: Client, lines: dict[str, Any]) -> httpx.Response:
        """Set quantities by the products' names; a pair is a quantity and its reason."""
        pairs = {name: each if isinstance(each, tuple) else (each, None) for name, each in lines.items()}
        form = [{"productId": self.product(n), "quantity": str(q), "reason": why} for n, (q, why) in pairs.items()]
        return await who.put(f"{self.path}/lines", {"lines": form})

    async def set(self, who: Client, **lines: Any) -> dict[str, Any]:
        answer = await self.put(who, lines)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def read(self, who: Client) -> dict[str, Any]:
        answer = await who.get(self.path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def lines(self, who: Client) -> dict[str, dict[str, Any]]:
        return by_name(await self.read(who))

    async def step(self, who: Client, name: str, **form: Any) -> httpx.Response:
        return await who.post(f"{self.path}/{name}", form)

    async def take(self, who: Client, name: str, **form: Any) -> dict[str, Any]:
        """Take a step that must succeed."""
        answer = await self.step(who, name, **form)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def submit(self, who: Client, **form: Any) -> dict[str, Any]:
        return await self.take(who, "submission", **form)

    async def events(self, *kinds: str) -> list[str]:
        """Return the kinds of what happened to the order, in order, or those of some kinds only."""
        rows = await self.sql(
            "SELECT kind FROM event WHERE org_id = $1 AND subject_id = $2 ORDER BY recorded_at, id", UUID(self.id)
        )
        return [row["kind"].removeprefix("ordering.") for row in rows if not kinds or row["kind"] in kinds]


async def budget(ordering: Ordering, cents: int) -> None:
    """Let each order of the store cost so much."""
    await ordering.sql("UPDATE order_delivery SET budget_cents = $2 WHERE org_id = $1", cents)


def by_name(order: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return an order's lines by the products' names."""
    return {line["name"]["en"]: line for line in order["lines"]}


def quantities(order: dict[str, Any]) -> dict[str, Decimal]:
    return {name: Decimal(line["quantity"]) for name, line in by_name(order).items()}
