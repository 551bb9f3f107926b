"""`GET /api/photos/{id}`: here and not in `photos`, since it joins the photo with its reading, a room above it.

Corrections of a photo's boxes, and exports of them as labels.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID

import msgspec
from litestar import Router
from litestar.datastructures import State
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.errors import NotFound
from storewalk.core.http import command, query
from storewalk.core.platform import Platform
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.photos import api as photos
from storewalk.shelves.labels import export_key
from storewalk.shelves.models import ReadingState
from storewalk.shelves.permissions import CORRECT, EXPORT_LABELS
from storewalk.shelves.queries.exports import list_exports, read_export
from storewalk.shelves.queries.readings import reading_for
from storewalk.shelves.schemas import CorrectBoxes, ExportLink, ExportOut, PhotoView, Reading, RequestLabels
from storewalk.shelves.service import export
from storewalk.shelves.service.correct import correct
from storewalk.shelves.wall import list_photos

FETCH_WITHIN: Final = timedelta(minutes=10)


@query("/photos/{photo_id:uuid}", operation_id="getPhoto", permission=photos.READ, sign=photos.sign)
async def get_photo(tx: ReadTx, photo_id: FromPath[UUID]) -> PhotoView:
    """Show a photo's state, its links and what was read on it."""
    photo = await photos.view(tx, photo_id)
    reading = (await reading_for(tx, [photo_id])).get(photo_id)
    if reading is None and photo.purpose is photos.Purpose.SHELF and photo.state is photos.PhotoState.READY:
        reading = Reading(state=ReadingState.PENDING)  # the job that makes the row has yet to run
    return PhotoView(**msgspec.structs.asdict(photo), reading=reading)


@command("/photos/{photo_id:uuid}/boxes", operation_id="correctBoxes", permission=CORRECT, method="PUT")
async def correct_boxes(tx: Tx, photo_id: FromPath[UUID], data: JSONBody[CorrectBoxes]) -> Reading:
    """Set the boxes of a shelf photo; what the model saw is kept beside them."""
    return await correct(tx, photo_id, data)


@query("/label-exports", operation_id="listLabelExports", permission=EXPORT_LABELS)
async def get_exports(
    tx: ReadTx, limit: FromQuery[int | None] = None, cursor: FromQuery[str | None] = None
) -> Page[ExportOut]:
    """List the exports of corrected photos, the newest first."""
    return await list_exports(tx, limit, cursor)


@command("/label-exports", operation_id="requestLabels", permission=EXPORT_LABELS, status=201)
async def request_labels(tx: Tx, data: JSONBody[RequestLabels]) -> ExportOut:
    """Ask for an export of all corrected photos as YOLO and COCO labels, faces veiled."""
    await export.request(tx, data.id)
    await tx.flush()
    made = await read_export(tx, data.id)
    if made is None:
        raise NotFound("shelves.no_export")
    return made


@query("/label-exports/{export_id:uuid}/link", operation_id="takeLabels", permission=EXPORT_LABELS, recorded=True)
async def take_labels(tx: Tx, state: State, export_id: FromPath[UUID]) -> ExportLink:
    """Return a link that opens a ready export for ten minutes; the audit log says who took it."""
    await export.take(tx, export_id)
    platform: Platform = state["platform"]
    url = platform.objects.presign_get(export_key(tx.org_id, export_id), FETCH_WITHIN)
    return ExportLink(url=url, expires_at=tx.now + FETCH_WITHIN)


ROUTER = Router(
    "/api", route_handlers=[get_photo, list_photos, correct_boxes, get_exports, request_labels, take_labels]
)
