"""Have a store's suggestions computed now: a new installation has none yet, and stock may have changed since."""

from datetime import datetime
from uuid import UUID

from storewalk.core.jobs import Job
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.ordering.permissions import PLAN_STORE
from storewalk.ordering.suggestion_events import SuggestionsWanted
from storewalk.ordering.suggestion_schemas import PlanSuggestions, SuggestionsAsked


class PlanStore(Job, label="ordering.plan_store"):
    """Suggest the orders of one store anew, from what is known at `asked_at` or later."""

    store_id: UUID
    asked_at: datetime


async def ask(tx: Tx, form: PlanSuggestions) -> SuggestionsAsked:
    """Leave a job behind, which leaves as it is what was planned since. Raises NotFound outside the scope."""
    await require_within(tx, PLAN_STORE, form.store_id)
    await tx.enqueue(PlanStore(store_id=form.store_id, asked_at=tx.now))
    tx.record(SuggestionsWanted(subject_id=form.store_id, store_id=form.store_id))
    return SuggestionsAsked(store_id=form.store_id, asked_at=tx.now)
