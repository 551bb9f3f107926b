"""Reviews on the wire."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output
from storewalk.inspections.review.kinds import Obstacle, ReviewStand
from storewalk.inspections.review.said import ReviewOut
from storewalk.inspections.schemas.visits import VisitItem

MOST_AT_ONCE = 100
Said = Annotated[str, Meta(min_length=1, max_length=500, pattern=r"\S")]


class ReviewedVisit(Input):
    """A visit as the reviewer saw it: `version` is the visit's."""

    visit_id: UUID
    if_version: Annotated[int, Meta(ge=1)]


class ApproveVisits(Input):
    """Approve some visits, each judged by itself."""

    visits: Annotated[list[ReviewedVisit], Meta(min_length=1, max_length=MOST_AT_ONCE)]


class ReturnVisit(Input):
    """Send a visit back to its inspector, and say what is asked."""

    note: Said
    if_version: Annotated[int, Meta(ge=1)]


class RemarkVisit(Input):
    """What the inspector says to the note."""

    remark: Said


class ApprovedVisit(Output):
    """What became of one of several: approved, or why not."""

    visit_id: UUID
    obstacle: Obstacle | None


class ApprovedVisits(Output):
    """What became of each, in the order asked."""

    visits: list[ApprovedVisit]


class ReviewItem(VisitItem):
    """A visit in the queue, and what a reviewer looks for.

    `flagged_photos` were taken before or come from the gallery where live ones are asked for; `check_in_flagged`: the
    position did not show that the inspector was at the store; `minutes` is the time in the store.
    """

    stand: ReviewStand
    findings: int
    criticals: int
    flagged_photos: int
    check_in_flagged: bool
    minutes: int
    review: ReviewOut | None


class ReviewFigures(Output):
    """How the visits within the filters stand."""

    waiting: int
    returned: int
    approved: int
    mean_score: float | None
    critical: int
    flagged: int
    brief: int
