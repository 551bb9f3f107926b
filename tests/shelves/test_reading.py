"""From a ready shelf photo to a reading: pending, read, unsure or failed, and never a pass by silence."""

from asyncio import StreamReader
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar
from sqlalchemy import delete, select

from storewalk.core.jobs import JobContext
from storewalk.shelves.api import availability_ref
from storewalk.shelves.detector import Box, DetectorUnavailable, Label, Row, Sight
from storewalk.shelves.jobs import read
from storewalk.shelves.models import ShelfReading
from storewalk.shelves.service.reading import TRIES, ReadShelf
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.live import listening, notices, serving
from tests.factories.photos import jpeg
from tests.shelves.conftest import Shelf

DATA = jpeg(1)
ROW = Row(y0=0.25, y1=0.5, facings=8, gaps=2, missing=2.0, availability=0.8)
BOX = Box(label=Label.GAP, score=0.75, x0=0.125, y0=0.25, x1=0.25, y1=0.5)


def seen(doubt: str | None = None, availability: float | None = 0.8) -> Sight:
    return Sight(
        doubt=doubt, availability=availability, facings=8, gaps=2, boxes=[BOX], rows=[ROW], model_version="test-1"
    )


async def failed_job(admin: Client) -> dict[str, Any] | None:
    """Return the held reading job, if there is one."""
    jobs = (await admin.get("/api/jobs", status="failed")).json()["items"]
    return next((job for job in jobs if job["name"] == "shelves.read"), None)


async def test_a_shelf_photo_is_read(shelf: Shelf) -> None:
    shelf.detector.sight = seen()
    photo_id = await shelf.hand_in(DATA)
    await shelf.run()
    assert await shelf.reading(photo_id) == {
        "state": "read",
        "reason": None,
        "availability": 0.8,
        "facings": 8,
        "gaps": 2,
        "boxes": [{"label": "gap", "score": 0.75, "x0": 0.125, "y0": 0.25, "x1": 0.25, "y1": 0.5}],
        "rows": [{"y0": 0.25, "y1": 0.5, "facings": 8, "gaps": 2, "missing": 2.0, "availability": 0.8}],
        "modelVersion": "test-1",
        "version": 0,
        "correction": None,
        "model": None,
    }
    assert await shelf.events(photo_id) == [
        {"state": "read", "availability": 0.8, "gaps": 2, "facings": 8, "store_id": shelf.org.places["A1"]}
    ]


async def test_that_a_photo_was_read_and_corrected_is_told_at_once_where_its_store_is_seen(
    app: Litestar, shelf: Shelf, client: LogIn
) -> None:
    admin, manager, elsewhere = await client("admin"), await client("manager"), await client("clerk")
    grants = {"grants": [{"role": "clerk", "nodeId": str(shelf.org.places["B1"])}]}
    await admin.put(f"/api/accounts/{shelf.org.accounts['clerk']}/grants", grants)
    shelf.detector.sight = seen()
    async with (
        serving(app) as server,
        listening(server, manager) as at_a1,
        listening(server, elsewhere) as at_b1,
    ):
        photo_id = await shelf.hand_in(DATA)
        await shelf.run()
        form = {"boxes": [], "ifVersion": 0}
        assert (await shelf.phone.client.put(f"/api/photos/{photo_id}/boxes", form)).status_code == 200
        await admin.put("/api/me/locale", {"locale": "en"})
        here, there = await heard(at_a1), await heard(at_b1)
    told = [(notice["kind"], notice["subjectId"]) for notice in here if notice["kind"].startswith("shelves.")]
    assert told == [("shelves.read", photo_id), ("shelves.corrected", photo_id)]
    assert [notice for notice in there if notice["storeId"]] == []


async def heard(reader: StreamReader) -> list[dict[str, str]]:
    """Return what is told until the administrator changes her language, which everybody hears of."""
    found = await notices(reader, 1)
    while found[-1]["kind"] != "identity.locale_changed":
        found += await notices(reader, 1)
    return found


async def test_an_evidence_photo_is_not_read(shelf: Shelf) -> None:
    photo_id = await shelf.hand_in(DATA, "evidence")
    await shelf.run()
    photo = await shelf.phone.look(photo_id)
    assert (photo["state"], photo["reading"], shelf.detector.asked) == ("ready", None, 0)


