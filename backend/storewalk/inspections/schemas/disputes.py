"""The queue of disputes on the wire, and one of them whole."""

from datetime import date, datetime
from uuid import UUID

from storewalk.core.schemas import Words
from storewalk.inspections.schemas.signing import DisputeOut
from storewalk.inspections.schemas.visits import AnswerOut


class DisputeItem(DisputeOut):
    """A dispute in a list: which finding it is about, where, and whose.

    `decidable`: it waits, and the reader neither found nor disputed it.
    """

    store_id: UUID
    store_name: str
    title: Words
    critical: bool
    inspector_id: UUID
    inspector_name: str
    visit_date: date
    template_name: Words
    score: float | None
    decidable: bool
    recorded_at: datetime


class DisputeDetail(DisputeItem):
    """A dispute with the standard and the answer it is about."""

    criterion: Words
    weight: int
    answer: AnswerOut
