"""What a store's suggestions cost, 3,000 lines in one request, as a ratio to the same query under bare Litestar."""

import asyncio
import random
import struct
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Final
from uuid import UUID, uuid4

import httpx

from storewalk.ordering.sheet_models import NUMBERS
from storewalk.stores.api import store_clock
from tests.bench.api_cost import ratio
from tests.bench.goods import Product, deliver, stores
from tests.bench.processes import running, wait_for
from tests.bench.rows import Row
from tests.bench.served import Installation, free_port

GOAL, LINES, REQUESTS, WARM_UP = 2.0, 3_000, 8, 6
HORIZON: Final = 28
SUPPLIER: Final = """
INSERT INTO supplier (org_id, id, code, name, pinyin, credit_code, email, status, version)
VALUES ($1, $2, 'BENCH', '供应商', 'gongyingshang', '', '', 'active', 1)"""
SOURCE: Final = """
INSERT INTO order_source (org_id, id, code, name, supplier_id, lead_days, sold_same_day, cut_off, least_cents, status,
    version) VALUES ($1, $2, 'BENCH', '每日配送', $3, 1, true, $4, 0, 'active', 1)"""
DELIVERY: Final = """
INSERT INTO order_delivery (org_id, source_id, store_id, weekdays, version) VALUES ($1, $2, $3, 127, 1)"""
OFFERS: Final = """
INSERT INTO order_offer (org_id, source_id, product_id, pack_quantity, pack_cents, least, service_class, rank, version)
SELECT $1, $2, p.id, $4, 3600, 0, 'b', 0, 1 FROM unnest($3::uuid[]) AS p (id)"""
ALIKE: Final = "array_fill({0}::smallint, ARRAY[cardinality($5::uuid[])])"
SHEET: Final = f"""
INSERT INTO order_sheet (org_id, store_id, day, planned_at, product_ids, source_ids, sources, arrival, cover, service,
    {", ".join(NUMBERS)}, forecast)
VALUES ($1, $2, $3, $4, $5, $6, {ALIKE.format(1)}, {ALIKE.format(2)}, {ALIKE.format(1)}, {ALIKE.format(950)},
    {", ".join(f"${n + 8}::int[]" for n in range(len(NUMBERS)))}, $7)"""


async def measure(installation: Installation, products: Sequence[Product]) -> Row:
    """Return the row."""
    [(store_id, _)] = (await stores(installation, 22))[-1:]
    chosen = products[:LINES]
    await deliver(installation, store_id, chosen)
    await _plan(installation, store_id, [each.id for each in chosen])
    return await asyncio.to_thread(_compare, installation, store_id)


async def _plan(installation: Installation, store_id: UUID, products: list[UUID]) -> None:
    """Keep a sheet of today as a night writes it: numbers that differ from line to line and add up."""
    supplier, source, drawn = uuid4(), uuid4(), random.Random(7)  # noqa: S311 - numbers, not secrets
    columns: dict[str, list[int]] = {name: [] for name in NUMBERS}
    for _ in products:
        line = dict.fromkeys(NUMBERS, 0)
        line |= {
            "expected": drawn.randrange(60_000),
            "safety": drawn.randrange(9_000),
            "stock": drawn.randrange(40) * 1000,
        }
        line["wanted"] = max(line["expected"] + line["safety"] - line["stock"], 0)
        line["pack"] = -line["wanted"] % 12_000
        line["quantity"] = line["wanted"] + line["pack"]
        for name, number in line.items():
            columns[name].append(number)
    async with installation.platform.transaction(installation.org.system) as tx:
        await tx.fetch(SUPPLIER, tx.org_id, supplier)
        await tx.fetch(SOURCE, tx.org_id, source, supplier, time(23, 59))
        await tx.fetch(DELIVERY, tx.org_id, source, store_id)
        await tx.fetch(OFFERS, tx.org_id, source, products, Decimal(12))
        today = (await store_clock(tx, store_id)).business_date(datetime.now(UTC))
        floats = struct.pack(f"<{HORIZON * len(products)}f", *([1.5] * HORIZON * len(products)))
        await tx.fetch(
            SHEET, tx.org_id, store_id, today, tx.now, products, [source], floats, *(columns[name] for name in NUMBERS)
        )


def _compare(installation: Installation, store_id: UUID) -> Row:
    environment = installation.environment
    ours_port, bare_port = free_port(), free_port()
    with ExitStack() as stack:
        ours = stack.enter_context(
            running(["-m", "storewalk.cli", "serve"], {**environment, "STOREWALK_PORT": str(ours_port)})
        )
        uvicorn = ["-m", "uvicorn", "tests.bench.bare:app", "--port", str(bare_port), "--no-access-log"]
        options = ["--loop", "uvloop", "--http", "httptools", "--log-level", "warning"]
        bare = stack.enter_context(running([*uvicorn, *options], environment))
        wait_for(f"http://127.0.0.1:{ours_port}/api/me")  # health tells of jobs that wait, and nobody works here
        wait_for(f"http://127.0.0.1:{bare_port}/")
        client = stack.enter_context(httpx.Client(base_url=f"http://127.0.0.1:{ours_port}", timeout=30))
        client.post("/api/session", json=installation.login).raise_for_status()
        floor = stack.enter_context(
            httpx.Client(base_url=f"http://127.0.0.1:{bare_port}", cookies=dict(client.cookies), timeout=30)
        )
        seen = client.get(f"/api/order-suggestions?store={store_id}").raise_for_status().json()
        same = floor.get(f"/suggestions?store={store_id}&day={seen['day']}").raise_for_status().json()
        assert len(seen["lines"]) == len(same) == LINES
        value = ratio(
            (client, ours, lambda c, _: c.get(f"/api/order-suggestions?store={store_id}")),
            (floor, bare, lambda c, _: c.get(f"/suggestions?store={store_id}&day={seen['day']}")),
            requests=REQUESTS,
            warm_up=WARM_UP,
        )
    return Row("suggestion.vs_query", value, "x CPU of bare Litestar + asyncpg", GOAL, "lower")
