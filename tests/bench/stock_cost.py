"""What a whole store's stock costs, 5,000 products in one request, as a ratio to the same query under bare Litestar."""

import asyncio
from collections.abc import Sequence
from contextlib import ExitStack

import httpx

from tests.bench.api_cost import ratio
from tests.bench.goods import Product, deliver, stores
from tests.bench.processes import running, wait_for
from tests.bench.rows import Row
from tests.bench.served import Installation, free_port

GOAL, REQUESTS, WARM_UP = 2.0, 6, 6


async def measure(installation: Installation, products: Sequence[Product]) -> Row:
    """Return the row."""
    [(store_id, _)] = (await stores(installation, 21))[-1:]
    await deliver(installation, store_id, products)
    return await asyncio.to_thread(_compare, installation, f"store={store_id}", len(products))


def _compare(installation: Installation, which: str, count: int) -> Row:
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
        seen = client.get(f"/api/stock?{which}&limit=5000").raise_for_status().json()
        assert (len(seen["items"]), seen["next"]) == (count, None)
        value = ratio(
            (client, ours, lambda c, _: c.get(f"/api/stock?{which}&limit=5000")),
            (floor, bare, lambda c, _: c.get(f"/stock?{which}")),
            requests=REQUESTS,
            warm_up=WARM_UP,
        )
    return Row("stock.on_hand_vs_query", value, "x CPU of bare Litestar + asyncpg", GOAL, "lower")
