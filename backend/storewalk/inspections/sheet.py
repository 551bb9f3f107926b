"""A checklist as rows of a sheet, a checkpoint a row; what a sheet leaves out stays as it is.

A row without a section belongs to the one above. One without English says the Chinese in both. One without a key gets
that of its title, so that the same file means the same checkpoints again.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from uuid import UUID

from msgspec import UNSET, Struct, UnsetType, structs

from storewalk.core.bulk import LineFault, Outcome
from storewalk.core.errors import Conflict, FieldError, NotFound
from storewalk.core.locks import lock_names
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx, Tx
from storewalk.inspections.draft_of import draft_of, told_live
from storewalk.inspections.drafts import faults
from storewalk.inspections.kinds import AnswerType, NoteRule, PhotoRule
from storewalk.inspections.queries.templates import read_template
from storewalk.inspections.schemas.templates import (
    CheckpointDraft,
    ChoiceDraft,
    Condition,
    NewTemplate,
    NewTemplateVersion,
    SectionDraft,
    TemplateDraft,
    TemplateOut,
)
from storewalk.inspections.service.pictures import unknown_pictures
from storewalk.inspections.service.publish import publish_template, publish_version
from storewalk.stores.api import StoreFormat

MOST_SECTIONS, MOST_CHECKPOINTS = 20, 60
LEFT_OUT = Words("", "")
WORDS = ("title", "criterion", "hint", "reference")
AS_IT_IS = (
    "answer_type", "required", "critical", "weight", "photo_rule", "min_photos", "live", "note_rule",
    "min_availability", "number_min", "number_max", "unit", "choices", "condition", "formats",
)  # fmt: skip


class ChecklistLine(Struct, frozen=True, kw_only=True):
    """A checkpoint in a sheet; `picture` is the name of the picture of how it should look."""

    title_zh: str
    title_en: str | UnsetType = UNSET
    section_zh: str | UnsetType = UNSET
    section_en: str | UnsetType = UNSET
    section_weight: int | UnsetType = UNSET
    section_formats: list[StoreFormat] | UnsetType = UNSET
    key: str | UnsetType = UNSET
    criterion_zh: str | UnsetType = UNSET
    criterion_en: str | UnsetType = UNSET
    answer_type: AnswerType | UnsetType = UNSET
    required: bool | UnsetType = UNSET
    critical: bool | UnsetType = UNSET
    weight: int | UnsetType = UNSET
    photo_rule: PhotoRule | UnsetType = UNSET
    min_photos: int | UnsetType = UNSET
    live: bool | UnsetType = UNSET
    note_rule: NoteRule | UnsetType = UNSET
    min_availability: float | UnsetType | None = UNSET
    number_min: Decimal | UnsetType | None = UNSET
    number_max: Decimal | UnsetType | None = UNSET
    unit: str | UnsetType | None = UNSET
    choices: list[ChoiceDraft] | UnsetType = UNSET
    condition: Condition | UnsetType | None = UNSET
    formats: list[StoreFormat] | UnsetType = UNSET
    hint_zh: str | UnsetType | None = UNSET
    hint_en: str | UnsetType | None = UNSET
    reference_zh: str | UnsetType | None = UNSET
    reference_en: str | UnsetType | None = UNSET
    picture: str | UnsetType | None = UNSET


class Target(Struct, frozen=True, kw_only=True):
    """Which checklist a sheet becomes; `pictures` are those that it may name, `if_version` what its sender had seen."""

    template_id: UUID
    name: Words | None = None
    if_version: int | None = None
    pictures: Mapping[str, UUID]


class _Placed(Struct):
    """The draft that a sheet makes, and the rows of its sections and checkpoints."""

    draft: TemplateDraft
    rows: list[list[int]]


async def give_out_checklist(tx: AnyTx, template_id: UUID) -> list[ChecklistLine]:
    """Return the checkpoints of a checklist's current version as rows. Raises NotFound."""
    draft = draft_of(await read_template(tx, template_id))
    return [
        ChecklistLine(
            section_zh=section.title.zh,
            section_en=section.title.en,
            section_weight=section.weight,
            section_formats=section.formats,
            key=point.key or UNSET,
            picture=picture_name(point),
            **{f"{name}_{tongue}": _told(getattr(point, name), tongue) for name in WORDS for tongue in ("zh", "en")},
            **{name: getattr(point, name) for name in AS_IT_IS},
        )
        for section in draft.sections
        for point in section.checkpoints
    ]


