"""`GET /api/photos/{id}`: here and not in `photos`, since it joins the photo with its reading, a room above it."""

from uuid import UUID

import msgspec
from litestar import Router
from litestar.params import FromPath

from storewalk.core.http import query
from storewalk.core.tx import ReadTx
from storewalk.photos import api as photos
from storewalk.shelves.models import ReadingState
from storewalk.shelves.queries import reading_for
from storewalk.shelves.schemas import PhotoView, Reading
from storewalk.shelves.wall import list_photos


@query("/{photo_id:uuid}", operation_id="getPhoto", permission=photos.READ, sign=photos.sign)
async def get_photo(tx: ReadTx, photo_id: FromPath[UUID]) -> PhotoView:
    """Show a photo's state, its links and what was read on it."""
    photo = await photos.view(tx, photo_id)
    reading = (await reading_for(tx, [photo_id])).get(photo_id)
    if reading is None and photo.purpose is photos.Purpose.SHELF and photo.state is photos.PhotoState.READY:
        reading = Reading(state=ReadingState.PENDING)  # the job that makes the row has yet to run
    return PhotoView(**msgspec.structs.asdict(photo), reading=reading)


ROUTER = Router("/api/photos", route_handlers=[get_photo, list_photos])
