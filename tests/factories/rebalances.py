"""A transfer that is suggested, as the night leaves it."""

from typing import Final
from uuid import UUID, uuid4

from storewalk.core.tx import Tx
from tests.factories.organization import Org

SUGGEST: Final = """
INSERT INTO order_rebalance (org_id, id, from_store_id, to_store_id, day, planned_at, state, metres, total_cents,
    saved_cents, version)
SELECT $1, $2, $3, $4, (now() AT TIME ZONE 'Asia/Shanghai')::date, now(), 'open', 900, 7200, 0, 1"""
LINE: Final = """
INSERT INTO order_rebalance_line (org_id, rebalance_id, product_id, quantity, line_cents, stock, promised, until, needs,
    spoils, keeps, excess, lacks, before)
SELECT $1, $2, $3, 24, 7200, 50, 0, now()::date, 4, 0, 4, 46, 30, 0"""


async def suggest_move(tx: Tx, org: Org, product_id: UUID) -> UUID:
    """Suggest that 24 of a product go from A2 to A1; what was suggested before is over."""
    made = uuid4()
    await tx.fetch("UPDATE order_rebalance SET state = 'expired' WHERE org_id = $1 AND state = 'open'", org.id)
    await tx.fetch(SUGGEST, org.id, made, org.places["A2"], org.places["A1"])
    await tx.fetch(LINE, org.id, made, product_id)
    return made
