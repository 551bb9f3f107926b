"""Pictures of shelves drawn from a seed, their encodings, and the phone's side of an upload."""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import numpy as np
from PIL import Image


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


def multipart(upload: Mapping[str, Any], data: bytes) -> dict[str, Any]:
    """Return httpx arguments that post `data` under a policy: its fields first, the file last."""
    return {
        "url": upload["url"],
        "data": dict(upload["fields"]),
        "files": {"file": ("photo", data, upload["fields"].get("Content-Type", "image/jpeg"))},
    }
