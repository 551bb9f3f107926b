"""The review of visits over HTTP."""

from datetime import date
from typing import Annotated
from uuid import UUID

from litestar import Router
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.inspections.permissions import ANSWER, REVIEW
from storewalk.inspections.queries.details import read_visit
from storewalk.inspections.review.decide import approve, remark, send_back
from storewalk.inspections.review.kinds import ReviewStand
from storewalk.inspections.review.queue import Asked, list_reviews, read_figures
from storewalk.inspections.review.schemas import (
    ApprovedVisits,
    ApproveVisits,
    RemarkVisit,
    ReturnVisit,
    ReviewFigures,
    ReviewItem,
)
from storewalk.inspections.schemas.visits import VisitOut

Chosen = FromQuery[UUID | None]


async def asked(
    *,
    place: Chosen = None,
    inspector: Chosen = None,
    first: Annotated[date | None, QueryParameter(name="from")] = None,
    last: Annotated[date | None, QueryParameter(name="to")] = None,
    below: Annotated[int | None, QueryParameter(ge=1, le=100)] = None,
    critical: FromQuery[bool] = False,
    flagged: FromQuery[bool] = False,
    brief: Annotated[int | None, QueryParameter(ge=1, le=600)] = None,
) -> Asked:
    """Read the filters that the list and its figures share."""
    return Asked(place, inspector, first, last, below, critical, flagged, brief)


@query("/visit-reviews", operation_id="listVisitReviews", permission=REVIEW)
async def get_reviews(
    tx: ReadTx,
    asked: NamedDependency[Asked],
    *,
    stand: FromQuery[ReviewStand | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[ReviewItem]:
    """List scored visits to be reviewed, newest first."""
    return await list_reviews(tx, asked, stand, limit, cursor)


@query("/visit-reviews/figures", operation_id="readReviewFigures", permission=REVIEW)
async def get_figures(tx: ReadTx, asked: NamedDependency[Asked]) -> ReviewFigures:
    """Say how the visits within the same filters stand."""
    return await read_figures(tx, asked)


@command("/visit-reviews/approval", operation_id="approveVisits", permission=REVIEW)
async def approve_visits(tx: Tx, data: JSONBody[ApproveVisits]) -> ApprovedVisits:
    """Approve some visits, each judged by itself."""
    return await approve(tx, data)


@command("/inspections/{visit_id:uuid}/return", operation_id="returnVisit", permission=REVIEW)
async def return_visit(tx: Tx, visit_id: FromPath[UUID], data: JSONBody[ReturnVisit]) -> VisitOut:
    """Send a visit back to its inspector with a note; its score stays."""
    await send_back(tx, visit_id, data)
    await tx.flush()
    return await read_visit(tx, visit_id)


@command("/inspections/{visit_id:uuid}/remark", operation_id="remarkVisit", permission=ANSWER)
async def remark_visit(tx: Tx, visit_id: FromPath[UUID], data: JSONBody[RemarkVisit]) -> VisitOut:
    """Say something to the note that a visit was sent back with."""
    await remark(tx, visit_id, data)
    await tx.flush()
    return await read_visit(tx, visit_id)


REVIEW_ROUTER = Router(
    "/api",
    route_handlers=[get_reviews, get_figures, approve_visits, return_visit, remark_visit],
    dependencies={"asked": Provide(asked)},
)
