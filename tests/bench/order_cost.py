"""CPU of a store's order: opened from its sheet, every line set, submitted, approved by somebody else, with its jobs.

The database knows how full its tables are, as one does that has run for more than a minute. Rounds of both sizes go
before those that count, ten small orders at once as in these, until every connection has planned its statements for
good, which PostgreSQL does at the sixth use of each: a server's first minute is no part of submitting and approving.

Counted are the process that serves, the one that works, and PostgreSQL with all its backends. Ten small orders, which
their stores send at the same time as before every cut-off, hold as many lines as a large one; of several rounds the
median counts, since neighbours on the machine make the same work dearer for a moment.
"""

import asyncio
import struct
from contextlib import ExitStack
from datetime import UTC, datetime
from decimal import Decimal
from statistics import median
from typing import Any, Final
from uuid import UUID, uuid4

import asyncpg
import httpx

from storewalk.catalog import api as catalog
from storewalk.core.platform import Platform
from storewalk.core.schemas import Words
from storewalk.ordering.sheet_models import NUMBERS
from storewalk.stores.api import AddStore, add_store, business_date
from tests.bench.count_cost import busy, send
from tests.bench.photo_cost import stack_client
from tests.bench.processes import Measured, cluster_cpu_s, running, wait_for
from tests.bench.rows import Row
from tests.bench.served import Installation, free_port
from tests.factories.organization import Org
from tests.ordering.orders import WRITE, numbers

LARGE, SMALL, ROUNDS, BEFORE = 500, 50, 3, 6
SMALL_ORDERS: Final = LARGE // SMALL
STORES: Final = ROUNDS + 1 + (BEFORE + ROUNDS) * SMALL_ORDERS
PACK: Final = 12
COST_GOAL, LINEARITY_GOAL = 0.05, 1.15
RULES: Final = "/api/order-approvals/rules"
SOURCE: Final = """
WITH made AS (
    INSERT INTO order_source (org_id, id, code, name, warehouse_id, lead_days, sold_same_day, cut_off, least_cents,
                              status, version)
    VALUES ($1, $2, 'ORDER', '每日配送', $3, 1, true, '23:59', 0, 'active', 1)
), offered AS (
    INSERT INTO order_offer (org_id, source_id, product_id, pack_quantity, pack_cents, least, service_class, rank,
                             version)
    SELECT $1, $2, id, $4, 3600, 0, 'b', 1, 1 FROM unnest($5::uuid[]) AS p (id)
)
INSERT INTO order_delivery (org_id, source_id, store_id, weekdays, version)
SELECT $1, $2, id, 127, 1 FROM unnest($6::uuid[]) AS s (id)"""


async def measure(installation: Installation) -> list[Row]:
    """Return the two rows. Raises httpx.HTTPStatusError when a step is refused."""
    products = await furnish(installation.platform, installation.org)
    source, stores = await supplied(installation, products)
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    with ExitStack() as stack:
        environment = {**installation.environment, "STOREWALK_PORT": str(port), "STOREWALK_PUBLIC_ORIGIN": origin}
        ours = [
            stack.enter_context(running(["-m", "storewalk.cli", command], environment)) for command in ("serve", "work")
        ]
        await asyncio.to_thread(wait_for, f"{origin}/api/health")
        buyer, approver = [await stack_client(installation, origin, role) for role in ("admin", "regional")]
        try:
            await always_approved(buyer)
            people = Orderers(buyer, approver, source)
            large, rest = stores[: ROUNDS + 1], stores[ROUNDS + 1 :]
            await spent(installation, ours, people, [(large[-1], products)])
            small = [rest[n * SMALL_ORDERS : (n + 1) * SMALL_ORDERS] for n in range(BEFORE + ROUNDS)]
            small_s = [
                await spent(installation, ours, people, [(each, products[:SMALL]) for each in some]) for some in small
            ][BEFORE:]
            large_s = [await spent(installation, ours, people, [(one, products)]) for one in large[:-1]]
        finally:
            await buyer.aclose()
            await approver.aclose()
    per_small, per_large = median(small_s) / SMALL_ORDERS, median(large_s) / (LARGE / SMALL)
    return [
        Row("order.cpu_s_per_50_lines", max(per_small, per_large), "CPU-s, API+worker+PostgreSQL", COST_GOAL, "lower"),
        Row("order.linearity", per_large / per_small, "a line of 500 / of 50", LINEARITY_GOAL, "lower"),
    ]


