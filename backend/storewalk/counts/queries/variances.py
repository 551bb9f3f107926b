"""The variances of a submitted count: measured anew at every look, since late facts arrive; kept once approved."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

import asyncpg
from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import select

from storewalk.catalog.api import product_label
from storewalk.core.errors import Invalid, WrongState
from storewalk.core.quantities import plain
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.counts.measure import Measured, measure
from storewalk.counts.models import CountStatus, StockCount, UncountedDecision, VarianceReason
from storewalk.counts.permissions import APPROVE, REVIEW
from storewalk.counts.queries.counts import store_of
from storewalk.counts.queries.found import Subject, find
from storewalk.counts.queries.recount import recounted
from storewalk.counts.schemas.review import Totals, VarianceOut, Variances
from storewalk.counts.service.results import uncounted
from storewalk.identity.api import is_within

MOST: Final = 200


class Which(StrEnum):
    """Which variances to show."""

    ALL = "all"
    DIFFERING = "differing"
    UNCOUNTED = "uncounted"
    RECOUNT = "recount"
    OPEN = "open"


class Result(Struct, frozen=True, gc=False):
    """What is kept of a product in a count."""

    product_id: UUID
    counted: Decimal | None
    uncounted: bool
    submitted_variance: Decimal
    variance: Decimal
    value_cents: int
    between: Decimal
    recount: bool
    reason: VarianceReason | None
    note: str
    decision: UncountedDecision | None
    explained: Decimal
    explained_cents: int
    expected: Decimal | None
    moved: Decimal = Decimal(0)

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still has to decide."""
        return self.uncounted and self.decision is None


SHOWN: Final[dict[Which, Callable[[Result], bool]]] = {
    Which.ALL: lambda _: True,
    Which.DIFFERING: lambda each: each.variance != 0,
    Which.UNCOUNTED: lambda each: each.uncounted,
    Which.RECOUNT: lambda each: each.recount,
    Which.OPEN: lambda each: each.is_open,
}

KEPT: Final = """
SELECT product_id, counted, uncounted, submitted_variance, variance, value_cents, between, recount, reason, note,
       decision, explained, explained_cents, expected FROM count_result WHERE org_id = $1 AND count_id = $2"""


async def list_variances(
    tx: AnyTx, count_id: UUID, *, which: Which, limit: int | None, cursor: str | None
) -> Variances:
    """Return variances, the dearest first, at most 200 a page, with the totals of the whole count.

    Raises NotFound; WrongState while the count is blind: before it is submitted for everybody, and during the recount
    for everybody who may not approve it.
    """
    results = sorted(await _results(tx, count_id), key=_dearest)
    shown = [each for each in results if SHOWN[which](each)]
    start, size = _start(cursor), min(limit or 50, MOST)
    part = shown[start : start + size]
    more = start + size < len(shown)
    again = await recounted(tx, count_id)
    return Variances(
        totals=_totals(results),
        items=await _named(tx, part, again),
        next=str(start + size) if more else None,
    )


async def all_variances(tx: AnyTx, count_id: UUID) -> list[VarianceOut]:
    """Return all variances of a count, the dearest first. Raises NotFound, WrongState while the count is blind."""
    results = sorted(await _results(tx, count_id), key=_dearest)
    return await _named(tx, results, await recounted(tx, count_id))


async def read_variance(tx: AnyTx, count_id: UUID, product_id: UUID) -> VarianceOut:
    """Return one product's variance. Raises NotFound, WrongState while the count is blind."""
    found = [each for each in await _results(tx, count_id) if each.product_id == product_id]
    if not found:
        raise Invalid("counts.no_result", field="productId")
    return (await _named(tx, found, await recounted(tx, count_id)))[0]


