"""The queue of reviews: which visits are asked for, their list, and how they stand."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import ColumnElement, Double, Select, and_, case, cast, exists, extract, func, or_, select, tuple_

from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref, within
from storewalk.inspections.check_in import CheckInWay
from storewalk.inspections.kinds import Outcome, VisitStatus
from storewalk.inspections.models import (
    Inspection,
    InspectionAnswer,
    InspectionAnswerPhoto,
    InspectionCheckIn,
    InspectionCheckpoint,
    InspectionReview,
)
from storewalk.inspections.permissions import REVIEW
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.inspections.queries.visits import visit_items
from storewalk.inspections.review.kinds import ReviewStand, ReviewStatus
from storewalk.inspections.review.rows import QueueRow, item_of
from storewalk.inspections.review.schemas import ReviewFigures, ReviewItem
from storewalk.photos.api import card_ref
from storewalk.stores.api import region_and_below, store_ref

BRIEF_MINUTES = 10
"""A visit that took less is worth a look, unless another limit is asked for."""


class Asked(Struct, frozen=True):
    """Which visits: all conditions hold. `place` is a region or a store, `brief`: less than so many minutes there."""

    place: UUID | None = None
    inspector: UUID | None = None
    first: date | None = None
    last: date | None = None
    below: int | None = None
    critical: bool = False
    flagged: bool = False
    brief: int | None = None


async def list_reviews(
    tx: AnyTx, asked: Asked, stand: ReviewStand | None, limit: int | None, cursor: str | None
) -> Page[ReviewItem]:
    """Return the scored visits that the actor may review, newest first."""
    size, after = page_size(limit), decode_cursor(cursor)
    reviewer = account_ref.alias("reviewer")
    statement = (
        with_review(visit_items(tx))
        .outerjoin(
            reviewer,
            and_(reviewer.c.org_id == InspectionReview.org_id, reviewer.c.id == InspectionReview.reviewed_by),
        )
        .add_columns(
            stand_of().label("stand"),
            failed_count().label("findings"),
            failed_count(critical=True).label("criticals"),
            _flagged_photos().label("flagged_photos"),
            _unplaced().label("check_in_flagged"),
            func.floor(_seconds() / 60).label("minutes"),
            InspectionReview.status.label("review_status"),
            reviewer.c.name.label("reviewed_by"),
            InspectionReview.reviewed_at,
            InspectionReview.note,
            InspectionReview.remark,
            InspectionReview.remarked_at,
            InspectionReview.score.is_distinct_from(Inspection.score).label("rescored"),
        )
        .where(*await _chosen(tx, asked))
    )
    if stand is not None:
        statement = statement.where(stand_of() == stand.value)
    if after is not None:
        statement = statement.where(tuple_(Inspection.recorded_at, Inspection.id) < (after.at, after.id))
    rows = await tx.all(statement.limit(size + 1), QueueRow)
    return page([item_of(row) for row in rows], size, lambda row: (row.recorded_at, row.id))


async def read_figures(tx: AnyTx, asked: Asked) -> ReviewFigures:
    """Return how the visits asked for stand, whatever their stand."""
    stand = stand_of()
    statement = with_review(
        select(
            *(func.count().filter(stand == each.value).label(each.value) for each in ReviewStand),
            cast(func.round(func.avg(Inspection.score), 2), Double).label("mean_score"),
            func.count().filter(failed_count(critical=True) > 0).label("critical"),
            func.count().filter(_is_flagged()).label("flagged"),
            func.count().filter(_seconds() < (asked.brief or BRIEF_MINUTES) * 60).label("brief"),
        ).select_from(Inspection)
    ).where(Inspection.org_id == tx.org_id, *await _chosen(tx, asked))
    return (await tx.all(statement, ReviewFigures))[0]


def stand_of() -> ColumnElement[str]:
    """Return where a visit stands, beside its review; one with another score since its approval waits again."""
    row = InspectionReview
    stale = and_(row.status == ReviewStatus.APPROVED, row.score.is_distinct_from(Inspection.score))
    return case(
        (or_(row.id.is_(None), row.status == ReviewStatus.REMARKED, stale), ReviewStand.WAITING.value),
        (row.status == ReviewStatus.RETURNED, ReviewStand.RETURNED.value),
        else_=ReviewStand.APPROVED.value,
    )


def with_review(statement: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Join what was said of visits to a statement on them."""
    row = InspectionReview
    return statement.outerjoin(row, and_(row.org_id == Inspection.org_id, row.inspection_id == Inspection.id))


async def _chosen(tx: AnyTx, asked: Asked) -> list[ColumnElement[bool]]:
    chosen: list[ColumnElement[bool]] = [
        Inspection.kind == VisitKind.VISIT,
        Inspection.status == VisitStatus.SCORED,
        within(tx, REVIEW, Inspection.store_id),
    ]
    if asked.place is not None:
        store = store_ref.subquery("chosen_store")
        regions = await region_and_below(tx, asked.place)
        there = or_(store.c.id == asked.place, store.c.region_id.in_(regions))
        chosen.append(Inspection.store_id.in_(select(store.c.id).where(store.c.org_id == tx.org_id, there)))
    if asked.inspector is not None:
        chosen.append(Inspection.inspector_id == asked.inspector)
    if asked.first is not None:
        chosen.append(Inspection.business_date >= asked.first)
    if asked.last is not None:
        chosen.append(Inspection.business_date <= asked.last)
    if asked.below is not None:
        chosen.append(Inspection.score < asked.below)
    if asked.critical:
        chosen.append(failed_count(critical=True) > 0)
    if asked.flagged:
        chosen.append(_is_flagged())
    if asked.brief is not None:
        chosen.append(Inspection.submitted_at - Inspection.started_at < timedelta(minutes=asked.brief))
    return chosen


def _seconds() -> ColumnElement[Any]:
    return extract("epoch", Inspection.submitted_at - Inspection.started_at)


def failed_count(*, critical: bool = False) -> Any:
    """Return how many answers of a visit count as failed, all or the critical."""
    answer, point = InspectionAnswer, InspectionCheckpoint
    statement = select(func.count()).where(
        answer.org_id == Inspection.org_id,
        answer.inspection_id == Inspection.id,
        answer.outcome == Outcome.FAIL,
        answer.counts,
    )
    if critical:
        joined = and_(point.org_id == answer.org_id, point.id == answer.checkpoint_id, point.critical)
        statement = statement.select_from(answer).join(point, joined)
    return statement.correlate(Inspection).scalar_subquery()


def _flagged_photos() -> Any:
    """Count photographs that are no live evidence where it is asked for, or were seen before."""
    answer, named, photo = InspectionAnswer, InspectionAnswerPhoto, card_ref.subquery("flagged_photo")
    return (
        select(func.count(named.photo_id.distinct()))
        .select_from(answer)
        .join(named, and_(named.org_id == answer.org_id, named.answer_id == answer.id))
        .join(photo, and_(photo.c.org_id == named.org_id, photo.c.id == named.photo_id))
        .where(
            answer.org_id == Inspection.org_id,
            answer.inspection_id == Inspection.id,
            or_(named.not_live, photo.c.reused_of.is_not(None)),
        )
        .correlate(Inspection)
        .scalar_subquery()
    )


def _unplaced() -> ColumnElement[bool]:
    row = InspectionCheckIn
    return exists().where(
        row.org_id == Inspection.org_id, row.inspection_id == Inspection.id, row.way == CheckInWay.NEITHER
    )  # fmt: skip


def _is_flagged() -> ColumnElement[bool]:
    return or_(_flagged_photos() > 0, _unplaced())
