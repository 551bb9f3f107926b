"""Reckon a visit: its failures become events, each once, and its answers a score."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from storewalk.catalog.api import ProductSeen
from storewalk.core.tx import Tx
from storewalk.inspections.events import CheckpointFailed
from storewalk.inspections.kinds import Outcome, PhotoRule
from storewalk.inspections.models import (
    Inspection,
    InspectionAnswer,
    InspectionAnswerPhoto,
    InspectionCheckpoint,
    InspectionSection,
)
from storewalk.inspections.queries.answers import photos_of
from storewalk.inspections.queries.followed import critical_cap_of
from storewalk.inspections.scoring import Mark, MarkedSection, Score, score
from storewalk.inspections.service.seen import seen_of, told_seen
from storewalk.photos.api import PhotoMarks

Checklist = Sequence[tuple[InspectionSection, list[InspectionCheckpoint]]]


async def record_failures(
    tx: Tx, visit: Inspection, checklist: Checklist, answers: Mapping[UUID, InspectionAnswer]
) -> None:
    """Record the failures among the answers that count which are no events yet."""
    failed = [
        (checkpoint, answers[checkpoint.id])
        for _, checkpoints in checklist
        for checkpoint in checkpoints
        if checkpoint.id in answers
        and answers[checkpoint.id].outcome is Outcome.FAIL
        and answers[checkpoint.id].fail_recorded_at is None
    ]
    photos = await photos_of(tx, [answer.id for _, answer in failed])
    seen = await seen_of(tx, [answer.id for _, answer in failed])
    for checkpoint, answer in failed:
        answer.fail_recorded_at = tx.now
        tx.record(_failure(visit, checkpoint, answer, photos[answer.id], told_seen(seen[answer.id])))


async def reckon(tx: Tx, visit: Inspection, checklist: Checklist, answers: Mapping[UUID, InspectionAnswer]) -> Score:
    """Return what the answers that count come to by the version that the visit follows."""
    marked = [
        MarkedSection(
            section_id=section.id,
            weight=section.weight,
            marks=[
                Mark(
                    checkpoint_id=checkpoint.id,
                    weight=checkpoint.weight,
                    critical=checkpoint.critical,
                    outcome=answers[checkpoint.id].outcome if checkpoint.id in answers else None,
                )
                for checkpoint in checkpoints
            ],
        )
        for section, checkpoints in checklist
    ]
    return score(marked, await critical_cap_of(tx, visit.template_version_id))


def _failure(
    visit: Inspection,
    checkpoint: InspectionCheckpoint,
    answer: InspectionAnswer,
    photos: list[InspectionAnswerPhoto],
    seen: list[ProductSeen],
) -> CheckpointFailed:
    return CheckpointFailed(
        subject_id=visit.id,
        store_id=visit.store_id,
        inspection_id=visit.id,
        checkpoint_id=checkpoint.id,
        checkpoint_key=checkpoint.key,
        title=checkpoint.title,
        criterion=checkpoint.criterion,
        critical=checkpoint.critical,
        inspector_id=visit.conductor_id,
        photo_ids=[photo.photo_id for photo in photos],
        note=answer.decision_note or answer.note,
        availability=answer.availability,
        gaps=answer.gaps,
        live_required=checkpoint.live or checkpoint.photo_rule is PhotoRule.NONE,
        missing_product_ids=answer.missing_product_ids,
        products_seen=seen,
        responsible_id=answer.responsible_id,
        due_at=answer.due_at,
        voice_id=answer.voice_id,
        marks=[PhotoMarks(photo_id=photo.photo_id, marks=photo.marks) for photo in photos if photo.marks],
    )