async def furnish(platform: Platform, org: Org) -> list[UUID]:
    """Take in a catalogue of 500 products, and return their ids."""
    async with platform.transaction(org.system) as tx:
        await catalog.add_category(tx, catalog.AddCategory(code="ORDER", name=Words("订货", "Order")))
        await catalog.add_unit(tx, catalog.AddUnit(code="瓶", name=Words("瓶", "bottle")))
        lines = [
            (n, catalog.ProductLine(code=f"O{n:05}", name_zh=f"商品 {n}", category="ORDER", unit="瓶", price_cents=500))
            for n in range(LARGE)
        ]
        outcome = await catalog.take_in(tx, lines, dry_run=False)
        assert outcome.created == LARGE, outcome.faults[:3]
        rows = await tx.fetch("SELECT id FROM product WHERE org_id = $1 AND code LIKE 'O%' ORDER BY code", org.id)
    return [row["id"] for row in rows]


async def supplied(installation: Installation, products: list[UUID]) -> tuple[UUID, list[UUID]]:
    """Have all stores supplied, each with a sheet of today; return source and stores, those of large orders first."""
    platform, org, stores = installation.platform, installation.org, list[UUID]()
    async with platform.transaction(org.system) as tx:
        for number in range(STORES):
            form = AddStore(code=f"O{number:03}", name=f"订货 {number} 店", region_id=org.places["A"])
            stores.append((await add_store(tx, form)).id)
    sheets = {each: products if n <= ROUNDS else products[:SMALL] for n, each in enumerate(stores)}
    source = await supply(platform, org, products, sheets)
    owner = await asyncpg.connect(installation.settings.owner_database_url)
    await owner.execute("ANALYZE")
    await owner.close()
    return source, stores


async def supply(platform: Platform, org: Org, products: list[UUID], sheets: dict[UUID, list[UUID]]) -> UUID:
    """Add a source of all products, and to each store a sheet of some of them for today; return the source."""
    source = uuid4()
    async with platform.transaction(org.system) as tx:
        await tx.fetch(SOURCE, org.id, source, org.places["B1"], Decimal(PACK), products, list(sheets))
        suggested = numbers(2 * PACK, expected=20_000, safety=9_000, stock=5_000)
        for store_id, some in sheets.items():
            columns = [[suggested[name]] * len(some) for name in NUMBERS]
            day = await business_date(tx, store_id, datetime.now(UTC))
            forecast = struct.pack(f"<{28 * len(some)}f", *[1.0] * 28 * len(some))
            await tx.fetch(WRITE, org.id, store_id, day, tx.now, some, [source], [1] * len(some), *columns, forecast)
    return source


class Orderers:
    """Who orders from a source, and who approves it."""

    def __init__(self, buyer: httpx.AsyncClient, approver: httpx.AsyncClient, source: UUID) -> None:
        self.buyer = buyer
        self.approver = approver
        self.source = source

    async def order_through(self, store_id: UUID, lines: list[dict[str, Any]]) -> None:
        """Open, set every line, submit, look, approve."""
        form = {"id": str(uuid4()), "storeId": str(store_id), "sourceId": str(self.source)}
        order = await send(self.buyer, "POST", "/api/orders", form)
        assert len(order["lines"]) == len(lines), len(order["lines"])
        path = f"/api/orders/{order['id']}"
        await send(self.buyer, "PUT", f"{path}/lines", {"lines": lines})
        submitted = await send(self.buyer, "POST", f"{path}/submission", {"urgent": True})
        assert submitted["state"] == "waiting"
        (await self.approver.get(path)).raise_for_status()
        done = await send(
            self.approver, "POST", f"{path}/approval", {"decision": "approve", "ifVersion": submitted["version"]}
        )
        assert (done["state"], done["totals"]["changed"]) == ("approved", len(lines))


async def always_approved(admin: httpx.AsyncClient) -> None:
    """Let no order pass by itself, and ask for no reasons."""
    rule = {"kind": "amount", "over": 0, "level": "region"}
    form = {"reasonPercent": 1000, "reasonCents": 0, "escalateMinutes": 10_080, "rules": [rule], "ifVersion": 0}
    await send(admin, "PUT", RULES, form)


async def spent(
    installation: Installation, ours: list[Measured], people: Orderers, orders: list[tuple[UUID, list[UUID]]]
) -> float:
    """Take orders from their opening to the last job, and return the CPU seconds of all processes."""
    bodies = [
        (store_id, [{"productId": str(each), "quantity": str(3 * PACK)} for each in some]) for store_id, some in orders
    ]
    before = sum(process.cpu_s for process in ours) + cluster_cpu_s(installation.services.folder.postgres)
    await asyncio.gather(*(people.order_through(store_id, lines) for store_id, lines in bodies))
    while await busy(installation):
        await asyncio.sleep(0.05)
    return sum(process.cpu_s for process in ours) + cluster_cpu_s(installation.services.folder.postgres) - before
