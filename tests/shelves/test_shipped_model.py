"""The shipped model reads real shelf photos through every layer; skipped, visibly, where the photos are missing."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from PIL import Image

from shelfvision.learning.manifest import Manifest, Outcome
from shelfvision.learning.registry import MODEL, Registry, digest
from storewalk.core import health
from storewalk.core.ids import new_id
from storewalk.core.platform import Platform
from storewalk.core.settings import Settings
from storewalk.shelves.detector import DetectorUnavailable
from storewalk.shelves.onnx_detector import OnnxDetector
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, encoded, registration


def photos(shared_data: Path, part: str) -> list[Path]:
    return sorted((shared_data / "shelf" / part / "val" / "images").glob("*.jpg"))


async def read(phone: Phone, org: Org, run_jobs: JobRunner, data: bytes) -> dict[str, Any]:
    photo_id = await phone.hand_in(data, registration(data, org.places["A1"], purpose="shelf"))
    await run_jobs()
    return (await phone.look(photo_id))["reading"]


async def test_full_tobacco_shelves_are_read_as_full(
    phone: Phone, org: Org, run_jobs: JobRunner, shared_data: Path
) -> None:
    reading = await read(phone, org, run_jobs, photos(shared_data, "products")[0].read_bytes())
    assert (reading["state"], reading["reason"]) == ("read", None)
    assert reading["facings"] >= 10
    assert 0.8 <= reading["availability"] <= 1
    assert len(reading["boxes"]) == reading["facings"] + reading["gaps"]
    assert all(0 <= box["x0"] < box["x1"] <= 1 and 0 <= box["y0"] < box["y1"] <= 1 for box in reading["boxes"])


async def test_a_blank_wall_is_never_a_full_shelf(phone: Phone, org: Org, run_jobs: JobRunner) -> None:
    reading = await read(phone, org, run_jobs, encoded(Image.new("RGB", (1200, 900), (180, 180, 176)), quality=90))
    assert (reading["state"], reading["facings"]) == ("unsure", 0)


async def test_a_missing_or_damaged_model_is_unavailable(tmp_path: Path) -> None:
    damaged = tmp_path / "shelf.onnx"
    damaged.write_bytes(b"not a model")
    for model in (None, tmp_path / "absent.onnx", damaged):
        with pytest.raises(DetectorUnavailable):
            await OnnxDetector(model).read(np.zeros((480, 640, 3), np.uint8), new_id())


async def test_health_tells_whether_the_version_that_counts_is_whole(
    client: LogIn, settings: Settings, platform: Platform, tmp_path: Path
) -> None:
    phone, model = await client("inspector"), settings.model
    assert model is not None
    registry = Registry(tmp_path / "models")
    told: list[str] = []

    async def look(place: Path | None) -> None:
        health.whole_version.cache_clear()
        platform.settings = msgspec.structs.replace(settings, model=place)
        told.append((await phone.get("/api/health")).json()["detector"])

    try:
        await look(model)
        await look(tmp_path / "absent")
        registry.add(model, Manifest("a", digest(model), datetime.now(UTC), Outcome.SHIPPED, "came with Storewalk"))
        await look(registry.folder)
        registry.promote("a")
        await look(registry.folder)
        (registry.folder / "a" / MODEL).write_bytes(b"half of it")
        await look(registry.folder)
    finally:
        platform.settings = settings
    assert told == ["ok", "missing", "missing", "ok", "damaged"]
