"""An order to a supplier as it goes out."""

from typing import Any, Final
from uuid import UUID

from storewalk.core.tx import AnyTx
from storewalk.ordering.purchase_letter import Outgoing
from storewalk.ordering.purchase_link import Links
from storewalk.ordering.queries.purchase_pieces import kept_pieces
from storewalk.partners.api import Addressee, OrderWay, sealed_secret

OUTGOING: Final = """
SELECT d.id, d.round, d.number, d.day, g.name AS buyer, p.code AS supplier_code, p.name AS supplier_name, d.language,
       d.total_cents, d.supplier_id, d.way, d.address
FROM purchase_order d
JOIN organization g ON g.id = d.org_id
JOIN supplier p ON p.org_id = d.org_id AND p.id = d.supplier_id
WHERE d.org_id = $1 AND d.id = $2"""


async def outgoing(tx: AnyTx, purchase_id: UUID, links: Links) -> Outgoing:
    """Return an order that is there as it goes out now."""
    columns = dict[str, Any](await tx.fetchrow(OUTGOING, tx.org_id, purchase_id) or {})
    supplier_id: UUID = columns.pop("supplier_id")
    to = Addressee(
        supplier_id=supplier_id,
        way=OrderWay(columns.pop("way")),
        address=columns.pop("address"),
        sealed=await sealed_secret(tx, supplier_id),
    )
    pieces = await kept_pieces(tx, purchase_id)
    return Outgoing(**columns, link=links.url(tx.org_id, purchase_id), pieces=pieces, to=to)
