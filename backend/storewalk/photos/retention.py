"""How long photos are kept: set by the organization, carried out every night, and never for one that is held."""

import asyncio
from datetime import timedelta
from typing import Final

from sqlalchemy import select

from storewalk.core.errors import Conflict
from storewalk.core.jobs import Job, JobContext
from storewalk.core.tx import AnyTx, Tx
from storewalk.photos import keys, queries
from storewalk.photos.events import PhotoRemoved, RetentionChanged
from storewalk.photos.models import PhotoRetention
from storewalk.photos.schemas import RetentionOut, SetRetention

DEFAULT: Final = RetentionOut(evidence_days=730, shelf_days=180, quarantine_days=30, version=0)
BATCH: Final = 100
AT_ONCE: Final = 8


class RemovePhotos(Job, label="photos.retain"):
    """Remove what is older than the organization keeps."""


async def retention(tx: AnyTx) -> RetentionOut:
    """Return the organization's days, or the defaults as version 0."""
    columns = [getattr(PhotoRetention, name) for name in RetentionOut.__struct_fields__]
    return await tx.one_or_none(select(*columns).where(PhotoRetention.org_id == tx.org_id), RetentionOut) or DEFAULT


async def set_retention(tx: Tx, form: SetRetention) -> None:
    """Change the days. Raises Conflict when somebody else has changed them meanwhile."""
    statement = select(PhotoRetention).where(PhotoRetention.org_id == tx.org_id).with_for_update()
    row = (await tx.session.execute(statement)).scalar_one_or_none()
    if (row.version if row is not None else 0) != form.if_version:
        raise Conflict("core.version_conflict", current=await retention(tx))
    if row is None:
        row = PhotoRetention(org_id=tx.org_id, id=tx.org_id)
        tx.session.add(row)
    row.evidence_days, row.shelf_days = form.evidence_days, form.shelf_days
    row.quarantine_days = form.quarantine_days
    tx.record(RetentionChanged(subject_id=tx.org_id))


async def run(ctx: JobContext, job: RemovePhotos) -> None:
    """Mark what is too old, batch by batch, then delete its objects.

    Safe to run twice, or twice at once: a mark is set once under the row's lock, and deleting what is gone is nothing.
    Stopped in the middle, the next run deletes what is marked and not yet purged.
    """
    del job
    while await remove_batch(ctx):
        pass
    while await purge_batch(ctx):
        pass


async def remove_batch(ctx: JobContext) -> bool:
    """Mark up to a hundred photos as removed, so that no link is given any more; tell whether there were any."""
    async with ctx.tx() as tx:
        days = await retention(tx)
        photos = await queries.lock_expired(
            tx,
            evidence=tx.now - timedelta(days=days.evidence_days),
            shelf=tx.now - timedelta(days=days.shelf_days),
            quarantine=tx.now - timedelta(days=days.quarantine_days),
            limit=BATCH,
        )
        for photo in photos:
            photo.removed_at, photo.veiled_at = tx.now, None
            tx.record(PhotoRemoved(subject_id=photo.id, store_id=photo.store_id))
    return bool(photos)


async def purge_batch(ctx: JobContext) -> bool:
    """Delete the objects of up to a hundred removed photos; tell whether there were any."""
    async with ctx.tx() as tx:
        photo_ids = await queries.to_purge(tx, BATCH)
        shares = await queries.marked_shares(tx, photo_ids)
    gate = asyncio.Semaphore(AT_ONCE)

    async def delete(key: str) -> None:
        async with gate:
            await ctx.objects.delete(key)

    left = (key for each in photo_ids for key in keys.everything(ctx.org_id, each, shares[each]))
    await asyncio.gather(*map(delete, left))
    async with ctx.tx() as tx:
        await queries.mark_purged(tx, photo_ids)
    return bool(photo_ids)
