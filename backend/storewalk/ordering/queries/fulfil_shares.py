"""What each store would get if a wave were shared out now, and why."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

import asyncpg

from storewalk.core.quantities import plain
from storewalk.core.tx import AnyTx
from storewalk.ordering.fulfil_share import needed
from storewalk.ordering.fulfil_shares import ProductShares, seen_as, share_wave
from storewalk.ordering.fulfil_wave_schemas import ProductShareOut, StoreShareOut, WaveSharesOut
from storewalk.ordering.queries.fulfil_wave import orders_to_share, require_warehouse
from storewalk.ordering.queries.fulfil_wave_lines import kept_for_all, wave_lines
from storewalk.ordering.queries.order_lines import words
from storewalk.stock import api as stock

STORES: Final = """
SELECT o.id, w.code, w.name, o.urgent FROM store_order o JOIN store w ON w.org_id = o.org_id AND w.id = o.store_id
WHERE o.org_id = $1 AND o.id = ANY ($2) ORDER BY w.code, o.id"""
PRODUCTS: Final = """
SELECT p.id, p.code, p.name::text, u.name::text AS unit_name
FROM product p JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
WHERE p.org_id = $1 AND p.id = ANY ($2) ORDER BY p.search_code"""


async def read_shares(tx: AnyTx, warehouse_id: UUID, day: date, first: Collection[UUID]) -> WaveSharesOut:
    """Return what sharing would write. Raises NotFound unless the actor answers for the warehouse."""
    await require_warehouse(tx, warehouse_id)
    order_ids = await orders_to_share(tx, warehouse_id, day)
    lines = await wave_lines(tx, order_ids)
    kept = await kept_for_all(tx, order_ids)
    free = await stock.free_of(tx, warehouse_id, {line.product_id for line in lines})
    there = {product_id: quantity + kept.get(product_id, Decimal(0)) for product_id, quantity in free.items()}
    return await tell_shares(tx, (warehouse_id, day), share_wave(lines, there, set(first), set()), first)


async def tell_shares(
    tx: AnyTx, wave: tuple[UUID, date], shares: Mapping[UUID, ProductShares], first: Collection[UUID]
) -> WaveSharesOut:
    """Return shares as people look at them: those of products that want looking at."""
    looked_at = {product_id: each for product_id, each in shares.items() if each.spoken_for}
    order_ids = {line.order_id for each in looked_at.values() for line in each.lines}
    stores = {row["id"]: row for row in await tx.fetch(STORES, tx.org_id, list(order_ids))}
    rows = await tx.fetch(PRODUCTS, tx.org_id, list(looked_at))
    return WaveSharesOut(
        warehouse_id=wave[0],
        day=wave[1],
        seen=seen_as(shares),
        enough=len(shares) - len(looked_at),
        products=[_product(row, looked_at[row["id"]], stores, first) for row in rows],
    )


def _product(
    row: asyncpg.Record, each: ProductShares, stores: Mapping[UUID, asyncpg.Record], first: Collection[UUID]
) -> ProductShareOut:
    by_order = dict(zip((line.order_id for line in each.lines), zip(each.lines, each.got, strict=True), strict=True))
    return ProductShareOut(
        product_id=row["id"],
        code=row["code"],
        name=words(row["name"]),
        unit_name=words(row["unit_name"]),
        there=plain(each.there),
        asked=plain(each.asked),
        stores=[
            StoreShareOut(
                order_id=order_id,
                store_code=store["code"],
                store_name=store["name"],
                urgent=store["urgent"],
                first=order_id in first,
                ordered=plain(line.quantity),
                pack_quantity=plain(line.pack_quantity),
                need=plain(needed(line.arithmetic, line.wanted)),
                share=plain(got.quantity),
                why=got.why,
                note=got.note,
            )
            for order_id, store in stores.items()
            if order_id in by_order
            for line, got in [by_order[order_id]]
        ],
    )
