"""CPU of a whole count: lines in batches as phones send them, submission, a look at the variances, approval, its jobs.

Counted are the process that serves, the one that works, and PostgreSQL with all its backends. Three lines in a hundred
differ from the book, as in a store that is counted every month. Small counts are taken at several stores and added up,
since one takes less than a second; of several rounds of them the median counts, since neighbours on the machine make
the same work dearer for a moment.
"""

import asyncio
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from statistics import median
from typing import Any
from uuid import UUID, uuid4

import httpx

from storewalk.catalog import api as catalog
from storewalk.core.schemas import Words
from storewalk.stock import api as stock
from tests.bench.photo_cost import BUSY, stack_client
from tests.bench.processes import Measured, cluster_cpu_s, running, wait_for
from tests.bench.rows import Row
from tests.bench.served import Installation, free_port

LARGE, SMALL, SMALL_COUNTS, ROUNDS = 10_000, 1_000, 5, 3
BATCH, DIFFERING = 500, 33
COST_GOAL, LINEARITY_GOAL = 0.2, 1.15


async def measure(installation: Installation) -> list[Row]:
    """Return the two rows. Raises httpx.HTTPStatusError when a step is refused."""
    products = await furnish(installation)
    stores = await stocked(installation, products)
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    with ExitStack() as stack:
        environment = {**installation.environment, "STOREWALK_PORT": str(port), "STOREWALK_PUBLIC_ORIGIN": origin}
        ours = [
            stack.enter_context(running(["-m", "storewalk.cli", command], environment)) for command in ("serve", "work")
        ]
        await asyncio.to_thread(wait_for, f"{origin}/api/health")
        counter, approver = [await stack_client(installation, origin, role) for role in ("admin", "finance")]
        try:
            await no_recount(counter)
            await spent(installation, ours, counter, approver, [(stores[-1], products[:SMALL])])  # warm
            large, rest = stores[:ROUNDS], stores[ROUNDS:]
            small = [rest[n * SMALL_COUNTS : (n + 1) * SMALL_COUNTS] for n in range(ROUNDS)]
            small_s = [
                await spent(installation, ours, counter, approver, [(store_id, products[:SMALL]) for store_id in some])
                for some in small
            ]
            large_s = [await spent(installation, ours, counter, approver, [(one, products)]) for one in large]
        finally:
            await counter.aclose()
            await approver.aclose()
    per_small, per_large = median(small_s) / SMALL_COUNTS, median(large_s) / (LARGE / SMALL)
    return [
        Row(
            "count.cpu_s_per_1000_lines", max(per_small, per_large), "CPU-s, API+worker+PostgreSQL", COST_GOAL, "lower"
        ),
        Row("count.linearity", per_large / per_small, "a line of 10,000 / of 1,000", LINEARITY_GOAL, "lower"),
    ]


async def furnish(installation: Installation) -> list[UUID]:
    """Take in a catalogue of 10,000 products, and return their ids."""
    platform, org = installation.platform, installation.org
    async with platform.transaction(org.system) as tx:
        category = catalog.AddCategory(code="COUNT", name=Words("盘点", "Count"))
        await catalog.add_category(tx, category)
        await catalog.add_unit(tx, catalog.AddUnit(code="件", name=Words("件", "piece")))
        lines = [
            (n, catalog.ProductLine(code=f"C{n:05}", name_zh=f"商品 {n}", category="COUNT", unit="件", price_cents=500))
            for n in range(LARGE)
        ]
        outcome = await catalog.take_in(tx, lines, dry_run=False)
        assert outcome.created == LARGE, outcome.faults[:3]
        rows = await tx.fetch("SELECT id FROM product WHERE org_id = $1 AND code LIKE 'C%' ORDER BY code", org.id)
    return [row["id"] for row in rows]


async def stocked(installation: Installation, products: list[UUID]) -> list[UUID]:
    """Put stock with a cost into stores: everything into the first, a tenth into the others; return the stores."""
    platform, org = installation.platform, installation.org
    async with platform.transaction(org.system) as tx:
        rows = await tx.fetch("SELECT id FROM store WHERE org_id = $1 AND code LIKE 'N%' ORDER BY code", org.id)
    stores = [row["id"] for row in rows][: ROUNDS * (1 + SMALL_COUNTS) + 1]
    for number, store_id in enumerate(stores):
        for start in range(0, LARGE if number < ROUNDS else SMALL, SMALL):
            async with platform.transaction(org.system) as tx:
                await stock.move(tx, deliveries(store_id, products[start : start + SMALL]))
    return stores


