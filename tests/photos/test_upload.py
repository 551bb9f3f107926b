"""From the phone to a verified photo, through the API, the S3 server and the queue."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from PIL import Image

from storewalk.core.objects import ObjectMissing, ObjectStore
from storewalk.photos import keys
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, encoded, jpeg, picture, registration
from tests.photos.conftest import Kinds


async def test_a_photo_is_verified_developed_and_shown(
    phone: Phone, org: Org, run_jobs: JobRunner, kinds: Kinds, objects: ObjectStore
) -> None:
    data = jpeg(1, (2000, 1500))
    photo_id = await phone.hand_in(data, registration(data, org.places["A1"]))
    assert (await phone.look(photo_id))["state"] == "uploaded"
    await run_jobs()
    photo = await phone.look(photo_id)
    assert (photo["state"], photo["reason"], photo["width"], photo["height"]) == ("ready", None, 2000, 1500)
    assert photo["storeId"] == str(org.places["A1"])
    assert photo["takenAt"] == "2026-11-20T02:30:00Z"
    assert photo["position"] == {"lat": 31.2304, "lng": 121.4737, "accuracyM": 12.5, "datum": "WGS84"}
    assert photo["reading"] is None
    assert set(photo["links"]) == {"large", "small"}
    for name, size, kind in (("large", (1600, 1200), "image/jpeg"), ("small", (320, 240), "image/webp")):
        shown = await phone.client.http.get(photo["links"][name])
        assert (shown.status_code, shown.headers["content-type"]) == (200, kind)
        assert Image.open(BytesIO(shown.content)).size == size
    assert await objects.get(keys.original(org.id, UUID(photo_id)), len(data)) == data
    with pytest.raises(ObjectMissing):
        await objects.get(keys.upload(org.id, UUID(photo_id)), len(data))
    assert await kinds(photo_id) == ["photos.registered", "photos.uploaded", "photos.ready"]


async def test_registering_again_is_the_same_photo_with_a_fresh_policy(phone: Phone, org: Org, kinds: Kinds) -> None:
    data = jpeg()
    body = registration(data, org.places["A1"])
    first = await phone.register(body)
    again = await phone.register(body | {"capture": body["capture"] | {"source": "gallery"}})
    assert again["source"] == first["source"] == "camera"
    assert again["upload"]["fields"]["key"] == first["upload"]["fields"]["key"]
    assert (await phone.send(again["upload"], data)).status_code in {200, 201, 204}
    assert await kinds(body["id"]) == ["photos.registered"]


async def test_a_replayed_registration_is_signed_anew_and_no_signature_is_stored(phone: Phone, org: Org) -> None:
    data = jpeg()
    body = registration(data, org.places["A1"])
    key = str(uuid4())
    answers = [await phone.client.post("/api/photos", body, key=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert (await phone.send(answers[1].json()["upload"], data)).status_code in {200, 201, 204}


async def test_the_same_id_with_other_content_is_refused(phone: Phone, org: Org) -> None:
    body = registration(jpeg(1), org.places["A1"])
    await phone.register(body)
    other = registration(jpeg(2), org.places["A1"], id=body["id"])
    answer = await phone.client.post("/api/photos", other)
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")


async def test_uploading_and_completing_twice_is_one_object_and_one_event(
    phone: Phone, org: Org, run_jobs: JobRunner, kinds: Kinds
) -> None:
    data = jpeg(3)
    body = registration(data, org.places["A1"])
    registered = await phone.register(body)
    for _ in range(2):
        assert (await phone.send(registered["upload"], data)).status_code in {200, 201, 204}
    answers = [await phone.complete(body["id"]) for _ in range(2)]
    assert [answer.json()["state"] for answer in answers] == ["uploaded", "uploaded"]
    await run_jobs()
    again = await phone.complete(body["id"])
    await run_jobs()
    assert (again.json()["state"], (await phone.look(body["id"]))["state"]) == ("ready", "ready")
    assert await kinds(body["id"]) == ["photos.registered", "photos.uploaded", "photos.ready"]


async def test_a_copy_sent_after_the_photo_is_ready_is_removed(
    phone: Phone, org: Org, run_jobs: JobRunner, kinds: Kinds, objects: ObjectStore
) -> None:
    data = jpeg(3)
    body = registration(data, org.places["A1"])
    policy = (await phone.register(body))["upload"]
    await phone.send(policy, data)
    await phone.complete(body["id"])
    await run_jobs()
    await phone.send(policy, jpeg(4)[: len(data)].ljust(len(data), b" "))
    assert (await phone.complete(body["id"])).json()["state"] == "ready"
    await run_jobs()
    with pytest.raises(ObjectMissing):
        await objects.size(keys.upload(org.id, UUID(body["id"])))
    assert await objects.get(keys.original(org.id, UUID(body["id"])), len(data)) == data
    assert (await kinds(body["id"])).count("photos.ready") == 1


async def test_completing_before_registering_is_refused(phone: Phone) -> None:
    assert (await phone.complete(str(uuid4()))).status_code == 404


async def test_other_bytes_than_announced_are_refused_and_never_shown(
    phone: Phone, org: Org, run_jobs: JobRunner, kinds: Kinds, objects: ObjectStore
) -> None:
    data = jpeg(1)
    forged = bytes([*data[:-1], data[-1] ^ 1])
    body = registration(data, org.places["A1"])
    await phone.hand_in(data, body, sent=forged)
    await run_jobs()
    photo = await phone.look(body["id"])
    assert (photo["state"], photo["reason"], photo["links"]) == ("refused", "hash_mismatch", None)
    for key in (keys.upload, keys.original, keys.large, keys.small):
        with pytest.raises(ObjectMissing):
            await objects.get(key(org.id, UUID(body["id"])), len(data))
    assert await kinds(body["id"]) == ["photos.registered", "photos.uploaded", "photos.refused"]


async def test_after_a_hash_mismatch_the_right_bytes_are_taken(phone: Phone, org: Org, run_jobs: JobRunner) -> None:
    data = jpeg(1)
    body = registration(data, org.places["A1"])
    await phone.hand_in(data, body, sent=jpeg(1)[:-1] + b"\0")
    await run_jobs()
    await phone.hand_in(data, body)
    await run_jobs()
    photo = await phone.look(body["id"])
    assert (photo["state"], photo["reason"]) == ("ready", None)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (jpeg(size=(1200, 900))[:20_000], "unreadable"),
        (b"this is no picture", "unreadable"),
        (encoded(picture(), "GIF"), "unreadable"),
        (encoded(picture(), "PNG"), "wrong_type"),
        (jpeg(size=(300, 4)), "too_small"),
    ],
    ids=["truncated", "text", "gif", "png-as-jpeg", "speck"],
)
async def test_what_is_no_photo_is_refused_for_good(
    phone: Phone, org: Org, run_jobs: JobRunner, data: bytes, reason: str
) -> None:
    body = registration(data, org.places["A1"])
    await phone.hand_in(data, body)
    await run_jobs()
    photo = await phone.look(body["id"])
    assert (photo["state"], photo["reason"], photo["links"]) == ("refused", reason, None)
    assert (await phone.register(body))["upload"] is None


async def test_a_decompression_bomb_is_refused(phone: Phone, org: Org, run_jobs: JobRunner) -> None:
    data = encoded(Image.new("1", (9000, 9000)), "PNG")
    body = registration(data, org.places["A1"], contentType="image/png")
    await phone.hand_in(data, body)
    await run_jobs()
    assert (await phone.look(body["id"]))["reason"] == "too_large"


@pytest.mark.parametrize(
    ("content_type", "advice"),
    [("image/heic", "Most compatible"), ("image/gif", "image/gif"), ("text/html", "text/html")],
)
async def test_other_types_are_refused_at_once_with_advice(
    phone: Phone, org: Org, content_type: str, advice: str
) -> None:
    await phone.client.put("/api/me/locale", {"locale": "en"})
    body = registration(jpeg(), org.places["A1"], contentType=content_type)
    answer = await phone.client.post("/api/photos", body)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "contentType")
    assert advice in answer.json()["detail"]


async def test_more_than_twenty_megabytes_are_not_registered(phone: Phone, org: Org) -> None:
    body = registration(jpeg(), org.places["A1"]) | {"size": 20 * 1024 * 1024 + 1}
    assert (await phone.client.post("/api/photos", body)).status_code in {400, 422}


async def test_a_wrong_device_clock_is_corrected_and_never_runs_ahead(phone: Phone, org: Org) -> None:
    taken = datetime.now(UTC) + timedelta(days=1)
    late = registration(jpeg(1), org.places["A1"])
    late["capture"]["takenAt"] = taken.isoformat()
    offset = {"Storewalk-Clock-Offset-Ms": str(-86_400_000 - 60_000)}
    answer = await phone.client.post("/api/photos", late, headers=offset)
    corrected = datetime.fromisoformat(answer.json()["takenAt"])
    assert abs(corrected - (taken - timedelta(days=1, minutes=1))) < timedelta(milliseconds=1)
    unmeasured = registration(jpeg(2), org.places["A1"])
    unmeasured["capture"]["takenAt"] = taken.isoformat()
    assert datetime.fromisoformat((await phone.register(unmeasured))["takenAt"]) <= datetime.now(UTC)
