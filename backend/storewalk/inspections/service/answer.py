"""Give or change an answer of a visit that is under way."""

from decimal import Decimal
from uuid import UUID

from storewalk.core.errors import Conflict, Invalid, NotFound, WrongState
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.inspections.drafts import storable
from storewalk.inspections.events import CheckpointAnswered
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection, InspectionAnswer, InspectionAnswerPhoto, InspectionCheckpoint
from storewalk.inspections.outcomes import Said, Shot, person_outcome
from storewalk.inspections.queries.answers import answer_of, checkpoint_of, look_at, photos_of, rule_of
from storewalk.inspections.queries.visit_answers import read_answer
from storewalk.inspections.queries.visits import find_visit, lock_visit
from storewalk.inspections.schemas.visits import GiveAnswer
from storewalk.inspections.service.asked import recount
from storewalk.inspections.service.conduct import conducting, require_own
from storewalk.inspections.service.mend import mending_of, require_mending
from storewalk.inspections.service.missing import named_missing
from storewalk.inspections.service.seen import keep_seen, require_seen, same_seen, seen_of
from storewalk.inspections.service.settle import apply_verdict, note_shots
from storewalk.photos.api import READ as SEE_PHOTO
from storewalk.photos.api import MarkedPhoto, Purpose, expect, require_whole


async def answer(tx: Tx, visit_id: UUID, checkpoint_id: UUID, form: GiveAnswer) -> None:
    """Answer a checkpoint; the same answer again changes nothing, and photographs may follow later.

    It may change which other questions are asked; an answer to one that is not is kept and does not count.

    Raises:
        NotFound: visit, checkpoint or photograph lies outside the actor's scope or the visit's checklist.
        Forbidden: it is somebody else's visit.
        WrongState: the visit is not under way.
        Conflict: the answer was changed meanwhile; it carries the answer as it is.
        Invalid: the values do not fit the checkpoint, no product is known by an id or so much of one is no quantity,
            who is to mend it or until when is not possible, or a newly named photograph comes from the gallery where
            live evidence is asked for.
    """
    visit = await find_visit(tx, visit_id, lock=False)
    if visit is None:
        raise NotFound("inspections.not_found")
    await require_within(tx, conducting(visit.kind), visit.store_id)
    checkpoint = await checkpoint_of(tx, visit, checkpoint_id)
    await require_own(tx, visit)
    require_whole(form.photos)
    purpose = Purpose.SHELF if checkpoint.shelf else Purpose.EVIDENCE
    missing = await named_missing(tx, checkpoint, form)
    seen = require_seen(checkpoint, missing, form.products_seen)
    await expect(tx, visit.store_id, form.photos, purpose, SEE_PHOTO)
    await expect(tx, visit.store_id, [form.voice] if form.voice else [], Purpose.VOICE, SEE_PHOTO)
    voice_id = form.voice.id if form.voice else None
    visit = await lock_visit(tx, visit_id)
    known = await answer_of(tx, visit, checkpoint_id)
    named = (await photos_of(tx, [known.id]))[known.id] if known else []
    seen_before = (await seen_of(tx, [known.id]))[known.id] if known else []
    rule = await rule_of(tx, checkpoint)
    number = _entered(form.number)
    person = person_outcome(rule, Said(outcome=form.outcome, number=number, choice=form.choice, text=form.text))
    wanted = (person, number, form.choice, form.text, form.note, voice_id, missing)
    marked = [(photo.id, photo.marks) for photo in form.photos]
    same = known is not None and (*wanted, mending_of(form), marked) == _content(known, named)
    if same and same_seen(seen_before, seen):
        return
    if visit.status is not VisitStatus.STARTED:
        raise WrongState("inspections.not_under_way", status=visit.status)
    if (known.version if known else 0) != (form.if_version or 0):
        raise Conflict("core.version_conflict", current=await read_answer(tx, visit_id, checkpoint_id))
    shots = await look_at(tx, [photo.id for photo in form.photos], checkpoint)
    _refuse_gallery(shots, {photo.photo_id for photo in named})
    mending = await require_mending(tx, visit, form, person, known)
    given = known or _blank(tx, visit, checkpoint)
    given.person_outcome, given.note = person, form.note
    given.number_value, given.choice_code, given.text_value = number, form.choice, form.text
    given.missing_product_ids, given.voice_id = missing, voice_id
    given.responsible_id, given.due_at = mending
    given.answered_by, given.answered_at = tx.actor.account_id, tx.occurred_at
    given.version = known.version + 1 if known else 1
    apply_verdict(tx, given, rule, list(shots.values()))
    await tx.flush()
    note_shots(await _name_photos(tx, given, named, form.photos), shots)
    await keep_seen(tx, given, seen_before, seen)
    await recount(tx, visit)
    tx.record(
        CheckpointAnswered(
            subject_id=visit.id, store_id=visit.store_id, checkpoint_id=checkpoint_id, outcome=given.outcome
        )
    )


def _refuse_gallery(shots: dict[UUID, Shot], named: set[UUID]) -> None:
    """Refuse photographs known to come from the gallery; one named before that was known stays, and is flagged."""
    if any(not shot.live for photo_id, shot in shots.items() if photo_id not in named):
        raise Invalid("inspections.photo_not_live", field="photos")


def _content(known: InspectionAnswer, named: list[InspectionAnswerPhoto]) -> tuple[object, ...]:
    photos = [(photo.photo_id, photo.marks) for photo in named]
    said = (known.person_outcome, known.number_value, known.choice_code, known.text_value, known.note)
    return (*said, known.voice_id, known.missing_product_ids, mending_of(known), photos)


def _blank(tx: Tx, visit: Inspection, checkpoint: InspectionCheckpoint) -> InspectionAnswer:
    given = InspectionAnswer(org_id=tx.org_id, id=new_id(), inspection_id=visit.id, checkpoint_id=checkpoint.id)
    tx.session.add(given)
    return given


async def _name_photos(
    tx: Tx, given: InspectionAnswer, named: list[InspectionAnswerPhoto], wanted: list[MarkedPhoto]
) -> list[InspectionAnswerPhoto]:
    """Make the answer name exactly the photographs wanted, in their order and with their marks, and return them."""
    kept = {photo.photo_id: photo for photo in named}
    for photo_id in kept.keys() - {photo.id for photo in wanted}:
        await tx.session.delete(kept[photo_id])
    rows: list[InspectionAnswerPhoto] = []
    for position, photo in enumerate(wanted):
        row = kept.get(photo.id) or InspectionAnswerPhoto(
            org_id=tx.org_id, id=new_id(), answer_id=given.id, photo_id=photo.id
        )
        row.position, row.marks = position, photo.marks
        rows.append(row)
    tx.session.add_all(rows)
    return rows


def _entered(number: Decimal | None) -> Decimal | None:
    """Refuse what the table would round, so that what is shown is what was entered."""
    if number is not None and not storable(number):
        raise Invalid("inspections.number_unfit", field="number")
    return number
