"""What was said of visits, to be shown with them."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import and_, select

from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref
from storewalk.inspections.models import Inspection, InspectionReview
from storewalk.inspections.review.said import ReviewOut


class _Kept(ReviewOut):
    inspection_id: UUID


async def read_reviews(tx: AnyTx, visit_ids: Collection[UUID]) -> dict[UUID, ReviewOut]:
    """Return what was said of visits, by visit; of one that nobody has looked at, nothing."""
    row, reviewer = InspectionReview, account_ref.alias("reviewer")
    statement = (
        select(
            row.inspection_id,
            row.status,
            reviewer.c.name.label("reviewed_by"),
            row.reviewed_at,
            row.note,
            row.remark,
            row.remarked_at,
            row.score.is_distinct_from(Inspection.score).label("rescored"),
        )
        .join(reviewer, and_(reviewer.c.org_id == row.org_id, reviewer.c.id == row.reviewed_by))
        .join(Inspection, and_(Inspection.org_id == row.org_id, Inspection.id == row.inspection_id))
        .where(row.org_id == tx.org_id, row.inspection_id.in_(visit_ids))
    )
    return {kept.inspection_id: _out(kept) for kept in await tx.all(statement, _Kept)}


def _out(kept: _Kept) -> ReviewOut:
    return ReviewOut(**{name: getattr(kept, name) for name in ReviewOut.__struct_fields__})
