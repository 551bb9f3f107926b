"""Search stays fast for a chain with many products, also under row-level security."""

import asyncpg
from sqlalchemy import make_url

from storewalk.catalog.hot import BEGINS, PRODUCTS
from storewalk.core.settings import Settings
from tests.factories.catalog import category
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.organization import Org

MANY = """
INSERT INTO product (org_id, id, category_id, unit_id, code, name, pinyin, search_code, search_zh, search_en,
                     price_cents, status, version)
SELECT $1, gen_random_uuid(), $2::uuid, (SELECT id FROM unit LIMIT 1), 'C' || n,
       jsonb_build_object('zh', '品' || n, 'en', 'p' || n), 'p' || n, 'c' || n, '品' || n, 'p' || n, 1, 'active', 1
FROM generate_series(1, 20000) n"""


async def test_a_prefix_is_looked_up_in_the_indexes_by_the_applications_own_role(
    buyer: Client,
    org: Org,
    app_tx: AppTx,
    settings: Settings,
) -> None:
    async with app_tx(org) as tx:
        await tx.raw.execute(MANY, org.id, await category(buyer, "D"))
    owner = make_url(settings.owner_database_url or "").set(drivername="postgresql")
    connection = await asyncpg.connect(owner.render_as_string(hide_password=False))
    await connection.execute("ANALYZE product")
    await connection.close()
    async with app_tx(org) as tx:
        assert await tx.raw.fetchval("SELECT current_user") == "storewalk_app"
        rows = await tx.fetch(f"EXPLAIN {PRODUCTS} {BEGINS.format(2, 3)}", org.id, "品1234", "")
    plan = "\n".join(row[0] for row in rows)
    for column in ("search_code", "search_zh", "search_en", "pinyin"):
        assert f"Bitmap Index Scan on ix_product_org_id_{column}" in plan
    assert "Seq Scan on product p" not in plan
