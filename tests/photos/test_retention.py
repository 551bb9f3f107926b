"""Photos go when their days are over, once, unless somebody holds them; what happened stays."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from storewalk.core.jobs import JobContext
from storewalk.core.objects import ObjectMissing, ObjectStore
from storewalk.core.platform import Platform
from storewalk.photos import api, keys, retention
from storewalk.photos.retention import RemovePhotos, run
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, jpeg, registration
from tests.photos.conftest import Kinds

DATA = jpeg(1)


@pytest.fixture
async def admin(client: LogIn) -> Client:
    """Head office."""
    return await client("admin")


@pytest.fixture
async def photo_id(phone: Phone, org: Org, run_jobs: JobRunner) -> str:
    """A verified evidence photo."""
    return await taken(phone, org, run_jobs)


async def taken(phone: Phone, org: Org, run_jobs: JobRunner, seed: int = 1, **changes: Any) -> str:
    data = jpeg(seed)
    made = await phone.hand_in(data, registration(data, org.places["A1"], **changes))
    await run_jobs()
    return made


async def age(platform: Platform, org: Org, days: int, *photo_ids: str) -> None:
    async with platform.transaction(org.system) as tx:
        when = tx.now - timedelta(days=days)
        ids = [UUID(each) for each in photo_ids]
        await tx.fetch("UPDATE photo SET recorded_at = $1 WHERE id = ANY($2)", when, ids)


async def night(platform: Platform, org: Org) -> None:
    await run(JobContext(platform, org.id), RemovePhotos())


async def left(objects: ObjectStore, org: Org, photo_id: str) -> list[str]:
    found: list[str] = []
    for key in keys.everything(org.id, UUID(photo_id), ()):
        try:
            await objects.size(key)
        except ObjectMissing:
            continue
        found.append(key.rpartition("/")[2])
    return found


async def test_an_old_photo_loses_its_pictures_and_keeps_its_record(
    phone: Phone, org: Org, platform: Platform, objects: ObjectStore, *, kinds: Kinds, photo_id: str
) -> None:
    links = (await phone.look(photo_id))["links"]
    await age(platform, org, 731, photo_id)
    await night(platform, org)
    photo = await phone.look(photo_id)
    assert (photo["state"], photo["links"], photo["width"]) == ("ready", None, 640)
    assert photo["removedAt"] is not None
    assert await left(objects, org, photo_id) == []
    for link in links.values():
        assert (await phone.client.http.get(link)).status_code == 404
    assert (await kinds(photo_id))[-1] == "photos.removed"


async def test_the_copy_that_was_drawn_for_a_share_goes_with_its_photo(
    phone: Phone, org: Org, platform: Platform, run_jobs: JobRunner, *, photo_id: str, anonymous: Client
) -> None:
    arrow = {"kind": "arrow", "x": 0.1, "y": 0.1, "toX": 0.6, "toY": 0.1, "text": None}
    share_id = str(uuid4())
    await phone.client.post(f"/api/photos/{photo_id}/shares", {"id": share_id, "marks": [arrow]})
    await run_jobs()
    link = (await phone.client.get(f"/api/photo-shares/{share_id}")).json()["link"]
    assert (await anonymous.http.get(link)).status_code == 200
    await age(platform, org, 731, photo_id)
    await night(platform, org)
    assert (await anonymous.http.get(link)).status_code == 404


async def test_each_kind_has_its_own_days(
    phone: Phone, org: Org, platform: Platform, run_jobs: JobRunner, photo_id: str
) -> None:
    shelf = await taken(phone, org, run_jobs, 2, purpose="shelf")
    await age(platform, org, 181, photo_id, shelf)
    await night(platform, org)
    assert (await phone.look(photo_id))["removedAt"] is None
    assert (await phone.look(shelf))["removedAt"] is not None


async def test_refused_bytes_leave_quarantine_after_a_month(
    phone: Phone, org: Org, platform: Platform, objects: ObjectStore, run_jobs: JobRunner
) -> None:
    text = b"no picture" * 100
    refused = await phone.hand_in(text, registration(text, org.places["A1"]))
    await run_jobs()
    assert await left(objects, org, refused) == ["quarantine"]
    await age(platform, org, 29, refused)
    await night(platform, org)
    assert await left(objects, org, refused) == ["quarantine"]
    await age(platform, org, 31, refused)
    await night(platform, org)
    assert await left(objects, org, refused) == []
    photo = await phone.look(refused)
    assert (photo["state"], photo["reason"]) == ("refused", "unreadable")


async def test_a_held_photo_stays_until_the_last_hold_is_released(
    phone: Phone, org: Org, platform: Platform, photo_id: str
) -> None:
    voucher, other = uuid4(), uuid4()
    async with platform.transaction(org.system) as tx:
        for source_id in (voucher, other, voucher):
            assert await api.hold(tx, [UUID(photo_id)], "voucher", source_id) == [UUID(photo_id)]
    await age(platform, org, 5000, photo_id)
    for source_id in (voucher, other):
        await night(platform, org)
        assert (await phone.look(photo_id))["removedAt"] is None
        async with platform.transaction(org.system) as tx:
            await api.release(tx, "voucher", source_id)
    await night(platform, org)
    assert (await phone.look(photo_id))["removedAt"] is not None
    async with platform.transaction(org.system) as tx:
        assert await api.hold(tx, [UUID(photo_id)], "voucher", voucher) == []


async def test_a_second_night_changes_nothing(
    phone: Phone, org: Org, platform: Platform, kinds: Kinds, photo_id: str
) -> None:
    await age(platform, org, 800, photo_id)
    await night(platform, org)
    before, events = await phone.look(photo_id), await kinds(photo_id)
    await night(platform, org)
    assert (await phone.look(photo_id), await kinds(photo_id)) == (before, events)


async def test_a_night_that_was_cut_short_is_finished_by_the_next(
    phone: Phone, org: Org, platform: Platform, objects: ObjectStore, photo_id: str
) -> None:
    await age(platform, org, 800, photo_id)
    assert await retention.remove_batch(JobContext(platform, org.id))
    assert (await phone.look(photo_id))["links"] is None
    assert await left(objects, org, photo_id) == ["original", "large.jpg", "small.webp"]
    await night(platform, org)
    assert await left(objects, org, photo_id) == []


async def test_more_than_one_batch_goes_in_one_night(
    phone: Phone, org: Org, platform: Platform, run_jobs: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "BATCH", 2)
    photos = [await taken(phone, org, run_jobs, seed) for seed in range(2, 7)]
    await age(platform, org, 800, *photos)
    await night(platform, org)
    assert all([(await phone.look(each))["removedAt"] for each in photos])


async def test_head_office_sets_the_days_and_a_stale_form_is_shown_the_newer(
    admin: Client, phone: Phone, org: Org, platform: Platform, photo_id: str
) -> None:
    assert (await admin.get("/api/photo-retention")).json() == {
        "evidenceDays": 730, "shelfDays": 180, "quarantineDays": 30, "version": 0,
    }  # fmt: skip
    form = {"evidenceDays": 90, "shelfDays": 60, "quarantineDays": 7, "ifVersion": 0}
    assert (await admin.put("/api/photo-retention", form)).json()["version"] == 1
    assert (await admin.put("/api/photo-retention", {**form, "ifVersion": 1, "shelfDays": 61})).json()["version"] == 2
    stale = await admin.put("/api/photo-retention", form)
    assert (stale.status_code, stale.json()["code"]) == (409, "version_conflict")
    await age(platform, org, 91, photo_id)
    await night(platform, org)
    assert (await phone.look(photo_id))["removedAt"] is not None


@pytest.mark.parametrize("days", [0, -1, 11_001])
async def test_days_have_limits(admin: Client, days: int) -> None:
    form = {"evidenceDays": days, "shelfDays": 60, "quarantineDays": 7, "ifVersion": 0}
    assert (await admin.put("/api/photo-retention", form)).status_code in {400, 422}


async def test_only_head_office_sees_days_and_refused_photos(phone: Phone) -> None:
    for path in ("/api/photo-retention", "/api/refused-photos"):
        assert (await phone.client.get(path)).status_code == 403


async def test_head_office_sees_what_was_refused_and_why(
    admin: Client, phone: Phone, org: Org, run_jobs: JobRunner, photo_id: str
) -> None:
    refused: list[str] = []
    for number in range(3):
        text = b"no picture %d" % number
        refused.append(await phone.hand_in(text, registration(text, org.places["A1"])))
        await run_jobs()
    first = (await admin.get("/api/refused-photos", limit=2)).json()
    assert [row["id"] for row in first["items"]] == [refused[2], refused[1]]
    second = (await admin.get("/api/refused-photos", limit=2, cursor=first["next"])).json()
    assert ([row["id"] for row in second["items"]], second["next"]) == ([refused[0]], None)
    row = first["items"][0]
    assert (row["storeName"], row["reason"], row["size"]) == ("A1 店", "unreadable", 12)
    assert row["person"].startswith("inspector")
    assert photo_id not in refused