def picture_name(point: CheckpointDraft) -> str | None:
    """Return the name that a checkpoint's picture has in a sheet."""
    return f"{point.key}.jpg" if point.reference_photo_id else None


async def take_in_checklist(
    tx: Tx, lines: Sequence[tuple[int, ChecklistLine]], *, target: Target, dry_run: bool
) -> Outcome:
    """Publish a checklist of rows, or its next version, all or, with any fault, nothing.

    Counted are checkpoints; those that the sheet no longer has count as changed. The same sheet again changes nothing.

    Raises Conflict when somebody published a version meanwhile.
    """
    await lock_names(tx, "inspection_template", [target.template_id])
    current = await _current(tx, target.template_id)
    if current is not None and target.if_version not in (None, current.version):
        raise Conflict("core.version_conflict", current=current)
    before = draft_of(current) if current else None
    placed, found = _place(lines, before, target)
    found += [_in_sheet(placed, fault) for fault in faults(placed.draft)]
    found += [_in_sheet(placed, fault) for fault in await unknown_pictures(tx, placed.draft)]
    if found or not lines:
        return Outcome(faults=found)
    if before is not None and placed.draft == before:
        return Outcome(unchanged=len(lines))
    if not dry_run:
        await _publish(tx, target.template_id, placed.draft, current)
    old, new = _by_key(before), _by_key(placed.draft)
    same = sum(old.get(key) == point for key, point in new.items())
    created = sum(key not in old for key in new)
    updated = len(new) - same - created + sum(key not in new for key in old)
    return Outcome(created=created, updated=updated or (0 if created else 1), unchanged=same)


async def _current(tx: Tx, template_id: UUID) -> TemplateOut | None:
    try:
        return await read_template(tx, template_id)
    except NotFound:
        return None


async def _publish(tx: Tx, template_id: UUID, draft: TemplateDraft, current: TemplateOut | None) -> None:
    fields = {name: getattr(draft, name) for name in TemplateDraft.__struct_fields__}
    if current is None:
        await publish_template(tx, NewTemplate(id=template_id, **fields))
    else:
        await publish_version(tx, template_id, NewTemplateVersion(if_version=current.version, **fields))


def _by_key(draft: TemplateDraft | None) -> dict[str | None, CheckpointDraft]:
    return {point.key: point for section in draft.sections for point in section.checkpoints} if draft else {}


def _place(
    lines: Sequence[tuple[int, ChecklistLine]], before: TemplateDraft | None, target: Target
) -> tuple[_Placed, list[LineFault]]:
    old = _by_key(before)
    known = {name: p.reference_photo_id for p in old.values() if (name := picture_name(p)) and p.reference_photo_id}
    known |= dict(target.pictures)
    parts = {section.title.zh: section for section in before.sections} if before else {}
    sections: list[SectionDraft] = []
    rows: list[list[int]] = []
    found: list[LineFault] = []
    for row, line in lines:
        if not sections or (line.section_zh is not UNSET and line.section_zh != sections[-1].title.zh):
            if line.section_zh is UNSET:
                found.append(LineFault(row, FieldError("sectionZh", "inspections.sheet_no_section")))
            sections.append(_section(line, parts))
            rows.append([])
        if isinstance(line.picture, str) and line.picture not in known:
            named: dict[str, object] = {"name": line.picture}
            found.append(LineFault(row, FieldError("picture", "inspections.sheet_picture", named)))
        rows[-1].append(row)
        sections[-1].checkpoints.append(_checkpoint(line, old, known))
    found += _too_many(rows)
    name = target.name or (before.name if before else LEFT_OUT)
    if name is LEFT_OUT:
        found.append(LineFault(1, FieldError("name", "inspections.sheet_name")))
        name = Words("?", "?")
    draft = TemplateDraft(name=name, sections=sections)
    if before is not None:
        draft = structs.replace(draft, critical_cap=before.critical_cap, formats=before.formats)
    return _Placed(draft, rows), found


