"""What a visit lacks before it can be submitted: answers, photographs and notes that its checklist asks for."""

from collections.abc import Iterator
from uuid import UUID

from storewalk.core.errors import FieldError
from storewalk.core.tx import Tx
from storewalk.inspections.asking import Given, asked
from storewalk.inspections.kinds import NoteRule, Outcome, PhotoRule
from storewalk.inspections.models import Inspection, InspectionAnswer, InspectionCheckpoint
from storewalk.inspections.outcomes import Shot
from storewalk.inspections.queries.answers import checklist_of, look_at_all, photos_of
from storewalk.inspections.queries.followed import askings_of


async def lacking(tx: Tx, visit: Inspection, answers: dict[UUID, InspectionAnswer]) -> list[FieldError]:
    """Return what is missing of what is asked, each fault with the title of its checkpoint, in reading order."""
    given = {checkpoint_id: Given(answer.outcome, answer.choice_code) for checkpoint_id, answer in answers.items()}
    wanted = asked(await askings_of(tx, visit.template_version_id), visit.store_format, given)
    checklist = [checkpoint for _, checkpoints in await checklist_of(tx, visit) for checkpoint in checkpoints]
    shots = await _shots(tx, checklist, answers)
    found: list[FieldError] = []
    for checkpoint in checklist:
        answer = answers.get(checkpoint.id)
        if checkpoint.id not in wanted or (answer is None and not checkpoint.required):
            continue
        path = f"answers.{checkpoint.id}"
        title: dict[str, object] = {"title": checkpoint.title.in_locale(tx.actor.locale)}
        if answer is None:
            found.append(FieldError(path, "inspections.answer_missing", title))
            continue
        if _applies(checkpoint.photo_rule, answer):
            found += _photos(path, title, checkpoint, shots[checkpoint.id])
        if _applies(checkpoint.note_rule, answer) and not (answer.note or "").strip():
            found.append(FieldError(f"{path}.note", "inspections.note_missing", title))
    return found


async def _shots(
    tx: Tx, checklist: list[InspectionCheckpoint], answers: dict[UUID, InspectionAnswer]
) -> dict[UUID, list[Shot]]:
    """Return what is known of the photographs that are asked for, by checkpoint."""
    photos = await photos_of(tx, [answer.id for answer in answers.values()])
    named = [
        (checkpoint, [photo.photo_id for photo in photos[answers[checkpoint.id].id]])
        for checkpoint in checklist
        if checkpoint.id in answers and _applies(checkpoint.photo_rule, answers[checkpoint.id])
    ]
    seen = await look_at_all(tx, named)
    return {checkpoint.id: list(shots.values()) for (checkpoint, _), shots in zip(named, seen, strict=True)}


def _applies(rule: PhotoRule | NoteRule, answer: InspectionAnswer) -> bool:
    """Tell whether evidence is asked for; of what does not apply there is nothing to show."""
    if rule.value == "always":
        return answer.outcome is not Outcome.NOT_APPLICABLE
    return rule.value == "onFail" and answer.outcome is Outcome.FAIL


def _photos(
    path: str, title: dict[str, object], checkpoint: InspectionCheckpoint, shots: list[Shot]
) -> Iterator[FieldError]:
    live = sum(shot.live for shot in shots)
    if live >= checkpoint.min_photos:
        return
    if not live and shots:
        key = "inspections.photo_live_missing"
    else:
        key = "inspections.photo_missing" if checkpoint.min_photos == 1 else "inspections.photos_missing"
    yield FieldError(f"{path}.photos", key, {**title, "wanted": checkpoint.min_photos, "held": live})
