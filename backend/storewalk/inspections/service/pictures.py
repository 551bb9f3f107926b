"""The pictures of how it should look, which a checklist shows to whoever walks by it."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from sqlalchemy import select

from storewalk.core.errors import FieldError
from storewalk.core.tx import AnyTx, Tx
from storewalk.inspections.models import InspectionCheckpoint
from storewalk.inspections.schemas.templates import TemplateDraft
from storewalk.photos.api import hold, in_sight

SOURCE: Final = "inspections.reference"


async def unknown_pictures(tx: Tx, draft: TemplateDraft) -> list[FieldError]:
    """Return a fault for every picture that the author may not see and no published checklist shows."""
    named = dict(_named(draft))
    fresh = set(named.values()) - await pictures_in_use(tx, list(named.values()))
    seen = await in_sight(tx, fresh)
    return [FieldError(path, "inspections.draft_picture") for path, photo in named.items() if photo in fresh - seen]


async def hold_pictures(tx: Tx, template_id: UUID, draft: TemplateDraft) -> None:
    """Keep a published checklist's pictures beyond their days, for visits that follow an old version too."""
    await hold(tx, [photo for _, photo in _named(draft)], SOURCE, template_id)


async def pictures_in_use(tx: AnyTx, photo_ids: list[UUID]) -> set[UUID]:
    """Return those of some photos that a published checklist shows."""
    column = InspectionCheckpoint.reference_photo_id
    statement = select(column).where(InspectionCheckpoint.org_id == tx.org_id, column.in_(photo_ids))
    return {photo for photo in await tx.scalars(statement) if photo is not None}


def _named(draft: TemplateDraft) -> Iterator[tuple[str, UUID]]:
    for s, section in enumerate(draft.sections):
        for c, checkpoint in enumerate(section.checkpoints):
            if checkpoint.reference_photo_id is not None:
                yield f"sections[{s}].checkpoints[{c}].referencePhotoId", checkpoint.reference_photo_id
