"""What happens to visits and checklists. `subject_id` is the visit's, or the template's for its publication."""

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct, field

from storewalk.catalog.api import ProductSeen
from storewalk.core.events import Event
from storewalk.core.schemas import Words
from storewalk.photos.api import PhotoMarks


class TemplatePublished(Event, kind="inspections.template_published"):
    """A version of a checklist can be followed from now on; earlier visits keep theirs."""

    version_id: UUID
    number: int


class BeforeVisit(Event):
    """A fact about a visit that has not begun; of an unannounced one nobody gets a hint."""

    unannounced: bool = False

    @property
    def silent(self) -> bool:
        """True where the store is not to know that somebody comes."""
        return self.unannounced


class VisitPlanned(BeforeVisit, kind="inspections.planned"):
    """An inspector is to visit a store."""

    inspector_id: UUID
    business_date: date


class VisitHandedOver(BeforeVisit, kind="inspections.handed_over"):
    """A visit that has not begun is somebody else's now; `begun`: it had begun on the phone of who has it again."""

    from_id: UUID
    to_id: UUID
    business_date: date
    begun: bool = False


class VisitMoved(BeforeVisit, kind="inspections.moved"):
    """A planned visit is on another day."""

    inspector_id: UUID | None
    from_date: date
    to_date: date


class VisitStarted(Event, kind="inspections.started"):
    """An inspector began a visit at a store."""

    inspector_id: UUID
    planned: bool


class CheckpointAnswered(Event, kind="inspections.answered"):
    """An answer was given or changed, or its photographs or a person settled it."""

    checkpoint_id: UUID
    outcome: str


class VisitSubmitted(Event, kind="inspections.submitted"):
    """The visit is over; `pending` answers still wait for photographs or for a person."""

    inspector_id: UUID
    pending: int


class VisitScored(Event, kind="inspections.scored"):
    """Every outcome is known; `score` is in points of 100, None where nothing counted."""

    inspector_id: UUID
    score: float | None


class VisitToSign(Event, kind="inspections.to_sign"):
    """A visit was scored, and its store's own people are asked for their word; `findings` failed."""

    inspector_id: UUID
    told_ids: list[UUID]
    findings: int
    score: float | None
    until: datetime


class VisitSigned(Event, kind="inspections.signed"):
    """The store said that a visit's findings were read; `disputes` of them wait for a decision."""

    inspector_id: UUID
    way: str
    name: str
    late: bool
    disputes: int


class VisitRescored(Event, kind="inspections.rescored"):
    """A finding fell, and the visit scores something else."""

    inspector_id: UUID
    score_before: float | None
    score: float | None


class FindingDisputed(Event, kind="inspections.disputed"):
    """The store does not agree with a finding. `subject_id` is the dispute's; `told_ids` may decide it."""

    visit_id: UUID
    checkpoint_id: UUID
    title: Words
    inspector_id: UUID
    told_ids: list[UUID]


class Fallen(Struct, frozen=True):
    """A failure that stands no more."""

    checkpoint_id: UUID
    checkpoint_key: str


class DisputeDecided(Event, kind="inspections.dispute_decided"):
    """A disputed finding stays, or was let fall: it comes to `outcome`, and `fallen` are it and what hung on it."""

    visit_id: UUID
    checkpoint_id: UUID
    title: Words
    granted: bool
    outcome: str | None
    note: str
    inspector_id: UUID
    raised_by_id: UUID
    score_before: float | None
    score_after: float | None
    fallen: list[Fallen]


class VisitMissed(BeforeVisit, kind="inspections.missed"):
    """A planned visit was not begun in its time; a store's own check is nobody's."""

    inspector_id: UUID | None
    business_date: date


class VisitCancelled(BeforeVisit, kind="inspections.cancelled"):
    """A visit was called off."""

    reason: str


class CheckpointFailed(Event, kind="inspections.checkpoint_failed"):
    """A checkpoint of a submitted visit failed; recorded once for each.

    `availability` (a share from 0 to 1) and `gaps` are the model's, where it measured the shelf. `live_required`: what
    shows that it was put right is photographed live, unless the checkpoint itself takes photographs from the gallery.
    `responsible_id` mends it by `due_at`, where the answer says so. `products_seen` is what it says of the products.
    """

    inspection_id: UUID
    checkpoint_id: UUID
    checkpoint_key: str
    title: Words
    criterion: Words
    critical: bool
    inspector_id: UUID
    photo_ids: list[UUID]
    note: str | None = None
    availability: float | None = None
    gaps: int | None = None
    live_required: bool = True
    missing_product_ids: list[UUID] = field(default_factory=list[UUID])
    products_seen: list[ProductSeen] = field(default_factory=list[ProductSeen])
    voice_id: UUID | None = None
    marks: list[PhotoMarks] = field(default_factory=list[PhotoMarks])
    responsible_id: UUID | None = None
    due_at: datetime | None = None


class ProductsMissing(Event, kind="inspections.products_missing"):
    """Products whose place at a shelf was seen empty, at `occurred_at`; recorded when the visit is submitted.

    It does not depend on what the checkpoint comes to: a shelf with a few empty places may pass.
    """

    checkpoint_id: UUID
    title: Words
    critical: bool
    inspector_id: UUID
    product_ids: list[UUID]


class VisitApproved(Event, kind="inspections.review_approved"):
    """A regional manager looked at a scored visit, and it stands; `score` is what it had."""

    inspector_id: UUID
    score: float | None


class VisitReturned(Event, kind="inspections.review_returned"):
    """A visit went back to its inspector with a note; its answers and its score stay."""

    inspector_id: UUID
    note: str


class VisitRemarked(Event, kind="inspections.review_remarked"):
    """The inspector said something to the note of whoever sent the visit back."""

    reviewer_id: UUID
    remark: str
