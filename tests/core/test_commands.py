"""What every command promises, shown on one that changes a language and one that opens an account."""

import asyncio
from typing import Any
from uuid import uuid4

from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org

COUNT = "SELECT count(*) FROM {table} WHERE org_id = $1"


def person(org: Org, username: str = "li.mei", role: str = "clerk", place: str = "A1") -> dict[str, Any]:
    return {
        "username": username, "name": "李梅", "password": "storewalk-test",
        "grants": [{"role": role, "nodeId": str(org.places[place])}],
    }  # fmt: skip


async def count(app_tx: AppTx, org: Org, table: str) -> int:
    async with app_tx(org) as tx:
        return await tx.raw.fetchval(COUNT.format(table=table), org.id) or 0


async def test_the_same_command_twice_is_done_once_and_answered_alike(client: LogIn, org: Org, app_tx: AppTx) -> None:
    admin, key = await client("admin"), str(uuid4())
    first = await admin.post("/api/accounts", person(org), key=key)
    events = await count(app_tx, org, "event")
    second = await admin.post("/api/accounts", person(org), key=key)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert await count(app_tx, org, "event") == events


async def test_two_at_once_with_one_key_make_one_account(client: LogIn, org: Org, app_tx: AppTx) -> None:
    admin, key = await client("admin"), str(uuid4())
    before = await count(app_tx, org, "account")
    answers = await asyncio.gather(*(admin.post("/api/accounts", person(org), key=key) for _ in range(4)))
    assert {a.status_code for a in answers} == {201}
    assert len({a.text for a in answers}) == 1
    assert await count(app_tx, org, "account") == before + 1


async def test_a_key_used_for_another_request_is_refused_by_name(client: LogIn, org: Org) -> None:
    admin, key = await client("admin"), str(uuid4())
    await admin.post("/api/accounts", person(org), key=key)
    other = await admin.post("/api/accounts", person(org, username="wang.wu"), key=key)
    assert other.status_code == 422
    assert other.json()["code"] == "key_reused"


async def test_a_refused_command_leaves_no_receipt_so_the_same_key_may_be_mended(
    client: LogIn, org: Org, app_tx: AppTx
) -> None:
    admin, key = await client("admin"), str(uuid4())
    refused = await admin.post("/api/accounts", person(org, role="emperor"), key=key)
    assert refused.status_code == 422
    assert refused.json()["errors"] == [{"field": "grants.0.role", "message": "没有这个角色：emperor。"}]
    assert await count(app_tx, org, "command_receipt") == 0
    assert (await admin.post("/api/accounts", person(org), key=key)).status_code == 201


async def test_a_command_without_a_key_is_refused_and_changes_nothing(client: LogIn, org: Org, app_tx: AppTx) -> None:
    admin = await client("admin")
    before = await count(app_tx, org, "account")
    answer = await admin.post("/api/accounts", person(org), headers={"Idempotency-Key": ""})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "Idempotency-Key")
    assert await count(app_tx, org, "account") == before


async def test_a_cookie_without_its_csrf_header_writes_nothing(client: LogIn, org: Org, app_tx: AppTx) -> None:
    admin = await client("admin")
    before = await count(app_tx, org, "account")
    answer = await admin.post("/api/accounts", person(org), headers={"X-CSRF-Token": "guessed"})
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
    assert await count(app_tx, org, "account") == before


async def test_the_audit_entry_holds_old_and_new_but_never_a_secret(client: LogIn, org: Org) -> None:
    admin = await client("admin")
    made = (await admin.post("/api/accounts", person(org))).json()
    await admin.post(f"/api/accounts/{made['id']}/deactivation")
    entries = (await admin.get("/api/audit", subject=made["id"])).json()["items"]
    assert [e["kind"] for e in entries] == [
        "identity.account_deactivated", "identity.grants_changed", "identity.account_opened",
    ]  # fmt: skip
    closed = entries[0]["changes"]
    assert [(c["table"], c["field"], c["old"]) for c in closed] == [("account", "deactivated_at", None)]
    assert "password_hash" not in str(entries)


async def test_what_happened_on_a_device_keeps_its_time_but_is_never_later_than_its_receipt(
    client: LogIn, org: Org, app_tx: AppTx
) -> None:
    admin = await client("admin")
    early = {"Storewalk-Occurred-At": "2026-01-02T03:04:05+08:00", "Storewalk-Clock-Offset-Ms": "60000"}
    late = {"Storewalk-Occurred-At": "2199-01-01T00:00:00Z"}
    await admin.put("/api/me/locale", {"locale": "en"}, headers={**early, "Storewalk-Device-Seq": "7"})
    await admin.put("/api/me/locale", {"locale": "zh"}, headers=late)
    async with app_tx(org) as tx:
        rows = await tx.raw.fetch(
            "SELECT occurred_at, recorded_at, device_seq FROM event WHERE org_id = $1 AND kind = $2 ORDER BY id",
            org.id, "identity.locale_changed",
        )  # fmt: skip
    assert rows[0]["occurred_at"].isoformat() == "2026-01-01T19:05:05+00:00"
    assert rows[0]["device_seq"] == 7
    assert rows[1]["occurred_at"] == rows[1]["recorded_at"]


async def test_malformed_input_names_the_field_in_the_readers_language(client: LogIn, org: Org) -> None:
    admin = await client("admin")
    form = {**person(org), "name": ""}
    zh = (await admin.post("/api/accounts", form)).json()
    en = (await admin.post("/api/accounts", form, headers={"Accept-Language": "en"})).json()
    assert zh["errors"] == [{"field": "name", "message": "太短，至少 1 个。"}]
    assert en["errors"] == [{"field": "name", "message": "Too short; at least 1 are needed."}]
