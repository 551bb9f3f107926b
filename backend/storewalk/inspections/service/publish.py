"""Publish a checklist: a new template, or the next version of one. Published rows are never changed."""

from uuid import UUID

from sqlalchemy import select

from storewalk.core.errors import Conflict, Invalid, NotFound
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.inspections.drafts import faults
from storewalk.inspections.events import TemplatePublished
from storewalk.inspections.kinds import PhotoRule
from storewalk.inspections.models import (
    InspectionCheckpoint,
    InspectionChoice,
    InspectionSection,
    InspectionTemplate,
    InspectionTemplateVersion,
)
from storewalk.inspections.queries.templates import read_template
from storewalk.inspections.schemas.templates import (
    CheckpointDraft,
    NewTemplate,
    NewTemplateVersion,
    TemplateDraft,
)
from storewalk.inspections.service.pictures import show_pictures, unknown_pictures


async def publish_template(tx: Tx, form: NewTemplate, *, code: str | None = None) -> UUID:
    """Publish a new template; `code` names one that the program itself brings.

    Raises:
        Invalid: the draft has faults, each named by its field.
        Conflict: the id is taken.
    """
    template_id = form.id or new_id()
    if await _lock(tx, template_id) is not None:
        raise Conflict("inspections.template_exists", current=await read_template(tx, template_id), field="id")
    await _refuse_faulty(tx, form)
    tx.session.add(InspectionTemplate(org_id=tx.org_id, id=template_id, code=code, current_number=1))
    await tx.flush()
    await _publish(tx, template_id, 1, form)
    return template_id


async def publish_version(tx: Tx, template_id: UUID, form: NewTemplateVersion) -> UUID:
    """Publish the next version of a template; visits already planned or begun keep theirs.

    Raises:
        NotFound: no such template.
        Conflict: somebody published a version meanwhile.
        Invalid: the draft has faults, each named by its field.
    """
    template = await _lock(tx, template_id)
    if template is None:
        raise NotFound("inspections.template_unknown")
    if template.current_number != form.if_version:
        raise Conflict("core.version_conflict", current=await read_template(tx, template_id))
    await _refuse_faulty(tx, form)
    template.current_number += 1
    await _publish(tx, template_id, template.current_number, form)
    return template_id


async def _refuse_faulty(tx: Tx, draft: TemplateDraft) -> None:
    errors = [*faults(draft), *await unknown_pictures(tx, draft)]
    if errors:
        raise Invalid("inspections.draft_faulty", errors=errors, count=len(errors))


async def _lock(tx: Tx, template_id: UUID) -> InspectionTemplate | None:
    statement = select(InspectionTemplate).where(InspectionTemplate.id == template_id).with_for_update()
    return (await tx.session.execute(statement)).scalar_one_or_none()


async def _publish(tx: Tx, template_id: UUID, number: int, draft: TemplateDraft) -> None:
    version = InspectionTemplateVersion(
        org_id=tx.org_id,
        id=new_id(),
        template_id=template_id,
        number=number,
        name=draft.name,
        critical_cap=draft.critical_cap,
        formats=[*draft.formats],
        published_at=tx.now,
        published_by=tx.actor.account_id,
    )
    tx.session.add(version)
    await tx.flush()
    sections = [
        InspectionSection(
            org_id=tx.org_id,
            id=new_id(),
            version_id=version.id,
            position=position,
            title=s.title,
            weight=s.weight,
            formats=[*s.formats],
        )
        for position, s in enumerate(draft.sections)
    ]
    tx.session.add_all(sections)
    await tx.flush()
    asked = [
        (draft, _checkpoint(tx, section, position, draft))
        for section, section_draft in zip(sections, draft.sections, strict=True)
        for position, draft in enumerate(section_draft.checkpoints)
    ]
    ids = {checkpoint.key: checkpoint.id for _, checkpoint in asked}
    for question, checkpoint in asked:
        checkpoint.condition_on = ids[question.condition.key] if question.condition else None
        tx.session.add(checkpoint)
    await tx.flush()
    await show_pictures(tx, template_id, draft)
    tx.session.add_all(choice for draft, checkpoint in asked for choice in _choices(tx, checkpoint, draft))
    tx.record(TemplatePublished(subject_id=template_id, version_id=version.id, number=number))


def _checkpoint(tx: Tx, section: InspectionSection, position: int, draft: CheckpointDraft) -> InspectionCheckpoint:
    checkpoint_id = new_id()
    return InspectionCheckpoint(
        org_id=tx.org_id,
        id=checkpoint_id,
        version_id=section.version_id,
        section_id=section.id,
        position=position,
        key=draft.key or f"q-{checkpoint_id.hex}",
        title=draft.title,
        criterion=draft.criterion,
        hint=draft.hint,
        reference=draft.reference,
        reference_photo_id=draft.reference_photo_id,
        answer_type=draft.answer_type,
        required=draft.required,
        critical=draft.critical,
        weight=draft.weight,
        photo_rule=draft.photo_rule,
        min_photos=draft.min_photos,
        note_rule=draft.note_rule,
        live=draft.photo_rule is not PhotoRule.NONE if draft.live is None else draft.live,
        shelf=draft.shelf,
        min_availability=draft.min_availability,
        number_min=draft.number_min,
        number_max=draft.number_max,
        unit=draft.unit,
        condition_outcomes=[*draft.condition.outcomes] if draft.condition else [],
        condition_choices=[*draft.condition.choices] if draft.condition else [],
        formats=[*draft.formats],
    )


def _choices(tx: Tx, checkpoint: InspectionCheckpoint, draft: CheckpointDraft) -> list[InspectionChoice]:
    return [
        InspectionChoice(
            org_id=tx.org_id,
            id=new_id(),
            checkpoint_id=checkpoint.id,
            position=position,
            code=choice.code,
            label=choice.label,
            passes=choice.passes,
        )
        for position, choice in enumerate(draft.choices)
    ]
