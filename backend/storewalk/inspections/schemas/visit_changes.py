"""What changed of a visit that a phone keeps."""

from uuid import UUID

from storewalk.core.schemas import Output
from storewalk.inspections.schemas.visits import AnswerOut


class VisitAnswers(Output):
    """The answers of a visit that changed, and what the visit comes to by them; the rest of it is as it was told."""

    visit_id: UUID
    answers: list[AnswerOut]
    not_asked: list[UUID]
    answered: int
    total: int
    pending: int
    needs_person: int
