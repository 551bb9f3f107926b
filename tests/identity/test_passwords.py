"""Passwords: a temporary one that must be changed, one's own, and what becomes of devices."""

from litestar import Litestar

from tests.conftest import open_client
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org

NEW = "a-new-password-9"


async def attempt(client: Client, org: Org, password: str, **more: str) -> tuple[int, str]:
    form = {"username": "manager", "organization": org.code, "password": password, **more}
    answer = await client.http.post("/api/session", json=form)
    return answer.status_code, answer.json().get("code", "")


async def test_a_temporary_password_serves_to_choose_ones_own_and_ends_all_devices(
    client: LogIn, app: Litestar, org: Org, app_tx: AppTx
) -> None:
    admin, phone, tablet = await client("admin"), await client("manager"), await client("manager")
    path = f"/api/accounts/{org.accounts['manager']}/password-reset"
    given, again = [(await admin.post(path, key="reset-once")).json() for _ in range(2)]
    assert given == again
    assert (await admin.get(path.removesuffix("/password-reset"))).json()["temporaryAccess"]
    assert {(await device.get("/api/me")).status_code for device in (phone, tablet)} == {401}
    async with open_client(app, "10.8.0.1") as new:
        assert await attempt(new, org, org.password) == (401, "not_signed_in")
        assert await attempt(new, org, given["password"]) == (401, "password_due")
        assert await attempt(new, org, given["password"], newPassword=given["password"]) == (422, "invalid")
        assert await attempt(new, org, given["password"], newPassword="short") == (400, "malformed")
        assert await attempt(new, org, given["password"], newPassword=NEW) == (200, "")
        assert await attempt(new, org, given["password"]) == (401, "not_signed_in")
        assert await attempt(new, org, NEW) == (200, "")
    async with app_tx(org) as tx:
        rows = await tx.raw.fetch("SELECT convert_from(body, 'UTF8') FROM command_receipt")
        rows += await tx.raw.fetch("SELECT to_jsonb(e)::text FROM event e")
        actors = await tx.raw.fetch(
            "SELECT kind, actor_id FROM audit_entry WHERE kind LIKE 'identity.password%' ORDER BY kind"
        )
    assert not any(given["password"] in row[0] or NEW in row[0] for row in rows)
    assert [tuple(row) for row in actors] == [
        ("identity.password_changed", org.accounts["manager"]),
        ("identity.password_reset", org.accounts["admin"]),
    ]


async def test_a_temporary_password_ends_after_three_days(
    client: LogIn, app: Litestar, org: Org, app_tx: AppTx
) -> None:
    admin = await client("admin")
    given = (await admin.post(f"/api/accounts/{org.accounts['manager']}/password-reset")).json()
    async with app_tx(org) as tx:
        life = await tx.raw.fetchval(
            "SELECT password_until - clock_timestamp() FROM account WHERE username = 'manager'"
        )
        await tx.raw.execute("UPDATE account SET password_until = now() WHERE username = 'manager'")
    assert life is not None
    assert 71 < life.total_seconds() / 3600 <= 72
    async with open_client(app, "10.8.0.2") as phone:
        assert await attempt(phone, org, given["password"], newPassword=NEW) == (401, "not_signed_in")


async def test_nobody_resets_what_lies_beyond_the_own_rights(client: LogIn, org: Org) -> None:
    admin, regional = await client("admin"), await client("regional")
    assert (await regional.post(f"/api/accounts/{org.accounts['clerk']}/password-reset")).status_code == 403
    assert (await admin.post(f"/api/accounts/{org.accounts['admin']}/password-reset")).status_code == 409


async def test_changing_ones_password_needs_the_present_one_and_logs_other_devices_out(
    client: LogIn, app: Litestar, org: Org
) -> None:
    phone, tablet = await client("manager"), await client("manager")
    form = {"password": org.password, "newPassword": NEW}
    wrong = await phone.put("/api/me/password", {**form, "password": "guess"})
    same = await phone.put("/api/me/password", {**form, "newPassword": org.password})
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "password")
    assert (same.status_code, same.json()["errors"][0]["field"]) == (422, "newPassword")
    assert (await phone.put("/api/me/password", form)).status_code == 200
    assert [(await device.get("/api/me")).status_code for device in (phone, tablet)] == [200, 401]
    async with open_client(app, "10.8.0.3") as new:
        assert await attempt(new, org, org.password) == (401, "not_signed_in")
        assert await attempt(new, org, NEW) == (200, "")


async def test_an_unlocked_phone_guesses_the_password_five_times(client: LogIn, org: Org) -> None:
    phone = await client("manager")
    form = {"password": "guess", "newPassword": NEW}
    answers = [(await phone.put("/api/me/password", form)).status_code for _ in range(6)]
    right = await phone.put("/api/me/password", {**form, "password": org.password})
    assert (answers, right.status_code) == ([422, 422, 422, 422, 422, 429], 429)
