"""What a transition needs of a visit it has locked: questions, answers, photographs and the rules they follow."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import and_, select

from storewalk.core.errors import NotFound
from storewalk.core.tx import Tx
from storewalk.inspections.kinds import AnswerType, PhotoState
from storewalk.inspections.models import (
    Inspection,
    InspectionAnswer,
    InspectionAnswerPhoto,
    InspectionCheckpoint,
    InspectionChoice,
    InspectionSection,
)
from storewalk.inspections.outcomes import Rule, Shot
from storewalk.photos.api import PhotoFacts, Source, lock_photo, photo_state
from storewalk.photos.api import PhotoState as StoredState
from storewalk.shelves.api import Reading, ReadingState, reading_for

DONE = {
    ReadingState.READ: PhotoState.READ,
    ReadingState.UNSURE: PhotoState.UNSURE,
    ReadingState.FAILED: PhotoState.FAILED,
}

# Asked for every photo that becomes ready or is read.
NAMING = """
SELECT DISTINCT answer.inspection_id
FROM inspection_answer_photo AS named
JOIN inspection_answer AS answer ON answer.org_id = named.org_id AND answer.id = named.answer_id
WHERE named.org_id = $1 AND named.photo_id = $2
ORDER BY answer.inspection_id"""


async def checkpoint_of(tx: Tx, visit: Inspection, checkpoint_id: UUID) -> InspectionCheckpoint:
    """Return a question of the visit's checklist. Raises NotFound for any other."""
    statement = select(InspectionCheckpoint).where(
        InspectionCheckpoint.org_id == tx.org_id,
        InspectionCheckpoint.id == checkpoint_id,
        InspectionCheckpoint.version_id == visit.template_version_id,
    )
    checkpoint = (await tx.session.execute(statement)).scalar_one_or_none()
    if checkpoint is None:
        raise NotFound("inspections.checkpoint_unknown")
    return checkpoint


async def checklist_of(tx: Tx, visit: Inspection) -> list[tuple[InspectionSection, list[InspectionCheckpoint]]]:
    """Return the sections of the visit's checklist with their questions, in order."""
    section, checkpoint = InspectionSection, InspectionCheckpoint
    statement = (
        select(section, checkpoint)
        .join(checkpoint, and_(checkpoint.org_id == section.org_id, checkpoint.section_id == section.id))
        .where(section.org_id == tx.org_id, section.version_id == visit.template_version_id)
        .order_by(section.position, checkpoint.position)
    )
    parts: dict[UUID, tuple[InspectionSection, list[InspectionCheckpoint]]] = {}
    for part, question in await tx.session.execute(statement):
        parts.setdefault(part.id, (part, []))[1].append(question)
    return list(parts.values())


async def rule_of(tx: Tx, checkpoint: InspectionCheckpoint) -> Rule:
    """Return what decides the outcome of a question."""
    choices: dict[str, bool] = {}
    if checkpoint.answer_type is AnswerType.CHOICE:
        statement = select(InspectionChoice).where(
            InspectionChoice.org_id == tx.org_id, InspectionChoice.checkpoint_id == checkpoint.id
        )
        choices = {choice.code: choice.passes for choice in await tx.session.scalars(statement)}
    share = checkpoint.min_availability
    return Rule(
        answer_type=checkpoint.answer_type,
        shelf=checkpoint.shelf,
        min_availability=None if share is None else float(share),
        number_min=checkpoint.number_min,
        number_max=checkpoint.number_max,
        choices=choices,
    )


async def answer_of(tx: Tx, visit: Inspection, checkpoint_id: UUID) -> InspectionAnswer | None:
    """Return the visit's answer to a question, if there is one."""
    statement = (
        select(InspectionAnswer)
        .where(
            InspectionAnswer.org_id == tx.org_id,
            InspectionAnswer.inspection_id == visit.id,
            InspectionAnswer.checkpoint_id == checkpoint_id,
        )
        .execution_options(populate_existing=True)
    )
    return (await tx.session.execute(statement)).scalar_one_or_none()


async def answers_of(tx: Tx, visit: Inspection) -> dict[UUID, InspectionAnswer]:
    """Return the visit's answers by checkpoint."""
    statement = (
        select(InspectionAnswer)
        .where(InspectionAnswer.org_id == tx.org_id, InspectionAnswer.inspection_id == visit.id)
        .execution_options(populate_existing=True)
    )
    return {answer.checkpoint_id: answer for answer in await tx.session.scalars(statement)}


async def photos_of(tx: Tx, answer_ids: Sequence[UUID]) -> dict[UUID, list[InspectionAnswerPhoto]]:
    """Return the photographs of some answers, in order, by answer; every answer has an entry."""
    statement = (
        select(InspectionAnswerPhoto)
        .where(InspectionAnswerPhoto.org_id == tx.org_id, InspectionAnswerPhoto.answer_id.in_(answer_ids))
        .order_by(InspectionAnswerPhoto.position)
    )
    photos: dict[UUID, list[InspectionAnswerPhoto]] = {answer_id: [] for answer_id in answer_ids}
    for photo in await tx.session.scalars(statement):
        photos[photo.answer_id].append(photo)
    return photos


async def visits_naming(tx: Tx, photo_id: UUID) -> list[UUID]:
    """Lock a photograph, so that no answer starts naming it meanwhile, and return the visits that name it, in order."""
    await lock_photo(tx, photo_id)
    return [row[0] for row in await tx.fetch(NAMING, tx.org_id, photo_id)]


async def look_at(tx: Tx, photo_ids: Sequence[UUID], checkpoint: InspectionCheckpoint) -> dict[UUID, Shot]:
    """Return what is known of some photographs of an answer now; one that the server has not seen is awaited."""
    return (await look_at_all(tx, [(checkpoint, photo_ids)]))[0]


async def look_at_all(tx: Tx, named: Sequence[tuple[InspectionCheckpoint, Sequence[UUID]]]) -> list[dict[UUID, Shot]]:
    """Do the same for the photographs of many answers, a visit's hundreds too, in two statements."""
    everything = [photo_id for _, photo_ids in named for photo_id in photo_ids]
    at_shelves = [photo_id for checkpoint, photo_ids in named if checkpoint.shelf for photo_id in photo_ids]
    stored, readings = await photo_state(tx, everything), await reading_for(tx, at_shelves)
    return [
        {photo_id: _shot(checkpoint, stored.get(photo_id), readings.get(photo_id)) for photo_id in photo_ids}
        for checkpoint, photo_ids in named
    ]


def _shot(checkpoint: InspectionCheckpoint, stored: PhotoFacts | None, reading: Reading | None) -> Shot:
    if stored is not None and checkpoint.live and stored.source is Source.GALLERY:
        return Shot(state=PhotoState.REFUSED, live=False)
    if stored is not None and stored.state is StoredState.REFUSED:
        return Shot(state=PhotoState.REFUSED)
    if checkpoint.shelf:
        if reading is not None and reading.state in DONE:
            return Shot(state=DONE[reading.state], availability=reading.availability, gaps=reading.gaps)
    elif stored is not None and stored.state is StoredState.READY:
        return Shot(state=PhotoState.READY)
    return Shot(state=PhotoState.AWAITING)
