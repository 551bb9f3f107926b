"""Pictures from the gallery are no evidence where a checkpoint asks for a live photo, in whatever order things come."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, checkpoint, events, photo, photo_verified, publish, template
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import registration

Seen = Callable[[dict[str, Any]], Awaitable[None]]


@pytest.fixture
async def rules(client: LogIn) -> dict[str, Any]:
    """A photo always, a photo of a failure, and a photo that may come from anywhere."""
    points = [
        checkpoint("front", "photo"),
        checkpoint("tags", photoRule="onFail"),
        checkpoint("paper", "photo", live=False),
        checkpoint("floor"),
    ]
    return await publish(await client("regional"), template(points))


@pytest.fixture
async def visit(inspector: Client, org: Org, rules: dict[str, Any]) -> Visit:
    """A visit by those rules."""
    return await begin(inspector, org.places["A1"], rules["id"])


async def register(visit: Visit, shot: dict[str, Any], source: str = "gallery") -> None:
    """Announce a photo that an answer names, as its phone does when it comes to the photos."""
    body = registration(b"", visit.store_id)
    body = {**body, **shot, "capture": {**body["capture"], "source": source}}
    answer = await visit.client.post("/api/photos", body)
    assert answer.status_code == 200, answer.text


@pytest.fixture
def arrives(org: Org, app_tx: AppTx, run_jobs: JobRunner) -> Seen:
    """Let a photo's bytes be verified, and what follows from it happen."""

    async def arrive(shot: dict[str, Any]) -> None:
        async with app_tx(org) as tx:
            await photo_verified(tx, shot["id"])
        await run_jobs()

    return arrive


async def test_a_photo_that_is_asked_for_is_a_live_one_unless_the_checklist_says_otherwise(
    rules: dict[str, Any],
) -> None:
    points = rules["sections"][0]["checkpoints"]
    assert {point["key"]: point["live"] for point in points} == {
        "front": True,
        "tags": True,
        "paper": False,
        "floor": False,
    }


async def test_a_gallery_picture_that_is_known_is_refused_by_its_field(visit: Visit, org: Org, app_tx: AppTx) -> None:
    shot = photo()
    await register(visit, shot)
    for key, body in (("front", {}), ("tags", {"outcome": "fail"})):
        refused = await visit.put(key, photos=[shot], **body)
        assert refused.status_code == 422
        problem = refused.json()
        assert [error["field"] for error in problem["errors"]] == ["photos"]
        assert "相册照片，不能作为现场证据" in problem["errors"][0]["message"]
    assert (await visit.show())["answered"] == 0
    assert await events(app_tx, org, visit, "answered") == []
    assert (await visit.answer("paper", photos=[shot]))["notLive"] == []


async def test_a_gallery_picture_that_comes_after_the_answer_leaves_it_to_a_person(visit: Visit, arrives: Seen) -> None:
    shot = photo()
    assert (await visit.answer("front", photos=[shot]))["outcome"] == "pending"
    await register(visit, shot)
    await arrives(shot)
    found = await visit.shown("front")
    assert (found["outcome"], found["needsPerson"], found["notLive"]) == ("pending", True, [shot["id"]])
    # A note on it, or another photo beside it, is no new picture from the gallery.
    live = photo()
    await register(visit, live, "camera")
    both = await visit.answer("front", photos=[shot, live], note="重拍", ifVersion=found["version"])
    assert (both["outcome"], both["notLive"]) == ("pending", [shot["id"]])
    await arrives(live)
    alone = await visit.answer("front", photos=[live], ifVersion=both["version"])
    assert (alone["outcome"], alone["needsPerson"], alone["notLive"]) == ("pass", False, [])


async def test_a_failure_keeps_its_outcome_and_shows_that_its_photo_is_no_evidence(visit: Visit, arrives: Seen) -> None:
    shot = photo()
    await visit.answer("tags", outcome="fail", photos=[shot])
    await register(visit, shot)
    await arrives(shot)
    found = await visit.shown("tags")
    assert (found["outcome"], found["notLive"]) == ("fail", [shot["id"]])


async def test_a_visit_does_not_end_on_pictures_from_the_gallery(visit: Visit) -> None:
    early, late = photo(), photo()
    await visit.answer("front", photos=[early])
    await visit.answer("tags", outcome="fail", photos=[late])
    await visit.answer("paper", photos=[photo()])
    await visit.answer("floor", outcome="pass")
    await register(visit, early, "camera")
    await register(visit, late)
    refused = await visit.send(4)
    assert refused.status_code == 422
    assert [error["field"] for error in refused.json()["errors"]] == [f"answers.{visit.checkpoints['tags']}.photos"]
    live = photo()
    await visit.answer("tags", outcome="fail", photos=[late, live], ifVersion=1)
    assert (await visit.submit(4))["status"] == "submitted"


async def test_a_checkpoint_without_photos_cannot_ask_for_live_ones(client: LogIn) -> None:
    author = await client("regional")
    draft = template([checkpoint("floor", live=True)])
    refused = await author.post("/api/inspection-templates", draft)
    assert refused.status_code == 422
    assert [error["field"] for error in refused.json()["errors"]] == ["sections[0].checkpoints[0].live"]


async def test_a_visit_under_way_keeps_the_rule_it_began_with(
    client: LogIn, visit: Visit, rules: dict[str, Any], arrives: Seen
) -> None:
    author = await client("regional")
    loose = template([checkpoint("front", "photo", live=False)], ifVersion=1)
    published = await author.post(f"/api/inspection-templates/{rules['id']}/versions", loose)
    assert published.status_code == 201
    shot = photo()
    await visit.answer("front", photos=[shot])
    await register(visit, shot)
    await arrives(shot)
    assert (await visit.shown("front"))["notLive"] == [shot["id"]]


async def test_a_photo_leads_back_to_the_answers_that_name_it(visit: Visit, run_jobs: JobRunner) -> None:
    shot, other = photo(), photo()
    await visit.answer("front", photos=[other])
    await visit.answer("tags", outcome="fail", photos=[shot])
    await visit.answer("paper", photos=[photo()])
    await visit.answer("floor", outcome="pass")
    await visit.submit(4)
    await run_jobs()
    [origin] = (await visit.client.get(f"/api/photos/{shot['id']}/origins")).json()
    assert (origin["visitId"], origin["checkpointId"]) == (visit.id, visit.checkpoints["tags"])
    assert (origin["outcome"], origin["notLive"]) == ("fail", False)
    [task] = (await visit.client.get(f"/api/photos/{shot['id']}/tasks")).json()
    assert (task["title"], task["part"]) == (origin["title"], "before")
    [waiting] = (await visit.client.get(f"/api/photos/{other['id']}/origins")).json()
    assert waiting["outcome"] == "pending"
    assert (await visit.client.get(f"/api/photos/{other['id']}/tasks")).json() == []
