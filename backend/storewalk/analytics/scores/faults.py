"""Failed checkpoints, each with the time it had failed before at the same store."""

from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Subquery, and_, func, select

from storewalk.analytics.visited.asked import Span, Visited, scored_visits
from storewalk.core.tx import AnyTx
from storewalk.inspections.api import Outcome, answer_ref, checkpoint_ref

SOON: Final = timedelta(days=30)
LATELY: Final = timedelta(days=90)


def faults_of(tx: AnyTx, asked: Visited) -> Subquery:
    """Select the failures of the period; `before` is the failure of the same key before it, up to 90 days ago.

    Times between visits are compared by their submission, so that two visits of one day are in order.
    """
    longer = Span(asked.span.first - LATELY, asked.span.last)
    visit = scored_visits(tx, asked.seen, longer, asked.kind).subquery("visit")
    answer, question = answer_ref.subquery("answer"), checkpoint_ref.subquery("question")

    def before(column: Any) -> Any:
        same, order = (visit.c.store_id, question.c.key), (visit.c.submitted_at, visit.c.id)
        return func.lag(column).over(partition_by=same, order_by=order)

    failed = (
        select(
            answer.c.id.label("answer_id"),
            visit.c.id.label("inspection_id"),
            visit.c.store_id,
            visit.c.business_date.label("day"),
            visit.c.submitted_at,
            question.c.key.label("checkpoint_key"),
            question.c.title,
            question.c.critical,
            before(visit.c.submitted_at).label("before_at"),
            before(visit.c.business_date).label("before"),
        )
        .select_from(visit)
        .join(answer, and_(answer.c.org_id == visit.c.org_id, answer.c.inspection_id == visit.c.id))
        .join(question, and_(question.c.org_id == answer.c.org_id, question.c.id == answer.c.checkpoint_id))
        .where(answer.c.org_id == tx.org_id, answer.c.outcome == Outcome.FAIL)
        .subquery("failed")
    )
    gap = failed.c.submitted_at - failed.c.before_at
    return (
        select(
            failed,
            func.coalesce(gap <= SOON, False).label("repeat30"),
            func.coalesce(gap <= LATELY, False).label("repeat90"),
        )
        .where(failed.c.day >= asked.span.first)
        .subquery("fault")
    )
