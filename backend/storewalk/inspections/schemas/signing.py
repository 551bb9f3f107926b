"""Signatures and disputes on the wire: what the store says of a visit, and what is decided of it."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output
from storewalk.inspections.kinds import DisputeReason, DisputeStatus, GrantedOutcome, SignWay
from storewalk.photos.api import PhotoSpec

MOST_STROKES, MOST_POINTS = 60, 400
Along = Annotated[int, Meta(ge=0, le=1000)]
Stroke = Annotated[list[Along], Meta(max_length=2 * MOST_POINTS)]
"""A line of a signature: x and y of each point in turn, from 0 to 1000 of the field's width."""
Sentence = Annotated[str, Meta(min_length=1, max_length=1000)]


class SignVisit(Input):
    """Say that the findings were read; those that are not disputed are agreed to."""


class SignPresent(Input):
    """Whoever of the store was there signs on the inspector's phone, by name and by hand."""

    name: Annotated[str, Meta(min_length=1, max_length=60)]
    strokes: Annotated[list[Stroke], Meta(min_length=1, max_length=MOST_STROKES)]


class DisputeFinding(Input):
    """Say why a finding is not right, under an id of the phone's making."""

    id: UUID
    checkpoint_id: UUID
    reason: DisputeReason
    text: Annotated[str, Meta(max_length=1000)] = ""
    photos: Annotated[list[PhotoSpec], Meta(max_length=3)] = field(default_factory=list[PhotoSpec])


class DecideDispute(Input):
    """Grant a dispute, and say what the finding comes to (else it passes), or uphold the finding; either with why."""

    granted: bool
    note: Sentence
    outcome: GrantedOutcome | None = None


class SignatureOut(Output):
    """Who signed, and how: the strokes of a hand are there for who signed in presence only."""

    way: SignWay
    name: str
    account_id: UUID | None
    at: datetime
    late: bool
    strokes: list[list[int]] | None


class DisputeOut(Output):
    """A finding that the store does not agree with, both statements, and what came of it.

    `score_before` and `score_after` are the visit's, where the dispute was granted.
    """

    id: UUID
    visit_id: UUID
    checkpoint_id: UUID
    status: DisputeStatus
    reason: DisputeReason
    text: str
    photos: list[UUID]
    raised_by_id: UUID
    raised_by_name: str
    raised_at: datetime
    outcome: GrantedOutcome | None
    note: str | None
    decided_by_name: str | None
    decided_at: datetime | None
    score_before: float | None
    score_after: float | None


class Signing(Output):
    """What the store says of a visit that is over.

    `waiting`: nobody has signed yet; `signed`; `unanswered`: nobody has, nothing is disputed, and the time for it
    is over. Until `until` findings may be disputed, None while the visit is not scored.
    """

    state: Literal["waiting", "signed", "unanswered"]
    until: datetime | None
    signatures: list[SignatureOut]
    disputes: list[DisputeOut]
