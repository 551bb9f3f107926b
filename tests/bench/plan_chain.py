"""A chain of many stores with a history of demand, stock in lots, and a source that delivers every day."""

import asyncio
import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg
import msgspec

from storewalk.catalog import api as catalog
from storewalk.core.schemas import Words
from storewalk.core.settings import Settings
from storewalk.ordering.history import shard_of
from storewalk.stores import api as stores
from tests.bench.served import Installation
from tests.factories.demand import write_history
from tests.factories.organization import Org, found_organization

PRODUCTS, DAYS = 3_000, 180
CATEGORIES: Final = 40
# Rows of a night are loaded past the checks that a ledger's own commands would make for days.
LOAD: Final = "SET session_replication_role = replica"
GOODS: Final = """
INSERT INTO category (org_id, id, code, name)
SELECT $1, gen_random_uuid(), 'K' || n, '{"zh": "类", "en": "kind"}' FROM generate_series(1, $2) n"""
SPREAD: Final = """
WITH kind AS (SELECT id, row_number() OVER (ORDER BY code) - 1 AS n FROM category WHERE org_id = $1 AND code LIKE 'K%'),
     good AS (SELECT id, row_number() OVER (ORDER BY code) AS n FROM product WHERE org_id = $1)
UPDATE product p SET category_id = kind.id FROM good, kind
WHERE p.org_id = $1 AND good.id = p.id AND kind.n = good.n % $2"""
LOTS: Final = """
INSERT INTO stock_lot (org_id, id, product_id, code, expires_on)
SELECT org_id, gen_random_uuid(), id, 'L', $2::date + 9 FROM product WHERE org_id = $1"""
PLACES: Final = """
INSERT INTO stock_place (org_id, id, store_id, kind, code, name, version)
SELECT org_id, gen_random_uuid(), id, 'shelf', 'shelf', '', 1 FROM store WHERE org_id = $1"""
STOCK: Final = """
INSERT INTO stock_balance (org_id, id, store_id, product_id, place_id, lot_id, quantity)
SELECT p.org_id, gen_random_uuid(), p.store_id, l.product_id, p.id, CASE n WHEN 0 THEN l.id END, 1 + (random() * 6)::int
FROM stock_place p JOIN stock_lot l ON l.org_id = p.org_id CROSS JOIN generate_series(0, 1) n
WHERE p.org_id = $1 AND p.store_id = ANY ($2) AND (n = 0 OR hashtext(l.product_id::text) % 2 = 0)"""
SUPPLY: Final = """
WITH supplier AS (
    INSERT INTO supplier (org_id, id, code, name, pinyin, credit_code, email, status, version)
    VALUES ($1, gen_random_uuid(), 'S', '蒙牛', 'mengniu', '', '', 'active', 1) RETURNING id
), source AS (
    INSERT INTO order_source (org_id, id, code, name, supplier_id, lead_days, sold_same_day, cut_off, least_cents,
                              status, version)
    SELECT $1, gen_random_uuid(), 'D', '每日配送', id, 1, true, '11:00', 0, 'active', 1 FROM supplier RETURNING id
), delivery AS (
    INSERT INTO order_delivery (org_id, source_id, store_id, weekdays, version)
    SELECT $1, source.id, store.id, CASE WHEN random() < 0.5 THEN 127 ELSE 42 END, 1
    FROM source, store WHERE store.org_id = $1)
INSERT INTO order_offer (org_id, source_id, product_id, pack_quantity, pack_cents, least, life_days, service_class,
                         rank, version)
SELECT $1, source.id, p.id, 6, 600, 0, CASE WHEN random() < 0.25 THEN 5 END, (ARRAY['a', 'b', 'c'])[1 + mod(n, 3)], 0,
       1
FROM source, (SELECT id, row_number() OVER () AS n FROM product WHERE org_id = $1) p"""


class Chain(msgspec.Struct, frozen=True):
    """An organization whose stores sell PRODUCTS products each."""

    org: Org
    stores: Sequence[UUID]

    @property
    def series(self) -> int:
        """How many products of stores are planned."""
        return len(self.stores) * PRODUCTS


async def open_chain(installation: Installation, number: int, count: int) -> Chain:
    """Found an organization with so many stores, as months of trade would have left it."""
    platform = installation.platform
    org = await found_organization(platform, number)
    async with platform.transaction(org.system) as tx:
        for each in range(count - 3):  # three were founded with it
            await stores.add_store(
                tx, stores.AddStore(code=f"N{each:04}", name=f"第 {each} 店", region_id=org.places["A"])
            )
        await catalog.add_category(tx, catalog.AddCategory(code="SOLD", name=Words("零售", "Retail")))
        await catalog.add_unit(tx, catalog.AddUnit(code="pc", name=Words("个", "piece")))
        lines = [
            (n, catalog.ProductLine(code=f"S{n:04}", name_zh=f"商品 {n}", category="SOLD", unit="pc", price_cents=500))
            for n in range(PRODUCTS)
        ]
        assert not (await catalog.take_in(tx, lines, dry_run=False)).faults
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    found = await _load(installation.services.superuser_url, org.id, today)
    products = await _ids(installation, org, "SELECT id FROM product WHERE org_id = $1 ORDER BY recorded_at, id")
    await asyncio.to_thread(_write, installation.settings, org, (found, products), today - timedelta(days=1))
    return Chain(org, found)


async def _load(url: str, org_id: UUID, today: date) -> list[UUID]:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(LOAD)
        await connection.execute(GOODS, org_id, CATEGORIES)
        await connection.execute(SPREAD, org_id, CATEGORIES)
        await connection.execute(LOTS, org_id, today)
        await connection.execute(PLACES, org_id)
        found = [row["id"] for row in await connection.fetch("SELECT id FROM store WHERE org_id = $1", org_id)]
        for start in range(0, len(found), 50):
            await connection.execute(STOCK, org_id, found[start : start + 50])
        await connection.execute(SUPPLY, org_id)
        await connection.execute("VACUUM ANALYZE stock_balance")
    finally:
        await connection.close()
    return found


async def _ids(installation: Installation, org: Org, sql: str) -> list[UUID]:
    async with installation.platform.transaction(org.system) as tx:
        return [row["id"] for row in await tx.fetch(sql, org.id)]


def _write(settings: Settings, org: Org, goods: tuple[Sequence[UUID], Sequence[UUID]], last: date) -> None:
    """Write the history in processes of their own, a part of the shards in each."""
    parts: dict[str, list[UUID]] = {}
    for store in goods[0]:
        parts.setdefault(shard_of(store)[-1], []).append(store)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        for done in [
            pool.submit(write_history, settings, org, (part, goods[1]), last, DAYS) for part in parts.values()
        ]:
            done.result()
