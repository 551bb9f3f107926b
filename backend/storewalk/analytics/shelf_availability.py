"""A store's shelves over time: what its visits' photos came to, as people corrected them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Double, Select, and_, cast, select

from storewalk.analytics.permissions import AVAILABILITY_READ
from storewalk.analytics.schemas import ShelfHistories, ShelfHistory, ShelfPoint
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.identity.api import require_within
from storewalk.inspections.api import shelf_photo_ref
from storewalk.photos.api import Mark, PhotoMarks
from storewalk.shelves.api import availability_ref

SHOWN: Final = timedelta(days=90)
MOST_PHOTOS: Final = 5000


class _Photo(Struct, frozen=True, kw_only=True):
    inspection_id: UUID
    answered_at: datetime
    checkpoint_key: str
    title: Words
    min_availability: float | None
    photo_id: UUID
    marks: list[Mark]
    availability: float
    facings: int
    gaps: int
    corrected: bool


async def read_availability(
    tx: AnyTx, store_id: UUID, checkpoint: str | None, first: date | None, last: date | None
) -> ShelfHistories:
    """Return a store's shelves between two business dates, the last ninety days unless told.

    Raises NotFound unless the actor may read availability in the store.
    """
    await require_within(tx, AVAILABILITY_READ, store_id)
    last = last or (tx.now + timedelta(days=1)).date()  # where the sun rises first, it is tomorrow
    first = first or last - SHOWN
    photos = await tx.all(_measured(tx, store_id, checkpoint, first, last), _Photo)
    shelves: defaultdict[str, list[_Photo]] = defaultdict(list)
    for photo in photos:
        shelves[photo.checkpoint_key].append(photo)
    return ShelfHistories(
        store_id=store_id, from_=first, to=last, shelves=[_history(of_shelf) for of_shelf in shelves.values()]
    )


def _measured(tx: AnyTx, store_id: UUID, checkpoint: str | None, first: date, last: date) -> Select[*tuple[Any, ...]]:
    """Select the measured photos of the store's shelves, shelf by shelf from the oldest."""
    shot, read = shelf_photo_ref.subquery("shot"), availability_ref.subquery("read")
    statement = (
        select(
            *(shot.c[name] for name in ("inspection_id", "answered_at", "checkpoint_key", "title", "min_availability")),
            shot.c.photo_id,
            shot.c.marks,
            cast(read.c.availability, Double).label("availability"),
            read.c.facings,
            read.c.gaps,
            read.c.corrected,
        )
        .join(read, and_(read.c.org_id == shot.c.org_id, read.c.photo_id == shot.c.photo_id))
        .where(
            shot.c.org_id == tx.org_id,
            shot.c.store_id == store_id,
            shot.c.business_date >= first,
            shot.c.business_date <= last,
        )
        .order_by(shot.c.checkpoint_key, shot.c.answered_at, shot.c.inspection_id, shot.c.photo_id)
        .limit(MOST_PHOTOS)
    )
    return statement if checkpoint is None else statement.where(shot.c.checkpoint_key == checkpoint)


def _history(photos: Sequence[_Photo]) -> ShelfHistory:
    """Join one shelf's photos, in order, into a point for each visit."""
    visits: defaultdict[UUID, list[_Photo]] = defaultdict(list)
    for photo in photos:
        visits[photo.inspection_id].append(photo)
    latest = photos[-1]
    return ShelfHistory(
        checkpoint_key=latest.checkpoint_key,
        title=latest.title,
        min_availability=latest.min_availability,
        points=[_point(of_visit) for of_visit in visits.values()],
    )


def _point(photos: Sequence[_Photo]) -> ShelfPoint:
    worst = min(photos, key=lambda photo: photo.availability)
    return ShelfPoint(
        inspection_id=worst.inspection_id,
        at=worst.answered_at,
        availability=worst.availability,
        facings=sum(photo.facings for photo in photos),
        gaps=sum(photo.gaps for photo in photos),
        photo_id=worst.photo_id,
        photos=[photo.photo_id for photo in photos],
        marks=[PhotoMarks(photo_id=photo.photo_id, marks=photo.marks) for photo in photos if photo.marks],
        corrected=any(photo.corrected for photo in photos),
    )
