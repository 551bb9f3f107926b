"""Send by themselves the orders of suppliers that want it so, once their cut-off has passed."""

from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.ordering.purchase_link import Links
from storewalk.ordering.queries.purchase_pieces import UNREFUSED, UNSENT
from storewalk.ordering.service.purchase.send import Which, make

EVERYWHERE: Final = ("/",)
DUE: Final = f"""
SELECT o.source_id, o.day FROM store_order o
JOIN order_source s ON s.org_id = o.org_id AND s.id = o.source_id
JOIN supplier_way y ON y.org_id = s.org_id AND y.supplier_id = s.supplier_id AND y.automatic
WHERE o.org_id = $1 AND {UNSENT} AND {UNREFUSED}
GROUP BY o.source_id, o.day, s.least_cents
HAVING max(o.cut_off_at) <= $2 AND sum(o.total_cents) + (
    SELECT coalesce(sum(d.total_cents), 0) FROM purchase_order d
    WHERE d.org_id = $1 AND d.source_id = o.source_id AND d.day = o.day AND d.state <> 'refused') >= s.least_cents
ORDER BY o.day, o.source_id"""


class Due(Struct, frozen=True):
    """A source and a day whose orders are to leave."""

    source_id: UUID
    day: date


async def due(tx: Tx) -> list[Due]:
    """Return what is to leave by itself: past the last cut-off of its stores, and worth what the source takes."""
    return [Due(row["source_id"], row["day"]) for row in await tx.fetch(DUE, tx.org_id, tx.now)]


async def send_due(tx: Tx, each: Due, links: Links) -> None:
    """Send what is to leave, unless somebody has done so by now; what a supplier refused is left to people."""
    await lock_names(tx, "purchase", [f"{each.source_id}:{each.day}"])
    await make(tx, Which(new_id(), each.source_id, each.day, refused=False), EVERYWHERE, links)
