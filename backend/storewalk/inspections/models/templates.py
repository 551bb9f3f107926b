"""Templates and their published versions, whose sections, checkpoints and choices are only ever inserted."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Numeric, SmallInteger, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, WordsType, belongs_to, text_enum
from storewalk.core.schemas import Words
from storewalk.inspections.kinds import AnswerType, NoteRule, PhotoRule
from storewalk.stores.api import StoreFormat


def _known_formats() -> CheckConstraint:
    values = ", ".join(f"'{value}'" for value in StoreFormat)
    return CheckConstraint(f"formats <@ ARRAY[{values}]", name="formats_known")


class InspectionTemplate(Tenanted, Versioned, Base):
    """The checklist as people speak of it; `current_number` is the version that new visits follow."""

    __tablename__ = "inspection_template"
    __table_args__ = (
        UniqueConstraint("org_id", "code"),
        CheckConstraint("current_number >= 1", name="current_number"),
    )
    code: Mapped[str | None]
    current_number: Mapped[int]


class InspectionTemplateVersion(Tenanted, Base):
    """One published state of a template; a failed critical checkpoint caps its visits at `critical_cap` points.

    `formats` are the kinds of store that it, a section or a checkpoint is for; none means all.
    """

    __tablename__ = "inspection_template_version"
    __table_args__ = (
        belongs_to("inspection_template", "template_id"),
        UniqueConstraint("org_id", "template_id", "number"),
        CheckConstraint("critical_cap BETWEEN 0 AND 100", name="critical_cap"),
        _known_formats(),
    )
    template_id: Mapped[UUID]
    number: Mapped[int]
    name: Mapped[Words] = mapped_column(WordsType)
    critical_cap: Mapped[Decimal] = mapped_column(Numeric(5, 2))
    formats: Mapped[list[str]] = mapped_column(ARRAY(Text()))
    published_at: Mapped[datetime]
    published_by: Mapped[UUID]


class InspectionSection(Tenanted, Base):
    """A part of the checklist with a weight of its own in the score."""

    __tablename__ = "inspection_section"
    __table_args__ = (
        belongs_to("inspection_template_version", "version_id"),
        UniqueConstraint("org_id", "version_id", "position"),
        CheckConstraint("weight >= 1", name="weight"),
        _known_formats(),
    )
    version_id: Mapped[UUID]
    position: Mapped[int]
    title: Mapped[Words] = mapped_column(WordsType)
    weight: Mapped[int]
    formats: Mapped[list[str]] = mapped_column(ARRAY(Text()))


class InspectionCheckpoint(Tenanted, Base):
    """One question; `key` stays the same across versions, so that answers of different visits can be compared.

    Where it is `live`, a photograph from the gallery is no evidence. With a `condition_on` it is asked only if the
    answer to that question is one of the outcomes or choices.
    """

    __tablename__ = "inspection_checkpoint"
    __table_args__ = (
        belongs_to("inspection_template_version", "version_id"),
        belongs_to("inspection_section", "section_id"),
        belongs_to("inspection_checkpoint", "condition_on"),
        belongs_to("photo", "reference_photo_id"),
        UniqueConstraint("org_id", "version_id", "key"),
        UniqueConstraint("org_id", "section_id", "position"),
        CheckConstraint("weight >= 0", name="weight"),
        CheckConstraint("shelf = (min_availability IS NOT NULL)", name="shelf_has_minimum"),
        CheckConstraint("min_availability > 0 AND min_availability <= 1", name="min_availability"),
        CheckConstraint("NOT shelf OR answer_type = 'photo'", name="shelf_is_photo"),
        CheckConstraint("answer_type <> 'photo' OR photo_rule = 'always'", name="photo_asks_for_photo"),
        CheckConstraint("NOT live OR photo_rule <> 'none'", name="live_is_photographed"),
        CheckConstraint("number_min <= number_max", name="number_limits"),
        CheckConstraint("min_photos BETWEEN 1 AND 12", name="min_photos"),
        CheckConstraint("min_photos = 1 OR photo_rule <> 'none'", name="min_photos_are_asked_for"),
        CheckConstraint(
            "(condition_on IS NULL) = (cardinality(condition_outcomes) + cardinality(condition_choices) = 0)",
            name="condition_is_whole",
        ),
        CheckConstraint("condition_on <> id", name="condition_on_another"),
        _known_formats(),
    )
    version_id: Mapped[UUID]
    section_id: Mapped[UUID]
    position: Mapped[int]
    key: Mapped[str]
    title: Mapped[Words] = mapped_column(WordsType)
    criterion: Mapped[Words] = mapped_column(WordsType)
    hint: Mapped[Words | None] = mapped_column(WordsType)
    reference: Mapped[Words | None] = mapped_column(WordsType)
    reference_photo_id: Mapped[UUID | None]
    answer_type: Mapped[AnswerType] = mapped_column(text_enum(AnswerType))
    required: Mapped[bool]
    critical: Mapped[bool]
    weight: Mapped[int]
    photo_rule: Mapped[PhotoRule] = mapped_column(text_enum(PhotoRule))
    min_photos: Mapped[int] = mapped_column(SmallInteger)
    note_rule: Mapped[NoteRule] = mapped_column(text_enum(NoteRule))
    live: Mapped[bool]
    shelf: Mapped[bool]
    min_availability: Mapped[Decimal | None] = mapped_column(Numeric(4, 3))
    number_min: Mapped[Decimal | None] = mapped_column(Numeric(12, 3))
    number_max: Mapped[Decimal | None] = mapped_column(Numeric(12, 3))
    unit: Mapped[str | None]
    condition_on: Mapped[UUID | None]
    condition_outcomes: Mapped[list[str]] = mapped_column(ARRAY(Text()))
    condition_choices: Mapped[list[str]] = mapped_column(ARRAY(Text()))
    formats: Mapped[list[str]] = mapped_column(ARRAY(Text()))


class InspectionChoice(Tenanted, Base):
    """One of the answers of a choice checkpoint, which passes or does not."""

    __tablename__ = "inspection_choice"
    __table_args__ = (
        belongs_to("inspection_checkpoint", "checkpoint_id"),
        UniqueConstraint("org_id", "checkpoint_id", "code"),
        UniqueConstraint("org_id", "checkpoint_id", "position"),
    )
    checkpoint_id: Mapped[UUID]
    position: Mapped[int]
    code: Mapped[str]
    label: Mapped[Words] = mapped_column(WordsType)
    passes: Mapped[bool]