def _too_many(rows: list[list[int]]) -> Iterator[LineFault]:
    if len(rows) > MOST_SECTIONS:
        yield LineFault(rows[MOST_SECTIONS][0], FieldError("sectionZh", "inspections.sheet_sections"))
    for section in rows:
        if len(section) > MOST_CHECKPOINTS:
            yield LineFault(section[MOST_CHECKPOINTS], FieldError("sectionZh", "inspections.sheet_checkpoints"))


def _section(line: ChecklistLine, parts: Mapping[str, SectionDraft]) -> SectionDraft:
    zh = line.section_zh if isinstance(line.section_zh, str) else "?"
    before = parts.get(zh) or SectionDraft(title=Words(zh, zh), checkpoints=[])
    return SectionDraft(
        title=Words(zh, line.section_en if isinstance(line.section_en, str) else before.title.en),
        checkpoints=[],
        weight=before.weight if line.section_weight is UNSET else line.section_weight,
        formats=before.formats if line.section_formats is UNSET else line.section_formats,
    )


def _checkpoint(
    line: ChecklistLine, old: Mapping[str | None, CheckpointDraft], pictures: Mapping[str, UUID]
) -> CheckpointDraft:
    key = line.key if isinstance(line.key, str) else f"c-{sha256(line.title_zh.encode()).hexdigest()[:12]}"
    before = old.get(key)
    point = before or CheckpointDraft(
        key=key, title=LEFT_OUT, criterion=LEFT_OUT, answer_type=AnswerType.PASSFAIL, live=None
    )
    given: dict[str, object] = {name: value for name in AS_IT_IS if (value := getattr(line, name)) is not UNSET}
    given.update({name: _words(line, name, getattr(point, name)) for name in WORDS})
    if line.photo_rule is not UNSET and line.live is UNSET:
        given["live"] = None
    if line.picture is not UNSET:
        given["reference_photo_id"] = pictures.get(line.picture) if line.picture else None
    if line.min_availability is not UNSET:
        given["shelf"] = line.min_availability is not None
    return told_live(structs.replace(point, **given))


def _words(line: ChecklistLine, name: str, before: Words | None) -> Words | None:
    """Return a text; English that the sheet leaves out stays while the Chinese does, else it is the Chinese."""
    zh, en = getattr(line, f"{name}_zh"), getattr(line, f"{name}_en")
    if zh is None or (zh is UNSET and en is UNSET):
        return None if zh is None else before
    chinese = zh if isinstance(zh, str) else (before.zh if before else "")
    if isinstance(en, str):
        return Words(chinese, en)
    return before if before is not None and before.zh == chinese and en is UNSET else Words(chinese, chinese)


def _told(words: Words | None, tongue: str) -> str | None:
    return None if words is None else words.in_locale(tongue)


def _in_sheet(placed: _Placed, fault: FieldError) -> LineFault:
    """Return a draft's fault as that of a cell: `sections[1].checkpoints[0].choices[2].code` is row 7, `choices`."""
    parts = fault.field.split(".")
    place = [int(part.partition("[")[2].rstrip("]")) for part in parts[:2] if part.endswith("]")]
    if not place:
        return LineFault(1, fault)
    rows, rest = placed.rows[place[0]], parts[len(place) :]
    name = rest[0].partition("[")[0]
    if len(place) == 1:
        name = f"section{name[0].upper()}{name[1:]}" if name != "title" else "section"
    if name in (*WORDS, "section"):
        name += rest[-1].capitalize()
    field = {"referencePhotoId": "picture", "shelf": "minAvailability"}.get(name, name)
    return LineFault(rows[place[1] if len(place) > 1 else 0], FieldError(field, fault.message_key, fault.params))
