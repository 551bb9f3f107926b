"""Checklists read back: published versions whole, templates by their current version."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Double, Select, and_, cast, func, select, tuple_

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Cursor, Page, Words, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx
from storewalk.inspections.kinds import PersonOutcome
from storewalk.inspections.models import (
    InspectionCheckpoint,
    InspectionChoice,
    InspectionSection,
    InspectionTemplate,
    InspectionTemplateVersion,
)
from storewalk.inspections.schemas.templates import (
    CheckpointOut,
    ChoiceOut,
    ConditionOut,
    SectionOut,
    TemplateItem,
    TemplateOut,
)
from storewalk.stores.api import StoreFormat


class _Version(msgspec.Struct):
    id: UUID
    name: Words
    version: int
    version_id: UUID
    critical_cap: float
    formats: list[StoreFormat]
    published_at: datetime


class _Section(msgspec.Struct):
    version_id: UUID
    id: UUID
    title: Words
    weight: int
    formats: list[StoreFormat]


class _Choice(msgspec.Struct):
    checkpoint_id: UUID
    code: str
    label: Words
    passes: bool


class _Id(msgspec.Struct):
    id: UUID


async def list_templates(tx: AnyTx, limit: int | None, cursor: str | None) -> Page[TemplateItem]:
    """Return templates, newest first, each by its current version."""
    size, after = page_size(limit), decode_cursor(cursor)
    rows = await tx.all(_items(after).limit(size + 1), TemplateItem)
    return page(rows, size, lambda row: (row.recorded_at, row.id))


async def read_template(tx: AnyTx, template_id: UUID) -> TemplateOut:
    """Return a template's current version. Raises NotFound."""
    row = await tx.one_or_none(current_versions().where(InspectionTemplate.id == template_id), _Id)
    if row is None:
        raise NotFound("inspections.template_unknown")
    return (await read_versions(tx, [row.id]))[row.id]


async def current_templates(tx: AnyTx, since: datetime | None = None) -> list[TemplateOut]:
    """Return every template's current version, of those published after `since` where that is given."""
    statement = current_versions()
    if since is not None:
        statement = statement.where(InspectionTemplateVersion.published_at > since)
    ids = [row.id for row in await tx.all(statement, _Id)]
    return list((await read_versions(tx, ids)).values())


async def read_versions(tx: AnyTx, version_ids: Collection[UUID]) -> dict[UUID, TemplateOut]:
    """Return published versions with all their questions, by version id."""
    versions = await tx.all(_versions(version_ids), _Version)
    sections = await tx.all(_sections(version_ids), _Section)
    checkpoints = await tx.all(_checkpoints(version_ids), dict)
    choices: defaultdict[UUID, list[ChoiceOut]] = defaultdict(list)
    for choice in await tx.all(_choices(version_ids), _Choice):
        choices[choice.checkpoint_id].append(ChoiceOut(code=choice.code, label=choice.label, passes=choice.passes))
    questions: defaultdict[UUID, list[CheckpointOut]] = defaultdict(list)
    for row in checkpoints:
        section_id, condition = row.pop("section_id"), _condition(row)
        questions[section_id].append(CheckpointOut(**row, condition=condition, choices=choices[row["id"]]))
    parts: defaultdict[UUID, list[SectionOut]] = defaultdict(list)
    for row in sections:
        section = SectionOut(
            id=row.id, title=row.title, weight=row.weight, formats=row.formats, checkpoints=questions[row.id]
        )
        parts[row.version_id].append(section)
    return {row.version_id: _template(row, parts[row.version_id]) for row in versions}


def _condition(row: dict[str, Any]) -> ConditionOut | None:
    key, outcomes, choices = row.pop("condition_key"), row.pop("condition_outcomes"), row.pop("condition_choices")
    return None if key is None else ConditionOut(key=key, outcomes=list(map(PersonOutcome, outcomes)), choices=choices)


