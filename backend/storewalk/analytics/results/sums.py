"""Sums of facts over the stores of a part of the chain, grouped or not, for a period and the one before it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    FromClause,
    Uuid,
    and_,
    cast,
    func,
    null,
    select,
)

from storewalk.analytics.result_models import OrderDayResult, StoreDayResult
from storewalk.analytics.results.asked import Part
from storewalk.analytics.results.outputs import GroupedBy
from storewalk.catalog.api import product_label
from storewalk.core.tx import AnyTx
from storewalk.ordering.api import ClaimState, claim_ref, order_ref, shipment_ref

Key = tuple[UUID | None, bool]
"""Whose sums they are, None for all together, and whether they are of the period asked for or the one before."""
Sums = Mapping[Key, Mapping[str, Any]]
ORDER_SUMS: Final = (
    "lines", "ordered_lines", "full_lines", "ordered_cents", "received_cents", "compared", "needed_cents",
    "system_cents", "human_cents", "system_bias_cents", "human_bias_cents", "changed", "helped", "hurt",
    "changed_system_cents", "changed_human_cents", "changed_system", "changed_human",
)  # fmt: skip
STOCK_SUMS: Final = (
    "products", "out_days", "out_hundredths", "sales_cents", "cost_cents", "stock_cents", "perished_cents",
    "waste_cents",
)  # fmt: skip
MEDIAN, NINTH = 0.5, 0.9


class _Facts(Struct, frozen=True):
    """Rows that have a store and a day, what else they can be grouped by, and their figures."""

    rows: FromClause
    figures: Sequence[ColumnElement[Any]]
    keys: Mapping[GroupedBy, ColumnElement[Any]]
    conditions: Sequence[ColumnElement[bool]] = ()


async def order_sums(tx: AnyTx, part: Part, by: GroupedBy | None) -> Sums:
    """Sum up lines of orders."""
    facts = OrderDayResult.__table__
    figures: list[ColumnElement[Any]] = [whole(facts, name) for name in ORDER_SUMS[:-2]]
    figures += [func.sum(facts.c[name]).label(name) for name in ORDER_SUMS[-2:]]
    conditions = part.of(facts, source=facts.c.source_id, category=facts.c.category_id)
    keys = {GroupedBy.SOURCE: facts.c.source_id, GroupedBy.CATEGORY: facts.c.category_id}
    return await _sums(tx, part, by, _Facts(facts, figures, keys, conditions))


async def stock_sums(tx: AnyTx, part: Part, by: GroupedBy | None) -> Sums:
    """Sum up days of stores."""
    facts = StoreDayResult.__table__
    conditions = part.of(facts, category=facts.c.category_id)
    keys = {GroupedBy.CATEGORY: facts.c.category_id}
    figures = [whole(facts, name) for name in STOCK_SUMS]
    return await _sums(tx, part, by, _Facts(facts, figures, keys, conditions))


async def approval_sums(tx: AnyTx, part: Part, by: GroupedBy | None) -> Sums:
    """Count orders decided on, and tell how long people let them wait."""
    order = decided_orders(part)
    people = order.c.decided_by.is_not(None)
    waited = order.c.waited_s
    figures = [
        func.count().label("orders"),
        func.count().filter(~people).label("by_rules"),
        func.count().filter(order.c.told_levels > 0).label("escalated"),
        func.percentile_cont(MEDIAN).within_group(waited).filter(people).label("median"),
        func.percentile_cont(NINTH).within_group(waited).filter(people).label("ninth"),
    ]
    return await _sums(tx, part, by, _Facts(order, figures, {GroupedBy.SOURCE: order.c.source_id}))


async def delivery_sums(tx: AnyTx, part: Part, by: GroupedBy | None) -> Sums:
    """Count deliveries that have come, and those in time."""
    came = deliveries(part)
    figures = [func.count().label("deliveries"), func.count().filter(came.c.on_time).label("on_time")]
    return await _sums(tx, part, by, _Facts(came, figures, {GroupedBy.SOURCE: came.c.source_id}))


async def claim_sums(tx: AnyTx, part: Part, by: GroupedBy | None) -> Sums:
    """Count claims and their worth."""
    claim = claims(part)
    figures = [
        func.count().label("claims"),
        func.count().filter(claim.c.state == ClaimState.OPEN).label("open"),
        whole(claim, "value_cents"),
        cast(func.coalesce(func.sum(claim.c.settled_cents), 0), BigInteger).label("settled_cents"),
    ]
    keys = {GroupedBy.SOURCE: claim.c.source_id, GroupedBy.CATEGORY: claim.c.category_id}
    return await _sums(tx, part, by, _Facts(claim, figures, keys))


def decided_orders(part: Part) -> FromClause:
    """Select the orders of both periods that were decided on."""
    order = order_ref.subquery("placed")
    settled = and_(order.c.decided_at.is_not(None), order.c.submitted_at.is_not(None))
    conditions = part.of(order, source=order.c.source_id)
    return select(order).where(*conditions, settled, part.days(order.c.day, both=True)).subquery("decided")


def deliveries(part: Part) -> FromClause:
    """Select the deliveries of orders of both periods that have come, each with the days it was due and taken in."""
    order, sent, seen = order_ref.subquery("placed"), shipment_ref.subquery("sent"), part.seen
    on = cast(func.timezone(seen.c.time_zone, sent.c.received_at), Date)
    return (
        select(
            sent,
            order.c.store_id,
            order.c.source_id,
            order.c.day,
            order.c.expected_on,
            on.label("received_on"),
            (on <= order.c.expected_on).label("on_time"),
        )
        .join(order, and_(order.c.org_id == sent.c.org_id, order.c.id == sent.c.order_id))
        .join(seen, seen.c.id == order.c.store_id)
        .where(
            *part.of(order, source=order.c.source_id),
            sent.c.received_at.is_not(None),
            order.c.expected_on.is_not(None),
            part.days(order.c.day, both=True),
        )
        .subquery("came")
    )


def claims(part: Part) -> FromClause:
    """Select the claims over orders of both periods, with the category of their product."""
    order, claim, label = order_ref.subquery("placed"), claim_ref.subquery("held"), product_label.subquery("label")
    return (
        select(claim, order.c.store_id, order.c.source_id, order.c.day, label.c.category_id)
        .join(order, and_(order.c.org_id == claim.c.org_id, order.c.id == claim.c.order_id))
        .join(label, and_(label.c.org_id == claim.c.org_id, label.c.id == claim.c.product_id))
        .where(
            *part.of(order, source=order.c.source_id, category=label.c.category_id),
            part.days(order.c.day, both=True),
        )
        .subquery("claimed")
    )


def whole(facts: FromClause, name: str) -> ColumnElement[Any]:
    """Sum a column of whole numbers, 0 without rows."""
    return cast(func.coalesce(func.sum(facts.c[name]), 0), BigInteger).label(name)


async def _sums(tx: AnyTx, part: Part, by: GroupedBy | None, facts: _Facts) -> Sums:
    """Sum figures of facts. Those that cannot be grouped as asked for come to nothing."""
    seen, rows = part.seen, facts.rows
    keys: dict[GroupedBy, ColumnElement[Any]] = {
        GroupedBy.REGION: seen.c.region_id,
        GroupedBy.STORE: rows.c.store_id,
        **facts.keys,
    }
    if by is not None and by not in keys:
        return {}
    key = cast(null(), Uuid) if by is None else keys[by]
    now = rows.c.day >= part.first
    statement = (
        select(key.label("key"), now.label("now"), *facts.figures)
        .join_from(rows, seen, seen.c.id == rows.c.store_id)
        .where(*facts.conditions, part.days(rows.c.day, both=True))
        .group_by(now, *([] if by is None else [key]))
    )
    found: list[dict[str, Any]] = await tx.all(statement, dict)
    return {(row["key"], row["now"]): row for row in found}
