"""Counts over HTTP as head office works with them: progress, many reviews at once, accuracy, sheets to take away."""

from datetime import date
from typing import Annotated, Final
from urllib.parse import quote
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.counts.permissions import READ, REVIEW
from storewalk.counts.queries.accuracy import accuracy
from storewalk.counts.queries.progress import progress
from storewalk.counts.queries.tags import list_tags
from storewalk.counts.schemas.office import AccuracyOut, CounterProgress, ManyReviewed, ReviewMany
from storewalk.counts.schemas.review import SetAside
from storewalk.counts.schemas.take import TagOut
from storewalk.counts.service.aside import set_aside
from storewalk.counts.service.review_many import review_many
from storewalk.counts.sheets.shape import Form, Sheet
from storewalk.counts.sheets.take import take_sheet
from storewalk.counts.sheets.write import write

MEDIA_TYPES: Final = {
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.PDF: "application/pdf",
}


async def as_workbook(sheet: Sheet) -> Response[bytes]:
    """Write a sheet as a workbook."""
    return await _file(sheet, Form.XLSX)


async def as_print(sheet: Sheet) -> Response[bytes]:
    """Write a sheet to print."""
    return await _file(sheet, Form.PDF)


async def _file(sheet: Sheet, form: Form) -> Response[bytes]:
    name = quote(f"{sheet.title} {sheet.head[0][1]} {sheet.head[1][1]}.{form}", safe="")
    headers = {
        "Content-Disposition": f"attachment; filename=\"count.{form}\"; filename*=UTF-8''{name}",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(await write(sheet, form), media_type=MEDIA_TYPES[form], headers=headers)


@query("/accuracy", operation_id="getCountAccuracy", permission=REVIEW)
async def get_accuracy(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    from_: Annotated[date | None, QueryParameter(name="from")] = None,
    to: FromQuery[date | None] = None,
) -> AccuracyOut:
    """Return how well approved counts agreed with the book: by store, by counter, by count."""
    return await accuracy(tx, store=store, since=from_, until=to)


@query("/{count_id:uuid}/progress", operation_id="getCountProgress", permission=READ)
async def get_progress(tx: ReadTx, count_id: FromPath[UUID]) -> list[CounterProgress]:
    """Return how far each counter is in each zone in the current round."""
    return await progress(tx, count_id)


@query("/{count_id:uuid}/lines/{line_id:uuid}/tags", operation_id="listCountTags", permission=READ)
async def get_tags(
    tx: ReadTx,
    count_id: FromPath[UUID],
    line_id: FromPath[UUID],
    *,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[TagOut]:
    """List the RFID tags behind a line."""
    return await list_tags(tx, count_id, line_id, limit=limit, cursor=cursor)


@command("/{count_id:uuid}/lines/{line_id:uuid}/setting-aside", operation_id="setCountedCodeAside", permission=REVIEW)
async def set_code_aside(tx: Tx, count_id: FromPath[UUID], line_id: FromPath[UUID], data: JSONBody[SetAside]) -> None:
    """Take a code that nobody knows out of the count, since it is no goods of the shop."""
    await set_aside(tx, count_id, line_id, data)


@command("/{count_id:uuid}/reviews", operation_id="reviewVariances", permission=REVIEW)
async def review_variances(tx: Tx, count_id: FromPath[UUID], data: JSONBody[ReviewMany]) -> ManyReviewed:
    """Give many products the same reason, or decide the same on what nobody counted."""
    return ManyReviewed(products=await review_many(tx, count_id, data))


@query(
    "/{count_id:uuid}/sheet.xlsx", operation_id="takeCountWorkbook", permission=READ, recorded=True, write=as_workbook
)
async def take_workbook(tx: Tx, count_id: FromPath[UUID]) -> Sheet:
    """Take the count's sheet as a workbook: blank, or with variances for those who may review it."""
    return await take_sheet(tx, count_id, Form.XLSX)


@query("/{count_id:uuid}/sheet.pdf", operation_id="takeCountPrint", permission=READ, recorded=True, write=as_print)
async def take_print(tx: Tx, count_id: FromPath[UUID]) -> Sheet:
    """Take the count's sheet to print: blank, or with variances for those who may review it."""
    return await take_sheet(tx, count_id, Form.PDF)


HANDLERS: Final = [
    get_accuracy,
    get_progress,
    get_tags,
    set_code_aside,
    review_variances,
    take_workbook,
    take_print,
]
