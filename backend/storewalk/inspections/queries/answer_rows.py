"""Answers as they are read, and as a visit shows them."""

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

import msgspec

from storewalk.catalog.api import NamedProduct, ProductSeen
from storewalk.inspections.kinds import AnswerType, ModelOutcome, Outcome, PersonOutcome, PhotoState
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.inspections.schemas.visits import (
    AnswerOut,
    AnswerValue,
    Detection,
    LastAnswer,
    Responsible,
)
from storewalk.photos.api import MarkedPhoto, PhotoMarks, PhotoSpec

Shown = Literal["pass", "fail", "notApplicable", "pending", "unanswered"]
SHOWN: dict[Outcome | None, Shown] = {
    Outcome.PASS: "pass",
    Outcome.FAIL: "fail",
    Outcome.NOT_APPLICABLE: "notApplicable",
    Outcome.PENDING: "pending",
    None: "unanswered",
}
READING: dict[PhotoState, Literal["pending", "read", "unsure", "failed", "refused"]] = {
    PhotoState.AWAITING: "pending",
    PhotoState.READ: "read",
    PhotoState.UNSURE: "unsure",
    PhotoState.FAILED: "failed",
    PhotoState.REFUSED: "refused",
}


class AnswerRow(msgspec.Struct):
    """A checkpoint of a visit with its answer, if any, and the one of the visit before."""

    inspection_id: UUID
    checkpoint_id: UUID
    answer_type: AnswerType
    shelf: bool
    outcome: Outcome | None
    person_outcome: PersonOutcome | None
    model_outcome: ModelOutcome | None
    needs_person: bool | None
    number_value: float | None
    choice_code: str | None
    text_value: str | None
    note: str | None
    reading_state: PhotoState | None
    availability: float | None
    gaps: int | None
    responsible_id: UUID | None
    responsible_name: str | None
    due_at: datetime | None
    answered_at: datetime | None
    decision_note: str | None
    version: int | None
    photos: list[dict[str, Any]] | None
    not_live: list[UUID] | None
    voice: dict[str, Any] | None
    missing: list[dict[str, Any]] | None
    last_kind: VisitKind | None
    last_outcome: Outcome | None
    last_person_outcome: PersonOutcome | None
    last_number: float | None
    last_choice: str | None
    last_text: str | None
    last_at: datetime | None
    last_note: str | None
    last_photos: list[UUID] | None
    last_marks: list[dict[str, Any]] | None
    task_id: UUID | None


def told(row: AnswerRow) -> AnswerOut:
    """Return an answer as a visit shows it."""
    specs = msgspec.convert(row.photos or [], list[MarkedPhoto])
    missing = msgspec.convert(row.missing or [], list[NamedProduct])
    return AnswerOut(
        checkpoint_id=row.checkpoint_id,
        outcome=SHOWN[row.outcome],
        value=_value(row),
        note=row.note,
        photos=[spec.id for spec in specs],
        photo_specs=specs,
        not_live=row.not_live or [],
        voice=msgspec.convert(row.voice, PhotoSpec) if row.voice else None,
        missing_product_ids=[product.id for product in missing],
        missing_products=missing,
        products_seen=[_seen(product) for product in missing if _said(product)],
        responsible=Responsible(id=row.responsible_id, name=row.responsible_name or "") if row.responsible_id else None,
        due_at=row.due_at,
        answered_at=row.answered_at,
        version=row.version or 0,
        last_answer=_last(row),
        detection=_detection(row),
        task_id=row.task_id,
        overruled=bool(row.model_outcome and row.person_outcome and row.model_outcome != row.person_outcome),
        needs_person=bool(row.needs_person),
        decision_note=row.decision_note,
    )


def _said(product: NamedProduct) -> bool:
    return bool(product.quantity or product.lot_code or product.expires_on)


def _seen(product: NamedProduct) -> ProductSeen:
    return ProductSeen(
        product_id=product.id,
        quantity=Decimal(product.quantity) if product.quantity else None,
        lot_code=product.lot_code,
        expires_on=product.expires_on,
    )


def _value(row: AnswerRow) -> AnswerValue | None:
    if row.outcome is None:
        return None
    passfail = row.person_outcome if row.answer_type is AnswerType.PASSFAIL else None
    return AnswerValue(passfail=passfail, number=row.number_value, choice=row.choice_code, text=row.text_value)


def _last(row: AnswerRow) -> LastAnswer | None:
    if row.last_kind is None or row.last_outcome is None or row.last_at is None:
        return None
    passfail = row.last_person_outcome if row.answer_type is AnswerType.PASSFAIL else None
    return LastAnswer(
        kind=row.last_kind,
        outcome=row.last_outcome,
        value=AnswerValue(passfail=passfail, number=row.last_number, choice=row.last_choice, text=row.last_text),
        at=row.last_at,
        note=row.last_note,
        photos=row.last_photos or [],
        marks=msgspec.convert(row.last_marks or [], list[PhotoMarks]),
    )


def _detection(row: AnswerRow) -> Detection | None:
    if not row.shelf or row.reading_state is None:
        return None
    return Detection(
        state=READING[row.reading_state], availability=row.availability, gaps=row.gaps, outcome=row.model_outcome
    )
