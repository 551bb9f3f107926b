"""What a supplier answered, line by line."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.ordering.queries.fulfil_lines import Confirmed

ANSWER: Final = """
UPDATE purchase_line l SET answered = least(n.quantity, l.quantity)
FROM unnest($3::uuid[], $4::uuid[], $5::numeric[]) AS n (order_id, product_id, quantity)
WHERE l.org_id = $1 AND l.purchase_id = $2 AND l.order_id = n.order_id AND l.product_id = n.product_id"""


async def keep_answer(tx: Tx, purchase_id: UUID, confirmed: Mapping[UUID, Sequence[Confirmed]]) -> None:
    """Note what each store gets."""
    rows = [(order_id, each.product_id, each.quantity) for order_id, lines in confirmed.items() for each in lines]
    columns = ([row[number] for row in rows] for number in range(3))
    await tx.fetch(ANSWER, tx.org_id, purchase_id, *columns)
