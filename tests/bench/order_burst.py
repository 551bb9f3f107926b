"""A thousand stores that order within half an hour, in as much less time as this machine can: how much less.

Each store opens its order, sets 50 lines and submits, with the worker beside them. Every answer must be a success,
every second order waits for its approval as the rules have it, and everybody is told once: anything else fails the
measurement. Some come at random, ten times as many a second as the half hour asks for: from the moment that they come,
how long do they take, against stores that order alone in the same run. The others go one after another on so many
connections, as fast as they are served: that is the rate.
"""

import asyncio
import time
from collections.abc import Iterable
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any, Final
from uuid import UUID, uuid4

import asyncpg
import httpx
import numpy as np

from storewalk.identity import api as identity
from storewalk.stores import api as stores
from tests.bench.count_cost import busy, send
from tests.bench.order_cost import PACK, SMALL, furnish, supply
from tests.bench.photo_cost import patient_client
from tests.bench.processes import running, wait_for
from tests.bench.rows import Row
from tests.bench.served import Installation, free_port
from tests.factories.organization import HASH, PASSWORD, Org, found_organization

STORES, ALONE, AT_RANDOM, MANAGERS = 1000, 20, 280, 20
UNDER_WAY: Final = 16
SEED: Final = 20261130
REQUIRED_PER_S: Final = STORES / 1800
BURST_GOAL: Final = 10.0  # three minutes instead of thirty: whoever comes last before a cut-off finds room
LATENCY_GOAL: Final = 5.0  # an order alone takes a tenth of a second: half a second is still at once
# What is suggested costs 3,600 yuan and passes; a pack more of each waits.
RULES: Final = {
    "reasonPercent": 1000, "reasonCents": 0, "escalateMinutes": 10_080, "ifVersion": 0,
    "rules": [{"kind": "amount", "over": 450_000, "level": "region"}],
}  # fmt: skip
ENDED: Final = """
SELECT (SELECT count(*) FROM store_order WHERE org_id = $1 AND state = 'approved') AS approved,
       (SELECT count(*) FROM store_order WHERE org_id = $1 AND state = 'waiting') AS waiting,
       (SELECT count(*) FROM store_order WHERE org_id = $1) AS orders,
       (SELECT count(*) FROM store_order_line WHERE org_id = $1) AS lines,
       (SELECT count(*) FROM notification WHERE org_id = $1 AND kind = 'ordering.order_submitted') AS to_approve,
       (SELECT count(DISTINCT (account_id, link)) = count(*) FROM notification WHERE org_id = $1) AS told_once,
       (SELECT count(*) FROM pgqueuer WHERE headers ->> 'org' = $1::text AND status = 'failed') AS failed"""


@dataclass(frozen=True)
class Chain:
    """An organization of its own, and who orders for which of its stores."""

    org: Org
    source: UUID
    products: list[UUID]
    stores: list[UUID]


async def measure(installation: Installation) -> list[Row]:
    """Return the two rows. Raises httpx.HTTPStatusError for any refusal, AssertionError for another outcome."""
    chain = await found(installation)
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    environment = {**installation.environment, "STOREWALK_PORT": str(port), "STOREWALK_PUBLIC_ORIGIN": origin}
    with ExitStack() as processes:
        for command in ("serve", "work"):
            processes.enter_context(running(["-m", "storewalk.cli", command], environment))
        await asyncio.to_thread(wait_for, f"{origin}/api/health")
        async with AsyncExitStack() as stack:
            admin = await signed_in(stack, origin, chain.org, "admin")
            await send(admin, "PUT", "/api/order-approvals/rules", RULES)
            people = [await signed_in(stack, origin, chain.org, f"m{n}") for n in range(MANAGERS)]
            by_itself = median([await order(people, chain, number) for number in range(ALONE)])
            took = await at_random(people, chain, range(ALONE, ALONE + AT_RANDOM))
            while await busy(installation):
                await asyncio.sleep(0.05)
            began = time.perf_counter()
            await at_once(people, chain, range(ALONE + AT_RANDOM, STORES))
            while await busy(installation):
                await asyncio.sleep(0.05)
            passed = time.perf_counter() - began
    await require_ended(installation, chain)
    rate = (STORES - ALONE - AT_RANDOM) / passed
    return [
        Row("order.burst", rate / REQUIRED_PER_S, "x 1,000 stores in half an hour", BURST_GOAL, "higher"),
        Row("order.burst_p95", quantiles(took, n=20)[-1] / by_itself, "x an order alone", LATENCY_GOAL, "lower"),
    ]


