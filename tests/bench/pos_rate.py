"""How fast sales come in over HTTP, with ledger, lots and cost, and the same rows as a bare loader would COPY them.

A request is 10,000 lines of receipts of three lines or so, of 2,000 products at 20 stores. After each, the rows that it
wrote are copied into tables of the same shape: partitions, indexes, checks and foreign keys as ours, no policy.
"""

import asyncio
import io
import random
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import uuid4

import asyncpg
import httpx
import msgspec

from storewalk.stock import api as stock
from tests.bench.goods import Product, deliver, stores
from tests.bench.photo_cost import stack_client
from tests.bench.processes import running, wait_for
from tests.bench.rows import Row
from tests.bench.served import Installation, free_port

STORES, PRODUCTS, LINES, REQUESTS = 20, 2_000, 10_000, 4
RATE_GOAL, COPY_GOAL = 3_000.0, 0.05
TABLES: Final = ("sale", "sale_line", "stock_move")
BARE: Final = """
CREATE TABLE bare_{name} (LIKE {name} INCLUDING ALL) PARTITION BY RANGE (recorded_at);
CREATE TABLE bare_{name}_rest PARTITION OF bare_{name} DEFAULT;
CREATE TABLE bare_{name}_now PARTITION OF bare_{name} FOR VALUES FROM ('{first}') TO ('{last}')"""
FOREIGN: Final = "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'f'"


async def measure(installation: Installation, products: Sequence[Product]) -> list[Row]:
    """Return the two rows. Raises AssertionError where anything was not booked, or the book is not proved."""
    shops = await stores(installation, STORES)
    for store_id, _ in shops:
        await deliver(installation, store_id, products[:PRODUCTS])
    owner = await asyncpg.connect(installation.services.superuser_url)
    await owner.execute("VACUUM ANALYZE")
    await make_bare(owner)
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    environment = {**installation.environment, "STOREWALK_PORT": str(port), "STOREWALK_PUBLIC_ORIGIN": origin}
    dice, ours_s, copy_s = random.Random(7), 0.0, 0.0  # noqa: S311 - the same sales each time
    with running(["-m", "storewalk.cli", "serve"], environment):
        await asyncio.to_thread(wait_for, f"{origin}/api/me")  # health tells of jobs that wait, and nobody works here
        till = await stack_client(installation, origin, "admin")
        try:
            for number in range(REQUESTS + 1):
                body = feed(dice, [code for _, code in shops], products[:PRODUCTS])
                since: datetime = await owner.fetchval("SELECT clock_timestamp()")
                spent = await send(till, body)
                copied = await copy(owner, since)
                if number:  # the first one warms caches and plans
                    ours_s, copy_s = ours_s + spent, copy_s + copied
        finally:
            await till.aclose()
    await owner.close()
    async with installation.platform.transaction(installation.org.system) as tx:
        assert await stock.differences(tx) == []
    return [
        Row("pos.lines_per_second", LINES * REQUESTS / ours_s, "lines/s, one API process", RATE_GOAL, "higher"),
        Row("pos.vs_copy", copy_s / ours_s, "of the speed of a bare COPY", COPY_GOAL, "higher"),
    ]


def feed(dice: random.Random, codes: Sequence[str], products: Sequence[Product]) -> bytes:
    """Return the body of a request: receipts of one to five lines, some products sold far more often than others."""
    receipts: list[dict[str, Any]] = []
    left, now = LINES, datetime.now(UTC)
    while left:
        count = min(dice.randint(1, 5), left)
        left -= count
        lines = [
            {
                "barcode": products[int(len(products) * dice.random() ** 2)].barcode,
                "quantity": str(dice.randint(1, 3)),
                "amountCents": 500,
                "returned": dice.random() < 0.01,
            }
            for _ in range(count)
        ]
        at = now - timedelta(seconds=dice.randint(1, 40_000))
        receipts.append(
            {"store": dice.choice(codes), "number": str(uuid4()), "occurredAt": at.isoformat(), "lines": lines}
        )
    return msgspec.json.encode({"receipts": receipts})


async def send(till: httpx.AsyncClient, body: bytes) -> float:
    """Send a request and return the seconds it took."""
    headers = {"Idempotency-Key": str(uuid4()), "Content-Type": "application/json"}
    started = time.perf_counter()
    answer = await till.post("/api/pos/sales", content=body, headers=headers, timeout=60)
    spent = time.perf_counter() - started
    told = answer.raise_for_status().json()
    assert (told["repeated"], told["parked"], told["conflicts"]) == (0, 0, []), told
    return spent


async def make_bare(owner: asyncpg.Connection) -> None:
    """Make tables of the same shape as ours."""
    first = datetime.now(UTC).date().replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1)
    for name in TABLES:
        await owner.execute(BARE.format(name=name, first=first, last=last))
        for row in await owner.fetch(FOREIGN, name):
            await owner.execute(f"ALTER TABLE bare_{name} ADD {row[0]}")


async def copy(owner: asyncpg.Connection, since: datetime) -> float:
    """Copy what was written since an instant, and return the seconds that loading it took."""
    files: dict[str, io.BytesIO] = {}
    for name in TABLES:
        files[name] = io.BytesIO()
        sql = f"SELECT * FROM {name} WHERE recorded_at >= $1"
        await owner.copy_from_query(sql, since, output=files[name], format="binary")
        files[name].seek(0)
    started = time.perf_counter()
    async with owner.transaction():
        for name in TABLES:
            await owner.copy_to_table(f"bare_{name}", source=files[name], format="binary")
    return time.perf_counter() - started
