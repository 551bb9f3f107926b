"""A published version as a draft again: to copy it, to take it elsewhere, to compare it with what is sent."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from msgspec import convert, structs, to_builtins

from storewalk.inspections.kinds import PhotoRule
from storewalk.inspections.schemas.templates import CheckpointDraft, SectionDraft, TemplateDraft, TemplateOut


def draft_of(template: TemplateOut) -> TemplateDraft:
    """Return the draft whose publication would say the same."""
    out: dict[str, Any] = to_builtins(template)
    sections = [
        {**_but_id(section), "checkpoints": [_but_id(point) for point in section["checkpoints"]]}
        for section in out["sections"]
    ]
    kept = {name: out[name] for name in ("name", "criticalCap", "formats")}
    return convert({**kept, "sections": sections}, TemplateDraft)


def told_live(point: CheckpointDraft) -> CheckpointDraft:
    """Return a question that says whether its photographs are live ones, as it is published."""
    live = point.photo_rule is not PhotoRule.NONE if point.live is None else point.live
    return structs.replace(point, live=live)


def with_pictures(draft: TemplateDraft, known: Collection[UUID]) -> TemplateDraft:
    """Return a draft without the pictures that are not known here."""

    def kept(point: CheckpointDraft) -> CheckpointDraft:
        picture = point.reference_photo_id if point.reference_photo_id in known else None
        return told_live(structs.replace(point, reference_photo_id=picture))

    sections: list[SectionDraft] = [
        structs.replace(section, checkpoints=[kept(point) for point in section.checkpoints])
        for section in draft.sections
    ]
    return TemplateDraft(name=draft.name, sections=sections, critical_cap=draft.critical_cap, formats=draft.formats)


def pictures_of(draft: TemplateDraft) -> set[UUID]:
    """Return the pictures that a draft shows."""
    shown = (point.reference_photo_id for section in draft.sections for point in section.checkpoints)
    return {photo for photo in shown if photo is not None}


def _but_id(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != "id"}
