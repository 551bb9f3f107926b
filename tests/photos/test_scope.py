"""Who may register, complete and see a photo: the store's people; for the others it is not there."""

from uuid import uuid4

import pytest
from litestar import Litestar

from storewalk.core.platform import Platform
from tests.conftest import open_client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org, found_organization
from tests.factories.photos import Phone, jpeg, registration

DATA = jpeg(1)


@pytest.mark.parametrize("place", ["B1", "B"])
async def test_a_photo_for_a_store_outside_the_scope_is_refused(phone: Phone, org: Org, place: str) -> None:
    answer = await phone.client.post("/api/photos", registration(DATA, org.places[place]))
    assert answer.status_code == 404


async def test_a_photo_for_no_store_is_refused(phone: Phone) -> None:
    assert (await phone.client.post("/api/photos", registration(DATA, uuid4()))).status_code == 404


async def test_another_stores_photo_is_not_there(client: LogIn, org: Org, run_jobs: JobRunner) -> None:
    admin, manager = Phone(await client("admin")), Phone(await client("manager"))
    away = await admin.hand_in(DATA, registration(DATA, org.places["B1"]))
    near = await admin.hand_in(DATA, registration(DATA, org.places["A1"]))
    await run_jobs()
    for photo_id, status in ((away, 404), (near, 200), (str(uuid4()), 404)):
        assert (await manager.client.get(f"/api/photos/{photo_id}")).status_code == status
        assert (await manager.complete(photo_id)).status_code == status


async def test_an_id_of_another_store_cannot_be_taken_over(client: LogIn, org: Org) -> None:
    admin, manager = Phone(await client("admin")), Phone(await client("manager"))
    body = registration(DATA, org.places["B1"])
    await admin.register(body)
    answer = await manager.client.post("/api/photos", body | {"storeId": str(org.places["A1"])})
    assert answer.status_code == 404


async def test_another_organizations_photo_is_not_there_and_its_id_is_free(
    phone: Phone, org: Org, app: Litestar, platform: Platform, run_jobs: JobRunner
) -> None:
    photo_id = await phone.hand_in(DATA, registration(DATA, org.places["A1"]))
    await run_jobs()
    other = await found_organization(platform, 90_001)
    async with open_client(app) as http:
        await http.log_in("admin", other.password, other.code)
        stranger = Phone(http)
        assert (await stranger.client.get(f"/api/photos/{photo_id}")).status_code == 404
        assert (await stranger.complete(photo_id)).status_code == 404
        mine = await stranger.register(registration(jpeg(2), other.places["A1"], id=photo_id))
        assert mine["state"] == "awaiting"
    assert (await phone.look(photo_id))["state"] == "ready"


@pytest.mark.parametrize(("role", "seen"), [("buyer", 404), ("finance", 403), ("hr", 403)])
async def test_roles_without_photos_add_none_and_see_none_but_buyers_who_answer_claims(
    client: LogIn, org: Org, role: str, seen: int
) -> None:
    person = await client(role)
    assert (await person.post("/api/photos", registration(DATA, org.places["A1"]))).status_code == 403
    assert (await person.get(f"/api/photos/{uuid4()}")).status_code == seen