def current_versions() -> Select[UUID]:
    """Select the id of the version that new visits of a template follow."""
    return select(InspectionTemplateVersion.id).join(
        InspectionTemplate,
        and_(
            InspectionTemplate.org_id == InspectionTemplateVersion.org_id,
            InspectionTemplate.id == InspectionTemplateVersion.template_id,
            InspectionTemplate.current_number == InspectionTemplateVersion.number,
        ),
    )


def _template(row: _Version, sections: list[SectionOut]) -> TemplateOut:
    return TemplateOut(
        id=row.id,
        name=row.name,
        version=row.version,
        version_id=row.version_id,
        checkpoint_count=sum(len(section.checkpoints) for section in sections),
        critical_cap=row.critical_cap,
        formats=row.formats,
        published_at=row.published_at,
        sections=sections,
    )


def _items(after: Cursor | None) -> Select[*tuple[Any, ...]]:
    version = InspectionTemplateVersion
    count = (
        select(func.count())
        .where(InspectionCheckpoint.org_id == version.org_id, InspectionCheckpoint.version_id == version.id)
        .scalar_subquery()
    )
    statement = (
        select(
            InspectionTemplate.id,
            version.name,
            version.number.label("version"),
            version.id.label("version_id"),
            count.label("checkpoint_count"),
            version.formats,
            InspectionTemplate.recorded_at,
        )
        .join(
            version,
            and_(
                version.org_id == InspectionTemplate.org_id,
                version.template_id == InspectionTemplate.id,
                version.number == InspectionTemplate.current_number,
            ),
        )
        .order_by(InspectionTemplate.recorded_at.desc(), InspectionTemplate.id.desc())
    )
    if after is not None:
        statement = statement.where(
            tuple_(InspectionTemplate.recorded_at, InspectionTemplate.id) < (after.at, after.id)
        )
    return statement


def _versions(version_ids: Collection[UUID]) -> Select[*tuple[Any, ...]]:
    version = InspectionTemplateVersion
    return select(
        version.template_id.label("id"),
        version.name,
        version.number.label("version"),
        version.id.label("version_id"),
        cast(version.critical_cap, Double).label("critical_cap"),
        version.formats,
        version.published_at,
    ).where(version.id.in_(version_ids))


def _sections(version_ids: Collection[UUID]) -> Select[*tuple[Any, ...]]:
    section = InspectionSection
    return (
        select(section.version_id, section.id, section.title, section.weight, section.formats)
        .where(section.version_id.in_(version_ids))
        .order_by(section.version_id, section.position)
    )


def _checkpoints(version_ids: Collection[UUID]) -> Select[*tuple[Any, ...]]:
    row, earlier = InspectionCheckpoint, InspectionCheckpoint.__table__.alias("earlier")
    return (
        select(
            row.section_id,
            row.id,
            row.key,
            row.title,
            row.criterion,
            row.hint,
            row.reference,
            row.reference_photo_id,
            row.answer_type,
            row.required,
            row.critical,
            row.weight,
            row.photo_rule,
            row.min_photos,
            row.note_rule,
            row.live,
            row.shelf,
            cast(row.min_availability, Double).label("min_availability"),
            cast(row.number_min, Double).label("number_min"),
            cast(row.number_max, Double).label("number_max"),
            row.unit,
            earlier.c.key.label("condition_key"),
            row.condition_outcomes,
            row.condition_choices,
            row.formats,
        )
        .outerjoin(earlier, and_(earlier.c.org_id == row.org_id, earlier.c.id == row.condition_on))
        .where(row.version_id.in_(version_ids))
        .order_by(row.section_id, row.position)
    )


def _choices(version_ids: Collection[UUID]) -> Select[*tuple[Any, ...]]:
    choice, checkpoint = InspectionChoice, InspectionCheckpoint
    return (
        select(choice.checkpoint_id, choice.code, choice.label, choice.passes)
        .join(checkpoint, and_(checkpoint.org_id == choice.org_id, checkpoint.id == choice.checkpoint_id))
        .where(checkpoint.version_id.in_(version_ids))
        .order_by(choice.checkpoint_id, choice.position)
    )