async def _results(tx: AnyTx, count_id: UUID) -> list[Result]:
    store_id = await store_of(tx, count_id, REVIEW)
    columns = (StockCount.id, StockCount.store_id, StockCount.category_ids, StockCount.product_ids)
    where = (StockCount.org_id == tx.org_id, StockCount.id == count_id)
    subject = await tx.one_or_none(select(*columns, StockCount.submitted_at).where(*where), Subject)
    status = (await tx.scalars(select(StockCount.status).where(*where)))[0]
    blind = status is CountStatus.RECOUNT and not await is_within(tx, APPROVE, store_id)
    if subject is None or subject.submitted_at is None or blind:
        raise WrongState("counts.blind")
    kept = [_result(row) for row in await tx.fetch(KEPT, tx.org_id, count_id)]
    if status in (CountStatus.APPROVED, CountStatus.CANCELLED):
        return kept
    found = await find(tx, subject)
    measured = {m.product_id: m for m in await measure(tx, subject, found, await uncounted(tx, count_id))}
    return [_renewed(each, measured.get(each.product_id)) for each in kept]


def _result(row: asyncpg.Record) -> Result:
    product_id, counted, uncounted, submitted, variance, value, between, recount, reason, note, decision, *late = row
    return Result(
        product_id,
        counted,
        uncounted,
        submitted,
        variance,
        value,
        between,
        recount,
        VarianceReason(reason) if reason else None,
        note,
        UncountedDecision(decision) if decision else None,
        *late,
    )


def _renewed(kept: Result, now: Measured | None) -> Result:
    if now is None:
        return kept
    return replace(
        kept,
        counted=now.counted,
        uncounted=now.counted is None,
        variance=now.variance,
        value_cents=now.value_cents,
        between=now.between,
        moved=now.moved,
        expected=now.expected,
    )


def _totals(results: Sequence[Result]) -> Totals:
    return Totals(
        products=len(results),
        matched=sum(each.variance == 0 and not each.uncounted for each in results),
        differing=sum(each.variance != 0 for each in results),
        uncounted=sum(each.uncounted for each in results),
        gain_cents=sum(each.value_cents for each in results if each.value_cents > 0),
        loss_cents=-sum(each.value_cents for each in results if each.value_cents < 0),
        open=sum(each.is_open for each in results),
        explained=sum(each.explained != 0 for each in results),
        explained_cents=sum(each.explained_cents for each in results),
    )


class _Label(Struct, frozen=True):
    id: UUID
    code: str
    name: Words
    unit: str
    category_name: Words


async def _named(tx: AnyTx, results: Sequence[Result], again: set[UUID]) -> list[VarianceOut]:
    label = product_label.subquery("label")
    columns = (label.c.id, label.c.code, label.c.name, label.c.unit, label.c.category_name)
    wanted = [each.product_id for each in results]
    statement = select(*columns).where(label.c.org_id == tx.org_id, label.c.id.in_(wanted))
    labels = {row.id: row for row in await tx.all(statement, _Label)}
    return [_out(each, labels[each.product_id], recounted=each.product_id in again) for each in results]


def _out(each: Result, label: _Label, *, recounted: bool) -> VarianceOut:
    return VarianceOut(
        product_id=each.product_id,
        product_code=label.code,
        product_name=label.name,
        unit=label.unit,
        category_name=label.category_name,
        counted=None if each.counted is None else plain(each.counted),
        expected=None if each.expected is None else plain(each.expected),
        variance=plain(each.variance),
        value_cents=each.value_cents,
        submitted_variance=plain(each.submitted_variance),
        moved=plain(each.moved),
        between=plain(each.between),
        uncounted=each.uncounted,
        recount=each.recount,
        recounted=recounted,
        reason=each.reason,
        note=each.note,
        decision=each.decision,
        explained=plain(each.explained),
        explained_cents=each.explained_cents,
    )


def _dearest(each: Result) -> tuple[int, str]:
    return -abs(each.value_cents), str(each.product_id)


def _start(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not cursor.isdecimal():
        raise Invalid("core.bad_cursor", field="cursor")
    return int(cursor)
