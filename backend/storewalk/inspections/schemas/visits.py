"""Visits on the wire: what phones and the console send, and what they are shown."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, field

from storewalk.catalog.api import NamedProduct, ProductSeen
from storewalk.core.schemas import Input, Output, Words
from storewalk.inspections.kinds import ModelOutcome, Outcome, PersonOutcome, VisitStatus
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.inspections.review.said import ReviewOut
from storewalk.inspections.schemas.check_ins import CheckInForm, CheckInOut
from storewalk.inspections.schemas.signing import Signing
from storewalk.inspections.schemas.templates import TemplateOut
from storewalk.photos.api import Mark, MarkedPhoto, PhotoMarks, PhotoSpec
from storewalk.stores.api import Position, StoreFormat

Note = Annotated[str, Meta(max_length=2000)]
Moment = Annotated[datetime, Meta(tz=True)]
MOST_MISSING = 30


class ListScope(StrEnum):
    """Which visits a list shows: of the store's current day, not finished, of days that have begun, or every one."""

    TODAY = "today"
    OPEN = "open"
    SO_FAR = "soFar"
    ALL = "all"


class StartPosition(Position):
    """Where the phone was when the visit began, give or take `accuracy_m` metres; never followed afterwards."""

    accuracy_m: Annotated[float, Meta(ge=0)] | None = None


class StartOwnCheck(Input):
    """Begin a store's own check that no schedule asks for, under an id of the phone's making.

    `template_version_id` is the version the phone showed, if it began offline; otherwise the current one is followed.
    """

    id: UUID
    store_id: UUID
    template_id: UUID
    template_version_id: UUID | None = None
    position: StartPosition | None = None
    check_in: CheckInForm | None = None


class StartVisit(StartOwnCheck):
    """Begin a visit in the same way; the id of a planned visit begins that one."""

    planned_id: UUID | None = None


class StartPlanned(Input):
    """Begin a planned visit."""

    position: StartPosition | None = None
    check_in: CheckInForm | None = None


class PlanVisit(Input):
    """Ask an inspector to visit a store on a business date, by `due_at` or by the end of that day.

    An unannounced one stays hidden from the store until it begins.
    """

    store_id: UUID
    template_id: UUID
    inspector_id: UUID
    planned_for: date
    due_at: Moment | None = None
    unannounced: bool = False
    id: UUID | None = None


class CancelVisit(Input):
    """Call a visit off, and say why."""

    reason: Annotated[str, Meta(min_length=1, max_length=500)]


class GiveAnswer(Input):
    """Answer a checkpoint, or change its answer from `if_version` (none: it was unanswered).

    `missing_product_ids`: at a shelf, the products whose place is empty; elsewhere those of a finding, of which
    `products_seen` says how much there was and of which lot.
    `voice`: a spoken note. `responsible_id`: who of the store mends what failed, `due_at`: until when.
    """

    outcome: PersonOutcome | None = None
    number: Decimal | None = None
    choice: Annotated[str, Meta(max_length=40)] | None = None
    text: Annotated[str, Meta(max_length=4000)] | None = None
    note: Note | None = None
    photos: Annotated[list[MarkedPhoto], Meta(max_length=12)] = field(default_factory=list[MarkedPhoto])
    voice: PhotoSpec | None = None
    missing_product_ids: Annotated[list[UUID], Meta(max_length=MOST_MISSING)] = field(default_factory=list[UUID])
    products_seen: Annotated[list[ProductSeen], Meta(max_length=MOST_MISSING)] = field(
        default_factory=list[ProductSeen]
    )
    responsible_id: UUID | None = None
    due_at: Moment | None = None
    if_version: Annotated[int, Meta(ge=0)] | None = None


class DecideAnswer(Input):
    """Settle a pending answer of a submitted visit, which no photograph settled."""

    outcome: PersonOutcome
    note: Note | None = None


class SubmitVisit(Input):
    """End a visit; `answers` is the number of answers the phone gave, so that none is lost on the way."""

    answers: Annotated[int, Meta(ge=0)]
    if_version: Annotated[int, Meta(ge=1)] | None = None


