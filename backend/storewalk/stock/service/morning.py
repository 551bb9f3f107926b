"""Each morning a store hears which of its lots are near their last day."""

from typing import Final
from uuid import uuid5

from storewalk.core.tx import Tx
from storewalk.identity.api import rungs
from storewalk.stock.events import LotsExpiring
from storewalk.stock.expiry import Freshness
from storewalk.stock.permissions import HANDLE_LOTS
from storewalk.stock.queries.expiring import expiring_by_store

TOLD: Final = """
INSERT INTO stock_posting (org_id, cause, cause_id, recorded_at) VALUES ($1, 'morning', $2, $3)
ON CONFLICT DO NOTHING RETURNING true"""


async def first_of_day(tx: Tx) -> bool:
    """Tell whether stores have not been told today; a day of the server's clock is a document that is posted once."""
    day = uuid5(tx.org_id, tx.now.date().isoformat())
    return await tx.fetchrow(TOLD, tx.org_id, day, tx.now) is not None


async def tell_expiring(tx: Tx) -> None:
    """Tell every store that has such lots, once; lots that something was done about are dealt with."""
    for store_id, counts in (await expiring_by_store(tx)).items():
        tx.record(
            LotsExpiring(
                subject_id=store_id,
                store_id=store_id,
                near=counts[Freshness.NEAR],
                expired=counts[Freshness.EXPIRED],
                holder_ids=next(iter(await rungs(tx, HANDLE_LOTS, store_id)), []),
            )
        )
