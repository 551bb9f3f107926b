"""A person corrects what the model saw: both are kept, the figures follow, nobody's correction is lost."""

from datetime import timedelta
from hashlib import sha256
from typing import Any

import httpx
import pytest

from storewalk.inspections.events import CheckpointAnswered
from storewalk.shelves.detector import Box, DetectorUnavailable, Label, Sight
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.inspections import begin, checkpoint, publish, template
from tests.factories.photos import jpeg
from tests.shelves.conftest import Shelf

DATA = jpeg(1)
AT_ONCE = timedelta(seconds=1)  # the tests' queue tries again without a wait


def box(label: str, x0: float, x1: float, y0: float = 0.25, **fields: Any) -> dict[str, Any]:
    return {"label": label, "x0": x0, "x1": x1, "y0": y0, "y1": y0 + 0.25, **fields}


# Eight facings and one gap of two facings' width on one board.
FACINGS = [box("product", n / 10, (n + 1) / 10) for n in range(8)]
GAP = box("gap", 0.8, 1.0)


def seen(doubt: str | None = None) -> Sight:
    boxes = [Box(label=Label(b["label"]), score=0.75, x0=b["x0"], y0=b["y0"], x1=b["x1"], y1=b["y1"]) for b in FACINGS]
    return Sight(doubt=doubt, availability=1.0, facings=8, gaps=0, boxes=boxes, model_version="test-1")


async def read(shelf: Shelf, sight: Sight | None = None) -> str:
    """Hand a shelf photo in and have it read."""
    shelf.detector.sight = sight or seen()
    photo_id = await shelf.hand_in(DATA)
    await shelf.run()
    return photo_id


async def correct(client: Client, photo_id: str, boxes: list[dict[str, Any]], version: int = 0) -> httpx.Response:
    return await client.put(f"/api/photos/{photo_id}/boxes", {"boxes": boxes, "ifVersion": version})


async def stored(shelf: Shelf, photo_id: str) -> list[tuple[int, int, str | None]]:
    """Return number, gaps and model version of the photo's corrections."""
    async with shelf.platform.transaction(shelf.org.system) as tx:
        rows = await tx.fetch(
            "SELECT number, gaps, model_version FROM shelf_correction WHERE photo_id = $1 ORDER BY number", photo_id
        )
    return [tuple(row) for row in rows]


async def test_an_added_gap_counts_and_the_models_boxes_are_kept_beside_it(shelf: Shelf) -> None:
    photo_id = await read(shelf)
    answer = await correct(shelf.phone.client, photo_id, [*FACINGS, GAP])
    assert answer.status_code == 200, answer.text
    reading = await shelf.reading(photo_id)
    assert reading == answer.json()
    assert (reading["state"], reading["facings"], reading["gaps"], reading["availability"]) == ("read", 8, 1, 0.8)
    assert [(row["facings"], row["gaps"], row["missing"]) for row in reading["rows"]] == [
        (8, 1, pytest.approx(2.0, abs=1e-6))
    ]
    assert (reading["version"], reading["modelVersion"]) == (1, "test-1")
    assert reading["correction"]["byId"] == str(shelf.org.accounts["inspector"])
    assert (reading["model"]["gaps"], reading["model"]["availability"], len(reading["model"]["boxes"])) == (0, 1.0, 8)
    assert await stored(shelf, photo_id) == [(1, 1, "test-1")]


async def test_every_version_is_kept_and_the_same_boxes_again_make_none(shelf: Shelf) -> None:
    photo_id = await read(shelf)
    first = [*FACINGS, GAP]
    await correct(shelf.phone.client, photo_id, first)
    again = await correct(shelf.phone.client, photo_id, first)
    assert (again.status_code, again.json()["version"]) == (200, 1)
    second = await correct(shelf.phone.client, photo_id, FACINGS[:7], version=1)
    assert (second.json()["version"], second.json()["facings"], second.json()["gaps"]) == (2, 7, 0)
    assert await stored(shelf, photo_id) == [(1, 1, "test-1"), (2, 0, "test-1")]


async def test_two_people_at_once_conflict_and_the_later_one_sees_the_others_boxes(shelf: Shelf, client: LogIn) -> None:
    photo_id = await read(shelf)
    await correct(await client("regional"), photo_id, [*FACINGS, GAP])
    late = await correct(shelf.phone.client, photo_id, FACINGS[:4])
    assert (late.status_code, late.json()["code"]) == (409, "version_conflict")
    assert (late.json()["current"]["version"], late.json()["current"]["gaps"]) == (1, 1)
    assert len(await stored(shelf, photo_id)) == 1


async def test_a_person_settles_what_the_model_was_unsure_of_or_could_not_read(shelf: Shelf) -> None:
    for sight in (seen(doubt="too_blurred"), DetectorUnavailable("no model file")):
        shelf.detector.sight = sight
        photo_id = await shelf.hand_in(DATA)
        await shelf.run(AT_ONCE)
        assert (await shelf.reading(photo_id))["state"] in {"unsure", "failed"}
        reading = (await correct(shelf.phone.client, photo_id, [*FACINGS, GAP])).json()
        assert (reading["state"], reading["availability"]) == ("read", 0.8)


