"""What happens to the review of a visit. `subject_id` is the visit's."""

from uuid import UUID

from storewalk.core.events import Event


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
