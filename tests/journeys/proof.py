"""What the server must hold after the visit, to the last number."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest

from shelfvision.inference.api import ShelfReader
from storewalk.photos import keys
from storewalk.photos.pillow_darkroom import pixels
from storewalk.shelves.jobs import LONGEST
from tests.factories.client import Client
from tests.journeys import phone
from tests.journeys.arrange import by_key, show
from tests.journeys.cast import Cast


async def the_server_holds_it_all(cast: Cast, inspector: Client) -> dict[str, dict[str, Any]]:
    visit = await show(inspector, f"/api/inspections/{cast.visit_id}")
    answers = by_key(visit)
    assert {key: answer["outcome"] for key, answer in answers.items()} == {
        "drinks-cooler": "fail", "price-tags": "fail", "promotion": "pass", "chiller-temperature": "pass",
        "expired-goods": "pass", "hot-food-holding": "notApplicable", "entrance": "pass", "floor": "pass",
        "fire-exit": "pass", "uniform": "pass", "remarks": "pass",
    }  # fmt: skip
    assert answers["chiller-temperature"]["value"]["number"] == 4.5
    assert answers["remarks"]["value"]["text"] == "今天下午补货，明早再看价签"
    # 40 % × 2/8 + 35 % + 15 % + 10 % = 70, capped by the failed critical cooler.
    assert (visit["status"], visit["score"], visit["answered"], visit["pending"]) == ("scored", 60, 11, 0)
    assert [part["score"] for part in visit["scoreDetail"]["sections"]] == [25, 100, 100, 100]
    assert visit["scoreDetail"]["cappedBy"] == answers["drinks-cooler"]["checkpointId"]
    assert set(cast.photos) == {photo for answer in answers.values() for photo in answer["photos"]}
    for photo_id, said in cast.photos.items():
        photo = await show(inspector, f"/api/photos/{photo_id}")
        assert (photo["state"], photo["source"]) == ("ready", "camera")
        held = await cast.served.platform.objects.get(keys.original(cast.org.id, UUID(photo_id)), said["size"])
        assert sha256(held).hexdigest() == said["sha256"]
    await the_reading_is_the_models_own(cast, inspector, answers["drinks-cooler"]["photos"][0])
    tasks = {task["title"]["zh"]: task for task in (await show(inspector, "/api/tasks"))["items"]}
    assert set(tasks) == {phone.COOLER, phone.TAGS}
    assert {task["assigneeId"] for task in tasks.values()} == {str(cast.org.accounts["manager"])}
    critical = tasks[phone.COOLER]
    opened, due = (datetime.fromisoformat(critical[name]) for name in ("openedAt", "dueAt"))
    assert due - opened == timedelta(hours=4)
    return tasks


async def the_reading_is_the_models_own(cast: Cast, inspector: Client, photo_id: str) -> None:
    """What the worker wrote is what the shipped model says of the very photo."""
    reading = (await show(inspector, f"/api/photos/{photo_id}"))["reading"]
    original = await cast.served.platform.objects.get(keys.original(cast.org.id, UUID(photo_id)), 20_000_000)
    model = cast.served.platform.settings.model
    assert model is not None
    own = ShelfReader(model).read([pixels(original, LONGEST)])[0]
    assert (reading["state"], reading["modelVersion"]) == (own.outcome, own.model_version)
    assert (reading["facings"], reading["gaps"]) == (own.facings, own.gaps)
    assert reading["availability"] == pytest.approx(own.availability, abs=1e-4)
    assert own.gaps >= 2