async def found(installation: Installation) -> Chain:
    """Found an organization of a thousand stores with a sheet each, and managers of fifty."""
    platform = installation.platform
    org = await found_organization(platform, 2)
    products = (await furnish(platform, org))[:SMALL]
    async with platform.transaction(org.system) as tx:
        for number in range(STORES):
            form = stores.AddStore(code=f"N{number:03}", name=f"第 {number} 店", region_id=org.places["A"])
            await stores.add_store(tx, form)
        rows = await tx.fetch("SELECT id FROM store WHERE org_id = $1 AND code LIKE 'N%' ORDER BY code", org.id)
        found = [row["id"] for row in rows]
        for number in range(MANAGERS):
            grants = [identity.GrantForm(role="manager", node_id=each) for each in found[number::MANAGERS]]
            form = identity.OpenAccount(username=f"m{number}", name=f"m{number}", password=PASSWORD, grants=grants)
            await identity.open_account(tx, form, HASH)
    source = await supply(platform, org, products, dict.fromkeys(found, products))
    owner = await asyncpg.connect(installation.settings.owner_database_url)
    await owner.execute("ANALYZE")
    await owner.close()
    return Chain(org, source, products, found)


async def signed_in(stack: AsyncExitStack, origin: str, org: Org, username: str) -> httpx.AsyncClient:
    """Log in for as long as `stack` lasts."""
    client = await stack.enter_async_context(patient_client(origin))
    form = {"username": username, "password": PASSWORD, "organization": org.code}
    me = (await client.post("/api/session", json=form)).raise_for_status().json()
    client.headers["X-CSRF-Token"] = me["csrf"]
    return client


async def at_random(people: list[httpx.AsyncClient], chain: Chain, numbers: range) -> list[float]:
    """Have stores come independently of one another at the goal's rate; return how long each took since it came."""
    gaps = np.random.default_rng(SEED).exponential(1 / (BURST_GOAL * REQUIRED_PER_S), len(numbers))
    began = time.perf_counter()

    async def comes(number: int, after: float) -> float:
        await asyncio.sleep(max(0.0, began + after - time.perf_counter()))
        await order(people, chain, number)
        return time.perf_counter() - began - after

    return await asyncio.gather(*map(comes, numbers, np.cumsum(gaps).tolist()))


async def at_once(people: list[httpx.AsyncClient], chain: Chain, numbers: Iterable[int]) -> None:
    """Have some stores order at any moment until all have."""
    left = iter(numbers)

    async def one_after_another() -> None:
        for number in left:
            await order(people, chain, number)

    await asyncio.gather(*(one_after_another() for _ in range(UNDER_WAY)))


async def order(people: list[httpx.AsyncClient], chain: Chain, number: int) -> float:
    """Open a store's order, set every line, submit; return how long it took."""
    client, waits = people[number % MANAGERS], bool(number % 2)
    quantity = str((3 if waits else 2) * PACK)
    lines: list[dict[str, Any]] = [{"productId": str(each), "quantity": quantity} for each in chain.products]
    began = time.perf_counter()
    form = {"id": str(uuid4()), "storeId": str(chain.stores[number]), "sourceId": str(chain.source)}
    opened = await send(client, "POST", "/api/orders", form)
    path = f"/api/orders/{opened['id']}"
    await send(client, "PUT", f"{path}/lines", {"lines": lines})
    submitted = await send(client, "POST", f"{path}/submission", {"urgent": False})
    took = time.perf_counter() - began
    assert submitted["state"] == ("waiting" if waits else "approved"), submitted["state"]
    return took


async def require_ended(installation: Installation, chain: Chain) -> None:
    """Assert that each store has its one order as the rules have it, that all are told once, and that no job failed."""
    async with installation.platform.transaction(chain.org.system) as tx:
        row = await tx.fetchrow(ENDED, chain.org.id)
    half = STORES // 2
    assert row is not None
    assert dict(row) == {
        "approved": half, "waiting": half, "orders": STORES, "lines": STORES * SMALL, "to_approve": half,
        "told_once": True, "failed": 0,
    }, dict(row)  # fmt: skip
