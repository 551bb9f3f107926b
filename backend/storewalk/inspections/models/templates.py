"""Templates and their published versions, whose sections, checkpoints and choices are only ever inserted."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, WordsType, belongs_to, text_enum
from storewalk.core.schemas import Words
from storewalk.inspections.kinds import AnswerType, PhotoRule


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
    """One published state of a template; a failed critical checkpoint caps its visits at `critical_cap` points."""

    __tablename__ = "inspection_template_version"
    __table_args__ = (
        belongs_to("inspection_template", "template_id"),
        UniqueConstraint("org_id", "template_id", "number"),
        CheckConstraint("critical_cap BETWEEN 0 AND 100", name="critical_cap"),
    )
    template_id: Mapped[UUID]
    number: Mapped[int]
    name: Mapped[Words] = mapped_column(WordsType)
    critical_cap: Mapped[Decimal] = mapped_column(Numeric(5, 2))
    published_at: Mapped[datetime]
    published_by: Mapped[UUID]


class InspectionSection(Tenanted, Base):
    """A part of the checklist with a weight of its own in the score."""

    __tablename__ = "inspection_section"
    __table_args__ = (
        belongs_to("inspection_template_version", "version_id"),
        UniqueConstraint("org_id", "version_id", "position"),
        CheckConstraint("weight >= 1", name="weight"),
    )
    version_id: Mapped[UUID]
    position: Mapped[int]
    title: Mapped[Words] = mapped_column(WordsType)
    weight: Mapped[int]


class InspectionCheckpoint(Tenanted, Base):
    """One question; `key` stays the same across versions, so that answers of different visits can be compared.

    Where it is `live`, a photograph from the gallery is no evidence.
    """

    __tablename__ = "inspection_checkpoint"
    __table_args__ = (
        belongs_to("inspection_template_version", "version_id"),
        belongs_to("inspection_section", "section_id"),
        UniqueConstraint("org_id", "version_id", "key"),
        UniqueConstraint("org_id", "section_id", "position"),
        CheckConstraint("weight >= 0", name="weight"),
        CheckConstraint("shelf = (min_availability IS NOT NULL)", name="shelf_has_minimum"),
        CheckConstraint("min_availability > 0 AND min_availability <= 1", name="min_availability"),
        CheckConstraint("NOT shelf OR answer_type = 'photo'", name="shelf_is_photo"),
        CheckConstraint("answer_type <> 'photo' OR photo_rule = 'always'", name="photo_asks_for_photo"),
        CheckConstraint("NOT live OR photo_rule <> 'none'", name="live_is_photographed"),
        CheckConstraint("number_min <= number_max", name="number_limits"),
    )
    version_id: Mapped[UUID]
    section_id: Mapped[UUID]
    position: Mapped[int]
    key: Mapped[str]
    title: Mapped[Words] = mapped_column(WordsType)
    criterion: Mapped[Words] = mapped_column(WordsType)
    answer_type: Mapped[AnswerType] = mapped_column(text_enum(AnswerType))
    required: Mapped[bool]
    critical: Mapped[bool]
    weight: Mapped[int]
    photo_rule: Mapped[PhotoRule] = mapped_column(text_enum(PhotoRule))
    live: Mapped[bool]
    shelf: Mapped[bool]
    min_availability: Mapped[Decimal | None] = mapped_column(Numeric(4, 3))
    number_min: Mapped[Decimal | None] = mapped_column(Numeric(12, 3))
    number_max: Mapped[Decimal | None] = mapped_column(Numeric(12, 3))
    unit: Mapped[str | None]


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
