"""Copy a checklist, within the organization or out of a file from another."""

from uuid import UUID

from msgspec import structs

from storewalk.core.errors import Conflict, NotFound
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.inspections.draft_of import draft_of, pictures_of, with_pictures
from storewalk.inspections.queries.templates import read_template
from storewalk.inspections.schemas.copies import CopyTemplate, TakeTemplate
from storewalk.inspections.schemas.templates import NewTemplate, TemplateDraft
from storewalk.inspections.service.publish import publish_template
from storewalk.photos.api import in_sight


async def copy_template(tx: Tx, template_id: UUID, form: CopyTemplate) -> None:
    """Publish a copy of a checklist's current version. The same copy again changes nothing.

    Raises:
        NotFound: no such template.
        Conflict: the id belongs to another checklist.
    """
    draft = draft_of(await read_template(tx, template_id))
    await _publish_once(tx, form.id, structs.replace(draft, name=form.name))


async def take_template(tx: Tx, form: TakeTemplate) -> None:
    """Publish a checklist out of a file, without the pictures that are not here. The same again changes nothing.

    Raises:
        Conflict: the id belongs to another checklist.
        Invalid: the draft has faults, each named by its field.
    """
    await _publish_once(tx, form.id, form.file.draft)


async def _publish_once(tx: Tx, template_id: UUID, draft: TemplateDraft) -> None:
    await lock_names(tx, "inspection_template", [template_id])
    fit = with_pictures(draft, await in_sight(tx, pictures_of(draft)))
    new = NewTemplate(
        id=template_id, name=fit.name, sections=fit.sections, critical_cap=fit.critical_cap, formats=fit.formats
    )
    try:
        current = await read_template(tx, template_id)
    except NotFound:
        await publish_template(tx, new)
        return
    if draft_of(current) != fit:
        raise Conflict("inspections.template_exists", current=current, field="id")
