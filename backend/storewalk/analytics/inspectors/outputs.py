"""Inspectors on the wire. What figures mean is said in `analytics.inspectors`; nothing measured is null."""

from datetime import date
from uuid import UUID

from storewalk.core.schemas import Output, Words


class Coverage(Output):
    """Stores of the place; `planned_only` were to be visited in the period and were not, `never` never was."""

    stores: int
    visited: int
    planned_only: int
    never: int


class AgreementOut(Output):
    """Of `pairs` of answers the share that agrees, and Cohen's kappa; `enough` says whether that judges anything."""

    pairs: int
    rate: float | None
    kappa: float | None
    enough: bool


class ModelUse(Output):
    """Of `compared` answers, those in which the person overruled the model, by direction."""

    compared: int
    stricter: int
    milder: int
    rate: float | None
    enough: bool


class InspectorRow(Output):
    """An inspector's visits of the period; `against_others` is of `shared_visits`, minutes are medians."""

    id: UUID
    name: str
    visits: int
    stores: int
    visits_a_week: float
    in_store_minutes: float | None
    on_way_minutes: float | None
    ways: int
    on_way_share: float | None
    mean_score: float | None
    against_others: float | None
    shared_visits: int
    against_enough: bool
    model: ModelUse
    second_look: AgreementOut


class CheckpointAgreement(Output):
    """How far two looks at the same checkpoint agree."""

    key: str
    title: Words
    agreement: AgreementOut


class InspectorResults(Output):
    """Coverage, inspectors by name, and agreement by checkpoint; self-checks against who looked again."""

    first: date
    last: date
    enough: int
    coverage: Coverage
    inspectors: list[InspectorRow]
    checkpoints: list[CheckpointAgreement]
    self_checks: AgreementOut
