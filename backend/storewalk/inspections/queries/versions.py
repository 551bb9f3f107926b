"""A checklist's published versions, the newest first, and each of them whole."""

from uuid import UUID

import msgspec
from sqlalchemy import and_, func, select

from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref
from storewalk.inspections.models import InspectionCheckpoint, InspectionTemplateVersion
from storewalk.inspections.queries.templates import read_versions
from storewalk.inspections.schemas.library import VersionItem
from storewalk.inspections.schemas.templates import TemplateOut


class _Id(msgspec.Struct):
    id: UUID


async def list_versions(tx: AnyTx, template_id: UUID) -> list[VersionItem]:
    """Return what was published of a template and by whom. Raises NotFound."""
    version, people = InspectionTemplateVersion, account_ref
    count = (
        select(func.count())
        .where(InspectionCheckpoint.org_id == version.org_id, InspectionCheckpoint.version_id == version.id)
        .scalar_subquery()
    )
    statement = (
        select(
            version.number.label("version"),
            version.name,
            count.label("checkpoint_count"),
            version.published_at,
            people.c.name.label("published_by"),
        )
        .outerjoin(people, and_(people.c.org_id == version.org_id, people.c.id == version.published_by))
        .where(version.org_id == tx.org_id, version.template_id == template_id)
        .order_by(version.number.desc())
    )
    rows = await tx.all(statement, VersionItem)
    if not rows:
        raise NotFound("inspections.template_unknown")
    return rows


async def read_version(tx: AnyTx, template_id: UUID, number: int) -> TemplateOut:
    """Return one version of a template, whichever is current. Raises NotFound."""
    version = InspectionTemplateVersion
    statement = select(version.id).where(
        version.org_id == tx.org_id, version.template_id == template_id, version.number == number
    )
    row = await tx.one_or_none(statement, _Id)
    if row is None:
        raise NotFound("inspections.template_unknown")
    return (await read_versions(tx, [row.id]))[row.id]
