"""The second factor: set up, asked for, used once, lost, required."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from litestar import Litestar
from pyotp.totp import TOTP

from tests.conftest import open_client
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org


def code(secret: str, step: int = 0) -> str:
    """Return the app's code now, or some steps of 30 s from now."""
    totp = TOTP(secret)
    return totp.generate_otp(totp.timecode(datetime.now(UTC)) + step)


async def enrol(client: Client, password: str) -> tuple[str, list[str]]:
    """Set the app up; return its secret and the recovery codes."""
    begun = (await client.post("/api/me/second-factor", {"password": password})).json()
    codes = (await client.post("/api/me/second-factor/confirmation", {"code": code(begun["secret"])})).json()["codes"]
    return begun["secret"], codes


async def log_in(client: Client, org: Org, role: str, **more: str) -> httpx.Response:
    form = {"username": role, "organization": org.code, "password": org.password, **more}
    return await client.http.post("/api/session", json=form)


async def set_rule(admin: Client, rule: str, *permissions: str, version: int = 0) -> dict[str, Any]:
    form = {"secondFactor": rule, "permissions": list(permissions), "ifVersion": version}
    answer = await admin.put("/api/access-policy", form)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_log_in_asks_for_the_apps_code_and_takes_each_code_once(client: LogIn, app: Litestar, org: Org) -> None:
    manager = await client("manager")
    secret, codes = await enrol(manager, org.password)
    assert len(set(codes)) == 10
    async with open_client(app, "10.7.0.1") as phone:
        without = await log_in(phone, org, "manager")
        used = await log_in(phone, org, "manager", code=code(secret))  # confirmed the set-up already
        fresh = await log_in(phone, org, "manager", code=code(secret, 1))
        again = await log_in(phone, org, "manager", code=code(secret, 1))
        late = await log_in(phone, org, "manager", code=code(secret))
    assert (without.status_code, without.json()["code"]) == (401, "code_due")
    assert without.json()["errors"][0]["field"] == "code"
    assert (used.status_code, fresh.status_code, again.status_code, late.status_code) == (401, 200, 401, 401)
    assert fresh.json()["recoveryCodes"] == []
    own = (await manager.get("/api/me/second-factor")).json()
    assert (own["recoveryCodesLeft"], own["rule"], own["required"]) == (10, "optional", False)


async def test_a_recovery_code_stands_in_once_however_it_is_typed(client: LogIn, app: Litestar, org: Org) -> None:
    manager = await client("manager")
    _, codes = await enrol(manager, org.password)
    async with open_client(app, "10.7.0.2") as phone:
        first = await log_in(phone, org, "manager", code=codes[3].upper().replace("-", " "))
        second = await log_in(phone, org, "manager", code=codes[3])
    assert (first.status_code, second.status_code) == (200, 401)
    assert (await manager.get("/api/me/second-factor")).json()["recoveryCodesLeft"] == 9
    renewed = (await manager.post("/api/me/second-factor/recovery-codes", {"password": org.password})).json()["codes"]
    assert not set(renewed) & set(codes)
    async with open_client(app, "10.7.0.3") as phone:
        assert (await log_in(phone, org, "manager", code=codes[0])).status_code == 401
        assert (await log_in(phone, org, "manager", code=renewed[0])).status_code == 200


async def test_who_has_the_password_guesses_five_codes_wherever_from(client: LogIn, app: Litestar, org: Org) -> None:
    manager = await client("manager")
    secret, _ = await enrol(manager, org.password)
    answers: list[int] = []
    for number in range(6):
        async with open_client(app, f"10.7.1.{number}") as guesser:
            answers.append((await log_in(guesser, org, "manager", code="abcdef")).status_code)
    async with open_client(app, "10.7.1.99") as owner:
        right = await log_in(owner, org, "manager", code=code(secret, 1))
    assert answers == [401, 401, 401, 401, 401, 429]
    assert 1 <= int(right.headers["Retry-After"]) <= 15


async def test_neither_secret_nor_codes_can_be_read_in_the_database_and_a_repeat_tells_the_same(
    client: LogIn, org: Org, app_tx: AppTx
) -> None:
    manager = await client("manager")
    form = {"password": org.password}
    begun, again = [(await manager.post("/api/me/second-factor", form, key="begin-it")).json() for _ in range(2)]
    assert begun == again
    assert f"secret={begun['secret']}" in begun["link"]
    assert begun["link"].startswith("otpauth://totp/Storewalk:manager")
    done = {"code": code(begun["secret"])}
    kept, same = [
        (await manager.post("/api/me/second-factor/confirmation", done, key="confirm-it")).json() for _ in range(2)
    ]
    assert kept == same
    async with app_tx(org) as tx:
        rows = await tx.raw.fetch("SELECT secret FROM second_factor")
        rows += await tx.raw.fetch("SELECT encode(code_hash, 'hex') FROM recovery_code")
        rows += await tx.raw.fetch("SELECT convert_from(body, 'UTF8') FROM command_receipt")
        rows += await tx.raw.fetch("SELECT to_jsonb(e)::text FROM event e")
        rows += await tx.raw.fetch("SELECT to_jsonb(a)::text FROM audit_entry a")
    text = "\n".join(str(row[0]) for row in rows)
    assert len(rows) > 10
    assert [told for told in (begun["secret"], *kept["codes"]) if told in text or told.replace("-", "") in text] == []


