"""Visits as an inspector's phone makes them, and what the photo and shelf rooms would find on their photos."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

import httpx
from sqlalchemy import text

from storewalk.core.tx import Tx
from storewalk.photos import queries as photo_queries
from storewalk.photos import service as photo_service
from storewalk.photos.darkroom import ContentType, Prints, Reason
from storewalk.photos.events import PhotoReady
from storewalk.photos.evidence import Evidence
from storewalk.photos.models import PhotoState
from storewalk.shelves.detector import Sight
from storewalk.shelves.service import reading as shelf_service
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.organization import Org

DAMAGED = Reason.HASH_MISMATCH


def words(zh: str) -> dict[str, str]:
    """Return a text in both languages."""
    return {"zh": zh, "en": f"{zh} (en)"}


def checkpoint(key: str, answer_type: str = "passfail", **fields: Any) -> dict[str, Any]:
    """Return a checkpoint's draft; a shelf gets what a shelf must have."""
    if fields.get("shelf"):
        fields = {"minAvailability": 0.92, **fields}
    if answer_type == "photo":
        fields = {"photoRule": "always", **fields}
    draft = {"key": key, "title": words(key), "criterion": words(f"{key}的标准"), "answerType": answer_type}
    return {**draft, **fields}


def template(*sections: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    """Return a checklist's draft of sections of equal weight."""
    parts = [{"title": words(f"第{n}部分"), "checkpoints": points} for n, points in enumerate(sections, 1)]
    return {"name": words("巡店"), "sections": parts, **fields}


def photo(content: bytes | None = None) -> dict[str, Any]:
    """Return a photo as an answer names it."""
    data = content or uuid4().bytes
    return {"id": str(uuid4()), "sha256": sha256(data).hexdigest(), "size": len(data)}


class Visit:
    """One visit from the phone's side; answers go by checkpoint key."""

    def __init__(self, client: Client, shown: Mapping[str, Any]) -> None:
        self.client = client
        self.id: str = shown["id"]
        self.store_id: str = shown["storeId"]
        points = [point for section in shown["template"]["sections"] for point in section["checkpoints"]]
        self.checkpoints: dict[str, str] = {point["key"]: point["id"] for point in points}

    async def put(self, key: str, **body: Any) -> httpx.Response:
        """Send an answer as it is."""
        return await self.client.put(f"/api/inspections/{self.id}/answers/{self.checkpoints[key]}", body)

    async def answer(self, key: str, **body: Any) -> dict[str, Any]:
        """Answer a checkpoint, which is accepted."""
        answer = await self.put(key, **body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def send(self, answers: int, **body: Any) -> httpx.Response:
        """Send a submission as it is."""
        return await self.client.post(f"/api/inspections/{self.id}/submission", {"answers": answers, **body})

    async def submit(self, answers: int) -> dict[str, Any]:
        """Submit, which is accepted."""
        answer = await self.send(answers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def decide(self, key: str, **body: Any) -> httpx.Response:
        """Settle a pending answer by hand."""
        return await self.client.post(f"/api/inspections/{self.id}/answers/{self.checkpoints[key]}/decision", body)

    async def show(self) -> dict[str, Any]:
        """Fetch the visit."""
        answer = await self.client.get(f"/api/inspections/{self.id}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def shown(self, key: str) -> dict[str, Any]:
        """Fetch one answer."""
        answers = {answer["checkpointId"]: answer for answer in (await self.show())["answers"]}
        return answers[self.checkpoints[key]]


async def publish(client: Client, draft: dict[str, Any]) -> dict[str, Any]:
    """Publish a checklist, which is accepted."""
    answer = await client.post("/api/inspection-templates", draft)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def begin(client: Client, store_id: UUID | str, template_id: str, **options: Any) -> Visit:
    """Begin an unplanned visit, which is accepted."""
    form = {"id": str(uuid4()), "storeId": str(store_id), "templateId": template_id}
    answer = await client.post("/api/inspections", form, **options)
    assert answer.status_code == 201, answer.text
    return Visit(client, answer.json())


async def shelf_seen(
    tx: Tx, store_id: str, photo_id: str, *, facings: int = 0, gaps: int = 0, doubt: str | None = None
) -> None:
    """Let the detector have read a shelf photo."""
    await shelf_pending(tx, store_id, photo_id)
    share = facings / (facings + gaps) if facings + gaps else None
    sight = Sight(doubt=doubt, availability=share, facings=facings, gaps=gaps, boxes=[], model_version="test")
    await shelf_service.settle(tx, UUID(photo_id), sight)


async def shelf_unread(tx: Tx, store_id: str, photo_id: str) -> None:
    """Let the detector have failed as often as it is tried."""
    await shelf_pending(tx, store_id, photo_id)
    for _ in range(shelf_service.TRIES):
        await shelf_service.count_fault(tx, UUID(photo_id), "no_detector")


async def shelf_pending(tx: Tx, store_id: str, photo_id: str) -> None:
    """Let a shelf photo wait for the detector, without the job that would read it."""
    ready = PhotoReady(
        subject_id=UUID(photo_id), store_id=UUID(store_id), purpose="shelf", sha256="0" * 64, width=640, height=480
    )
    await shelf_service.begin(tx, ready)
    tx.jobs.clear()
    await tx.flush()


async def photo_verified(tx: Tx, photo_id: str, verdict: Prints | Reason | None = None) -> None:
    """Let a photo have been uploaded and verified: fit unless a reason against it is given."""
    stored = await photo_queries.lock_photo(tx, UUID(photo_id))
    assert stored is not None
    stored.state, stored.reason = PhotoState.UPLOADED, None
    stored.content_type = ContentType.JPEG
    await tx.flush()
    fit = Prints(width=640, height=480, large=b"", small=b"", phash=None, record=None)
    await photo_service.settle(tx, UUID(photo_id), verdict or fit, Evidence())


async def events(app_tx: AppTx, org: Org, visit: Visit | str, kind: str) -> list[dict[str, Any]]:
    """Return what was recorded of a visit under `kind`, in order."""
    subject = visit if isinstance(visit, str) else visit.id
    async with app_tx(org) as tx:
        rows = await tx.session.execute(
            text("SELECT payload FROM event WHERE subject_id = :subject AND kind = :kind ORDER BY recorded_at, id"),
            {"subject": UUID(subject), "kind": f"inspections.{kind}"},
        )
        return [row.payload for row in rows]