class AnswerValue(Output):
    """What was entered, under the checkpoint's type."""

    passfail: PersonOutcome | None = None
    number: float | None = None
    choice: str | None = None
    text: str | None = None


class LastAnswer(Output):
    """The answer to the same question at the store's last scored visit, with its photographs and their marks.

    `kind` says whether an inspector gave it or the store's own check.
    """

    kind: VisitKind
    outcome: Outcome
    value: AnswerValue
    at: datetime
    note: str | None
    photos: list[UUID]
    marks: list[PhotoMarks]


class Detection(Output):
    """What the model saw on the shelf photographs of an answer; `pending` while one is not read."""

    state: Literal["pending", "read", "unsure", "failed", "refused"]
    availability: float | None
    gaps: int | None
    outcome: ModelOutcome | None


class Responsible(Output):
    """Who mends what failed."""

    id: UUID
    name: str


class AnswerOut(Output):
    """A checkpoint's answer; version 0 and "unanswered" where there is none.

    `photo_specs` are its `photos` as a change of the answer names them again, also from a phone that took none of them,
    with what was drawn on them.
    `not_live` are those of its photographs that are no evidence, since they come from the gallery. `missing_products`
    are its `missing_product_ids` by name, with what was seen of them, which `products_seen` has as a change of
    the answer says it again.
    """

    checkpoint_id: UUID
    outcome: Literal["pass", "fail", "notApplicable", "pending", "unanswered"]
    value: AnswerValue | None
    note: str | None
    photos: list[UUID]
    photo_specs: list[MarkedPhoto]
    not_live: list[UUID]
    voice: PhotoSpec | None
    missing_product_ids: list[UUID]
    missing_products: list[NamedProduct]
    products_seen: list[ProductSeen]
    responsible: Responsible | None
    due_at: datetime | None
    answered_at: datetime | None
    version: int
    last_answer: LastAnswer | None
    detection: Detection | None
    task_id: UUID | None
    overruled: bool
    needs_person: bool
    decision_note: str | None


class PhotoOrigin(Output):
    """An answer that names a photograph, with its marks; the tasks that name it are the tasks' own to tell."""

    visit_id: UUID
    checkpoint_id: UUID
    title: Words
    outcome: Outcome
    not_live: bool
    marks: list[Mark]


class SectionScore(Output):
    """Points of a section; null where nothing counted. `first_score`: before the visit was scored again."""

    id: UUID
    score: float | None
    first_score: float | None


class ScoreDetail(Output):
    """How a score came about; `capped_by` is the failed critical checkpoint that lowered it.

    A visit of which a finding fell was `rescored`: `first_score` is what it had before.
    """

    sections: list[SectionScore]
    capped_by: UUID | None
    rescored: bool
    first_score: float | None


class VisitItem(Output):
    """A visit in a list. A store's own check that nobody has begun is nobody's; it may begin from `window_from` on."""

    id: UUID
    store_id: UUID
    store_name: str
    store_format: StoreFormat | None
    template_id: UUID
    template_version_id: UUID
    template_name: Words
    kind: VisitKind
    inspector_id: UUID | None
    inspector_name: str | None
    status: VisitStatus
    planned_for: date
    window_from: datetime | None
    due_at: datetime | None
    unannounced: bool
    schedule_id: UUID | None
    reinspects_id: UUID | None
    started_at: datetime | None
    submitted_at: datetime | None
    score: float | None
    answered: int
    total: int
    pending: int
    needs_person: int
    sign_until: datetime | None
    signed_at: datetime | None
    open_disputes: int
    open_tasks: int
    last_score: float | None
    version: int
    recorded_at: datetime


class VisitOut(VisitItem):
    """A visit with its checklist, its answers in the checklist's order, and its score.

    `not_asked` are the checkpoints that are left out here: for other kinds of store, or after other answers. What was
    answered to them before stays among the answers and counts for nothing.
    """

    template: TemplateOut
    answers: list[AnswerOut]
    not_asked: list[UUID]
    score_detail: ScoreDetail | None
    signing: Signing | None
    check_in: CheckInOut | None
    review: ReviewOut | None
