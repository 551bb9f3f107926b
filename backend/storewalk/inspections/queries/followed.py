"""What a visit goes by: the version it follows, whom that is for, what it asks, and where it caps the score."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import and_, select

from storewalk.core.errors import Invalid
from storewalk.core.tx import AnyTx, Tx
from storewalk.inspections.asking import Asking
from storewalk.inspections.models import InspectionCheckpoint, InspectionSection, InspectionTemplateVersion
from storewalk.inspections.queries.templates import current_versions
from storewalk.inspections.schemas.templates import TemplateOut
from storewalk.stores.api import store_format


async def askings_of(tx: AnyTx, version_id: UUID) -> list[Asking]:
    """Return what decides which questions of a version are asked, in the order of the checklist."""
    row, section = InspectionCheckpoint, InspectionSection
    statement = (
        select(
            row.id,
            row.formats,
            section.formats.label("section_formats"),
            row.condition_on,
            row.condition_outcomes.label("outcomes"),
            row.condition_choices.label("choices"),
        )
        .join(section, and_(section.org_id == row.org_id, section.id == row.section_id))
        .where(row.org_id == tx.org_id, row.version_id == version_id)
        .order_by(section.position, row.position)
    )
    return await tx.all(statement, Asking)


def askings(template: TemplateOut) -> list[Asking]:
    """Return the same of a version that was read."""
    ids = {point.key: point.id for section in template.sections for point in section.checkpoints}
    return [
        Asking(
            id=point.id,
            formats=point.formats,
            section_formats=section.formats,
            condition_on=ids[point.condition.key] if point.condition else None,
            outcomes=point.condition.outcomes if point.condition else (),
            choices=point.condition.choices if point.condition else (),
        )
        for section in template.sections
        for point in section.checkpoints
    ]


async def critical_cap_of(tx: Tx, version_id: UUID) -> Decimal:
    """Return the points that a failed critical checkpoint caps a version's visits at."""
    version = InspectionTemplateVersion
    statement = select(version.critical_cap).where(version.org_id == tx.org_id, version.id == version_id)
    return (await tx.session.execute(statement)).scalar_one()


async def version_to_follow(tx: Tx, template_id: UUID, version_id: UUID | None = None) -> UUID:
    """Return the version a visit follows: the current one, or the published one that the phone had.

    Raises Invalid for an unknown template, or a version of another one.
    """
    version = InspectionTemplateVersion
    statement = (
        current_versions() if version_id is None else select(version.id).where(version.id == version_id)
    ).where(version.org_id == tx.org_id, version.template_id == template_id)
    found = (await tx.session.execute(statement)).scalar_one_or_none()
    if found is None:
        raise Invalid("inspections.template_unknown", field="templateVersionId" if version_id else "templateId")
    return found


async def require_fitting(tx: Tx, version_id: UUID, store_id: UUID) -> None:
    """Raise Invalid unless a version is for the kind of shop that the store is; a store of none in particular fits."""
    kind, formats = await store_format(tx, store_id), await formats_of(tx, version_id)
    if kind is not None and formats and kind not in formats:
        raise Invalid("inspections.template_other_format", field="templateId")


async def formats_of(tx: Tx, version_id: UUID) -> list[str]:
    """Return the kinds of shop that a version is for; none means all."""
    version = InspectionTemplateVersion
    return (await tx.scalars(select(version.formats).where(version.org_id == tx.org_id, version.id == version_id)))[0]
