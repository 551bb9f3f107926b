"""What was said of a visit, on the wire."""

from datetime import datetime

from storewalk.core.schemas import Output
from storewalk.inspections.review.kinds import ReviewStatus


class ReviewOut(Output):
    """What was said of a visit, by whom; `rescored`: it has another score since."""

    status: ReviewStatus
    reviewed_by: str
    reviewed_at: datetime
    note: str | None
    remark: str | None
    remarked_at: datetime | None
    rescored: bool
