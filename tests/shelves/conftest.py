"""The inspector's phone, and a detector whose answers a test writes."""

from collections.abc import Generator
from typing import Any
from uuid import UUID

import numpy as np
import pytest
from numpy.typing import NDArray

from storewalk.core.platform import Platform
from storewalk.photos.events import PhotoReady
from storewalk.shelves.detector import Detector, DetectorUnavailable, Sight
from storewalk.shelves.events import ShelfRead
from storewalk.shelves.service.reading import begin
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, registration


class ScriptedDetector(Detector):
    """A detector of the test's: answers with `sight`, or raises it; counts how often it was asked."""

    def __init__(self) -> None:
        self.sight: Sight | Exception = RuntimeError("no sight was written")
        self.asked = 0

    async def read(self, pixels: NDArray[np.uint8], org_id: UUID) -> Sight:
        """Give what the test wrote."""
        assert (pixels.ndim, org_id.version) == (3, 7)
        self.asked += 1
        if isinstance(self.sight, Exception):
            raise self.sight
        return self.sight

    async def ready(self, org_id: UUID) -> None:
        """Raise what the test wrote, if it is that there is no detector."""
        if isinstance(self.sight, DetectorUnavailable):
            raise DetectorUnavailable(f"{self.sight} for {org_id}")


@pytest.fixture
def detector(platform: Platform) -> Generator[ScriptedDetector]:
    """Stands in for the model until the test ends."""
    shipped = platform.resources[Detector]
    scripted = ScriptedDetector()
    platform.resources[Detector] = scripted
    yield scripted
    platform.resources[Detector] = shipped


class Shelf:
    """One organization's way of a shelf photo: the inspector's phone, the queue, the detector and what was recorded."""

    def __init__(self, phone: Phone, org: Org, platform: Platform, run: JobRunner, detector: ScriptedDetector) -> None:
        self.phone, self.org, self.platform, self.run, self.detector = phone, org, platform, run, detector

    async def hand_in(self, data: bytes, purpose: str = "shelf") -> str:
        """Hand a photo of store A1 in and return its id; the queue has yet to run."""
        return await self.phone.hand_in(data, registration(data, self.org.places["A1"], purpose=purpose))

    async def waiting(self, data: bytes) -> str:
        """Have a photo wait for the detector, without the job that would read it: the test runs that itself."""
        photo_id = await self.hand_in(data, "evidence")
        await self.run()
        store = self.org.places["A1"]
        ready = PhotoReady(subject_id=UUID(photo_id), store_id=store, purpose="shelf", sha256="", width=1, height=1)
        async with self.platform.transaction(self.org.system) as tx:
            await begin(tx, ready)
            tx.jobs.clear()
        return photo_id

    async def reading(self, photo_id: str) -> dict[str, Any]:
        """Return the reading that the phone is shown."""
        return (await self.phone.look(photo_id))["reading"]

    async def events(self, photo_id: str) -> list[dict[str, Any]]:
        """Return what the photo's `shelves.read` events say, in order."""
        async with self.platform.transaction(self.org.system) as tx:
            rows = await tx.fetch(
                "SELECT payload ->> 'state' AS state, (payload ->> 'availability')::float AS availability,"
                " (payload ->> 'gaps')::int AS gaps, (payload ->> 'facings')::int AS facings, store_id"
                " FROM event WHERE org_id = $1 AND subject_id = $2 AND kind = $3 ORDER BY recorded_at, id",
                self.org.id,
                photo_id,
                ShelfRead.kind,
            )
        return [dict(row) for row in rows]


@pytest.fixture
async def phone(client: LogIn) -> Phone:
    """The inspector's phone; she may work in stores A1 and A2."""
    return Phone(await client("inspector"))


@pytest.fixture
def shelf(phone: Phone, org: Org, platform: Platform, run_jobs: JobRunner, detector: ScriptedDetector) -> Shelf:
    """Everything on a shelf photo's way, with the test's own detector."""
    return Shelf(phone, org, platform, run_jobs, detector)
