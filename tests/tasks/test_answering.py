"""A task is answered with a photo, looked at by somebody else, and returned or accepted."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from storewalk.photos.api import Purpose, photo_state
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.tasks import photo
from tests.tasks.conftest import OpenTask, answer


async def test_answered_returned_answered_accepted_keeps_both_answers_with_their_photos(
    task: OpenTask, client: LogIn
) -> None:
    manager, inspector = await client("manager"), await client("inspector")
    first, second = photo(), photo()
    answered = await answer(manager, task, 1, photos=[first], note="补了")
    assert answered.status_code == 200, answered.text
    assert (answered.json()["status"], answered.json()["version"]) == ("answered", 2)
    back = await inspector.post(
        f"{task.path}/verification", {"accepted": False, "reason": "价签没有对齐", "ifVersion": 2}
    )
    assert (back.json()["status"], back.json()["returnedCount"], back.json()["version"]) == ("open", 1, 3)
    assert (await answer(manager, task, 3, photos=[second], note="对齐了")).json()["status"] == "answered"
    done = await inspector.post(f"{task.path}/verification", {"accepted": True, "ifVersion": 4})
    assert (done.json()["status"], done.json()["version"]) == ("accepted", 5)
    shown = (await manager.get(task.path)).json()
    assert shown["before"] == [str(task.before)]
    kept = [
        (r["note"], r["photos"], r["verdict"], r["reason"], r["byName"], r["verifiedByName"])
        for r in shown["responses"]
    ]
    names = (manager.me["account"]["name"], inspector.me["account"]["name"])
    assert kept == [
        ("补了", [first["id"]], "returned", "价签没有对齐", *names),
        ("对齐了", [second["id"]], "accepted", None, *names),
    ]


async def test_the_time_of_an_answer_is_the_devices(task: OpenTask, client: LogIn) -> None:
    manager = await client("manager")
    at = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=20)
    headers = {"Storewalk-Occurred-At": (at - timedelta(days=1)).isoformat(), "Storewalk-Clock-Offset-Ms": "86400000"}
    form = {"note": "", "photos": [photo()], "ifVersion": 1}
    shown = (await manager.post(f"{task.path}/response", form, headers=headers)).json()
    assert datetime.fromisoformat(shown["responses"][0]["at"]) == at


async def test_an_after_photo_of_a_shelf_is_read_by_the_detector_too(
    org: Org, task: OpenTask, client: LogIn, app_tx: AppTx
) -> None:
    after = photo()
    await answer(await client("manager"), task, photos=[after])
    async with app_tx(org) as tx:
        [known] = (await photo_state(tx, [after["id"]])).values()
    assert (known.purpose, known.store_id) == (Purpose.SHELF, org.places["A1"])


async def test_an_answer_needs_a_photo_and_not_the_one_of_the_fault(
    org: Org, task: OpenTask, client: LogIn, app_tx: AppTx
) -> None:
    manager = await client("manager")
    assert (await answer(manager, task, photos=[])).status_code == 400
    async with app_tx(org) as tx:
        row = await tx.fetchrow("SELECT sha256, size FROM photo WHERE id = $1", task.before)
    assert row is not None
    again = {"id": str(task.before), "sha256": row["sha256"], "size": row["size"]}
    refused = await answer(manager, task, photos=[again])
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "photos")
    assert (await manager.get(task.path)).json()["version"] == 1


async def test_nobody_confirms_their_own_answer(task: OpenTask, client: LogIn) -> None:
    admin = await client("admin")
    assert (await answer(admin, task)).status_code == 200
    own = await admin.post(f"{task.path}/verification", {"accepted": True, "ifVersion": 2})
    assert own.status_code == 403
    assert (await admin.get(task.path)).json()["status"] == "answered"
    regional = await client("regional")
    other = await regional.post(f"{task.path}/verification", {"accepted": True, "ifVersion": 2})
    assert other.json()["status"] == "accepted"


async def test_a_return_needs_a_reason_and_sets_a_new_due_time(task: OpenTask, client: LogIn) -> None:
    manager, inspector = await client("manager"), await client("inspector")
    await answer(manager, task)
    for reason in (None, "  "):
        refused = await inspector.post(
            f"{task.path}/verification", {"accepted": False, "reason": reason, "ifVersion": 2}
        )
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "reason")
    assert (await manager.get(task.path)).json()["version"] == 2


async def test_a_second_phone_that_answered_meanwhile_gets_the_state_it_has_not_seen(
    task: OpenTask, client: LogIn
) -> None:
    manager, clerk = await client("manager"), await client("clerk")
    first = photo()
    await answer(manager, task, 1, photos=[first], note="经理补的")
    late = await answer(clerk, task, 1, note="店员补的")
    assert (late.status_code, late.json()["code"]) == (409, "version_conflict")
    current = late.json()["current"]
    assert (current["version"], current["status"]) == (2, "answered")
    assert [(r["note"], r["photos"]) for r in current["responses"]] == [("经理补的", [first["id"]])]
    assert (await manager.get(task.path)).json()["responses"] == current["responses"]


async def test_the_same_command_sent_twice_is_one_answer(task: OpenTask, client: LogIn) -> None:
    manager = await client("manager")
    form = {"note": "", "photos": [photo()], "ifVersion": 1}
    once = await manager.post(f"{task.path}/response", form, key="response-0001")
    twice = await manager.post(f"{task.path}/response", form, key="response-0001")
    assert (twice.status_code, twice.json()) == (200, once.json())
    assert len((await manager.get(task.path)).json()["responses"]) == 1


@pytest.mark.parametrize(
    ("step", "body"),
    [("response", {"note": "", "photos": [photo()]}), ("verification", {"accepted": True})],
)
async def test_steps_out_of_turn_are_refused(step: str, body: dict[str, object], task: OpenTask, client: LogIn) -> None:
    admin = await client("admin")
    if step == "response":
        await answer(admin, task)
    version = (await admin.get(task.path)).json()["version"]
    refused = await admin.post(f"{task.path}/{step}", {**body, "ifVersion": version})
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong_state")


async def test_people_of_other_stores_do_not_see_the_task_and_buyers_see_none(client: LogIn, task: OpenTask) -> None:
    manager = await client("manager")
    assert [item["id"] for item in (await manager.get("/api/tasks")).json()["items"]] == [str(task.id)]
    other = f"/api/tasks/{uuid4()}"
    assert (await manager.get(other)).status_code == 404
    assert (await (await client("buyer")).get("/api/tasks")).status_code == 403
    assert (await (await client("buyer")).get(task.path)).status_code == 403
    verdict = {"accepted": True, "ifVersion": 1}
    assert (await manager.post(f"{task.path}/verification", verdict)).status_code == 403
