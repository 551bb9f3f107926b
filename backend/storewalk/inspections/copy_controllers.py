"""Checklists copied over HTTP.

`copyTemplate` copies one within the organization; `getTemplateFile` gives it out whole and `takeTemplateFile` takes
such a file in, also from another organization. As rows of a sheet: `importTemplate`, `exportTemplate` (CSV) and
`exportTemplateWorkbook`, which are in `integrations`.
"""

from uuid import UUID

from litestar import Router
from litestar.params import FromPath, JSONBody

from storewalk.core.http import command, query
from storewalk.core.tx import ReadTx, Tx
from storewalk.inspections.draft_of import draft_of
from storewalk.inspections.permissions import MANAGE_TEMPLATES
from storewalk.inspections.queries.templates import read_template
from storewalk.inspections.schemas.copies import CopyTemplate, TakeTemplate, TemplateFile
from storewalk.inspections.schemas.templates import TemplateOut
from storewalk.inspections.service import copy


@query("/inspection-templates/{template_id:uuid}/file", operation_id="getTemplateFile", permission=MANAGE_TEMPLATES)
async def get_template_file(tx: ReadTx, template_id: FromPath[UUID]) -> TemplateFile:
    """Give a checklist's current version out as a file."""
    return TemplateFile(draft=draft_of(await read_template(tx, template_id)))


@command("/inspection-template-files", operation_id="takeTemplateFile", permission=MANAGE_TEMPLATES, status=201)
async def take_template_file(tx: Tx, data: JSONBody[TakeTemplate]) -> TemplateOut:
    """Publish a checklist out of a file."""
    await copy.take_template(tx, data)
    await tx.flush()
    return await read_template(tx, data.id)


@command(
    "/inspection-templates/{template_id:uuid}/copies",
    operation_id="copyTemplate",
    permission=MANAGE_TEMPLATES,
    status=201,
)
async def copy_template(tx: Tx, template_id: FromPath[UUID], data: JSONBody[CopyTemplate]) -> TemplateOut:
    """Copy a checklist under another name."""
    await copy.copy_template(tx, template_id, data)
    await tx.flush()
    return await read_template(tx, data.id)


ROUTER = Router("/api", route_handlers=[get_template_file, take_template_file, copy_template])
