"""Pictures of shelves drawn from a seed, their encodings, and the phone's side of an upload."""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import httpx
import numpy as np
from PIL import Image

from tests.factories.client import Client


def picture(seed: int = 1, size: tuple[int, int] = (640, 480)) -> Image.Image:
    """Draw boards with coloured packs; another seed gives a picture that no fingerprint takes for this one."""
    draw = np.random.default_rng(seed)
    blocks = draw.integers(20, 236, size=(9, 12, 3), dtype=np.uint8)
    drawn = Image.fromarray(blocks).resize(size, Image.Resampling.NEAREST)
    boards = np.asarray(drawn).copy()
    for row in range(0, size[1], max(1, size[1] // 5)):
        boards[row : row + 4] = 90
    return Image.fromarray(boards)


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """Encode a picture."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def jpeg(seed: int = 1, size: tuple[int, int] = (640, 480), **options: Any) -> bytes:
    """Draw a picture and encode it as a JPEG."""
    return encoded(picture(seed, size), quality=88, **options)


def registration(data: bytes, store_id: UUID | str, **changes: Any) -> dict[str, Any]:
    """Return the body of `POST /api/photos` for `data`."""
    return {
        "id": str(uuid4()),
        "storeId": str(store_id),
        "purpose": "evidence",
        "sha256": sha256(data).hexdigest(),
        "size": len(data),
        "contentType": "image/jpeg",
        "capture": {
            "takenAt": datetime(2026, 11, 20, 2, 30, tzinfo=UTC).isoformat(),
            "source": "camera",
            "position": {"lat": 31.2304, "lng": 121.4737, "accuracyM": 12.5, "datum": "WGS84"},
            "device": "Pixel 8",
        },
        **changes,
    }


class Phone:
    """A phone that hands photos in as the PWA does: register, post under the policy, say that it is done."""

    def __init__(self, client: Client) -> None:
        self.client = client

    async def register(self, body: dict[str, Any]) -> dict[str, Any]:
        """Register a photo and return the answer."""
        answer = await self.client.post("/api/photos", body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def send(self, upload: Mapping[str, Any], data: bytes) -> httpx.Response:
        """Post bytes under a policy: its fields first, the file last."""
        kind = upload["fields"].get("Content-Type", "image/jpeg")
        return await self.client.http.post(
            upload["url"], data=dict(upload["fields"]), files={"file": ("photo", data, kind)}
        )

    async def complete(self, photo_id: str) -> httpx.Response:
        """Say that the upload is done."""
        return await self.client.post(f"/api/photos/{photo_id}/complete")

    async def hand_in(self, data: bytes, body: dict[str, Any], *, sent: bytes | None = None) -> str:
        """Do all three; `sent` are other bytes than those announced. Return the photo's id."""
        registered = await self.register(body)
        answer = await self.send(registered["upload"], data if sent is None else sent)
        assert answer.status_code in {200, 201, 204}, answer.text
        assert (await self.complete(body["id"])).status_code == 200
        return body["id"]

    async def look(self, photo_id: str) -> dict[str, Any]:
        """Return what `GET /api/photos/{id}` says."""
        answer = await self.client.get(f"/api/photos/{photo_id}")
        assert answer.status_code == 200, answer.text
        return answer.json()
