"""Checklists on the wire: drafts that people publish, and published versions as phones keep them."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output, Words
from storewalk.inspections.kinds import AnswerType, NoteRule, PersonOutcome, PhotoRule
from storewalk.stores.api import StoreFormat

Weight = Annotated[int, Meta(ge=0, le=100)]
Key = Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9-]{0,39}$")]
Formats = Annotated[list[StoreFormat], Meta(max_length=len(StoreFormat))]
MOST_CHOICES = 20


class ChoiceDraft(Input):
    """One possible answer of a choice checkpoint."""

    code: Annotated[str, Meta(min_length=1, max_length=40)]
    label: Words
    passes: bool


class Condition(Input):
    """Ask only if the answer to the earlier checkpoint `key` is one of these outcomes or one of these choices."""

    key: Key
    outcomes: Annotated[list[PersonOutcome], Meta(max_length=len(PersonOutcome))] = field(
        default_factory=list[PersonOutcome]
    )
    choices: Annotated[list[str], Meta(max_length=MOST_CHOICES)] = field(default_factory=list[str])


class CheckpointDraft(Input):
    """A question as its author wrote it; without a `key` it counts as new in this version. Limits are inclusive.

    `hint` says how to put it right, `reference` is its page in the manual, `reference_photo_id` shows how it should
    look. `live` asks for photographs from the camera on the spot; where nothing is said, a photograph that the rule
    asks for is a live one. It is asked in stores of these `formats`, in all if there are none.
    """

    title: Words
    criterion: Words
    answer_type: AnswerType
    key: Key | None = None
    hint: Words | None = None
    reference: Words | None = None
    reference_photo_id: UUID | None = None
    required: bool = True
    critical: bool = False
    weight: Weight = 1
    photo_rule: PhotoRule = PhotoRule.NONE
    min_photos: Annotated[int, Meta(ge=1, le=12)] = 1
    note_rule: NoteRule = NoteRule.NONE
    live: bool | None = None
    shelf: bool = False
    min_availability: float | None = None
    number_min: Decimal | None = None
    number_max: Decimal | None = None
    unit: Annotated[str, Meta(min_length=1, max_length=20)] | None = None
    choices: Annotated[list[ChoiceDraft], Meta(max_length=MOST_CHOICES)] = field(default_factory=list[ChoiceDraft])
    condition: Condition | None = None
    formats: Formats = field(default_factory=list[StoreFormat])


class SectionDraft(Input):
    """A part of the checklist as its author wrote it, for stores of these `formats`; for all if there are none."""

    title: Words
    checkpoints: Annotated[list[CheckpointDraft], Meta(min_length=1, max_length=60)]
    weight: Annotated[int, Meta(ge=1, le=100)] = 1
    formats: Formats = field(default_factory=list[StoreFormat])


class TemplateDraft(Input):
    """A whole checklist, ready to be published; `critical_cap` is in points of 100.

    Only stores of these `formats` are visited by it; any store if there are none.
    """

    name: Words
    sections: Annotated[list[SectionDraft], Meta(min_length=1, max_length=20)]
    critical_cap: Decimal = Decimal(60)
    formats: Formats = field(default_factory=list[StoreFormat])


class NewTemplate(TemplateDraft):
    """The first version of a new template, under an id of the client's making if it gives one."""

    id: UUID | None = None


class NewTemplateVersion(TemplateDraft):
    """The next version of a template; `if_version` is the number of the version that was edited."""

    if_version: Annotated[int, Meta(ge=1)]


class TemplateItem(Output):
    """A template in a list, by its current version."""

    id: UUID
    name: Words
    version: int
    version_id: UUID
    checkpoint_count: int
    formats: list[StoreFormat]
    recorded_at: datetime


class ChoiceOut(Output):
    """A possible answer."""

    code: str
    label: Words
    passes: bool


class ConditionOut(Output):
    """When a question is asked: by the answer to the earlier one `key`."""

    key: str
    outcomes: list[PersonOutcome]
    choices: list[str]


class CheckpointOut(Output):
    """A question of a published version."""

    id: UUID
    key: str
    title: Words
    criterion: Words
    hint: Words | None
    reference: Words | None
    reference_photo_id: UUID | None
    answer_type: AnswerType
    required: bool
    critical: bool
    weight: int
    photo_rule: PhotoRule
    min_photos: int
    note_rule: NoteRule
    live: bool
    shelf: bool
    min_availability: float | None
    number_min: float | None
    number_max: float | None
    unit: str | None
    choices: list[ChoiceOut]
    condition: ConditionOut | None
    formats: list[StoreFormat]


class SectionOut(Output):
    """A part of a published version."""

    id: UUID
    title: Words
    weight: int
    formats: list[StoreFormat]
    checkpoints: list[CheckpointOut]


class TemplateOut(Output):
    """One published version of a template with all its questions."""

    id: UUID
    name: Words
    version: int
    version_id: UUID
    checkpoint_count: int
    critical_cap: float
    formats: list[StoreFormat]
    published_at: datetime
    sections: list[SectionOut]
