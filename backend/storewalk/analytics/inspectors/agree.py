"""Answers that two looks gave to the same question, and those that a person and the model gave."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Subquery, and_, func, select, true
from sqlalchemy.dialects.postgresql import distinct_on

from storewalk.analytics.inspectors import ENOUGH
from storewalk.analytics.inspectors.kappa import Agreement
from storewalk.analytics.inspectors.outputs import AgreementOut, CheckpointAgreement, ModelUse
from storewalk.analytics.visited.asked import Visited
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.inspections.api import (
    Outcome,
    PersonOutcome,
    VisitKind,
    VisitStatus,
    answer_ref,
    checkpoint_ref,
    inspection_ref,
)

NEAR: Final = timedelta(days=14)
CELLS: Final = ("both_passed", "passed_then_failed", "failed_then_passed", "both_failed")
COUNTED: Final = (Outcome.PASS, Outcome.FAIL)


class _ByKey(Struct, frozen=True, kw_only=True):
    key: str
    title: Words
    both_passed: int
    passed_then_failed: int
    failed_then_passed: int
    both_failed: int


class _ByPerson(Struct, frozen=True, kw_only=True):
    inspector_id: UUID
    both_passed: int
    passed_then_failed: int
    failed_then_passed: int
    both_failed: int


class _Model(Struct, frozen=True, kw_only=True):
    inspector_id: UUID
    compared: int
    stricter: int
    milder: int


NOTHING: Final = Agreement(both_passed=0, passed_then_failed=0, failed_then_passed=0, both_failed=0)
UNUSED: Final = ModelUse(compared=0, stricter=0, milder=0, rate=None, enough=False)


def told(agreement: Agreement) -> AgreementOut:
    """Return an agreement as it goes out."""
    rate, kappa = agreement.rate, agreement.kappa
    return AgreementOut(
        pairs=agreement.pairs,
        rate=None if rate is None else round(rate, 4),
        kappa=None if kappa is None else round(kappa, 3),
        enough=agreement.pairs >= ENOUGH,
    )


async def by_checkpoint(tx: AnyTx, found: Visited) -> list[CheckpointAgreement]:
    """Return how far two people agree on each checkpoint, the least first; too few pairs come last."""
    pair = _answers(tx, _second_looks(tx, found))
    latest = (
        select(pair.c.key, pair.c.title)
        .ext(distinct_on(pair.c.key))
        .order_by(pair.c.key, pair.c.submitted_at.desc())
        .subquery("latest")
    )
    sums = select(pair.c.key, *_cells(pair)).group_by(pair.c.key).subquery("sums")
    statement = select(sums, latest.c.title).join(latest, latest.c.key == sums.c.key)
    rows = [
        CheckpointAgreement(key=row.key, title=row.title, agreement=told(_of(row)))
        for row in await tx.all(statement, _ByKey)
    ]
    return sorted(rows, key=lambda row: (not row.agreement.enough, row.agreement.rate or 0.0, row.key))


async def by_person(tx: AnyTx, found: Visited) -> Mapping[UUID, AgreementOut]:
    """Return how far each inspector agrees with others; a pair counts for both of its people."""
    pair = _answers(tx, _second_looks(tx, found))
    sums: dict[UUID, Agreement] = {}
    for column in (pair.c.first_by, pair.c.second_by):
        statement = select(column.label("inspector_id"), *_cells(pair)).group_by(column)
        for row in await tx.all(statement, _ByPerson):
            sums[row.inspector_id] = _added(sums.get(row.inspector_id, NOTHING), _of(row))
    return {person: told(agreement) for person, agreement in sums.items()}


async def of_self_checks(tx: AnyTx, found: Visited) -> AgreementOut:
    """Return how far stores' own checks agree with the visits that looked at them again."""
    visit = found.visit
    own = inspection_ref.subquery("own_check")
    pairs = (
        select(
            visit.c.org_id,
            own.c.id.label("first_id"),
            visit.c.id.label("second_id"),
            own.c.inspector_id.label("first_by"),
            visit.c.inspector_id.label("second_by"),
            visit.c.submitted_at,
        )
        .join(own, and_(own.c.org_id == visit.c.org_id, own.c.id == visit.c.reinspects_id))
        .where(own.c.status == VisitStatus.SCORED)
        .subquery("pairs")
    )
    pair = _answers(tx, pairs)
    rows = await tx.all(select(*_cells(pair)), Agreement)
    return told(rows[0] if rows else NOTHING)


