"""The rows that figures add up to, page by page, the latest day first."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import UUID

from msgspec import Struct
from sqlalchemy import ColumnElement, FromClause, Select, and_, select, tuple_

from storewalk.analytics.result_models import ChangeSize, OrderLineResult, StoreDayResult
from storewalk.analytics.results.asked import Asked, Part, part_of
from storewalk.analytics.results.outputs import ClaimRow, DayRow, DecidedRow, DeliveryRow, LineRow
from storewalk.analytics.results.sums import claims, decided_orders, deliveries
from storewalk.catalog.api import category_ref, product_label
from storewalk.core.quantities import plain
from storewalk.core.schemas import Page, decode_after, encode_after, page_size
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref
from storewalk.ordering.api import DeviationReason, source_ref

T = TypeVar("T")


class LineKind(StrEnum):
    """Which lines: those compared with what was needed, those of them that were changed, or all that were ordered."""

    COMPARED = "compared"
    CHANGED = "changed"
    ORDERED = "ordered"


class DayKind(StrEnum):
    """Which days of stores: all, those on which something ran out, or on which something was wasted."""

    ALL = "all"
    OUT = "out"
    WASTE = "waste"


class OrderKind(StrEnum):
    """Which orders that were decided on: all, those passed by the rules, by people, or told further up."""

    ALL = "all"
    BY_RULES = "by_rules"
    BY_PEOPLE = "by_people"
    ESCALATED = "escalated"


class Lines(Struct, frozen=True):
    """Which lines are asked for."""

    kind: LineKind = LineKind.COMPARED
    reason: DeviationReason | None = None
    size: ChangeSize | None = None


class Window(Struct, frozen=True):
    """How many rows, and from where on."""

    limit: int
    cursor: str | None = None


class _Made(Struct, Generic[T], frozen=True):
    """How a row is made of its columns, and which place it has in its list."""

    row: Callable[..., T]
    place: Callable[[T], tuple[date, UUID, UUID]]


class _Place(Struct, frozen=True, array_like=True):
    """Where a page of rows ended: the latest day comes first, then by two ids."""

    day: date
    first: UUID
    second: UUID


def window(limit: int | None, cursor: str | None) -> Window:
    """Return the window of a page."""
    return Window(page_size(limit), cursor)


async def line_rows(tx: AnyTx, asked: Asked, lines: Lines, of: Window) -> Page[LineRow]:
    """Return lines of finished orders as they were judged."""
    part = await part_of(tx, asked)
    known, label = OrderLineResult.__table__, product_label.subquery("label")
    conditions = part.of(known, source=known.c.source_id, category=known.c.category_id)
    conditions.append(_line_kind(lines.kind))
    if lines.reason is not None:
        conditions.append(known.c.reason == lines.reason)
    if lines.size is not None:
        conditions.append(known.c["size"] == lines.size)
    rows = _cut(part, known, ("order_id", "product_id"), of, conditions)
    columns = [
        *(rows.c[name] for name in (
            "order_id", "day", "last_day", "product_id", "suggested", "ordered", "received", "needed", "lost",
            "ordered_cents", "received_cents", "needed_cents", "system_bias_cents", "human_bias_cents", "reason",
            "size",
        )),
        rows.c.system_cents.label("system_error_cents"),
        rows.c.human_cents.label("human_error_cents"),
        label.c.code.label("product_code"), label.c.name.label("product_name"), label.c.unit_name,
    ]  # fmt: skip
    statement = _at_store(part, rows, columns, sourced=True).join(
        label, and_(label.c.org_id == rows.c.org_id, label.c.id == rows.c.product_id)
    )
    keys = (rows.c.day, rows.c.order_id, rows.c.product_id)
    return await _page(tx, statement, keys, of, _Made(_line, lambda row: (row.day, row.order_id, row.product_id)))


async def day_rows(tx: AnyTx, asked: Asked, kind: DayKind, of: Window) -> Page[DayRow]:
    """Return days of stores by category."""
    part = await part_of(tx, asked)
    known, category = StoreDayResult.__table__, category_ref.subquery("category")
    conditions = part.of(known, category=known.c.category_id)
    if kind is DayKind.OUT:
        conditions.append(known.c.out_days > 0)
    if kind is DayKind.WASTE:
        conditions.append(known.c.waste_cents != 0)
    rows = _cut(part, known, ("store_id", "category_id"), of, conditions)
    names = ("day", "category_id", "out_days", "out_hundredths", "stock_cents", "cost_cents", "sales_cents",
             "perished_cents", "waste_cents")  # fmt: skip
    columns = [*(rows.c[name] for name in names), rows.c.products.label("product_days"),
               category.c.name.label("category_name")]  # fmt: skip
    statement = _at_store(part, rows, columns).join(
        category, and_(category.c.org_id == rows.c.org_id, category.c.id == rows.c.category_id)
    )
    keys = (rows.c.day, rows.c.store_id, rows.c.category_id)
    made = _Made(DayRow, lambda row: (row.day, row.store_id, row.category_id))
    return await _page(tx, statement, keys, of, made)


async def decided_rows(tx: AnyTx, asked: Asked, kind: OrderKind, of: Window) -> Page[DecidedRow]:
    """Return orders that were decided on."""
    part = await part_of(tx, asked)
    rows, account = decided_orders(part), account_ref.alias("person")
    conditions: dict[OrderKind, list[ColumnElement[bool]]] = {
        OrderKind.ALL: [],
        OrderKind.BY_RULES: [rows.c.decided_by.is_(None)],
        OrderKind.BY_PEOPLE: [rows.c.decided_by.is_not(None)],
        OrderKind.ESCALATED: [rows.c.told_levels > 0],
    }
    names = ("day", "submitted_at", "decided_at", "waited_s", "total_cents")
    columns = [rows.c.id.label("order_id"), *(rows.c[name] for name in names),
               account.c.name.label("decided_by_name"), (rows.c.told_levels > 0).label("escalated")]  # fmt: skip
    statement = _at_store(part, rows, columns, sourced=True).outerjoin(
        account, and_(account.c.org_id == rows.c.org_id, account.c.id == rows.c.decided_by)
    )
    statement = statement.where(*conditions[kind], part.days(rows.c.day))
    made = _Made(DecidedRow, lambda row: (row.day, row.order_id, row.order_id))
    return await _page(tx, statement, (rows.c.day, rows.c.id, rows.c.id), of, made)


async def delivery_rows(tx: AnyTx, asked: Asked, of: Window, *, late: bool) -> Page[DeliveryRow]:
    """Return deliveries that have come, or only the `late` ones."""
    part = await part_of(tx, asked)
    rows = deliveries(part)
    names = ("id", "order_id", "number", "day", "expected_on", "received_on", "on_time")
    statement = _at_store(part, rows, [rows.c[name] for name in names], sourced=True).where(part.days(rows.c.day))
    if late:
        statement = statement.where(~rows.c.on_time)
    made = _Made(DeliveryRow, lambda row: (row.day, row.order_id, row.id))
    return await _page(tx, statement, (rows.c.day, rows.c.order_id, rows.c.id), of, made)


async def claim_rows(tx: AnyTx, asked: Asked, of: Window) -> Page[ClaimRow]:
    """Return claims against sources."""
    part = await part_of(tx, asked)
    rows, label = claims(part), product_label.subquery("named")
    columns = [*(rows.c[name] for name in ("id", "order_id", "day", "kind", "state", "quantity", "settled_cents")),
               rows.c.value_cents.label("claimed_cents"), label.c.code.label("product_code"),
               label.c.name.label("product_name")]  # fmt: skip
    statement = _at_store(part, rows, columns, sourced=True).join(
        label, and_(label.c.org_id == rows.c.org_id, label.c.id == rows.c.product_id)
    )
    statement = statement.where(part.days(rows.c.day))
    made = _Made(_claim, lambda row: (row.day, row.order_id, row.id))
    return await _page(tx, statement, (rows.c.day, rows.c.order_id, rows.c.id), of, made)


def _cut(
    part: Part, known: FromClause, ids: tuple[str, str], of: Window, conditions: Sequence[ColumnElement[bool]]
) -> FromClause:
    """Select the rows of one page alone, so that an index gives them in their order before anything is joined."""
    keys = (known.c.day, *(known.c[name] for name in ids))
    statement = select(known).where(
        *conditions, part.days(known.c.day), known.c.store_id.in_(select(part.seen.c.id)), *_beyond(keys, of)
    )
    return statement.order_by(*(key.desc() for key in keys)).limit(of.limit + 1).subquery("cut")


def _beyond(keys: Sequence[ColumnElement[Any]], of: Window) -> list[ColumnElement[bool]]:
    after = decode_after(of.cursor, _Place)
    return [] if after is None else [tuple_(*keys) < (after.day, after.first, after.second)]


def _line_kind(kind: LineKind) -> ColumnElement[bool]:
    rows = OrderLineResult.__table__
    compared = rows.c.system_cents.is_not(None)
    if kind is LineKind.ORDERED:
        return rows.c.ordered > 0
    return and_(compared, rows.c["size"].is_not(None)) if kind is LineKind.CHANGED else compared


def _at_store(
    part: Part, rows: FromClause, columns: Sequence[ColumnElement[Any]], *, sourced: bool = False
) -> Select[*tuple[Any, ...]]:
    """Select columns of rows with their store's name, and their source's where they have one."""
    seen, source = part.seen, source_ref.subquery("named_source")
    statement = select(rows.c.store_id, seen.c.name.label("store_name"), *columns).join_from(
        rows, seen, seen.c.id == rows.c.store_id
    )
    if not sourced:
        return statement
    return statement.add_columns(source.c.name.label("source_name")).join(
        source, and_(source.c.org_id == rows.c.org_id, source.c.id == rows.c.source_id)
    )


async def _page(
    tx: AnyTx,
    statement: Select[*tuple[Any, ...]],
    keys: tuple[ColumnElement[Any], ColumnElement[Any], ColumnElement[Any]],
    of: Window,
    made: _Made[T],
) -> Page[T]:
    """Return a page of rows, the greatest keys first."""
    statement = statement.where(*_beyond(keys, of)).order_by(*(key.desc() for key in keys))
    found = await tx.all(statement.limit(of.limit + 1), dict)
    rows = [made.row(**row) for row in found[: of.limit]]
    return Page(rows, encode_after(_Place(*made.place(rows[-1]))) if len(found) > of.limit else None)


def _line(**row: Any) -> LineRow:
    for name in ("suggested", "ordered", "received", "needed", "lost"):
        row[name] = None if row[name] is None else plain(row[name])
    return LineRow(**row)


def _claim(**row: Any) -> ClaimRow:
    row["quantity"] = plain(row["quantity"])
    return ClaimRow(**row)