async def test_an_empty_shelf_is_empty_and_no_box_at_all_still_asks(shelf: Shelf) -> None:
    photo_id = await read(shelf)
    empty = (await correct(shelf.phone.client, photo_id, [GAP])).json()
    assert (empty["state"], empty["availability"], empty["facings"], empty["rows"]) == ("read", 0.0, 0, [])
    nothing = (await correct(shelf.phone.client, photo_id, [], version=1)).json()
    assert (nothing["state"], nothing["reason"], nothing["availability"]) == ("unsure", "nothing_seen", None)


async def test_a_photo_that_waits_for_the_detector_is_not_corrected(shelf: Shelf) -> None:
    photo_id = await shelf.hand_in(DATA)
    refused = await correct(shelf.phone.client, photo_id, FACINGS)
    assert refused.status_code == 404
    evidence = await shelf.hand_in(DATA, "evidence")
    await shelf.run()
    assert (await correct(shelf.phone.client, evidence, FACINGS)).status_code == 404


async def test_a_box_without_extent_is_refused_by_its_place_in_the_list(shelf: Shelf) -> None:
    photo_id = await read(shelf)
    refused = await correct(shelf.phone.client, photo_id, [FACINGS[0], box("gap", 0.5, 0.5)])
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "boxes.1")
    assert await stored(shelf, photo_id) == []


async def test_another_stores_photo_and_another_organizations_are_not_there(shelf: Shelf, client: LogIn) -> None:
    photo_id = await read(shelf)
    assert (await correct(await client("manager"), photo_id, FACINGS)).status_code == 403
    assert (
        await correct(await client("regional"), photo_id.replace(photo_id[-4:], "0000"), FACINGS)
    ).status_code == 404


async def test_a_later_reading_of_the_model_leaves_the_persons_boxes_in_force(shelf: Shelf, client: LogIn) -> None:
    shelf.detector.sight = DetectorUnavailable("no model file")
    photo_id = await shelf.hand_in(DATA)
    await shelf.run(AT_ONCE)
    await correct(shelf.phone.client, photo_id, [*FACINGS, GAP])
    shelf.detector.sight = seen()
    admin = await client("admin")
    (job,) = (await admin.get("/api/jobs", status="failed")).json()["items"]
    await admin.post(f"/api/jobs/{job['id']}/retry")
    await shelf.run()
    reading = await shelf.reading(photo_id)
    assert (reading["gaps"], reading["model"]["state"], reading["model"]["gaps"]) == (1, "read", 0)


async def answered(shelf: Shelf, client: LogIn, *, least: float) -> tuple[Any, str]:
    """Begin a visit whose only checkpoint is a shelf, answered by a photo that the model sees full."""
    draft = template([checkpoint("shelf", "photo", shelf=True, minAvailability=least)])
    made = await publish(await client("regional"), draft)
    visit = await begin(shelf.phone.client, shelf.org.places["A1"], made["id"])
    shelf.detector.sight = seen()
    photo_id = await shelf.hand_in(DATA)
    photo = await shelf.phone.look(photo_id)
    spec = {"id": photo_id, "sha256": sha256(DATA).hexdigest(), "size": len(DATA)}
    assert photo["id"] == photo_id
    await visit.answer("shelf", photos=[spec])
    await shelf.run()
    return visit, photo_id


async def test_the_answer_follows_a_correction_while_the_visit_is_under_way(shelf: Shelf, client: LogIn) -> None:
    visit, photo_id = await answered(shelf, client, least=0.92)
    assert (await visit.shown("shelf"))["outcome"] == "pass"
    await correct(shelf.phone.client, photo_id, [*FACINGS, GAP])
    await shelf.run()
    answer = await visit.shown("shelf")
    assert (answer["outcome"], answer["detection"]["availability"], answer["detection"]["gaps"]) == ("fail", 0.8, 1)
    assert (await visit.submit(1))["status"] == "scored"


async def test_a_scored_visit_is_never_changed_by_a_correction(shelf: Shelf, client: LogIn) -> None:
    visit, photo_id = await answered(shelf, client, least=0.92)
    scored = await visit.submit(1)
    assert (scored["status"], scored["score"]) == ("scored", 100)
    async with shelf.platform.transaction(shelf.org.system) as tx:
        before = await tx.raw.fetchval("SELECT count(*) FROM event WHERE kind = $1", CheckpointAnswered.kind)
    await correct(shelf.phone.client, photo_id, [*FACINGS, GAP])
    await shelf.run()
    after = await visit.show()
    assert {k: after[k] for k in ("score", "status", "answers")} == {
        k: scored[k] for k in ("score", "status", "answers")
    }
    async with shelf.platform.transaction(shelf.org.system) as tx:
        assert await tx.raw.fetchval("SELECT count(*) FROM event WHERE kind = $1", CheckpointAnswered.kind) == before
    assert (await shelf.reading(photo_id))["gaps"] == 1
