"""What other rooms join to say how a store's last visits went."""

from typing import Any

from sqlalchemy import Double, Select, and_, cast, select

from storewalk.inspections.kinds import Outcome, VisitStatus
from storewalk.inspections.models import Inspection, InspectionAnswer, InspectionCheckpoint, InspectionTemplateVersion
from storewalk.inspections.plans.kinds import VisitKind

scored_ref: Select[*tuple[Any, ...]] = (
    select(
        Inspection.org_id,
        Inspection.id,
        Inspection.store_id,
        Inspection.business_date,
        Inspection.submitted_at,
        cast(Inspection.score, Double).label("score"),
        InspectionTemplateVersion.name.label("template_name"),
    )
    .join(
        InspectionTemplateVersion,
        and_(
            InspectionTemplateVersion.org_id == Inspection.org_id,
            InspectionTemplateVersion.id == Inspection.template_version_id,
        ),
    )
    .where(Inspection.status == VisitStatus.SCORED, Inspection.kind == VisitKind.VISIT)
)
"""One row a scored visit of an inspector; a store's own checks are none."""

failed_ref: Select[*tuple[Any, ...]] = (
    select(
        InspectionAnswer.org_id,
        InspectionAnswer.inspection_id,
        InspectionCheckpoint.key,
        InspectionCheckpoint.title,
        InspectionCheckpoint.critical,
    )
    .join(
        InspectionCheckpoint,
        and_(
            InspectionCheckpoint.org_id == InspectionAnswer.org_id,
            InspectionCheckpoint.id == InspectionAnswer.checkpoint_id,
        ),
    )
    .where(InspectionAnswer.counts, InspectionAnswer.outcome == Outcome.FAIL)
)
"""One row a question that a visit failed. It is the same question at another visit if its `key` is."""
