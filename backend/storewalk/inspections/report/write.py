"""Make the file of a report: pictures, then drawing, each in a process of its own and outside any transaction."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote
from uuid import UUID

import msgspec
from litestar import Response

from storewalk.core.platform import Platform
from storewalk.core.writer import written_apart
from storewalk.inspections.report.compose import report
from storewalk.inspections.report.read import Reading, failed
from storewalk.inspections.report.shape import Drawing, Form, Report
from storewalk.photos.api import FONT, Mark, outgoing_copies

WRITER: Final = "storewalk.inspections.report"
MEDIA: Final = {Form.PDF: "application/pdf", Form.PICTURE: "image/jpeg"}


class Wanted(msgspec.Struct, frozen=True):
    """Reports that were read, and what to make of them."""

    platform: Platform
    reading: Reading
    form: Form


async def write(wanted: Wanted) -> Response[bytes]:
    """Draw the reports into one file."""
    platform, reading = wanted.platform, wanted.reading
    photos = [photo for told in reading.told for photo in told.photos]
    copies = await outgoing_copies(platform.objects, platform.settings, photos, _marks(reading))
    reports = [report(reading, told, copies, platform.settings.public_origin) for told in reading.told]
    drawing = msgspec.msgpack.encode(Drawing(wanted.form, str(FONT), reports))
    content = await written_apart(WRITER, drawing)
    return Response(content, media_type=MEDIA[wanted.form], headers=_headers(reading, reports, wanted.form))


def _marks(reading: Reading) -> dict[UUID, list[Mark]]:
    """Return what is drawn on the photographs of findings."""
    marks: dict[UUID, list[Mark]] = {}
    for told in reading.told:
        for answer in failed(told.visit):
            for photo in answer.photo_specs:
                marks.setdefault(photo.id, []).extend(photo.marks)
    return marks


def _headers(reading: Reading, reports: Sequence[Report], form: Form) -> dict[str, str]:
    first = reading.told[0].visit
    of = first.store_name if len(reports) == 1 else str(len(reports))
    name = quote(f"{reports[0].name} {of} {first.planned_for}.{form}", safe="")
    plain = f"visit-{first.planned_for}.{form}"
    return {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{name}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
