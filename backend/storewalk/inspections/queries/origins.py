"""What a photograph was taken for: the answers that name it."""

from uuid import UUID

from sqlalchemy import and_, select

from storewalk.core.tx import AnyTx
from storewalk.identity.api import within
from storewalk.inspections.models import Inspection, InspectionAnswer, InspectionAnswerPhoto, InspectionCheckpoint
from storewalk.inspections.permissions import READ
from storewalk.inspections.schemas.visits import PhotoOrigin


async def photo_origins(tx: AnyTx, photo_id: UUID) -> list[PhotoOrigin]:
    """Return the answers within the actor's scope that name a photograph, the latest visit first."""
    named, answer, checkpoint = InspectionAnswerPhoto, InspectionAnswer, InspectionCheckpoint
    statement = (
        select(
            Inspection.id.label("visit_id"),
            checkpoint.id.label("checkpoint_id"),
            checkpoint.title,
            answer.outcome,
            named.not_live,
            named.marks,
        )
        .join(answer, and_(answer.org_id == named.org_id, answer.id == named.answer_id))
        .join(Inspection, and_(Inspection.org_id == answer.org_id, Inspection.id == answer.inspection_id))
        .join(checkpoint, and_(checkpoint.org_id == answer.org_id, checkpoint.id == answer.checkpoint_id))
        .where(named.org_id == tx.org_id, named.photo_id == photo_id, within(tx, READ, Inspection.store_id))
        .order_by(Inspection.recorded_at.desc(), Inspection.id.desc())
    )
    return await tx.all(statement, PhotoOrigin)
