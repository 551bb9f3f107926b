"""Photos that are there already when a journey begins."""

from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import uuid4

from shelfvision.synth.api import draw_shelf
from tests.factories.client import Client
from tests.factories.photos import Phone, registration


async def handed_in(client: Client, store_id: str, data: bytes, purpose: str = "evidence") -> dict[str, Any]:
    """Upload a photo, and return it as an answer names it."""
    body = registration(data, store_id, id=str(uuid4()), purpose=purpose)
    await Phone(client).hand_in(data, body)
    return {"id": body["id"], "sha256": sha256(data).hexdigest(), "size": len(data)}


def shelf_jpeg(seed: int, gaps: int) -> bytes:
    """Draw a shelf as a phone would photograph it."""
    out = BytesIO()
    draw_shelf(seed, 1280, 960, gaps).image.save(out, "JPEG", quality=85)
    return out.getvalue()
