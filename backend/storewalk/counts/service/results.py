"""What a count says of each product, as it is kept: written at the submission, renewed at the approval."""

from collections.abc import Collection, Sequence
from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx, Tx
from storewalk.counts.measure import Measured
from storewalk.counts.models import UncountedDecision

KEEP: Final = """
INSERT INTO count_result (org_id, count_id, product_id, counted, uncounted, submitted_variance, variance, value_cents,
                          between, expected, expected_cents, recount, note, explained, explained_cents)
SELECT $1, $2, n.product_id, n.counted, n.counted IS NULL, n.variance, n.variance, n.value_cents, n.between, n.expected,
       n.expected_cents, n.recount, '', 0, 0
FROM unnest($3::uuid[], $4::numeric[], $5::numeric[], $6::bigint[], $7::numeric[], $8::numeric[], $9::bigint[],
            $10::boolean[])
    AS n (product_id, counted, variance, value_cents, between, expected, expected_cents, recount)
ON CONFLICT (org_id, count_id, product_id) DO UPDATE SET
    counted = excluded.counted, uncounted = excluded.uncounted, variance = excluded.variance,
    value_cents = excluded.value_cents, between = excluded.between, expected = excluded.expected,
    expected_cents = excluded.expected_cents"""
RENEW: Final = """
UPDATE count_result r SET counted = n.counted, uncounted = n.counted IS NULL, variance = n.variance,
    value_cents = n.value_cents, between = n.between, expected = n.expected, expected_cents = n.expected_cents
FROM unnest($3::uuid[], $4::numeric[], $5::numeric[], $6::bigint[], $7::numeric[], $8::numeric[], $9::bigint[])
    AS n (product_id, counted, variance, value_cents, between, expected, expected_cents)
WHERE r.org_id = $1 AND r.count_id = $2 AND r.product_id = n.product_id
  AND (r.counted, r.variance, r.value_cents, r.between, r.expected, r.expected_cents)
      IS DISTINCT FROM (n.counted, n.variance, n.value_cents, n.between, n.expected, n.expected_cents)"""
UNCOUNTED: Final = """
SELECT product_id, decision FROM count_result WHERE org_id = $1 AND count_id = $2 AND uncounted"""


async def keep_results(tx: Tx, count_id: UUID, measured: Sequence[Measured], recount: Collection[UUID] = ()) -> None:
    """Keep what was measured. What was kept before keeps its reason, its decision and what was submitted first."""
    await tx.fetch(
        KEEP,
        tx.org_id,
        count_id,
        [each.product_id for each in measured],
        [each.counted for each in measured],
        [each.variance for each in measured],
        [each.value_cents for each in measured],
        [each.between for each in measured],
        [each.expected for each in measured],
        [each.expected_cents for each in measured],
        [each.product_id in recount for each in measured],
    )


async def renew_results(tx: Tx, count_id: UUID, measured: Sequence[Measured]) -> None:
    """Bring what is kept up to what is measured now; most of it is the same."""
    await tx.fetch(
        RENEW,
        tx.org_id,
        count_id,
        [each.product_id for each in measured],
        [each.counted for each in measured],
        [each.variance for each in measured],
        [each.value_cents for each in measured],
        [each.between for each in measured],
        [each.expected for each in measured],
        [each.expected_cents for each in measured],
    )


async def uncounted(tx: AnyTx, count_id: UUID) -> dict[UUID, UncountedDecision | None]:
    """Return the products that nobody had counted at the submission, with what was decided about them."""
    rows = await tx.fetch(UNCOUNTED, tx.org_id, count_id)
    return {row["product_id"]: UncountedDecision(row["decision"]) if row["decision"] else None for row in rows}