async def test_who_must_have_a_second_factor_sets_it_up_at_the_next_log_in_and_keeps_it(
    client: LogIn, app: Litestar, org: Org
) -> None:
    admin, manager, clerk = await client("admin"), await client("manager"), await client("clerk")
    rule = await set_rule(admin, "required", "ordering.approve_order")
    assert (rule["version"], rule["enrolled"]) == (1, 0)
    assert (await admin.get("/api/me")).status_code == 200  # the device in hand; the next log-in asks
    concerned = "ordering.approve_order" in manager.me["permissions"]
    assert (await manager.get("/api/me")).status_code == (401 if concerned else 200)
    assert (await clerk.get("/api/me")).status_code == 200
    async with open_client(app, "10.7.2.1") as desk:
        asked = await log_in(desk, org, "admin")
        form = {"username": "admin", "organization": org.code, "password": org.password}
        wrong = await desk.http.post("/api/session/second-factor", json={**form, "password": "guess"})
        begun = (await desk.http.post("/api/session/second-factor", json=form)).json()
        mistyped = await log_in(desk, org, "admin", code="000000")
        done = await log_in(desk, org, "admin", code=code(begun["secret"]))
        once = await log_in(desk, org, "admin", code=done.json()["recoveryCodes"][0])
        desk.csrf = once.json()["csrf"]
        removal = await desk.post("/api/me/second-factor/removal", {"password": org.password})
        plain = await desk.http.post("/api/session/second-factor", json={**form, "username": "clerk"})
    assert (asked.status_code, asked.json()["code"], wrong.status_code) == (401, "enrolment_due", 401)
    assert (mistyped.status_code, done.status_code, len(done.json()["recoveryCodes"])) == (401, 200, 10)
    assert (removal.status_code, plain.status_code) == (409, 409)
    assert (await admin.get("/api/access-policy")).json()["enrolled"] == 1


async def test_a_lost_app_is_reset_by_the_administrator_only_and_ends_all_devices(
    client: LogIn, app: Litestar, org: Org, app_tx: AppTx
) -> None:
    admin, hr, manager = await client("admin"), await client("hr"), await client("manager")
    await enrol(manager, org.password)
    path = f"/api/accounts/{org.accounts['manager']}/second-factor-reset"
    assert (await hr.post(path)).status_code == 403
    assert (await admin.get(path.removesuffix("/second-factor-reset"))).json()["secondFactor"]
    assert (await admin.post(path)).json()["secondFactor"] is False
    assert (await admin.post(path)).status_code == 409
    assert (await manager.get("/api/me")).status_code == 401
    async with open_client(app, "10.7.3.1") as phone:
        assert (await log_in(phone, org, "manager")).status_code == 200
    async with app_tx(org) as tx:
        row = await tx.raw.fetchrow(
            "SELECT actor_id, subject_id FROM audit_entry WHERE kind = 'identity.second_factor_reset'"
        )
    assert row is not None
    assert tuple(row) == (org.accounts["admin"], org.accounts["manager"])


@pytest.mark.parametrize(
    ("rule", "permissions", "field"),
    [
        ("required", [], "permissions"),
        ("optional", ["ordering.approve_order"], "permissions"),
        ("required", ["fly"], "permissions.0"),
    ],
)
async def test_a_rule_says_of_whom_it_asks_a_second_factor(
    client: LogIn, rule: str, permissions: list[str], field: str
) -> None:
    admin = await client("admin")
    answer = await admin.put("/api/access-policy", {"secondFactor": rule, "permissions": permissions, "ifVersion": 0})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


async def test_where_it_is_off_nobody_sets_it_up_and_who_has_it_may_leave_it(client: LogIn, org: Org) -> None:
    admin, manager, clerk = await client("admin"), await client("manager"), await client("clerk")
    await enrol(clerk, org.password)
    await set_rule(admin, "off")
    stale = await admin.put("/api/access-policy", {"secondFactor": "optional", "permissions": [], "ifVersion": 0})
    assert (stale.status_code, stale.json()["current"]["version"]) == (409, 1)
    assert (await manager.post("/api/me/second-factor", {"password": org.password})).status_code == 409
    assert (await clerk.post("/api/me/second-factor/removal", {"password": "wrong"})).status_code == 422
    assert (await clerk.post("/api/me/second-factor/removal", {"password": org.password})).status_code == 200
    assert (await clerk.get("/api/me/second-factor")).json()["confirmedAt"] is None
