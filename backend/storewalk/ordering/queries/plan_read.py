"""What a night's plan asks of the database."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from storewalk.catalog import api as catalog
from storewalk.core.tx import Tx
from storewalk.ordering.planner import HISTORY_DAYS, HORIZON_DAYS, Chain, ShardDue, StoreDue
from storewalk.ordering.queries.order_open import copy_ordered, joined
from storewalk.ordering.queries.promotion_read import promotions_between
from storewalk.ordering.queries.signal_read import events_between, special_days
from storewalk.ordering.queries.supply_read import Delivery, Supply, store_terms, supply_of
from storewalk.stock import api as stock

PLANNED: Final = "SELECT store_id, day FROM order_sheet WHERE org_id = $1 AND planned_at >= $2"


async def read_chain(tx: Tx, day: date) -> Chain:
    """Return what is the same for all stores whose orders of about `day` are planned."""
    first, last = day - timedelta(days=HISTORY_DAYS + 1), day + timedelta(days=HORIZON_DAYS + 1)
    return Chain(
        tx.org_id,
        tx.now,
        await catalog.product_categories(tx),
        await supply_of(tx, day),
        await special_days(tx, first, last),
        await events_between(tx, first, last),
        await promotions_between(tx, first, last),
    )


async def planned_since(tx: Tx, since: datetime) -> set[tuple[UUID, date]]:
    """Return the stores and days whose sheets were planned since an instant."""
    return {(row["store_id"], row["day"]) for row in await tx.fetch(PLANNED, tx.org_id, since)}


async def read_shard(tx: Tx, shard: str, stores: Sequence[StoreDue]) -> ShardDue:
    """Return what the ledger, open orders and the stores' own terms say of the stores of a shard."""
    ids = [each.store_id for each in stores]
    return ShardDue(
        shard,
        list(stores),
        await stock.copy_stocked(tx, ids),
        joined(await stock.copy_coming(tx, ids), await copy_ordered(tx, ids)),
        await store_terms(tx, ids),
    )


def deliveries_by_store(supply: Supply) -> dict[UUID, list[Delivery]]:
    """Return the deliveries to each store."""
    found: dict[UUID, list[Delivery]] = {}
    for each in supply.deliveries:
        found.setdefault(each.store_id, []).append(each)
    return found
