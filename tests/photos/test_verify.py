"""The verification job: lost and late uploads, and running twice."""

from datetime import timedelta
from uuid import UUID

import pytest

from storewalk.core.errors import Invalid, NotFound, WrongState
from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.photos import api, keys
from storewalk.photos.darkroom import ContentType, Darkroom
from storewalk.photos.jobs import LOOKS, verify
from storewalk.photos.permissions import READ
from storewalk.photos.schemas import PhotoSpec
from storewalk.photos.service import VerifyPhoto
from tests.factories.given import AppTx
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, jpeg, registration
from tests.photos.conftest import Kinds

DATA = jpeg(1)


async def waiting(platform: Platform, org: Org) -> list[timedelta]:
    """Return the waits of the organization's queued verifications, from when each was asked for."""
    async with platform.transaction(org.system) as tx:
        rows = await tx.fetch(
            "SELECT execute_after - created AS wait FROM pgqueuer"
            " WHERE entrypoint = 'photos.verify' AND status = 'queued' AND headers ->> 'org' = $1",
            str(org.id),
        )
    return [row["wait"] for row in rows]


async def test_a_completion_that_overtakes_its_upload_waits_for_it(
    phone: Phone, org: Org, platform: Platform, run_jobs: JobRunner, kinds: Kinds
) -> None:
    body = registration(DATA, org.places["A1"])
    registered = await phone.register(body)
    await phone.complete(body["id"])
    await run_jobs()
    assert (await phone.look(body["id"]))["state"] == "uploaded"
    assert [round(wait.total_seconds()) for wait in await waiting(platform, org)] == [LOOKS[0].total_seconds()]
    await phone.send(registered["upload"], DATA)
    await run_jobs(soon=LOOKS[0])
    assert (await phone.look(body["id"]))["state"] == "ready"
    assert await kinds(body["id"]) == ["photos.registered", "photos.uploaded", "photos.ready"]


async def test_a_lost_upload_is_said_to_be_missing_and_may_be_sent_again(
    phone: Phone, org: Org, platform: Platform, run_jobs: JobRunner, kinds: Kinds
) -> None:
    body = registration(DATA, org.places["A1"])
    await phone.register(body)
    await phone.complete(body["id"])
    await verify(JobContext(platform, org.id), VerifyPhoto(photo_id=UUID(body["id"]), look=len(LOOKS)))
    photo = await phone.look(body["id"])
    assert (photo["state"], photo["reason"]) == ("awaiting", "missing")
    await phone.hand_in(DATA, body)
    await run_jobs()
    photo = await phone.look(body["id"])
    assert (photo["state"], photo["reason"]) == ("ready", None)
    assert (await kinds(body["id"]))[2:] == ["photos.missing", "photos.uploaded", "photos.ready"]


async def test_running_the_job_again_changes_nothing(
    phone: Phone, org: Org, platform: Platform, run_jobs: JobRunner, kinds: Kinds
) -> None:
    photo_id = await phone.hand_in(DATA, registration(DATA, org.places["A1"]))
    await run_jobs()
    before, events = await phone.look(photo_id), await kinds(photo_id)
    for look in (0, len(LOOKS)):
        await verify(JobContext(platform, org.id), VerifyPhoto(photo_id=UUID(photo_id), look=look))
    after = await phone.look(photo_id)
    assert before | {"links": None} == after | {"links": None}
    assert await kinds(photo_id) == events


async def test_a_crash_after_the_objects_were_written_is_made_good_by_the_next_run(
    phone: Phone, org: Org, platform: Platform, run_jobs: JobRunner, kinds: Kinds
) -> None:
    """The first run dies between its objects and its transaction: all that is left is what the second overwrites."""
    body = registration(DATA, org.places["A1"])
    await phone.hand_in(DATA, body)
    prints = await platform.resources[Darkroom].develop(DATA, ContentType.JPEG)
    await platform.objects.put(keys.small(org.id, UUID(body["id"])), prints.small[:100], "image/webp")
    await run_jobs()
    small = await phone.client.http.get((await phone.look(body["id"]))["links"]["small"])
    assert small.content == prints.small
    assert (await kinds(body["id"]))[2:] == ["photos.ready"]


async def test_an_answer_names_a_photo_before_it_arrives(
    phone: Phone, org: Org, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    body = registration(DATA, org.places["A1"], purpose="evidence")
    spec = PhotoSpec(id=UUID(body["id"]), sha256=body["sha256"], size=body["size"])
    async with app_tx(org) as tx:
        known = await api.expect(tx, org.places["A1"], [spec], api.Purpose.SHELF, READ)
        assert [(photo.id, photo.state, photo.taken_at) for photo in known] == [(spec.id, "awaiting", None)]
    await phone.hand_in(DATA, body)
    async with app_tx(org) as tx:
        again = await api.expect(tx, org.places["A1"], [spec], api.Purpose.SHELF, READ)
        assert [photo.state for photo in again] == ["uploaded"]
    await run_jobs()
    photo = await phone.look(body["id"])
    assert (photo["state"], photo["purpose"], photo["source"]) == ("ready", "shelf", "camera")


async def test_an_answer_cannot_name_another_stores_photo_or_other_content(
    phone: Phone, org: Org, app_tx: AppTx
) -> None:
    body = registration(DATA, org.places["A1"])
    await phone.register(body)
    spec = PhotoSpec(id=UUID(body["id"]), sha256=body["sha256"], size=body["size"])
    other = PhotoSpec(id=spec.id, sha256="0" * 64, size=spec.size)
    with pytest.raises(NotFound):
        async with app_tx(org) as tx:
            await api.expect(tx, org.places["A2"], [spec], api.Purpose.EVIDENCE, READ)
    with pytest.raises(WrongState):
        async with app_tx(org) as tx:
            await api.expect(tx, org.places["A1"], [other], api.Purpose.EVIDENCE, READ)
    with pytest.raises(Invalid):
        async with app_tx(org) as tx:
            await api.expect(tx, org.places["A1"], [spec, spec], api.Purpose.EVIDENCE, READ)
