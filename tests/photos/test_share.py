"""Only the copy without faces leaves, by a link that needs no log-in and dies with the share."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import numpy as np
import pytest
from PIL import Image

from shelfvision.inference.faces import FaceFinder
from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.photos.api import FaceVeil, VeilUnavailable
from storewalk.photos.onnx_face_veil import OnnxFaceVeil
from storewalk.photos.share import VeilPhoto, veil
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, registration
from tests.photos.conftest import Kinds

PERSON = Path(__file__).with_name("astronaut.jpg").read_bytes()


@pytest.fixture
async def photo_id(phone: Phone, org: Org, run_jobs: JobRunner) -> str:
    """A verified photo with a face, of store A1."""
    made = await phone.hand_in(PERSON, registration(PERSON, org.places["A1"]))
    await run_jobs()
    return made


async def shared(client: Client, photo_id: str, **form: Any) -> dict[str, Any]:
    answer = await client.post(f"/api/photos/{photo_id}/shares", {"id": str(uuid4()), **form})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def seen(client: Client, share: dict[str, Any]) -> dict[str, Any]:
    return (await client.get(f"/api/photo-shares/{share['id']}")).json()


async def test_what_is_shared_has_no_face_and_opens_without_log_in(
    phone: Phone, photo_id: str, run_jobs: JobRunner, anonymous: Client, *, platform: Platform, kinds: Kinds
) -> None:
    share = await shared(phone.client, photo_id)
    assert (share["state"], share["link"]) == ("preparing", None)
    await run_jobs()
    share = await seen(phone.client, share)
    assert share["state"] == "open"
    opened = await anonymous.http.get(share["link"])
    assert (opened.status_code, opened.headers["content-type"]) == (200, "image/webp")
    image = Image.open(BytesIO(opened.content))
    assert image.size == (512, 512)
    assert {"exif", "xmp", "icc_profile"}.isdisjoint(image.info)
    model = platform.settings.face_model
    assert model is not None
    assert FaceFinder(model).find(np.asarray(image.convert("RGB"))).tolist() == []
    assert await kinds(photo_id) == [
        "photos.registered", "photos.uploaded", "photos.ready", "photos.shared", "photos.veiled",
    ]  # fmt: skip


async def test_the_shared_link_opens_nothing_else(
    phone: Phone, photo_id: str, run_jobs: JobRunner, anonymous: Client
) -> None:
    share = await shared(phone.client, photo_id)
    await run_jobs()
    link = (await seen(phone.client, share))["link"]
    for other in ("original", "large.jpg", "small.webp", "upload", "quarantine"):
        assert (await anonymous.http.get(link.replace("veiled.webp", other))).status_code in {403, 404}
    assert (await anonymous.http.get(link.partition("?")[0])).status_code == 403


async def test_a_share_is_over_after_three_days(
    phone: Phone, photo_id: str, run_jobs: JobRunner, platform: Platform, org: Org
) -> None:
    share = await shared(phone.client, photo_id)
    await run_jobs()
    link = (await seen(phone.client, share))["link"]
    assert int(dict(part.split("=") for part in link.partition("?")[2].split("&"))["X-Amz-Expires"]) >= 3 * 86400 - 60
    async with platform.transaction(org.system) as tx:
        await tx.fetch("UPDATE photo_share SET expires_at = $1", tx.now - timedelta(seconds=1))
    over = await seen(phone.client, share)
    assert (over["state"], over["link"]) == ("over", None)


async def test_a_share_is_the_sharers_own(client: LogIn, phone: Phone, photo_id: str) -> None:
    share = await shared(phone.client, photo_id)
    regional = await client("regional")
    assert (await regional.get(f"/api/photo-shares/{share['id']}")).status_code == 404
    assert (await regional.get(f"/api/photo-shares/{uuid4()}")).status_code == 404


async def test_another_stores_photo_a_missing_one_and_a_clerk_are_refused(
    client: LogIn, phone: Phone, org: Org, run_jobs: JobRunner, photo_id: str
) -> None:
    other = await phone.hand_in(PERSON, registration(PERSON, org.places["A2"]))
    await run_jobs()
    manager = await client("manager")
    for wanted in (other, str(uuid4())):
        assert (await manager.post(f"/api/photos/{wanted}/shares", {"id": str(uuid4())})).status_code == 404
    clerk = await client("clerk")
    assert (await clerk.post(f"/api/photos/{photo_id}/shares", {"id": str(uuid4())})).status_code == 403


async def test_a_photo_that_is_not_verified_cannot_be_shared(phone: Phone, org: Org) -> None:
    body = registration(PERSON, org.places["A1"])
    await phone.register(body)
    answer = await phone.client.post(f"/api/photos/{body['id']}/shares", {"id": str(uuid4())})
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")


async def test_the_same_command_again_is_one_share_and_one_copy(
    phone: Phone, photo_id: str, run_jobs: JobRunner, *, platform: Platform, org: Org, kinds: Kinds
) -> None:
    form, key = {"id": str(uuid4())}, str(uuid4())
    answers = [await phone.client.post(f"/api/photos/{photo_id}/shares", form, key=key) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    await run_jobs()
    await veil(JobContext(platform, org.id), VeilPhoto(photo_id=UUID(photo_id)))
    assert (await kinds(photo_id)).count("photos.shared") == 1
    assert (await kinds(photo_id)).count("photos.veiled") == 1


async def test_without_a_face_model_nothing_is_shared(
    phone: Phone, photo_id: str, platform: Platform, org: Org, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = await shared(phone.client, photo_id)
    monkeypatch.setitem(platform.resources.data, FaceVeil, OnnxFaceVeil(None))
    with pytest.raises(VeilUnavailable):
        await veil(JobContext(platform, org.id), VeilPhoto(photo_id=UUID(photo_id)))
    assert (await seen(phone.client, share))["state"] == "preparing"


async def test_what_was_drawn_goes_out_in_a_copy_of_its_own_and_the_plain_one_stays_plain(
    phone: Phone, photo_id: str, run_jobs: JobRunner, anonymous: Client
) -> None:
    arrow = {"kind": "arrow", "x": 0.1, "y": 0.1, "toX": 0.6, "toY": 0.1, "text": None}
    marked, plain = await shared(phone.client, photo_id, marks=[arrow]), await shared(phone.client, photo_id)
    await run_jobs()
    copies: list[Image.Image] = []
    for share in (marked, plain):
        open_ = await seen(phone.client, share)
        assert open_["state"] == "open"
        copies.append(Image.open(BytesIO((await anonymous.http.get(open_["link"])).content)).convert("RGB"))
    [red, bare] = [copy.getpixel((int(512 * 0.3), int(512 * 0.1))) for copy in copies]
    assert copies[0].size == copies[1].size
    assert isinstance(red, tuple)
    assert red != bare
    assert (red[0] > red[1] + 100, red[0] > red[2] + 100) == (True, True)  # the ink is red
    refused = await phone.client.post(
        f"/api/photos/{photo_id}/shares", {"id": str(uuid4()), "marks": [{**arrow, "toX": None}]}
    )
    assert [error["field"] for error in refused.json()["errors"]] == ["marks[0].toX"]
