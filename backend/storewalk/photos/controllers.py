"""Registering, completing and sharing photos, and how long they are kept.

`GET /api/photos/{id}` is in the `shelves` room, which knows what was read.
"""

from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.errors import NotFound
from storewalk.core.http import command, query
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.photos import links, queries, retention, service
from storewalk.photos.marks import ShareForm
from storewalk.photos.permissions import KEEP, SHARE, UPLOAD
from storewalk.photos.schemas import (
    PhotoOut,
    RefusedPhoto,
    RegisteredPhoto,
    RegisterPhoto,
    RetentionOut,
    SetRetention,
    ShareOut,
)
from storewalk.photos.share import share


@command("/photos", operation_id="registerPhoto", permission=UPLOAD, sign=links.sign_upload)
async def register(tx: Tx, data: JSONBody[RegisterPhoto]) -> RegisteredPhoto:
    """Announce a photo and get a policy to upload it under; repeat it for a fresh policy."""
    photo = await service.register(tx, data)
    return RegisteredPhoto.of(photo)


@command("/photos/{photo_id:uuid}/complete", operation_id="completePhoto", permission=UPLOAD, sign=links.sign)
async def complete(tx: Tx, photo_id: FromPath[UUID]) -> PhotoOut:
    """Say that the upload is done; the photo is then checked in the background."""
    return PhotoOut.of(await service.complete(tx, photo_id))


@command("/photos/{photo_id:uuid}/shares", operation_id="sharePhoto", permission=SHARE, sign=links.sign_share)
async def share_photo(tx: Tx, photo_id: FromPath[UUID], data: JSONBody[ShareForm]) -> ShareOut:
    """Share the copy without faces for three days; ask for the share again until its copy is made."""
    shared = await share(tx, photo_id, data)
    await tx.flush()
    return await found_share(tx, shared.id)


@query("/photo-shares/{share_id:uuid}", operation_id="getPhotoShare", permission=SHARE, sign=links.sign_share)
async def get_share(tx: ReadTx, share_id: FromPath[UUID]) -> ShareOut:
    """Show the actor's own share, with its link once the copy is made."""
    return await found_share(tx, share_id)


async def found_share(tx: ReadTx | Tx, share_id: UUID) -> ShareOut:
    """Return the actor's own share. Raises NotFound."""
    found = await queries.find_share(tx, share_id)
    if found is None:
        raise NotFound("photos.not_found")
    return found


@query("/photo-retention", operation_id="getPhotoRetention", permission=KEEP)
async def get_retention(tx: ReadTx) -> RetentionOut:
    """Show for how many days photos are kept."""
    return await retention.retention(tx)


@command("/photo-retention", operation_id="setPhotoRetention", permission=KEEP, method="PUT")
async def set_retention(tx: Tx, data: JSONBody[SetRetention]) -> RetentionOut:
    """Change for how many days photos are kept."""
    await retention.set_retention(tx, data)
    await tx.flush()
    return await retention.retention(tx)


@query("/refused-photos", operation_id="listRefusedPhotos", permission=KEEP)
async def list_refused(
    tx: ReadTx, *, limit: FromQuery[int | None] = None, cursor: FromQuery[str | None] = None
) -> Page[RefusedPhoto]:
    """List the photos that were refused, the latest first, each with its reason."""
    size = page_size(limit)
    rows = await queries.refused(tx, decode_cursor(cursor), size + 1)
    return page(rows, size, lambda row: (row.refused_at, row.id))


ROUTER = Router(
    "/api",
    route_handlers=[register, complete, share_photo, get_share, get_retention, set_retention, list_refused],
)
