"""Sharing: only a copy without faces is passed on, by a link that expires and needs no log-in."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from storewalk.core.access import Permission
from storewalk.core.errors import NotFound, WrongState
from storewalk.core.jobs import Job, JobContext
from storewalk.core.tx import Tx
from storewalk.identity import api as identity
from storewalk.photos import keys, queries
from storewalk.photos.darkroom import Darkroom, UnfitPhoto
from storewalk.photos.events import PhotoShared, PhotoVeiled
from storewalk.photos.face_veil import FaceVeil
from storewalk.photos.marks import ShareForm, require_marks
from storewalk.photos.models import Photo, PhotoShare, PhotoState, Purpose
from storewalk.photos.permissions import SHARE
from storewalk.photos.schemas import MAX_BYTES

SHARED_FOR: Final = timedelta(days=3)
"""How long a link works: over a weekend, and no longer than S3 signs for (seven days)."""
VEILED_SIDE: Final = 1600  # pixels of the longer side


class VeilPhoto(Job, label="photos.veil"):
    """Make the copy without faces."""

    photo_id: UUID


class DrawShare(Job, label="photos.draw_share"):
    """Make the copy without faces of one share, with its marks in it."""

    share_id: UUID
    photo_id: UUID


async def share(tx: Tx, photo_id: UUID, form: ShareForm) -> PhotoShare:
    """Let a photo's veiled copy be passed on for three days; it is made in the background at the first time.

    Raises NotFound outside what the actor may see or share, WrongState for a photo that is not there to be shown,
    Invalid for a mark that is not whole.
    """
    photo = await queries.lock_photo(tx, photo_id)
    if photo is None or not tx.actor.holds(Permission(photo.permission)):
        raise NotFound("photos.not_found")
    await identity.require_within(tx, Permission(photo.permission), photo.store_id)
    await identity.require_within(tx, SHARE, photo.store_id)
    require_shown(photo)
    require_marks(form.marks)
    shared = PhotoShare(
        org_id=tx.org_id,
        id=form.id,
        photo_id=photo.id,
        account_id=tx.actor.account_id,
        expires_at=tx.now + SHARED_FOR,
        marks=form.marks,
    )
    tx.session.add(shared)
    if form.marks:
        await tx.enqueue(DrawShare(share_id=form.id, photo_id=photo.id))
    elif photo.veiled_at is None:
        await tx.enqueue(VeilPhoto(photo_id=photo.id), dedupe=f"veil-{photo.id}")
    tx.record(PhotoShared(subject_id=photo.id, store_id=photo.store_id, share=form.id, expires_at=shared.expires_at))
    return shared


def require_shown(photo: Photo) -> None:
    """Raise WrongState unless the photo is ready and kept, and no spoken note: a voice cannot be veiled."""
    if photo.removed_at is not None:
        raise WrongState("photos.removed")
    if photo.state is not PhotoState.READY:
        raise WrongState("photos.not_ready")
    if photo.purpose is Purpose.VOICE:
        raise WrongState("photos.voice_stays")


async def veil(ctx: JobContext, job: VeilPhoto) -> None:
    """Veil a photo's faces and keep that copy.

    Safe to run twice: the copy has one key and the same content each time, and a photo that has one is left alone.
    Without a working face model it raises, nothing is shared, and the job page shows why.
    """
    async with ctx.tx() as tx:
        photo = await queries.lock_photo(tx, job.photo_id)
    if photo is None or photo.veiled_at is not None or photo.removed_at is not None:
        return
    original = await ctx.objects.get(keys.original(ctx.org_id, photo.id), MAX_BYTES)
    try:
        copy = await ctx.use(FaceVeil).veil(original, VEILED_SIDE)
    except UnfitPhoto:
        return  # it was developed once, so only damage in the store leads here; the share stays "preparing"
    await ctx.objects.put(keys.veiled(ctx.org_id, photo.id), copy, "image/webp")
    async with ctx.tx() as tx:
        kept = await queries.lock_photo(tx, job.photo_id)
        if kept is not None and kept.veiled_at is None and kept.removed_at is None:
            kept.veiled_at = tx.now
            tx.record(PhotoVeiled(subject_id=kept.id, store_id=kept.store_id))


async def draw(ctx: JobContext, job: DrawShare) -> None:
    """Draw a share's marks into the veiled copy, which is made first where there is none.

    Safe to run twice: the share has one key and the same copy each time, and one that is drawn is left alone.
    """
    await veil(ctx, VeilPhoto(photo_id=job.photo_id))
    async with ctx.tx() as tx:
        photo, shared = await queries.lock_photo(tx, job.photo_id), await queries.get_share(tx, job.share_id)
    if photo is None or photo.veiled_at is None or shared is None or shared.drawn_at is not None:
        return
    veiled = await ctx.objects.get(keys.veiled(ctx.org_id, photo.id), MAX_BYTES)
    copy = await ctx.use(Darkroom).mark(veiled, shared.marks)
    await ctx.objects.put(keys.marked(ctx.org_id, photo.id, shared.id), copy, "image/webp")
    async with ctx.tx() as tx:
        kept, fresh = await queries.lock_photo(tx, job.photo_id), await queries.get_share(tx, job.share_id)
        if kept is not None and kept.removed_at is None and fresh is not None:
            fresh.drawn_at = tx.now
