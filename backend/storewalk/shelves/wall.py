"""The photo wall: every photo that the reader may open, the newest first, with what was read on it."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar.params import FromQuery, QueryParameter
from sqlalchemy import Select, and_, select, tuple_

from storewalk.core.http import query
from storewalk.core.platform import Platform
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx, ReadTx
from storewalk.identity.api import opened
from storewalk.photos import api as photos
from storewalk.shelves.models import ReadingState
from storewalk.shelves.queries.readings import availability_ref, reading_for
from storewalk.shelves.schemas import PhotoView, Reading
from storewalk.stores.api import region_and_below, store_ref


class WallPhoto(PhotoView):
    """A photo with its store and its arrival at the server."""

    store_name: str
    region_name: str
    recorded_at: datetime


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What to show; `below` is a share of on-shelf availability from 0 to 1, times are of arrival at the server."""

    store: UUID | None
    region: UUID | None
    purpose: photos.Purpose | None
    source: photos.Source | None
    state: photos.PhotoState | None
    reused: bool
    below: float | None
    since: datetime | None
    until: datetime | None


class _Card(photos.PhotoRow):
    recorded_at: datetime
    store_name: str
    region_name: str


def sign_all(platform: Platform, shown: Page[WallPhoto]) -> Page[WallPhoto]:
    """Give each ready photo its links."""
    return Page([photos.sign(platform, photo) for photo in shown.items], shown.next)


@query("/photos/wall", operation_id="listPhotos", permission=photos.READ, sign=sign_all)
async def list_photos(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    region: FromQuery[UUID | None] = None,
    purpose: FromQuery[photos.Purpose | None] = None,
    source: FromQuery[photos.Source | None] = None,
    photo_state: Annotated[photos.PhotoState | None, QueryParameter(name="state")] = None,
    reused: FromQuery[bool] = False,
    below: FromQuery[float | None] = None,
    since: FromQuery[datetime | None] = None,
    until: FromQuery[datetime | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[WallPhoto]:
    """List the photos that the actor may open, the newest first."""
    wanted = Wanted(
        store=store,
        region=region,
        purpose=purpose,
        source=source,
        state=photo_state,
        reused=reused,
        below=below,
        since=since,
        until=until,
    )
    return await read_wall(tx, wanted, limit, cursor)


async def read_wall(tx: AnyTx, wanted: Wanted, limit: int | None, cursor: str | None) -> Page[WallPhoto]:
    """Return a part of the wall, its links yet to be signed."""
    size, after = page_size(limit), decode_cursor(cursor)
    card, store = photos.card_ref.subquery("card"), store_ref.subquery("store")
    statement = (
        select(*card.c, store.c.name.label("store_name"), store.c.region_name)
        .join(store, and_(store.c.org_id == card.c.org_id, store.c.id == card.c.store_id))
        .where(card.c.org_id == tx.org_id, opened(tx, card.c.permission, card.c.store_id))
        .order_by(card.c.recorded_at.desc(), card.c.id.desc())
        .limit(size + 1)
    )
    statement = _filtered(statement, card, wanted)
    if wanted.region is not None:
        statement = statement.where(store.c.region_id.in_(await region_and_below(tx, wanted.region)))
    if after is not None:
        statement = statement.where(tuple_(card.c.recorded_at, card.c.id) < (after.at, after.id))
    found = page(await tx.all(statement, _Card), size, lambda row: (row.recorded_at, row.id))
    readings = await reading_for(tx, [row.id for row in found.items])
    return Page([_shown(row, readings.get(row.id)) for row in found.items], found.next)


def _filtered(statement: Select[*tuple[Any, ...]], card: Any, wanted: Wanted) -> Select[*tuple[Any, ...]]:
    given = {
        card.c.store_id: wanted.store,
        card.c.purpose: wanted.purpose,
        card.c.source: wanted.source,
        card.c.state: wanted.state,
    }
    statement = statement.where(*(column == value for column, value in given.items() if value is not None))
    if wanted.reused:
        statement = statement.where(card.c.reused_of.is_not(None))
    if wanted.below is not None:
        seen = availability_ref.subquery("seen")
        short = and_(seen.c.org_id == card.c.org_id, seen.c.photo_id == card.c.id, seen.c.availability < wanted.below)
        statement = statement.join(seen, short)
    if wanted.since is not None:
        statement = statement.where(card.c.recorded_at >= wanted.since)
    if wanted.until is not None:
        statement = statement.where(card.c.recorded_at < wanted.until)
    return statement


def _shown(row: _Card, reading: Reading | None) -> WallPhoto:
    if reading is None and row.purpose is photos.Purpose.SHELF and row.state is photos.PhotoState.READY:
        reading = Reading(state=ReadingState.PENDING)  # the job that makes the row has yet to run
    return WallPhoto(
        **photos.described(row),
        reading=reading,
        store_name=row.store_name,
        region_name=row.region_name,
        recorded_at=row.recorded_at,
    )
