"""A spoken note of an answer: one, versioned with it, of this store only, and with the finding in its task."""

from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, events, photo
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone
from tests.factories.sounds import voice_registration, webm


async def test_a_voice_note_belongs_to_its_answer_and_goes_with_the_finding_to_its_task(
    visit: Visit, org: Org, app_tx: AppTx, client: LogIn, run_jobs: JobRunner
) -> None:
    data = webm()
    body = voice_registration(data, visit.store_id)
    voice = {name: body[name] for name in ("id", "sha256", "size")}
    answer = await visit.answer("tags", outcome="fail", photos=[photo()], voice=voice)
    assert (answer["voice"], answer["version"]) == (voice, 1)
    assert await visit.answer("tags", outcome="fail", photos=answer["photoSpecs"], voice=voice) == answer
    refused = await visit.put("tags", outcome="fail", photos=answer["photoSpecs"])
    assert (refused.status_code, refused.json()["current"]["voice"]) == (409, voice)
    await Phone(visit.client).hand_in(data, body)
    await visit.answer("chiller", number=4)
    await visit.answer("floor", choice="clean")
    await visit.answer("shelf", outcome="pass", photos=[photo()])
    await visit.submit(4)
    await run_jobs()
    [failed] = await events(app_tx, org, visit, "checkpoint_failed")
    assert failed["voice_id"] == voice["id"]
    manager = await client("manager")
    [item] = (await manager.get("/api/tasks")).json()["items"]
    [finding] = (await manager.get(f"/api/tasks/{item['id']}")).json()["findings"]
    assert finding["voiceId"] == voice["id"]
    heard = (await manager.get(f"/api/photos/{voice['id']}")).json()
    assert (heard["state"], heard["durationMs"]) == ("ready", 12_000)
    async with app_tx(org) as tx:
        held = await tx.fetch("SELECT 1 FROM photo_hold WHERE photo_id = $1 AND source = 'task'", voice["id"])
    assert len(held) == 1


async def test_another_stores_voice_and_a_photo_in_its_place_are_refused_and_leave_nothing(
    visit: Visit, org: Org, client: LogIn
) -> None:
    admin, data = await client("admin"), webm()
    foreign = voice_registration(data, org.places["B1"])
    assert (await admin.post("/api/photos", foreign)).status_code == 200
    voice = {name: foreign[name] for name in ("id", "sha256", "size")}
    assert (await visit.put("tags", outcome="pass", voice=voice)).status_code == 404
    shot = photo()
    await visit.answer("floor", choice="clean", photos=[shot])
    assert (await visit.put("tags", outcome="pass", voice=shot)).status_code == 409
    too_large = await visit.put("tags", outcome="pass", voice={**photo(), "size": 2_000_000})
    assert [error["field"] for error in too_large.json()["errors"]] == ["size"]
    assert (await visit.shown("tags"))["version"] == 0
