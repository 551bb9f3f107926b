"""The store's word on a visit, told to whoever has the next one to say; what fell leaves no task behind."""

from uuid import UUID

from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.inspections.api import SignWay
from storewalk.inspections.events import DisputeDecided, FindingDisputed, VisitSigned, VisitToSign
from storewalk.notifications.api import Notice
from storewalk.reactions.place import Place
from storewalk.reactions.telling import notice_of
from storewalk.reactions.words import local_time, words
from storewalk.tasks.api import Fallen, withdraw

VISIT, SIGNING, DISPUTE = "/visits/{}", "/visits/{}/signing", "/disputes/{}"


def to_sign(event: VisitToSign, place: Place) -> list[Notice]:
    """Ask the store's own people to read the findings and sign."""
    texts = ("reactions.visit_to_sign.title", "reactions.visit_to_sign.body")
    told = {"findings": event.findings, "until": local_time(event.until, place.zone), "score": _points(event.score)}
    return notice_of(event, event.told_ids, place, texts, SIGNING, **told)


def signed(event: VisitSigned, place: Place) -> list[Notice]:
    """Tell the inspector that the manager has read it; who signed in presence did so before their eyes."""
    if event.way == SignWay.PRESENT:
        return []
    body = "reactions.visit_signed_disputed.body" if event.disputes else "reactions.visit_signed.body"
    texts = ("reactions.visit_signed.title", body)
    return notice_of(event, (event.inspector_id,), place, texts, VISIT, name=event.name, disputes=event.disputes)


def disputed(event: FindingDisputed, place: Place) -> list[Notice]:
    """Ask those who may decide."""
    texts = ("reactions.finding_disputed.title", "reactions.finding_disputed.body")
    return notice_of(event, event.told_ids, place, texts, DISPUTE, title=event.title)


def decided(event: DisputeDecided, place: Place) -> list[Notice]:
    """Tell both sides what was decided, and what the visit scores now."""
    texts = ("reactions.dispute_upheld.title", "reactions.dispute_upheld.body")
    if event.granted:
        texts = ("reactions.dispute_granted.title", "reactions.dispute_granted.body")
    scores = {"before": _points(event.score_before), "after": _points(event.score_after)}
    said = {"title": event.title, "note": event.note.rstrip("。．.!！ "), **scores}
    manager = (each for each in (event.raised_by_id,) if each != event.actor_id)
    return [
        *notice_of(event, (event.inspector_id,), place, texts, _to(VISIT, event.visit_id), **said),
        *notice_of(event, tuple(manager), place, texts, _to(SIGNING, event.visit_id), **said),
    ]


async def withdraw_fallen(tx: Tx, event: DisputeDecided) -> None:
    """Withdraw the tasks of what fell. Safe to run twice and in any order: see `tasks.api.withdraw`."""
    if event.store_id is None or event.actor_id is None:
        return
    for each in sorted(event.fallen, key=lambda fallen: fallen.checkpoint_key):
        await withdraw(
            tx,
            Fallen(
                store_id=event.store_id,
                fault_key=each.checkpoint_key,
                inspection_id=event.visit_id,
                checkpoint_id=each.checkpoint_id,
                by_id=event.actor_id,
                note=event.note,
            ),
        )


def _to(link: str, visit_id: UUID) -> str:
    return link.format(visit_id)


def _points(score: float | None) -> Words:
    return words("reactions.no_score") if score is None else Words(f"{score:g}", f"{score:g}")
