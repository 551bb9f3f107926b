"""How much was seen of the products that a finding is about, and of which lots: kept beside the answer."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from storewalk.catalog.api import ProductSeen
from storewalk.core.errors import Invalid
from storewalk.core.ids import new_id
from storewalk.core.quantities import is_quantity
from storewalk.core.tx import Tx
from storewalk.inspections.models import InspectionAnswer, InspectionAnswerProduct, InspectionCheckpoint


def require_seen(
    checkpoint: InspectionCheckpoint, named: Sequence[UUID], seen: Sequence[ProductSeen]
) -> list[ProductSeen]:
    """Return what was seen of the products that an answer names; of one of which nothing was said there is nothing.

    Raises Invalid naming the field: of a product that a finding does not name or names twice, or no quantity of goods.
    """
    open_to = set() if checkpoint.shelf else set(named)
    for place, each in enumerate(seen):
        if each.product_id not in open_to:
            raise Invalid("inspections.seen_of_no_product", field=f"productsSeen[{place}].productId")
        open_to.remove(each.product_id)
        if each.quantity is not None and not is_quantity(each.quantity):
            raise Invalid("inspections.seen_quantity", field=f"productsSeen[{place}].quantity")
    return [each for each in seen if each.quantity is not None or each.lot_code or each.expires_on]


async def seen_of(tx: Tx, answer_ids: Sequence[UUID]) -> dict[UUID, list[InspectionAnswerProduct]]:
    """Return what was seen of the products of some answers, by answer; every answer has an entry."""
    rows = select(InspectionAnswerProduct).where(
        InspectionAnswerProduct.org_id == tx.org_id, InspectionAnswerProduct.answer_id.in_(answer_ids)
    )
    seen: dict[UUID, list[InspectionAnswerProduct]] = {answer_id: [] for answer_id in answer_ids}
    for row in await tx.session.scalars(rows):
        seen[row.answer_id].append(row)
    return seen


def same_seen(known: Sequence[InspectionAnswerProduct], seen: Sequence[ProductSeen]) -> bool:
    """Tell whether an answer says this of its products already."""
    return {_said(row) for row in known} == {_said(each) for each in seen}


async def keep_seen(
    tx: Tx, answer: InspectionAnswer, known: Sequence[InspectionAnswerProduct], seen: Sequence[ProductSeen]
) -> None:
    """Make the answer say exactly this of its products."""
    if same_seen(known, seen):
        return
    rows = {row.product_id: row for row in known}
    for product_id in rows.keys() - {each.product_id for each in seen}:
        await tx.session.delete(rows[product_id])
    for each in seen:
        row = rows.get(each.product_id) or InspectionAnswerProduct(
            org_id=tx.org_id, id=new_id(), answer_id=answer.id, product_id=each.product_id
        )
        row.quantity, row.lot_code, row.expires_on = each.quantity, each.lot_code, each.expires_on
        tx.session.add(row)


def told_seen(rows: Sequence[InspectionAnswerProduct]) -> list[ProductSeen]:
    """Return what was seen, as an event tells it."""
    return [
        ProductSeen(product_id=row.product_id, quantity=row.quantity, lot_code=row.lot_code, expires_on=row.expires_on)
        for row in rows
    ]


def _said(seen: InspectionAnswerProduct | ProductSeen) -> tuple[object, ...]:
    return seen.product_id, seen.quantity, seen.lot_code, seen.expires_on
