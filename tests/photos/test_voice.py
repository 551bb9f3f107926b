"""Spoken notes: known by their bytes, played by those who may see the store, refused as photos and photos as them."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from storewalk.core.jobs import JobContext
from storewalk.core.objects import ObjectMissing, ObjectStore
from storewalk.core.platform import Platform
from storewalk.photos import keys
from storewalk.photos.darkroom import ContentType, Reason, UnfitPhoto
from storewalk.photos.retention import RemovePhotos, run
from storewalk.photos.sound import hear
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, jpeg, registration
from tests.factories.sounds import mp4, voice_registration, webm


@pytest.mark.parametrize(("data", "kind"), [(webm(12_000), "audio/webm"), (mp4(12_000), "audio/mp4")])
async def test_a_voice_note_is_verified_played_and_never_a_picture(
    phone: Phone, org: Org, run_jobs: JobRunner, data: bytes, kind: str
) -> None:
    body = voice_registration(data, org.places["A1"], kind)
    await phone.hand_in(data, body)
    await run_jobs()
    heard = await phone.look(body["id"])
    assert (heard["state"], heard["durationMs"], heard["links"], heard["width"]) == ("ready", 12_000, None, None)
    played = await phone.client.http.get(heard["sound"])
    assert (played.content, played.headers["content-type"]) == (data, kind)
    again = await phone.register(body)
    assert (again["upload"], again["state"]) == (None, "ready")
    assert body["id"] not in (await phone.client.get("/api/photos")).text
    refused = await phone.client.post(f"/api/photos/{body['id']}/shares", {"id": str(uuid4())})
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong_state")


async def test_a_voice_note_of_another_store_is_404(phone: Phone, client: LogIn, org: Org, run_jobs: JobRunner) -> None:
    data = webm()
    elsewhere = Phone(await client("admin"))
    foreign = voice_registration(data, org.places["B1"])
    await elsewhere.hand_in(data, foreign)
    await run_jobs()
    assert (await elsewhere.look(foreign["id"]))["sound"]
    assert (await phone.client.get(f"/api/photos/{foreign['id']}")).status_code == 404
    assert (await phone.client.post("/api/photos", foreign)).status_code == 404


@pytest.mark.parametrize(
    ("data", "kind", "reason"),
    [
        (jpeg(5), "audio/webm", "wrong_type"),
        (jpeg(5), "audio/mp4", "wrong_type"),
        (webm(), "audio/mp4", "wrong_type"),
        (mp4(), "audio/webm", "unreadable"),
        (webm(track=1), "audio/webm", "wrong_type"),
        (mp4(handler=b"vide"), "audio/mp4", "wrong_type"),
        (webm(doc_type=b"matroska"), "audio/webm", "wrong_type"),
        (webm()[:-3], "audio/webm", "unreadable"),
        (mp4() + b"PK\3\4", "audio/mp4", "unreadable"),
        (webm(66_000), "audio/webm", "too_long"),
    ],
)
def test_what_is_no_sound_of_the_named_type_is_refused_whatever_it_is_called(
    data: bytes, kind: str, reason: str
) -> None:
    with pytest.raises(UnfitPhoto) as refusal:
        hear(data, ContentType(kind))
    assert refusal.value.reason in {Reason(reason), Reason.UNREADABLE}


def test_no_cut_of_a_recording_makes_the_reader_fail_otherwise() -> None:
    for data, kind in ((webm(3000), ContentType.WEBM), (mp4(3000), ContentType.MP4)):
        for end in range(len(data)):
            try:
                hear(data[:end], kind)
            except UnfitPhoto:
                continue


async def test_a_picture_named_a_voice_note_is_refused_and_a_bad_announcement_names_the_field(
    phone: Phone, org: Org, run_jobs: JobRunner, objects: ObjectStore
) -> None:
    data, store = jpeg(6), org.places["A1"]
    body = voice_registration(data, store)
    await phone.hand_in(data, body)
    await run_jobs()
    refused = await phone.look(body["id"])
    assert (refused["state"], refused["sound"]) == ("refused", None)
    with pytest.raises(ObjectMissing):
        await objects.size(keys.original(org.id, UUID(body["id"])))
    for wrong, field in (
        ({**voice_registration(data, store), "contentType": "image/jpeg"}, "contentType"),
        (registration(data, store, contentType="audio/webm"), "contentType"),
        ({**voice_registration(data, store), "size": 1024 * 1024 + 1}, "size"),
    ):
        answer = await phone.client.post("/api/photos", wrong)
        assert [error["field"] for error in answer.json()["errors"]] == [field]
    other = await phone.client.post("/api/photos", {**registration(data, store), "id": body["id"]})
    assert (other.status_code, other.json()["code"]) == (409, "wrong_state")


async def test_retention_takes_a_voice_note_as_it_takes_evidence(
    phone: Phone, org: Org, platform: Platform, run_jobs: JobRunner
) -> None:
    data = webm()
    body = voice_registration(data, org.places["A1"])
    voice_id = UUID(await phone.hand_in(data, body))
    await run_jobs()
    original = keys.original(org.id, voice_id)
    assert await platform.objects.size(original) == len(data)
    async with platform.transaction(org.system) as tx:
        await tx.session.execute(
            text("UPDATE photo SET recorded_at = :at WHERE id = :id"),
            {"at": tx.now - timedelta(days=731), "id": voice_id},
        )
    await run(JobContext(platform, org.id), RemovePhotos())
    gone = await phone.look(str(voice_id))
    assert (gone["sound"], gone["removedAt"] is not None) == (None, True)
    with pytest.raises(ObjectMissing):
        await platform.objects.size(original)
