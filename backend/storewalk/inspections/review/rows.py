"""A visit of the queue as it is read, and as it is shown."""

from datetime import datetime

from storewalk.inspections.review.kinds import ReviewStand, ReviewStatus
from storewalk.inspections.review.said import ReviewOut
from storewalk.inspections.review.schemas import ReviewItem
from storewalk.inspections.schemas.visits import VisitItem


class QueueRow(VisitItem):
    """The columns of a visit in the queue."""

    stand: ReviewStand
    findings: int
    criticals: int
    flagged_photos: int
    check_in_flagged: bool
    minutes: float
    review_status: ReviewStatus | None
    reviewed_by: str | None
    reviewed_at: datetime | None
    note: str | None
    remark: str | None
    remarked_at: datetime | None
    rescored: bool


def item_of(row: QueueRow) -> ReviewItem:
    """Return a visit as the queue shows it."""
    return ReviewItem(
        **{name: getattr(row, name) for name in VisitItem.__struct_fields__},
        stand=ReviewStand(row.stand),
        findings=row.findings,
        criticals=row.criticals,
        flagged_photos=row.flagged_photos,
        check_in_flagged=row.check_in_flagged,
        minutes=int(row.minutes),
        review=_review(row),
    )


def _review(row: QueueRow) -> ReviewOut | None:
    if row.review_status is None or row.reviewed_at is None:
        return None
    return ReviewOut(
        status=row.review_status,
        reviewed_by=row.reviewed_by or "",
        reviewed_at=row.reviewed_at,
        note=row.note,
        remark=row.remark,
        remarked_at=row.remarked_at,
        rescored=row.rescored,
    )
