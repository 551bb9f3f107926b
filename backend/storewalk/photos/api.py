"""What other rooms may use: attach photos, read their state and pixels, and show one to those who may see it."""

from collections.abc import Collection, Sequence
from uuid import UUID

from storewalk.core.access import Permission
from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity import api as identity
from storewalk.photos import queries, service
from storewalk.photos.darkroom import Darkroom, Reason, UnfitPhoto
from storewalk.photos.draw_marks import draw_marks
from storewalk.photos.drawn import MOST_MARKS, Mark, MarkKind
from storewalk.photos.face_veil import FaceVeil, VeilUnavailable
from storewalk.photos.font import FONT
from storewalk.photos.hold import hold, release
from storewalk.photos.keys import original as original_key
from storewalk.photos.links import sign
from storewalk.photos.marks import MarkedPhoto, PhotoMarks, require_whole
from storewalk.photos.marks_column import MARKS_FIT, MarksType
from storewalk.photos.models import PhotoState, Purpose, Source
from storewalk.photos.outgoing.choose import Outgoing, may_go_out
from storewalk.photos.outgoing.copy import copies as outgoing_copies
from storewalk.photos.permissions import READ
from storewalk.photos.queries import capture_ref, card_ref, photo_ref, photo_spec
from storewalk.photos.queries import facts as photo_state
from storewalk.photos.schemas import PhotoFacts, PhotoOut, PhotoRow, PhotoSpec, Position, described
from storewalk.photos.surveyor import Site, Surveyor

__all__ = [
    "FONT",
    "MARKS_FIT",
    "MOST_MARKS",
    "READ",
    "Darkroom",
    "FaceVeil",
    "Mark",
    "MarkKind",
    "MarkedPhoto",
    "MarksType",
    "Outgoing",
    "PhotoFacts",
    "PhotoMarks",
    "PhotoOut",
    "PhotoRow",
    "PhotoSpec",
    "PhotoState",
    "Position",
    "Purpose",
    "Reason",
    "Site",
    "Source",
    "Surveyor",
    "UnfitPhoto",
    "VeilUnavailable",
    "capture_ref",
    "card_ref",
    "described",
    "draw_marks",
    "expect",
    "hold",
    "in_sight",
    "lock_photo",
    "may_go_out",
    "original_key",
    "outgoing_copies",
    "photo_ref",
    "photo_spec",
    "photo_state",
    "release",
    "require_whole",
    "show_to_all",
    "sign",
    "view",
]


async def expect(
    tx: Tx, store_id: UUID, specs: Sequence[PhotoSpec], purpose: Purpose, permission: Permission
) -> list[PhotoFacts]:
    """Attach named photos to something of `store_id`, in the order given; see `service.expect` for what is refused."""
    photos = await service.expect(tx, store_id, specs, purpose, permission)
    known = [PhotoFacts(**{name: getattr(photo, name) for name in PhotoFacts.__struct_fields__}) for photo in photos]
    await tx.flush()  # so that the caller's rows may refer to the new ones
    return known


async def lock_photo(tx: Tx, photo_id: UUID) -> None:
    """Lock a photo's row, where there is one, until the transaction ends."""
    await tx.fetch("SELECT 1 FROM photo WHERE org_id = $1 AND id = $2 FOR UPDATE", tx.org_id, photo_id)


async def in_sight(tx: AnyTx, photo_ids: Collection[UUID]) -> set[UUID]:
    """Return those of some photos that the actor may see and that were not refused or removed."""
    found = await queries.find_photos(tx, photo_ids)
    fit = [photo for photo in found if photo.state is not PhotoState.REFUSED and photo.removed_at is None]
    return {photo.id for photo in fit if await _may_see(tx, photo)}


async def show_to_all(tx: Tx, photo_ids: Sequence[UUID]) -> None:
    """Let everybody of the organization who may see photos see these, wherever they work."""
    for photo in (await queries.lock_photos(tx, photo_ids)).values() if photo_ids else ():
        photo.shown_to_all = True


async def view(tx: AnyTx, photo_id: UUID) -> PhotoOut:
    """Return one photo, its links yet to be signed (`sign`).

    Raises NotFound unless the actor holds the photo's own permission on its store, or anywhere for one shown to all.
    """
    photo = await queries.find_photo(tx, photo_id)
    if photo is None or not await _may_see(tx, photo):
        raise NotFound("photos.not_found")
    return PhotoOut.of(photo)


async def _may_see(tx: AnyTx, photo: PhotoRow) -> bool:
    permission = Permission(photo.permission)
    if not tx.actor.holds(permission):
        return False
    return photo.shown_to_all or await identity.is_within(tx, permission, photo.store_id)
