"""The store's word on a visit: signed, disputed finding by finding, decided by somebody else, and scored again."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pypdfium2
import pytest
from argon2 import PasswordHasher
from sqlalchemy import text

from storewalk.identity import api as identity
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, events, photo
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org

HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("storewalk-test")
Recorded = Callable[[Visit, str], Awaitable[list[dict[str, Any]]]]
STROKES = [[10, 20, 30, 40], [50, 60]]


@pytest.fixture
async def found(sound_visit: Visit) -> Visit:
    """The visit, scored, with two findings: the shelf (critical, weight 3 of 4) and the floor (1 of 3)."""
    await sound_visit.answer("shelf", outcome="fail", photos=[photo()])
    await sound_visit.answer("floor", choice="dirty", ifVersion=1)
    scored = await sound_visit.submit(4)
    assert (scored["status"], scored["score"], scored["signing"]["state"]) == ("scored", 45.83, "waiting")
    return sound_visit


@pytest.fixture
async def manager(client: LogIn) -> Client:
    """The phone of the store's manager."""
    return await client("manager")


@pytest.fixture
async def regional(client: LogIn) -> Client:
    """Who decides."""
    return await client("regional")


@pytest.fixture
def recorded(org: Org, app_tx: AppTx) -> Recorded:
    """Return the facts of a visit of a kind, in order."""
    return lambda visit, kind: events(app_tx, org, visit, kind)


def form(visit: Visit, key: str, **fields: Any) -> dict[str, Any]:
    """Return a dispute's form."""
    return {"id": str(uuid4()), "checkpointId": visit.checkpoints[key], "reason": "notAsSeen", **fields}


async def dispute(client: Client, visit: Visit, key: str, **fields: Any) -> dict[str, Any]:
    """Dispute a finding, which is accepted; return the dispute."""
    answer = await client.post(f"/api/inspections/{visit.id}/disputes", form(visit, key, **fields))
    assert answer.status_code == 200, answer.text
    return answer.json()["signing"]["disputes"][-1]


async def decide(client: Client, dispute_id: str, **form: Any) -> dict[str, Any]:
    """Decide, which is accepted."""
    answer = await client.post(f"/api/disputes/{dispute_id}/decision", {"note": "看过照片", **form})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def later(app_tx: AppTx, org: Org, visit: Visit, by: timedelta) -> None:
    """Let the time to dispute have ended `by` ago."""
    async with app_tx(org) as tx:
        ended = {"id": UUID(visit.id), "until": tx.now - by}
        await tx.session.execute(text("UPDATE inspection SET sign_until = :until WHERE id = :id"), ended)


async def tasks(client: Client) -> dict[str, str]:
    """Return the states of the tasks by the Chinese title."""
    return {task["title"]["zh"]: task["status"] for task in (await client.get("/api/tasks")).json()["items"]}


async def told(client: Client) -> list[str]:
    """Return the kinds of the inbox about visits, newest first."""
    items = (await client.get("/api/notifications")).json()["items"]
    return [item["kind"].removeprefix("inspections.") for item in items if item["kind"].startswith("inspections.")]