def deliveries(store_id: UUID, products: list[UUID]) -> list[stock.Wanted]:
    """Return the receipt of twelve of each product."""
    receipt, at = uuid4(), datetime.now(UTC) - timedelta(days=1)
    return [
        stock.Wanted(
            store_id=store_id,
            product_id=product_id,
            quantity=Decimal(12),
            cause=stock.Cause.RECEIPT,
            way=stock.Way.IN,
            cause_id=receipt,
            cause_line=number,
            occurred_at=at,
            value_cents=12 * 300 + number,
        )
        for number, product_id in enumerate(products)
    ]


async def no_recount(admin: httpx.AsyncClient) -> None:
    """Let every variance through: a recount would be a second, smaller count."""
    rule = {"recountQuantity": "0", "recountCents": 0, "recountPercent": 0, "approvalCents": 0}
    await send(admin, "PUT", "/api/counts/rule", rule)


async def spent(
    installation: Installation,
    ours: list[Measured],
    counter: httpx.AsyncClient,
    approver: httpx.AsyncClient,
    counts: list[tuple[UUID, list[UUID]]],
) -> float:
    """Take counts from their opening to the last job, and return the CPU seconds of all processes."""
    bodies = [(store_id, [line(n, product_id) for n, product_id in enumerate(ids)]) for store_id, ids in counts]
    before = sum(process.cpu_s for process in ours) + cluster_cpu_s(installation.services.folder.postgres)
    for store_id, lines in bodies:
        await count_through(counter, approver, store_id, lines)
    while await busy(installation):
        await asyncio.sleep(0.05)
    return sum(process.cpu_s for process in ours) + cluster_cpu_s(installation.services.folder.postgres) - before


def line(number: int, product_id: UUID) -> dict[str, Any]:
    """Return a line that was scanned once and then typed."""
    at = datetime.now(UTC).isoformat()
    quantity = "11" if number % DIFFERING == 0 else "12"
    scans = [{"at": at, "change": "1", "source": "camera"}, {"at": at, "change": "11", "source": "keypad"}]
    fields = {"productId": str(product_id), "quantity": quantity, "countedAt": at, "revision": 1, "scans": scans}
    return {"id": str(uuid4()), **fields}


async def count_through(
    counter: httpx.AsyncClient, approver: httpx.AsyncClient, store_id: UUID, lines: list[dict[str, Any]]
) -> None:
    """Open, count, submit, look, approve."""
    form = {"storeId": str(store_id), "kind": "full", "title": "盘点"}
    count = await send(counter, "POST", "/api/counts", form)
    path, zone = f"/api/counts/{count['id']}", count["zones"][0]["id"]
    for start in range(0, len(lines), BATCH):
        batch = [{**each, "zoneId": zone} for each in lines[start : start + BATCH]]
        await send(counter, "PUT", f"{path}/lines", {"lines": batch})
    submitted = await send(counter, "POST", f"{path}/submission", {"lines": len(lines)})
    shown = (await approver.get(f"{path}/variances", params={"which": "differing"})).raise_for_status().json()
    assert shown["totals"]["differing"] == len(range(0, len(lines), DIFFERING)), shown["totals"]
    done = await send(approver, "POST", f"{path}/approval", {"ifVersion": submitted["version"]})
    assert done["status"] == "approved"


async def send(client: httpx.AsyncClient, method: str, path: str, body: object) -> dict[str, Any]:
    """Send a command."""
    answer = await client.request(method, path, json=body, headers={"Idempotency-Key": str(uuid4())})
    return answer.raise_for_status().json()


async def busy(installation: Installation) -> bool:
    """Tell whether jobs are due or under way."""
    async with installation.platform.transaction(installation.org.system) as tx:
        row = await tx.fetchrow(BUSY)
    return row is not None and bool(row[0])
