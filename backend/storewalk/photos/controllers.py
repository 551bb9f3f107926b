"""Registering and completing uploads. `GET /api/photos/{id}` is in the `shelves` room, which knows what was read."""

from uuid import UUID

from litestar import Router
from litestar.params import FromPath, JSONBody

from storewalk.core.http import command
from storewalk.core.tx import Tx
from storewalk.photos import links, service
from storewalk.photos.permissions import UPLOAD
from storewalk.photos.schemas import PhotoOut, RegisteredPhoto, RegisterPhoto


@command("/", operation_id="registerPhoto", permission=UPLOAD, sign=links.sign_upload)
async def register(tx: Tx, data: JSONBody[RegisterPhoto]) -> RegisteredPhoto:
    """Announce a photo and get a policy to upload it under; repeat it for a fresh policy."""
    photo = await service.register(tx, data)
    return RegisteredPhoto.of(photo)


@command("/{photo_id:uuid}/complete", operation_id="completePhoto", permission=UPLOAD, sign=links.sign)
async def complete(tx: Tx, photo_id: FromPath[UUID]) -> PhotoOut:
    """Say that the upload is done; the photo is then checked in the background."""
    return PhotoOut.of(await service.complete(tx, photo_id))


ROUTER = Router("/api/photos", route_handlers=[register, complete])
