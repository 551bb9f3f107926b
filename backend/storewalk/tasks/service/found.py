"""A fault that was seen, and how it is kept as a finding of a task."""

from datetime import datetime
from uuid import UUID

import msgspec

from storewalk.catalog.api import ProductSeen
from storewalk.core.ids import new_id
from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.photos.api import PhotoMarks
from storewalk.tasks.models import RECTIFICATION, TaskFinding, TaskFindingPhoto, TaskFindingProduct


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A fault that somebody or something saw at a store.

    `(source, source_id)` names the event it comes from: one event is one finding. `fault_key` is what stays the same
    when the fault is seen again (the checkpoint across template versions); None means that it never repeats. `kind`
    is a word of the room it comes from. `products` are those that it is about. Who sees it may name the task's id, its
    due time and whose it is; else the store's hours and people decide. `unable_id` was named, and may not answer there.
    `live_required`: the answer has to be photographed live.
    """

    source: str
    source_id: UUID
    store_id: UUID
    title: Words
    requirement: Words
    kind: str = RECTIFICATION
    note: str = ""
    critical: bool = False
    fault_key: str | None = None
    inspection_id: UUID | None = None
    checkpoint_id: UUID | None = None
    found_by_id: UUID | None = None
    found_at: datetime
    photos: tuple[UUID, ...] = ()
    marks: tuple[PhotoMarks, ...] = ()
    voice_id: UUID | None = None
    products: tuple[ProductSeen, ...] = ()
    task_id: UUID | None = None
    due_at: datetime | None = None
    assignee_id: UUID | None = None
    unable_id: UUID | None = None
    live_required: bool = True


async def add_finding(tx: Tx, task_id: UUID, finding: Finding) -> UUID:
    """Put a finding with its photos and products to a task; return its id."""
    row = TaskFinding(
        org_id=tx.org_id,
        id=new_id(),
        task_id=task_id,
        source=finding.source,
        source_id=finding.source_id,
        inspection_id=finding.inspection_id,
        checkpoint_id=finding.checkpoint_id,
        found_by_id=finding.found_by_id,
        found_at=finding.found_at,
        note=finding.note,
        voice_id=finding.voice_id,
    )
    tx.session.add(row)
    await tx.flush()
    tx.session.add_all([*_photo_rows(tx, row.id, finding), *_product_rows(tx, row.id, finding)])
    return row.id


def _photo_rows(tx: Tx, finding_id: UUID, finding: Finding) -> list[TaskFindingPhoto]:
    marks = {each.photo_id: each.marks for each in finding.marks}
    return [
        TaskFindingPhoto(
            org_id=tx.org_id,
            finding_id=finding_id,
            photo_id=photo_id,
            position=position,
            marks=marks.get(photo_id, []),
        )
        for position, photo_id in enumerate(dict.fromkeys(finding.photos))
    ]


def _product_rows(tx: Tx, finding_id: UUID, finding: Finding) -> list[TaskFindingProduct]:
    return [
        TaskFindingProduct(
            org_id=tx.org_id,
            finding_id=finding_id,
            product_id=seen.product_id,
            position=position,
            quantity=seen.quantity,
            lot_code=seen.lot_code,
            expires_on=seen.expires_on,
        )
        for position, seen in enumerate(finding.products)
    ]
