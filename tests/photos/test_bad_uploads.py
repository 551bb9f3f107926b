"""Whatever is uploaded is refused with its reason or served as a clean copy, never as it came."""

from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import numpy as np
import pytest
from PIL import Image

from storewalk.core.objects import ObjectStore
from storewalk.photos import keys
from storewalk.photos.schemas import MAX_BYTES
from tests.factories.bad_photos import Bad, kinds
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, jpeg, registration

FILES = dict(kinds())
DATA = jpeg(9)


def test_there_are_more_than_forty_kinds() -> None:
    assert len(FILES) > 60


@pytest.mark.parametrize("name", FILES)
async def test_a_bad_upload_is_refused_or_converted_and_never_served_as_it_came(
    name: str, phone: Phone, org: Org, run_jobs: JobRunner, objects: ObjectStore, *, anonymous: Client
) -> None:
    bad = FILES[name]
    photo_id = await phone.hand_in(bad.data, registration(bad.data, org.places["A1"], contentType=bad.claims))
    await run_jobs()
    photo = await phone.look(photo_id)
    if bad.reason is None:
        assert (photo["state"], photo["reason"]) == ("ready", None)
        await only_clean_copies(phone, photo, bad)
    else:
        assert (photo["state"], photo["reason"], photo["links"]) == ("refused", bad.reason, None)
        assert await objects.get(keys.quarantine(org.id, UUID(photo_id)), len(bad.data)) == bad.data
    await nothing_is_open(anonymous, phone, org, photo_id)


async def only_clean_copies(phone: Phone, photo: Mapping[str, Any], bad: Bad) -> None:
    for link, kind in ((photo["links"]["large"], "JPEG"), (photo["links"]["small"], "WEBP")):
        served = await phone.client.http.get(link)
        image = Image.open(BytesIO(served.content), formats=(kind,))
        assert {"exif", "xmp", "icc_profile", "comment"}.isdisjoint(image.info)
        assert served.content != bad.data
        for mark in bad.marks:
            assert mark not in served.content
        if bad.left is not None:
            shown = np.asarray(image.convert("RGB"))[image.height // 2, 4].astype(int)
            assert np.abs(shown - bad.left).max() <= 14


async def nothing_is_open(anonymous: Client, phone: Phone, org: Org, photo_id: str) -> None:
    """Ask for every object of the photo without a signature, as a stranger and as somebody who is logged in."""
    for key in keys.everything(org.id, UUID(photo_id), ()):
        plain = f"/storewalk-photos/{key}"
        assert (await anonymous.http.get(plain)).status_code in {403, 404}
        assert (await phone.client.http.get(plain)).status_code in {403, 404}


async def test_a_link_of_one_photo_opens_no_object_of_another(
    phone: Phone, org: Org, run_jobs: JobRunner, anonymous: Client
) -> None:
    good = await phone.hand_in(DATA, registration(DATA, org.places["A1"]))
    text = FILES["script"].data
    refused = await phone.hand_in(text, registration(text, org.places["A1"]))
    await run_jobs()
    for link in (await phone.look(good))["links"].values():
        path, _, signature = link.partition("?")
        assert (await anonymous.http.get(link)).status_code == 200
        for photo_id in (good, refused):
            for key in keys.everything(org.id, UUID(photo_id), ()):
                if not path.endswith(key):
                    foreign = f"{path[: path.index('/storewalk-photos/')]}/storewalk-photos/{key}?{signature}"
                    assert (await anonymous.http.get(foreign)).status_code == 403


@pytest.mark.parametrize(
    "claims",
    [
        "image/heic", "image/heif", "image/avif", "image/gif", "image/svg+xml", "image/tiff", "image/bmp",
        "image/x-icon", "application/pdf", "text/html", "application/octet-stream", "video/mp4", "", "image/JPEG",
        "image/jpeg; charset=utf-8",
    ],
)  # fmt: skip
async def test_another_type_is_refused_at_the_door(phone: Phone, org: Org, claims: str) -> None:
    answer = await phone.client.post("/api/photos", registration(DATA, org.places["A1"], contentType=claims))
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


@pytest.mark.parametrize("size", [0, -1, MAX_BYTES + 1])
async def test_an_empty_or_huge_file_is_refused_at_the_door(phone: Phone, org: Org, size: int) -> None:
    answer = await phone.client.post("/api/photos", registration(DATA, org.places["A1"], size=size))
    assert answer.status_code in {400, 422}


async def test_an_expired_form_takes_nothing(phone: Phone, org: Org, objects: ObjectStore) -> None:
    body = registration(DATA, org.places["A1"])
    await phone.register(body)
    key = keys.upload(org.id, UUID(body["id"]))
    form = objects.post_policy(key, len(DATA), "image/jpeg", timedelta(seconds=-5))
    answer = await phone.send({"url": form.url, "fields": form.fields}, DATA)
    assert answer.status_code in {400, 403}


async def test_other_bytes_of_the_same_size_are_refused_quarantined_and_may_be_sent_again(
    phone: Phone, org: Org, run_jobs: JobRunner, objects: ObjectStore
) -> None:
    body = registration(DATA, org.places["A1"])
    swapped = DATA[:-200] + bytes(200)
    await phone.hand_in(DATA, body, sent=swapped)
    await run_jobs()
    photo = await phone.look(body["id"])
    assert (photo["state"], photo["reason"], photo["links"]) == ("refused", "hash_mismatch", None)
    assert await objects.get(keys.quarantine(org.id, UUID(body["id"])), len(swapped)) == swapped
    await phone.hand_in(DATA, body)
    await run_jobs()
    assert (await phone.look(body["id"]))["state"] == "ready"


async def test_an_upload_after_the_verdict_changes_nothing_that_is_served(
    phone: Phone, org: Org, run_jobs: JobRunner, objects: ObjectStore, anonymous: Client
) -> None:
    body = registration(DATA, org.places["A1"])
    registered = await phone.register(body)
    await phone.send(registered["upload"], DATA)
    await phone.complete(body["id"])
    await run_jobs()
    before = [(await anonymous.http.get(link)).content for link in (await phone.look(body["id"]))["links"].values()]
    await phone.send(registered["upload"], DATA[:-200] + bytes(200))
    await phone.complete(body["id"])
    await run_jobs()
    after = [(await anonymous.http.get(link)).content for link in (await phone.look(body["id"]))["links"].values()]
    assert before == after
    assert await objects.get(keys.original(org.id, UUID(body["id"])), len(DATA)) == DATA


@pytest.mark.parametrize(("locale", "word"), [("zh", "JPEG"), ("en", "JPEG")])
async def test_the_door_says_why_in_the_phones_language(client: LogIn, org: Org, locale: str, word: str) -> None:
    inspector = await client("inspector")
    await inspector.put("/api/me/locale", {"locale": locale})
    body = registration(DATA, org.places["A1"], contentType="image/heic")
    detail = (await inspector.post("/api/photos", body)).text
    assert word in detail
    assert ("HEIC photos" in detail) == (locale == "en")
