"""An export of labels: asked for by a person, made by a job, taken by a link."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

import msgspec

from storewalk.core.errors import NotFound, WrongState
from storewalk.core.jobs import Job
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.shelves.events import LabelsExported, LabelsRequested, LabelsTaken
from storewalk.shelves.label_set import SetCounts, SetPhoto, counts_of, digest_of, members_of
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


async def finish(tx: Tx, export_id: UUID, photos: Sequence[SetPhoto], size: int) -> None:
    """Say that the ZIP lies ready, and name its set; one that was finished before stays.

    What holds the same labels as the set before is that set; anything else is the next one.
    """
    await lock_names(tx, "label set", ["newest"])
    made = await exports.lock_export(tx, export_id)
    if made is None or made.state is ExportState.READY:
        return
    number, counts = await _named(tx, photos)
    boxes = sum(len(photo.boxes) for photo in photos)
    made.state, made.finished_at = ExportState.READY, tx.now
    made.photos, made.boxes, made.size = len(photos), boxes, size
    made.number, made.counts = number, msgspec.to_builtins(counts)
    made.digest, made.members = digest_of(photos), members_of(photos)
    tx.record(LabelsExported(subject_id=export_id, photos=len(photos), boxes=boxes, number=number))


async def _named(tx: Tx, photos: Sequence[SetPhoto]) -> tuple[int, SetCounts]:
    before = await exports.newest_set(tx)
    if before is None:
        return 1, counts_of(photos, {})
    if before.digest == digest_of(photos):
        return before.number, msgspec.convert(before.counts, SetCounts)
    return before.number + 1, counts_of(photos, before.members)


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
