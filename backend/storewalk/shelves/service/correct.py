"""A person corrects what the model saw: another set of boxes, beside the model's, with the figures that follow."""

from uuid import UUID

import msgspec

from storewalk.core.errors import Conflict, Invalid, NotFound, WrongState
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.photos import api as photos
from storewalk.shelves.changes import changes_between
from storewalk.shelves.detector import Box
from storewalk.shelves.events import ShelfCorrected
from storewalk.shelves.figures import figures_of
from storewalk.shelves.models import ReadingState, ShelfCorrection, ShelfReading
from storewalk.shelves.permissions import CORRECT
from storewalk.shelves.queries import readings
from storewalk.shelves.schemas import CorrectBoxes, DrawnBox, Reading

LEAST_SIDE = 0.002
"""Of the photo: a narrower box is a slip of the finger."""


async def correct(tx: Tx, photo_id: UUID, form: CorrectBoxes) -> Reading:
    """Set a photo's boxes; the same boxes again change nothing. What the model saw is kept, and so is every version.

    Raises:
        NotFound: no such photo where the actor may see and correct it, or it shows no shelf.
        WrongState: the detector has yet to answer.
        Conflict: somebody else corrected it meanwhile; carries the reading as it is now.
        Invalid: a box has no extent.

    """
    photo = await photos.view(tx, photo_id)
    await require_within(tx, CORRECT, photo.store_id)
    reading = await readings.lock_reading(tx, photo_id)
    if reading is None:
        raise NotFound("shelves.no_reading")
    if reading.state is ReadingState.PENDING:
        raise WrongState("shelves.not_read_yet")
    now = await shown(tx, reading)
    boxes = [_box(number, drawn) for number, drawn in enumerate(form.boxes)]
    if boxes == list(now.boxes):
        return now
    if form.if_version != reading.revision:
        raise Conflict("shelves.corrected_meanwhile", field="ifVersion", current=now)
    figures = figures_of(boxes)
    changes = changes_between(msgspec.convert(reading.boxes, list[Box]), boxes)
    reading.revision += 1
    tx.session.add(
        ShelfCorrection(
            org_id=tx.org_id,
            id=new_id(),
            photo_id=photo_id,
            store_id=reading.store_id,
            number=reading.revision,
            corrected_by=tx.actor.account_id,
            corrected_at=tx.occurred_at,
            model_version=reading.model_version,
            boxes=msgspec.to_builtins(boxes),
            rows=msgspec.to_builtins(figures.rows),
            availability=figures.availability,
            facings=figures.facings,
            gaps=figures.gaps,
            **msgspec.structs.asdict(changes),
        )
    )
    tx.record(
        ShelfCorrected(
            subject_id=photo_id,
            store_id=reading.store_id,
            number=reading.revision,
            availability=figures.availability,
            gaps=figures.gaps,
            facings=figures.facings,
        )
    )
    await tx.flush()
    return await shown(tx, reading)


async def shown(tx: Tx, reading: ShelfReading) -> Reading:
    """Return a reading as everybody sees it."""
    return (await readings.reading_for(tx, [reading.photo_id]))[reading.photo_id]


def _box(number: int, drawn: DrawnBox) -> Box:
    if drawn.x1 - drawn.x0 < LEAST_SIDE or drawn.y1 - drawn.y0 < LEAST_SIDE:
        raise Invalid("shelves.box_without_extent", field=f"boxes.{number}")
    return Box(label=drawn.label, score=drawn.score, x0=drawn.x0, y0=drawn.y0, x1=drawn.x1, y1=drawn.y1)
