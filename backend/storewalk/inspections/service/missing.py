"""The products that an answer names, and the fact that a submission makes of those that were missing at a shelf."""

from collections.abc import Mapping
from uuid import UUID

from storewalk.catalog.api import known_products
from storewalk.core.errors import Invalid
from storewalk.core.tx import Tx
from storewalk.inspections.events import ProductsMissing
from storewalk.inspections.models import Inspection, InspectionAnswer, InspectionCheckpoint
from storewalk.inspections.queries.answers import checklist_of
from storewalk.inspections.schemas.visits import GiveAnswer
from storewalk.inspections.service.mend import FINE


async def named_missing(tx: Tx, checkpoint: InspectionCheckpoint, form: GiveAnswer) -> list[UUID]:
    """Return the products that an answer names, each once. Raises Invalid naming the field.

    At a shelf they are those whose place is empty, whatever it comes to; elsewhere those that a finding is about.
    """
    named = list(dict.fromkeys(form.missing_product_ids))
    if named and not checkpoint.shelf and form.outcome in FINE:
        raise Invalid("inspections.products_of_no_finding", field="missingProductIds")
    if named and len(await known_products(tx, named)) < len(named):
        raise Invalid("inspections.missing_unknown", field="missingProductIds")
    return named


async def record_missing(tx: Tx, visit: Inspection, answers: Mapping[UUID, InspectionAnswer]) -> None:
    """Record what is missing at each shelf of a visit that is being submitted, whatever the answers come to."""
    for _, checkpoints in await checklist_of(tx, visit):
        for checkpoint in checkpoints:
            answer = answers.get(checkpoint.id)
            if checkpoint.shelf and answer is not None and answer.counts and answer.missing_product_ids:
                tx.record(_missing(visit, checkpoint, answer))


def _missing(visit: Inspection, checkpoint: InspectionCheckpoint, answer: InspectionAnswer) -> ProductsMissing:
    return ProductsMissing(
        subject_id=visit.id,
        store_id=visit.store_id,
        occurred_at=answer.answered_at,
        checkpoint_id=checkpoint.id,
        title=checkpoint.title,
        critical=checkpoint.critical,
        inspector_id=visit.conductor_id,
        product_ids=answer.missing_product_ids,
    )
