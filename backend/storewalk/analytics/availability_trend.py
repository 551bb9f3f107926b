"""How full the shelves were over days and weeks: by region, by store, by shelf, down to the photos behind a figure.

A figure is the mean over photos, as people corrected them; every level adds the same photos up.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Date, Double, Integer, Select, Subquery, Text, and_, cast, func, literal, select, tuple_

from storewalk.analytics.permissions import AVAILABILITY_READ
from storewalk.analytics.trend_schemas import MeasuredPhoto, ShelfTrend, TrendBy, TrendLine, TrendPoint, TrendStep
from storewalk.core.schemas import Page, Words, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx
from storewalk.identity.api import require_within, within
from storewalk.inspections.api import shelf_photo_ref
from storewalk.shelves.api import availability_ref
from storewalk.stores.api import region_and_below, store_ref

SHOWN: Final = {TrendStep.DAY: timedelta(days=29), TrendStep.WEEK: timedelta(weeks=12)}
EARLY: Final = timedelta(days=2)
"""No photo is measured earlier than this before its business date, wherever the store is."""
MOST_LINES: Final = 200
OTHER: Final = "other"
OTHER_WORDS: Final = Words("整改等其他照片", "Photos of tasks and others")
ALL_WORDS: Final = Words("全部", "All")


class Chosen(Struct, frozen=True, kw_only=True):
    """Which photos: between business dates, both included, of a region, a store, a shelf by its checkpoint's key."""

    first: date | None = None
    last: date | None = None
    region: UUID | None = None
    store: UUID | None = None
    shelf: str | None = None


class _Sum(Struct, frozen=True, kw_only=True):
    key: str
    name: str | None
    title: Words | None
    region_name: str
    period: date
    photos: int
    shares: float
    facings: int
    gaps: int
    corrected: int


async def read_trend(tx: AnyTx, chosen: Chosen, by: TrendBy, step: TrendStep, *, most: int = MOST_LINES) -> ShelfTrend:
    """Return the availability of each region, store or shelf, the emptiest first, and of all together.

    Raises NotFound for a store where the actor may not read availability.
    """
    last = chosen.last or (tx.now + timedelta(days=1)).date()  # where the sun rises first, it is tomorrow
    chosen = replace(chosen, first=chosen.first or last - SHOWN[step], last=last)
    photo = (await _measured(tx, chosen)).subquery("photo")
    sums = await tx.all(_summed(photo, by, step), _Sum)
    lines: defaultdict[str, list[_Sum]] = defaultdict(list)
    for each in sums:
        lines[each.key].append(each)
    shown = sorted((_line(of_key) for of_key in lines.values()), key=lambda line: (line.availability, line.key))
    return ShelfTrend(
        from_=chosen.first or last,
        to=last,
        by=by,
        step=step,
        total=replace(_line(sums), key="", name=ALL_WORDS, region_name=""),
        lines=shown[:most],
        left_out=max(0, len(shown) - most),
    )


async def measured_photos(
    tx: AnyTx, chosen: Chosen, limit: int | None, cursor: str | None, *, most: int | None = None
) -> Page[MeasuredPhoto]:
    """Return the photos behind the figures, the newest first; `most` at once instead of a page."""
    size, after = most or page_size(limit), decode_cursor(cursor)
    photo = (await _measured(tx, chosen)).subquery("photo")
    unless = {"title": OTHER_WORDS, "marks": []}
    names = [name for name in MeasuredPhoto.__struct_fields__ if name not in unless]
    told = (func.coalesce(photo.c[name], literal(no, photo.c[name].type)).label(name) for name, no in unless.items())
    statement = select(*(photo.c[name] for name in names), *told)
    if after is not None:
        statement = statement.where(tuple_(photo.c.recorded_at, photo.c.photo_id) < (after.at, after.id))
    newest = statement.order_by(photo.c.recorded_at.desc(), photo.c.photo_id.desc()).limit(size + 1)
    return page(await tx.all(newest, MeasuredPhoto), size, lambda row: (row.recorded_at, row.photo_id))