async def test_a_shelf_photo_that_is_ready_is_pending_before_its_reading_begins(shelf: Shelf) -> None:
    shelf.detector.sight = seen()
    photo_id = await shelf.hand_in(DATA)
    assert await shelf.reading(photo_id) is None
    await shelf.run()
    async with shelf.platform.transaction(shelf.org.system) as tx:
        await tx.session.execute(delete(ShelfReading).where(ShelfReading.org_id == shelf.org.id))
    photo = await shelf.phone.look(photo_id)
    assert (photo["state"], photo["reading"]["state"], photo["reading"]["availability"]) == ("ready", "pending", None)


@pytest.mark.parametrize(
    ("sight", "reason"),
    [(seen(doubt="too_dark"), "too_dark"), (seen(availability=None), "nothing_seen")],
    ids=["doubt", "nothing-to-measure"],
)
async def test_an_unsure_sight_asks_and_gives_no_figures_to_judge_by(shelf: Shelf, sight: Sight, reason: str) -> None:
    shelf.detector.sight = sight
    photo_id = await shelf.hand_in(DATA)
    await shelf.run()
    reading = await shelf.reading(photo_id)
    assert (reading["state"], reading["reason"], len(reading["boxes"])) == ("unsure", reason, 1)
    assert await shelf.events(photo_id) == [
        {"state": "unsure", "availability": None, "gaps": None, "facings": None, "store_id": shelf.org.places["A1"]}
    ]


@pytest.mark.parametrize(
    ("fault", "reason"),
    [(DetectorUnavailable("no model file"), "no_detector"), (RuntimeError("onnxruntime broke"), "detector_fault")],
)
async def test_a_broken_detector_leaves_the_reading_pending_then_asks_a_person(
    shelf: Shelf, reason: str, fault: Exception
) -> None:
    photo_id = await shelf.waiting(DATA)
    shelf.detector.sight = fault
    states: list[str] = []
    for _ in range(TRIES):
        with pytest.raises(type(fault)):
            await read(JobContext(shelf.platform, shelf.org.id), ReadShelf(photo_id=UUID(photo_id)))
        reading = await shelf.reading(photo_id)
        assert (reading["availability"], reading["reason"]) == (None, reason)
        states.append(reading["state"])
    assert states == ["pending"] * (TRIES - 1) + ["failed"]
    assert [event["state"] for event in await shelf.events(photo_id)] == ["failed"]


async def test_a_failed_reading_is_mended_from_the_jobs_page(shelf: Shelf, client: LogIn) -> None:
    admin = await client("admin")
    shelf.detector.sight = DetectorUnavailable("no model file")
    photo_id = await shelf.hand_in(DATA)
    await shelf.run(timedelta(seconds=1))  # the tests' queue retries at once
    job = await failed_job(admin)
    assert job is not None
    assert job["fault"]["type"] == "DetectorUnavailable"
    assert (await shelf.reading(photo_id))["state"] == "failed"
    shelf.detector.sight = seen()
    assert (await admin.post(f"/api/jobs/{job['id']}/retry")).status_code == 200
    await shelf.run()
    assert (await shelf.reading(photo_id))["state"] == "read"
    assert [event["state"] for event in await shelf.events(photo_id)] == ["failed", "read"]
    assert await failed_job(admin) is None


async def test_running_the_job_again_changes_nothing(shelf: Shelf) -> None:
    shelf.detector.sight = seen()
    photo_id = await shelf.hand_in(DATA)
    await shelf.run()
    shelf.detector.sight = seen(doubt="low_scores")
    await read(JobContext(shelf.platform, shelf.org.id), ReadShelf(photo_id=UUID(photo_id)))
    assert ((await shelf.reading(photo_id))["state"], shelf.detector.asked) == ("read", 1)
    assert len(await shelf.events(photo_id)) == 1


async def test_only_sure_readings_count_for_availability(shelf: Shelf) -> None:
    shelf.detector.sight = seen()
    sure = await shelf.hand_in(DATA)
    await shelf.run()
    shelf.detector.sight = seen(doubt="too_blurred")
    await shelf.hand_in(DATA)
    await shelf.run()
    counted = availability_ref.subquery()
    async with shelf.platform.transaction(shelf.org.system) as tx:
        rows = (await tx.session.execute(select(counted.c.photo_id, counted.c.availability, counted.c.gaps))).all()
    assert [tuple(row) for row in rows] == [(UUID(sure), 0.8, 2)]
