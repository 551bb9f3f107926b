"""Logging in and out, device by device; throttling; tokens."""

import pytest
from litestar import Litestar

from storewalk.core.platform import Platform
from tests.conftest import open_client
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org, found_organization


async def test_a_revoked_device_is_out_at_once_and_the_other_stays(client: LogIn) -> None:
    phone, laptop = await client("manager"), await client("manager")
    devices = (await laptop.get("/api/sessions")).json()["items"]
    (other,) = [d for d in devices if not d["current"]]
    assert (await laptop.delete(f"/api/sessions/{other['id']}")).status_code == 200
    assert (await phone.get("/api/me")).status_code == 401
    assert (await laptop.get("/api/me")).status_code == 200


async def test_nobody_revokes_anothers_device(client: LogIn) -> None:
    manager, clerk = await client("manager"), await client("clerk")
    (device,) = (await manager.get("/api/sessions")).json()["items"]
    assert (await clerk.delete(f"/api/sessions/{device['id']}")).status_code == 404
    assert (await manager.get("/api/me")).status_code == 200


async def test_logging_out_ends_the_session_on_the_server(client: LogIn, app: Litestar) -> None:
    clerk = await client("clerk")
    cookie = clerk.http.cookies["storewalk_session"]
    assert (await clerk.delete("/api/session")).status_code == 200
    async with open_client(app) as thief:
        thief.http.cookies.set("storewalk_session", cookie)
        assert (await thief.get("/api/me")).status_code == 401


async def test_five_wrong_passwords_make_the_sixth_wait_and_say_how_long(app: Litestar, org: Org) -> None:
    form = {"username": "clerk", "organization": org.code, "password": "wrong"}
    async with open_client(app, "10.9.8.7") as guesser:
        answers = [await guesser.http.post("/api/session", json=form) for _ in range(6)]
        right = await guesser.http.post("/api/session", json={**form, "password": org.password})
    assert [a.status_code for a in answers] == [401, 401, 401, 401, 401, 429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 15
    assert right.status_code == 429


async def test_an_unknown_name_and_a_wrong_password_are_told_apart_by_nothing(app: Litestar, org: Org) -> None:
    form = {"organization": org.code, "password": "x"}
    async with open_client(app, "10.9.8.8") as guesser:
        wrong = await guesser.http.post("/api/session", json={**form, "username": "clerk"})
        unknown = await guesser.http.post("/api/session", json={**form, "username": "nobody"})
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()


async def test_a_name_in_two_companies_needs_the_code_and_the_refusal_does_not_tell_why(
    app: Litestar, platform: Platform, org: Org
) -> None:
    other = await found_organization(platform, 9001)
    form = {"username": "clerk", "password": org.password}
    async with open_client(app, "10.9.8.6") as person:
        unnamed = await person.http.post("/api/session", json=form)
        nobody = await person.http.post("/api/session", json={**form, "username": "nobody"})
        here = await person.http.post("/api/session", json={**form, "organization": org.code})
        there = await person.http.post("/api/session", json={**form, "organization": other.code})
    assert unnamed.status_code == nobody.status_code == 401
    assert unnamed.json() == nobody.json()
    assert "公司代号" in unnamed.json()["detail"]
    assert (here.json()["organization"]["id"], there.json()["organization"]["id"]) == (str(org.id), str(other.id))


async def test_a_closed_account_is_out_everywhere(client: LogIn, org: Org) -> None:
    admin, clerk = await client("admin"), await client("clerk")
    await admin.post(f"/api/accounts/{org.accounts['clerk']}/deactivation")
    assert (await clerk.get("/api/me")).status_code == 401


async def test_a_token_acts_within_its_scopes_and_is_shown_only_when_made(client: LogIn, anonymous: Client) -> None:
    admin = await client("admin")
    made = (await admin.post("/api/tokens", {"name": "POS", "scopes": ["accounts.read"]})).json()
    headers = {"Authorization": f"Bearer {made['token']}"}
    assert (await anonymous.http.get("/api/accounts", headers=headers)).status_code == 200
    assert (await anonymous.http.get("/api/tokens", headers=headers)).status_code == 403
    (listed,) = (await admin.get("/api/tokens")).json()["items"]
    assert listed["token"] is None
    await admin.delete(f"/api/tokens/{made['id']}")
    assert (await anonymous.http.get("/api/accounts", headers=headers)).status_code == 401


async def test_a_repeated_issue_shows_the_same_token_though_no_receipt_keeps_it(
    client: LogIn, org: Org, app_tx: AppTx
) -> None:
    admin = await client("admin")
    form = {"name": "POS", "scopes": ["accounts.read"]}
    first = (await admin.post("/api/tokens", form, key="issue-once")).json()
    again = (await admin.post("/api/tokens", form, key="issue-once")).json()
    assert first == again
    async with app_tx(org) as tx:
        bodies = await tx.raw.fetch("SELECT body FROM command_receipt WHERE org_id = $1", org.id)
    assert not any(first["token"].encode() in row["body"] for row in bodies)


@pytest.mark.parametrize("role", ["regional", "hr"])
async def test_people_are_managed_by_the_administrator_only(client: LogIn, org: Org, role: str) -> None:
    reader = await client(role)
    assert (await reader.get("/api/accounts")).status_code == 200
    grants = {"grants": [{"role": "admin", "nodeId": str(org.root)}]}
    answer = await reader.put(f"/api/accounts/{org.accounts['clerk']}/grants", grants)
    assert answer.status_code == 403


async def test_a_password_never_leaves_the_server(client: LogIn) -> None:
    admin = await client("admin")
    text = (await admin.get("/api/accounts")).text
    assert "argon2" not in text
    assert "password" not in text.lower()