async def _measured(tx: AnyTx, chosen: Chosen) -> Select[*tuple[Any, ...]]:
    """Select the measured photos that are chosen, each with its store, its shelf and its business date."""
    read, shot, store = availability_ref.subquery("read"), shelf_photo_ref.subquery("shot"), store_ref.subquery("store")
    day = func.coalesce(shot.c.business_date, cast(func.timezone(store.c.time_zone, read.c.recorded_at), Date))
    key = func.coalesce(shot.c.checkpoint_key, OTHER)
    statement = (
        select(
            read.c.photo_id,
            read.c.store_id,
            read.c.recorded_at,
            cast(read.c.availability, Double).label("availability"),
            read.c.facings,
            read.c.gaps,
            read.c.corrected,
            store.c.name.label("store_name"),
            store.c.region_id,
            store.c.region_name,
            shot.c.inspection_id,
            shot.c.title,
            shot.c.marks,
            key.label("shelf"),
            day.label("day"),
        )
        .select_from(read)
        .join(store, and_(store.c.org_id == read.c.org_id, store.c.id == read.c.store_id))
        .outerjoin(shot, and_(shot.c.org_id == read.c.org_id, shot.c.photo_id == read.c.photo_id))
        .where(read.c.org_id == tx.org_id, within(tx, AVAILABILITY_READ, read.c.store_id))
    )
    if chosen.store is not None:
        await require_within(tx, AVAILABILITY_READ, chosen.store)
        statement = statement.where(read.c.store_id == chosen.store)
    if chosen.region is not None:
        statement = statement.where(store.c.region_id.in_(await region_and_below(tx, chosen.region)))
    if chosen.shelf is not None:
        statement = statement.where(key == chosen.shelf)
    if chosen.first is not None:
        statement = statement.where(day >= chosen.first, read.c.recorded_at >= chosen.first - EARLY)
    return statement if chosen.last is None else statement.where(day <= chosen.last)


def _summed(photo: Subquery, by: TrendBy, step: TrendStep) -> Select[*tuple[Any, ...]]:
    """Add photos up by line and period; a shelf's titles may differ from store to store and over time."""
    none, no_title = cast(None, Text), cast(None, photo.c.title.type)
    key, name, title, region = {
        TrendBy.REGION: (photo.c.region_id, photo.c.region_name, no_title, photo.c.region_name),
        TrendBy.STORE: (photo.c.store_id, photo.c.store_name, no_title, photo.c.region_name),
        TrendBy.SHELF: (photo.c.shelf, none, photo.c.title, cast("", Text)),
    }[by]
    groups = (
        cast(key, Text).label("key"),
        name.label("name"),
        title.label("title"),
        region.label("region_name"),
        cast(func.date_trunc(step.value, photo.c.day), Date).label("period"),
    )
    figures = (
        func.count().label("photos"),
        func.sum(photo.c.availability).label("shares"),
        func.sum(photo.c.facings).label("facings"),
        func.sum(photo.c.gaps).label("gaps"),
        func.sum(cast(photo.c.corrected, Integer)).label("corrected"),
    )
    return select(*groups, *figures).group_by(*(group.element for group in groups)).order_by("period", "key")


def _line(sums: Sequence[_Sum]) -> TrendLine:
    """Join the sums of one line, or of all, in order of time; the latest name counts."""
    periods: defaultdict[date, list[_Sum]] = defaultdict(list)
    for each in sums:
        periods[each.period].append(each)
    photos = sum(each.photos for each in sums)
    latest = sums[-1] if sums else None
    name = OTHER_WORDS
    if latest is not None and latest.title is not None:
        name = latest.title
    elif latest is not None and latest.name is not None:
        name = Words(latest.name, latest.name)
    return TrendLine(
        key=latest.key if latest else "",
        name=name,
        region_name=latest.region_name if latest else "",
        photos=photos,
        availability=sum(each.shares for each in sums) / photos if photos else 0.0,
        points=[_point(period, periods[period]) for period in sorted(periods)],
    )


def _point(period: date, sums: Sequence[_Sum]) -> TrendPoint:
    photos = sum(each.photos for each in sums)
    return TrendPoint(
        date=period,
        photos=photos,
        availability=sum(each.shares for each in sums) / photos,
        facings=sum(each.facings for each in sums),
        gaps=sum(each.gaps for each in sums),
        corrected=sum(each.corrected for each in sums),
    )
