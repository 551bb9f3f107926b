"""The pictures of how it should look, which a checklist shows to whoever walks by it."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from storewalk.core.errors import FieldError
from storewalk.core.tx import Tx
from storewalk.inspections.schemas.templates import TemplateDraft
from storewalk.photos.api import hold, in_sight, show_to_all

SOURCE: Final = "inspection-template"


async def unknown_pictures(tx: Tx, draft: TemplateDraft) -> list[FieldError]:
    """Return a fault for every picture that the author may not see."""
    named = dict(_named(draft))
    seen = await in_sight(tx, set(named.values()))
    return [FieldError(path, "inspections.draft_picture") for path, photo in named.items() if photo not in seen]


async def show_pictures(tx: Tx, template_id: UUID, draft: TemplateDraft) -> None:
    """Show a published checklist's pictures in every store, and keep them for visits by an old version too."""
    photos = sorted({photo for _, photo in _named(draft)})
    await show_to_all(tx, photos)
    await hold(tx, photos, SOURCE, template_id)


def _named(draft: TemplateDraft) -> Iterator[tuple[str, UUID]]:
    for s, section in enumerate(draft.sections):
        for c, checkpoint in enumerate(section.checkpoints):
            if checkpoint.reference_photo_id is not None:
                yield f"sections[{s}].checkpoints[{c}].referencePhotoId", checkpoint.reference_photo_id