async def test_a_granted_critical_failure_lifts_the_cap_withdraws_its_task_and_keeps_what_was_said_and_scored(
    found: Visit, manager: Client, regional: Client, recorded: Recorded, run_jobs: JobRunner
) -> None:
    await run_jobs()
    assert await told(manager) == ["to_sign"]
    floor = await dispute(manager, found, "floor", text="拖过了", photos=[photo()])
    shelf = await dispute(manager, found, "shelf", reason="mendedThere")
    assert ((await found.show())["score"], (await found.show())["openDisputes"]) == (45.83, 2)
    await run_jobs()
    assert await told(regional) == ["disputed", "disputed"]
    queue = (await regional.get("/api/disputes", status="open")).json()["items"]
    assert [(each["id"], each["decidable"]) for each in queue] == [(floor["id"], True), (shelf["id"], True)]

    first = [section["score"] for section in (await found.show())["scoreDetail"]["sections"]]
    clean = await decide(regional, floor["id"], granted=True)
    assert (clean["scoreBefore"], clean["scoreAfter"], clean["score"]) == (45.83, 60, 60)
    assert (await found.show())["scoreDetail"]["cappedBy"] == found.checkpoints["shelf"]
    full = await decide(regional, shelf["id"], granted=True, outcome="notApplicable", note="当场补满")
    assert (full["scoreBefore"], full["scoreAfter"]) == (60, 100)
    shown = await found.show()
    assert (shown["score"], shown["scoreDetail"]["cappedBy"], shown["openDisputes"]) == (100, None, 0)
    detail = shown["scoreDetail"]
    assert [(each["score"], each["firstScore"]) for each in detail["sections"]] == [(100, each) for each in first]
    assert (detail["rescored"], detail["firstScore"], set(first) == {100}) == (True, 45.83, False)
    report = await regional.get(f"/api/inspections/{found.id}/report.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(report.content))
    assert "45.83 → 100" in text
    assert all(f"{each:g} → 100" in text for each in first)
    answer = await found.shown("shelf")
    assert answer["outcome"] == "notApplicable"
    kept = [(each["status"], each["outcome"], each["note"]) for each in shown["signing"]["disputes"]]
    assert kept == [("granted", "pass", "看过照片"), ("granted", "notApplicable", "当场补满")]
    await run_jobs()
    assert await tasks(manager) == {"shelf": "withdrawn", "floor": "withdrawn"}
    assert await told(manager) == ["dispute_decided", "dispute_decided", "to_sign"]
    assert await told(found.client) == ["dispute_decided", "dispute_decided"]
    again = [(each["score_before"], each["score"]) for each in await recorded(found, "rescored")]
    assert again == [(45.83, 60), (60, 100)]
    assert await decide(regional, shelf["id"], granted=True, outcome="notApplicable") == full
    assert len(await recorded(found, "rescored")) == 2


async def test_an_upheld_finding_changes_nothing_and_is_decided_once(
    found: Visit, manager: Client, regional: Client, recorded: Recorded, run_jobs: JobRunner
) -> None:
    await run_jobs()
    raised = await dispute(manager, found, "floor")
    upheld = await decide(regional, raised["id"], granted=False, note="照片清楚")
    assert (upheld["status"], upheld["outcome"], upheld["scoreAfter"], upheld["score"]) == ("upheld", None, None, 45.83)
    await run_jobs()
    assert await tasks(manager) == {"shelf": "open", "floor": "open"}
    assert (await found.shown("floor"))["outcome"] == "fail"
    assert await recorded(found, "rescored") == []
    other = await regional.post(f"/api/disputes/{raised['id']}/decision", {"granted": True, "note": "改"})
    assert (other.status_code, other.json()["current"]["status"]) == (409, "upheld")


async def test_who_made_the_visit_or_is_of_another_region_neither_signs_nor_decides(
    found: Visit, manager: Client, org: Org, app_tx: AppTx, client: LogIn
) -> None:
    path = f"/api/inspections/{found.id}"
    assert (await found.client.post(f"{path}/signature", {})).status_code == 403
    raised = await dispute(manager, found, "floor")
    async with app_tx(org) as tx:
        grants = [identity.GrantForm(role="regional", node_id=org.places["B"])]
        account = identity.OpenAccount(username="regional-b", name="B", password=org.password, grants=grants)
        await identity.open_account(tx, account, HASH)
    decision = {"granted": True, "note": "好"}
    stranger = await client("regional-b")
    assert (await stranger.post(f"/api/disputes/{raised['id']}/decision", decision)).status_code == 404
    assert (await stranger.get(f"/api/disputes/{raised['id']}")).status_code == 404
    assert (await stranger.get("/api/disputes")).json()["items"] == []
    assert (await manager.post(f"/api/disputes/{raised['id']}/decision", decision)).status_code == 403
    assert (await found.client.post(f"/api/disputes/{raised['id']}/decision", decision)).status_code == 403


async def test_a_regional_manager_who_made_the_visit_does_not_decide_it_and_head_office_is_asked(
    manager: Client, org: Org, client: LogIn, checklist: dict[str, Any], app_tx: AppTx
) -> None:
    regional = await client("regional")
    visit = await begin(regional, org.places["A1"], checklist["id"])
    await visit.answer("shelf", outcome="pass", photos=[photo()])
    await visit.answer("tags", outcome="fail", photos=[photo()])
    await visit.answer("chiller", number=4)
    await visit.answer("floor", choice="clean")
    await visit.submit(4)
    raised = await dispute(manager, visit, "tags")
    own = await regional.post(f"/api/disputes/{raised['id']}/decision", {"granted": False, "note": "我看到了"})
    assert own.status_code == 403
    assert [each["decidable"] for each in (await regional.get("/api/disputes")).json()["items"]] == [False]
    async with app_tx(org) as tx:
        payload = await tx.session.execute(
            text("SELECT payload FROM event WHERE kind = 'inspections.disputed' AND subject_id = :id"),
            {"id": UUID(raised["id"])},
        )
        assert payload.scalar_one()["told_ids"] == [str(org.accounts["admin"])]
    admin = await client("admin")
    assert (await decide(admin, raised["id"], granted=True))["scoreAfter"] == 100


async def test_signing_twice_is_one_ends_disputing_and_a_late_one_is_said_so(
    found: Visit, manager: Client, org: Org, app_tx: AppTx
) -> None:
    path = f"/api/inspections/{found.id}"
    await later(app_tx, org, found, timedelta(hours=1))
    assert (await found.show())["signing"]["state"] == "unanswered"
    await later(app_tx, org, found, timedelta(hours=-1))
    raised = await dispute(manager, found, "floor")
    twice = await manager.post(f"{path}/disputes", form(found, "floor", id=raised["id"]))
    assert (twice.status_code, len(twice.json()["signing"]["disputes"])) == (200, 1)
    assert (await manager.post(f"{path}/disputes", form(found, "floor"))).json()["code"] == "wrong_state"
    assert (await manager.post(f"{path}/disputes", form(found, "tags"))).json()["code"] == "wrong_state"
    wordless = await manager.post(f"{path}/disputes", form(found, "shelf", reason="other", text=" "))
    assert [error["field"] for error in wordless.json()["errors"]] == ["text"]
    await later(app_tx, org, found, timedelta(hours=1))
    late = await manager.post(f"{path}/disputes", form(found, "shelf"))
    assert (late.status_code, "48" in late.json()["detail"]) == (409, True)
    assert (await found.show())["signing"]["state"] == "waiting"
    assert (await manager.post(f"{path}/signature", {})).status_code == 200
    signed = (await manager.post(f"{path}/signature", {})).json()["signing"]
    [signature] = signed["signatures"]
    assert (signed["state"], signature["way"], signature["late"], signature["strokes"]) == ("signed", "own", True, None)
    [event] = await events(app_tx, org, found, "signed")
    assert (event["late"], event["disputes"]) == (True, 1)
    after = await manager.post(f"{path}/disputes", form(found, "shelf"))
    assert after.status_code == 409


async def test_who_was_there_signs_by_hand_offline_and_the_manager_may_still_dispute(
    found: Visit, manager: Client, org: Org, app_tx: AppTx
) -> None:
    path = f"/api/inspections/{found.id}/signature-in-presence"
    hand = {"name": "小李", "strokes": STROKES}
    assert (await manager.post(path, hand)).status_code in {403, 404}
    assert (await found.client.post(path, hand)).status_code == 200
    signed = await found.client.post(path, {**hand, "name": "小王"})
    [signature] = signed.json()["signing"]["signatures"]
    assert (signature["name"], signature["strokes"], signature["accountId"]) == ("小李", STROKES, None)
    assert (signed.json()["signing"]["state"], len(await events(app_tx, org, found, "signed"))) == ("signed", 1)
    await dispute(manager, found, "floor")
    outside = await found.client.post(path, {"name": "小李", "strokes": [[1, 1001]]})
    assert outside.status_code == 400


async def test_a_visit_that_is_not_scored_is_not_signed_by_the_store_and_a_self_check_never(
    sound_visit: Visit, manager: Client
) -> None:
    await sound_visit.answer("shelf", photos=[photo()])
    pending = await sound_visit.submit(4)
    asked = pending["signing"]
    assert (pending["status"], asked["state"], asked["until"]) == ("submitted", "waiting", None)
    refused = await manager.post(f"/api/inspections/{sound_visit.id}/signature", {})
    assert refused.status_code == 409
    hand = {"name": "小李", "strokes": STROKES}
    present = await sound_visit.client.post(f"/api/inspections/{sound_visit.id}/signature-in-presence", hand)
    assert present.json()["signing"]["state"] == "signed"


async def test_the_manager_has_the_visit_on_her_phone_while_it_waits_for_her(found: Visit, manager: Client) -> None:
    synced = (await manager.get("/api/sync")).json()["visits"]
    assert [(visit["id"], visit["signing"]["state"]) for visit in synced] == [(found.id, "waiting")]