async def model_use(tx: AnyTx, found: Visited) -> Mapping[UUID, ModelUse]:
    """Return how often each inspector overruled the model, and which way."""
    visit, answer = found.visit, answer_ref.subquery("answer")
    stricter = and_(answer.c.person_outcome == PersonOutcome.FAIL, answer.c.model_outcome == "pass")
    milder = and_(answer.c.person_outcome == PersonOutcome.PASS, answer.c.model_outcome == "fail")
    statement = (
        select(
            visit.c.inspector_id,
            func.count().label("compared"),
            func.count().filter(stricter).label("stricter"),
            func.count().filter(milder).label("milder"),
        )
        .select_from(visit)
        .join(answer, and_(answer.c.org_id == visit.c.org_id, answer.c.inspection_id == visit.c.id))
        .where(
            answer.c.org_id == tx.org_id,
            answer.c.model_outcome.is_not(None),
            answer.c.outcome.in_(COUNTED),
        )
        .group_by(visit.c.inspector_id)
    )
    return {row.inspector_id: _model(row) for row in await tx.all(statement, _Model)}


def _model(row: _Model) -> ModelUse:
    rate = round((row.stricter + row.milder) / row.compared, 4)
    return ModelUse(
        compared=row.compared, stricter=row.stricter, milder=row.milder, rate=rate, enough=row.compared >= ENOUGH
    )


def _second_looks(tx: AnyTx, found: Visited) -> Subquery:
    """Select each visit with the nearest one before it at the same store by somebody else."""
    visit = found.visit
    ref = inspection_ref.subquery("earlier")
    nearest = (
        select(ref.c.id, ref.c.inspector_id)
        .where(
            ref.c.org_id == visit.c.org_id,
            ref.c.store_id == visit.c.store_id,
            ref.c.kind == VisitKind.VISIT,
            ref.c.status == VisitStatus.SCORED,
            ref.c.inspector_id != visit.c.inspector_id,
            ref.c.submitted_at < visit.c.submitted_at,
            ref.c.submitted_at >= visit.c.submitted_at - NEAR,
        )
        .order_by(ref.c.submitted_at.desc(), ref.c.id)
        .limit(1)
        .correlate(visit)
        .lateral("nearest")
    )
    return (
        select(
            visit.c.org_id,
            nearest.c.id.label("first_id"),
            visit.c.id.label("second_id"),
            nearest.c.inspector_id.label("first_by"),
            visit.c.inspector_id.label("second_by"),
            visit.c.submitted_at,
        )
        .join(nearest, true())
        .where(visit.c.org_id == tx.org_id)
        .subquery("pairs")
    )


def _answers(tx: AnyTx, pairs: Subquery) -> Subquery:
    """Join the answers of both looks by the checkpoint's key; not applicable to either compares nothing."""
    first, second = answer_ref.subquery("first_answer"), answer_ref.subquery("second_answer")
    asked, again = checkpoint_ref.subquery("first_question"), checkpoint_ref.subquery("second_question")
    return (
        select(
            again.c.key, again.c.title, pairs.c.first_by, pairs.c.second_by, pairs.c.submitted_at,
            first.c.outcome.label("first"), second.c.outcome.label("second"),
        )
        .select_from(pairs)
        .join(second, and_(second.c.org_id == pairs.c.org_id, second.c.inspection_id == pairs.c.second_id))
        .join(again, and_(again.c.org_id == second.c.org_id, again.c.id == second.c.checkpoint_id))
        .join(first, and_(first.c.org_id == pairs.c.org_id, first.c.inspection_id == pairs.c.first_id))
        .join(asked, and_(asked.c.org_id == first.c.org_id, asked.c.id == first.c.checkpoint_id))
        .where(
            pairs.c.org_id == tx.org_id, asked.c.key == again.c.key, first.c.outcome.in_(COUNTED),
            second.c.outcome.in_(COUNTED),
        )
        .subquery("pair")
    )  # fmt: skip


def _cells(pair: Subquery) -> list[Any]:
    outcomes = ((Outcome.PASS, Outcome.PASS), (Outcome.PASS, Outcome.FAIL), (Outcome.FAIL, Outcome.PASS),
                (Outcome.FAIL, Outcome.FAIL))  # fmt: skip
    return [
        func.count().filter(pair.c.first == first, pair.c.second == second).label(name)
        for name, (first, second) in zip(CELLS, outcomes, strict=True)
    ]


def _of(row: _ByKey | _ByPerson) -> Agreement:
    return Agreement(
        both_passed=row.both_passed,
        passed_then_failed=row.passed_then_failed,
        failed_then_passed=row.failed_then_passed,
        both_failed=row.both_failed,
    )


def _added(one: Agreement, other: Agreement) -> Agreement:
    return Agreement(**{name: getattr(one, name) + getattr(other, name) for name in CELLS})
