"""What other rooms join of what visits found: answers, their photographs, the questions, the points of sections."""

from typing import Any

from sqlalchemy import Double, Select, and_, cast, select

from storewalk.inspections.models import (
    InspectionAnswer,
    InspectionAnswerPhoto,
    InspectionCheckpoint,
    InspectionSection,
    InspectionSectionScore,
    InspectionTemplateVersion,
)

answer_ref: Select[*tuple[Any, ...]] = select(
    InspectionAnswer.org_id,
    InspectionAnswer.id,
    InspectionAnswer.inspection_id,
    InspectionAnswer.checkpoint_id,
    InspectionAnswer.outcome,
    InspectionAnswer.person_outcome,
    InspectionAnswer.model_outcome,
    InspectionAnswer.decision_note,
    InspectionAnswer.note,
    InspectionAnswer.answered_at,
).where(InspectionAnswer.counts)
"""One row an answer that counts. Join `inspection_ref` and ask for scored visits: then no outcome is pending."""

answer_photo_ref: Select[*tuple[Any, ...]] = select(
    InspectionAnswerPhoto.org_id,
    InspectionAnswerPhoto.answer_id,
    InspectionAnswerPhoto.photo_id,
    InspectionAnswerPhoto.position,
    InspectionAnswerPhoto.marks,
)
"""One row a photograph of an answer."""

checkpoint_ref: Select[*tuple[Any, ...]] = (
    select(
        InspectionCheckpoint.org_id,
        InspectionCheckpoint.id,
        InspectionCheckpoint.version_id,
        InspectionCheckpoint.key,
        InspectionCheckpoint.title,
        InspectionCheckpoint.critical,
        InspectionCheckpoint.weight,
        InspectionCheckpoint.position,
        InspectionSection.id.label("section_id"),
        InspectionSection.title.label("section_title"),
        InspectionSection.position.label("section_position"),
        InspectionTemplateVersion.template_id,
        InspectionTemplateVersion.name.label("template_name"),
        InspectionTemplateVersion.published_at,
    )
    .join(
        InspectionSection,
        and_(
            InspectionSection.org_id == InspectionCheckpoint.org_id,
            InspectionSection.id == InspectionCheckpoint.section_id,
        ),
    )
    .join(
        InspectionTemplateVersion,
        and_(
            InspectionTemplateVersion.org_id == InspectionCheckpoint.org_id,
            InspectionTemplateVersion.id == InspectionCheckpoint.version_id,
        ),
    )
)
"""One row a question of a published version. It is the same question in another version if its `key` is."""

section_score_ref: Select[*tuple[Any, ...]] = select(
    InspectionSectionScore.org_id,
    InspectionSectionScore.inspection_id,
    InspectionSectionScore.section_id,
    cast(InspectionSectionScore.score, Double).label("score"),
)
"""The points of the sections of scored visits; null where nothing counted."""
