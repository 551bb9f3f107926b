"""A plan of orders that is killed in the middle goes on where it was: no store has two sheets, or none."""

import asyncio
import os
import signal
from pathlib import Path
from uuid import UUID

from storewalk.catalog import api as catalog
from storewalk.core.schemas import Words
from storewalk.ordering.jobs import PlanOrders
from storewalk.stores import api as stores
from tests.factories.demand import write_history
from tests.factories.organization import Org
from tests.factories.processes import Installation
from tests.factories.today import today
from tests.faults.facts import Facts, until

STORES, PRODUCTS, DAYS = 30, 300, 40
FOUNDED = 3  # stores that every organization of the tests has
SHEETS = "SELECT store_id, planned_at, cardinality(product_ids) FROM order_sheet WHERE org_id = $1 ORDER BY store_id"


async def open_chain(running: Installation, place: Org) -> tuple[list[UUID], list[UUID]]:
    """Open stores with a catalogue; return their ids and those of products."""
    platform = running.platform
    async with platform.transaction(place.system) as tx:
        for number in range(STORES):
            form = stores.AddStore(code=f"K{number:03}", name=f"第 {number} 店", region_id=place.places["A"])
            await stores.add_store(tx, form)
        await catalog.add_category(tx, catalog.AddCategory(code="SOLD", name=Words("零售", "Retail")))
        await catalog.add_unit(tx, catalog.AddUnit(code="pc", name=Words("个", "piece")))
        lines = [
            (n, catalog.ProductLine(code=f"S{n:04}", name_zh=f"商品 {n}", category="SOLD", unit="pc", price_cents=500))
            for n in range(PRODUCTS)
        ]
        assert not (await catalog.take_in(tx, lines, dry_run=False)).faults
        found = [row["id"] for row in await tx.fetch("SELECT id FROM store WHERE org_id = $1", place.id)]
        return found, list(await catalog.product_categories(tx))


def children(pid: int) -> set[int]:
    """Return the processes that a process has started."""
    return {
        int(each) for task in Path(f"/proc/{pid}/task").iterdir() for each in (task / "children").read_text().split()
    }


def is_alive(pid: int) -> bool:
    """Tell whether a process is there."""
    return Path(f"/proc/{pid}").exists()


async def test_a_plan_that_is_killed_goes_on_and_every_store_has_one_sheet(running: Installation, place: Org) -> None:
    platform = running.platform
    found, products = await open_chain(running, place)
    yesterday = today(-1)
    await asyncio.to_thread(write_history, platform.settings, place, (found, products), yesterday, DAYS)
    facts = Facts(running, place)
    async with platform.transaction(place.system) as tx:
        await tx.enqueue(PlanOrders(asked_at=tx.now))

    async def begun() -> bool:
        return await facts.count("order_sheet") > 0

    await until(begun)
    worker = running.items["worker"].pid
    assert worker is not None
    helpers = children(worker)
    os.kill(worker, signal.SIGKILL)
    before = await facts.rows(SHEETS)
    assert 0 < len(before) < STORES, "killed in the middle"

    async def done() -> bool:
        return await facts.count("order_sheet") == STORES + FOUNDED

    await until(done)
    await facts.drained()
    after = await facts.rows(SHEETS)
    assert len({row["store_id"] for row in after}) == len(after) == STORES + FOUNDED
    assert set(before) <= set(after), "what was planned is not planned again"
    assert sum(row[2] for row in after) == (STORES + FOUNDED) * PRODUCTS

    async def ended() -> bool:
        return not any(is_alive(each) for each in helpers)

    assert helpers
    await until(ended)
