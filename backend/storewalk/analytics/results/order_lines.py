"""Lines of a store's finished orders, judged and written, with their sums by day, source and category."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from storewalk.analytics.results.judging import USUAL_DAYS, Judgement, judge
from storewalk.analytics.results.store_days import series_of
from storewalk.core.tx import Tx
from storewalk.ordering import api as ordering
from storewalk.ordering.api import FinishedLine

COLUMNS: Final = {
    "order_id": "uuid", "product_id": "uuid", "source_id": "uuid", "category_id": "uuid", "day": "date",
    "last_day": "date", "suggested": "numeric", "ordered": "numeric", "received": "numeric", "needed": "numeric",
    "lost": "numeric", "ordered_cents": "bigint", "received_cents": "bigint", "needed_cents": "bigint",
    "system_cents": "bigint", "human_cents": "bigint", "system_bias_cents": "bigint", "human_bias_cents": "bigint",
    "size": "text", "reason": "text",
}  # fmt: skip
FORGET: Final = "DELETE FROM order_line_result WHERE org_id = $1 AND order_id = ANY ($2)"
KEEP: Final = f"""
INSERT INTO order_line_result (org_id, store_id, {", ".join(COLUMNS)})
SELECT $1, $2, * FROM unnest({", ".join(f"${n}::{kind}[]" for n, kind in enumerate(COLUMNS.values(), 3))})"""
FORGET_SUMS: Final = "DELETE FROM order_day_result WHERE org_id = $1 AND store_id = $2 AND day = ANY ($3)"
COMPARED: Final = "system_cents IS NOT NULL"
CHANGED: Final = f"{COMPARED} AND size IS NOT NULL"
KEEP_SUMS: Final = f"""
INSERT INTO order_day_result (org_id, store_id, day, source_id, category_id, lines, ordered_lines, full_lines,
    ordered_cents, received_cents, compared, needed_cents, system_cents, human_cents, system_bias_cents,
    human_bias_cents, changed, helped, hurt, changed_system_cents, changed_human_cents, changed_system, changed_human)
SELECT org_id, store_id, day, source_id, category_id, count(*), count(*) FILTER (WHERE ordered > 0),
       count(*) FILTER (WHERE ordered > 0 AND received >= ordered), sum(ordered_cents), sum(received_cents),
       count(*) FILTER (WHERE {COMPARED}), coalesce(sum(needed_cents) FILTER (WHERE {COMPARED}), 0),
       coalesce(sum(system_cents), 0), coalesce(sum(human_cents), 0), coalesce(sum(system_bias_cents), 0),
       coalesce(sum(human_bias_cents), 0), count(*) FILTER (WHERE {CHANGED}),
       count(*) FILTER (WHERE {CHANGED} AND abs(ordered - needed) < abs(suggested - needed)),
       count(*) FILTER (WHERE {CHANGED} AND abs(ordered - needed) > abs(suggested - needed)),
       coalesce(sum(system_cents) FILTER (WHERE {CHANGED}), 0), coalesce(sum(human_cents) FILTER (WHERE {CHANGED}), 0),
       coalesce(sum(abs(suggested - needed)) FILTER (WHERE {CHANGED}), 0),
       coalesce(sum(abs(ordered - needed)) FILTER (WHERE {CHANGED}), 0)
FROM order_line_result WHERE org_id = $1 AND store_id = $2 AND day = ANY ($3)
GROUP BY org_id, store_id, day, source_id, category_id"""


async def write_lines(
    tx: Tx, store_id: UUID, days: tuple[date, date], after: datetime, categories: Mapping[UUID, UUID]
) -> None:
    """Judge the lines that had to last until one of `days` or changed after `after`, in the place of what was known.

    `days` are the first that was read anew and the last that is over; what has to last longer is left for later.
    """
    first, over = days
    lines = await ordering.finished_lines(tx, store_id, first, after)
    if not lines:
        return
    ends = _ends(lines)
    span = (min(line.day for line in lines) - timedelta(days=USUAL_DAYS), over)
    series = await series_of(tx, store_id, span, {line.product_id for line in lines})
    judged = [
        (line, judge(line, series.get(line.product_id, {}), ends[line.order_id, line.product_id]))
        for line in lines
        if ends[line.order_id, line.product_id] <= over
    ]
    told = [_row(line, judgement, categories) for line, judgement in judged if _speaks(line, judgement)]
    await tx.raw.execute(FORGET, tx.org_id, list({line.order_id for line in lines}))
    await tx.raw.execute(KEEP, tx.org_id, store_id, *([row[name] for row in told] for name in COLUMNS))
    on = list({line.day for line in lines})
    await tx.raw.execute(FORGET_SUMS, tx.org_id, store_id, on)
    await tx.raw.execute(KEEP_SUMS, tx.org_id, store_id, on)


def _ends(lines: Sequence[FinishedLine]) -> dict[tuple[UUID, UUID], date]:
    """Return the last day of each line; what no sheet knew lasts as long as the rest of its order."""
    longest: dict[UUID, int] = {}
    for line in lines:
        longest[line.order_id] = max(longest.get(line.order_id, 1), line.cover or 1)
    return {
        (line.order_id, line.product_id): line.day + timedelta(days=(line.cover or longest[line.order_id]) - 1)
        for line in lines
    }


def _speaks(line: FinishedLine, judgement: Judgement) -> bool:
    """Tell whether anything was suggested, ordered or needed: a sheet has many lines of which nothing was."""
    return bool(line.suggested or line.quantity or line.received or judgement.needed)


def _row(line: FinishedLine, judgement: Judgement, categories: Mapping[UUID, UUID]) -> dict[str, Any]:
    told = {name: getattr(judgement, name) for name in Judgement.__struct_fields__}
    return {
        **told,
        "order_id": line.order_id,
        "product_id": line.product_id,
        "source_id": line.source_id,
        "category_id": categories[line.product_id],
        "day": line.day,
        "suggested": line.suggested,
        "ordered": line.quantity,
        "received": line.received,
        "reason": line.reason,
    }
