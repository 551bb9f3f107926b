"""Checklists as sheets over HTTP.

`importTemplate` takes one in from CSV or Excel, or tries it; `exportTemplate` gives one out as CSV and
`exportTemplateWorkbook` as a workbook, in the form that `importTemplate` reads.
"""

from functools import partial
from typing import Annotated
from uuid import UUID

from litestar import Router
from litestar.datastructures import State
from litestar.params import FromPath, JSONBody
from msgspec import Meta, field

from storewalk.core.http import command
from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.inspections.api import MANAGE_TEMPLATES, ChecklistLine, Target, give_out_checklist, take_in_checklist
from storewalk.integrations import mapped
from storewalk.integrations.checklist_sheet import CHECKLIST
from storewalk.integrations.columns import Kind
from storewalk.integrations.events import SheetExported
from storewalk.integrations.given_sheet import Written
from storewalk.integrations.kind_sheet import written
from storewalk.integrations.mapping_schemas import MappedFile, MappedOut
from storewalk.integrations.sheet_routes import exported

TITLE = Words("检查表", "Checklist")
MOST_PICTURES = 1200


class ChecklistFile(MappedFile):
    """A checklist as rows: a new one under an id of the client's making, or the next version of one.

    `pictures` are uploaded ones by the names that rows give them; those of the current version go by their key.
    """

    template_id: UUID
    name: Words | None = None
    if_version: int | None = None
    pictures: Annotated[dict[str, UUID], Meta(max_length=MOST_PICTURES)] = field(default_factory=dict[str, UUID])


@command("/imports/inspection-templates", operation_id="importTemplate", permission=MANAGE_TEMPLATES)
async def import_template(tx: Tx, state: State, data: JSONBody[ChecklistFile]) -> MappedOut:
    """Publish a checklist from CSV or Excel, or try it with `dryRun`; a checkpoint a row."""
    target = Target(template_id=data.template_id, name=data.name, if_version=data.if_version, pictures=data.pictures)
    kind: Kind[ChecklistLine] = Kind(
        name=CHECKLIST.name,
        line=ChecklistLine,
        columns=CHECKLIST.columns,
        take_in=partial(take_in_checklist, target=target),
        give_out=partial(give_out_checklist, template_id=data.template_id),
    )
    return await mapped.take_in(tx, kind, data, state["platform"].catalog)


@exported("inspection-templates/{template_id:uuid}/checkpoints", "exportTemplate", MANAGE_TEMPLATES)
async def export_template(tx: Tx, template_id: FromPath[UUID]) -> Written:
    """Export a checklist's current version, a checkpoint a row."""
    lines = await give_out_checklist(tx, template_id)
    tx.record(SheetExported(subject_id=template_id, sheet=CHECKLIST.name, rows=len(lines)))
    return written(CHECKLIST, TITLE, lines, tx.actor.locale)


ROUTER = Router("/api", route_handlers=[import_template, *export_template])
