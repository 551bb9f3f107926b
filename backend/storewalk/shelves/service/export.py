"""An export of labels: asked for by a person, made by a job, taken by a link."""

from typing import Final
from uuid import UUID

from storewalk.core.errors import NotFound, WrongState
from storewalk.core.jobs import Job
from storewalk.core.tx import Tx
from storewalk.shelves.events import LabelsExported, LabelsRequested, LabelsTaken
from storewalk.shelves.models import ExportState, LabelExport
from storewalk.shelves.queries import exports

MOST_PHOTOS: Final = 500
"""In one export: the newest corrections."""


class ExportLabels(Job, label="shelves.export_labels"):
    """Make the ZIP of an export."""

    export_id: UUID


async def request(tx: Tx, export_id: UUID) -> LabelExport:
    """Ask for an export of all corrected photos; the same id again is the same export."""
    known = await exports.lock_export(tx, export_id)
    if known is not None:
        return known
    made = LabelExport(org_id=tx.org_id, id=export_id, requested_by=tx.actor.account_id, state=ExportState.PENDING)
    tx.session.add(made)
    tx.record(LabelsRequested(subject_id=export_id))
    await tx.enqueue(ExportLabels(export_id=export_id), dedupe=str(export_id))
    return made


async def finish(tx: Tx, export_id: UUID, *, photos: int, boxes: int, size: int) -> None:
    """Say that the ZIP lies ready; one that was finished before stays."""
    made = await exports.lock_export(tx, export_id)
    if made is None or made.state is ExportState.READY:
        return
    made.state, made.finished_at = ExportState.READY, tx.now
    made.photos, made.boxes, made.size = photos, boxes, size
    tx.record(LabelsExported(subject_id=export_id, photos=photos, boxes=boxes))


async def fail(tx: Tx, export_id: UUID) -> None:
    """Say that the ZIP could not be made for now; a later try of the job mends it."""
    made = await exports.lock_export(tx, export_id)
    if made is not None and made.state is ExportState.PENDING:
        made.state, made.finished_at = ExportState.FAILED, tx.now


async def take(tx: Tx, export_id: UUID) -> LabelExport:
    """Record that somebody takes a ready export out of the house.

    Raises:
        NotFound: there is none of that id.
        WrongState: it is not ready.

    """
    made = await exports.lock_export(tx, export_id)
    if made is None:
        raise NotFound("shelves.no_export")
    if made.state is not ExportState.READY:
        raise WrongState("shelves.export_not_ready")
    tx.record(LabelsTaken(subject_id=export_id, photos=made.photos or 0))
    return made
