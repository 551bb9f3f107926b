"""Two different commands at once on one thing: one outcome, and the other sender is told or agrees."""

import asyncio
from uuid import uuid4

from tests.factories.inspections import photo
from tests.faults.rivals import at_once, outcome
from tests.faults.signing_scenarios import disputed, scored
from tests.faults.stage import Request, Stage


async def test_of_two_verdicts_on_one_answer_one_stands(stage: Stage) -> None:
    path = f"/api/tasks/{await stage.task(answered=True)}/verification"
    accept = Request(await stage.client("inspector"), "POST", path, {"accepted": True, "ifVersion": 2})
    refuse = {"accepted": False, "reason": "还缺一排", "ifVersion": 2}
    before = await stage.held()
    won, lost = outcome(await at_once(accept, Request(await stage.client("regional"), "POST", path, refuse)))
    written = await stage.held() - before
    assert written["tasks.accepted"] + written["tasks.returned"] == 1
    assert won["responses"][0]["verdict"] == ("accepted" if written["tasks.accepted"] else "returned")
    assert lost["current"]["status"] == won["status"]


async def test_of_two_answers_to_one_task_one_waits_for_its_verdict_with_its_own_photo(stage: Stage) -> None:
    path = f"/api/tasks/{await stage.task()}/response"
    before = await stage.held()
    people = [Request(await stage.client(role), "POST", path, stage.response()) for role in ("manager", "clerk")]
    won, lost = outcome(await at_once(*people))
    written = await stage.held() - before
    assert (written["tasks.answered"], written["task_response"], written["photo"]) == (1, 1, 1)
    assert len(won["responses"]) == 1
    assert lost["current"]["responses"][0]["id"] == won["responses"][0]["id"]


async def test_a_task_answered_while_it_is_handed_over_has_one_next_version(stage: Stage) -> None:
    path = f"/api/tasks/{await stage.task()}"
    hand_over = {"accountId": str(stage.org.accounts["clerk"]), "ifVersion": 1}
    answer = Request(await stage.client("manager"), "POST", f"{path}/response", stage.response())
    assign = Request(await stage.client("regional"), "POST", f"{path}/assignment", hand_over)
    won, lost = outcome(await at_once(answer, assign))
    assert (won["version"], lost["code"], lost["current"]["version"]) == (2, "version_conflict", 2)


async def test_a_task_answered_while_it_is_marked_as_blocked_is_one_of_both(stage: Stage) -> None:
    path = f"/api/tasks/{await stage.task()}"
    block = {"reason": "supplier", "note": "", "ifVersion": 1}
    before = await stage.held()
    won, lost = outcome(
        await at_once(
            Request(await stage.client("manager"), "POST", f"{path}/response", stage.response()),
            Request(await stage.client("clerk"), "POST", f"{path}/block", block),
        )
    )
    written = await stage.held() - before
    assert written["tasks.answered"] + written["tasks.blocked"] == 1
    assert (won["version"], lost["current"]["status"]) == (2, won["status"])


async def test_two_devices_that_answer_one_question_differently_see_each_others_answer(stage: Stage) -> None:
    visit = await stage.visit()
    path = f"/api/inspections/{visit.id}/answers/{visit.checkpoints['floor']}"
    forms = [{"outcome": "pass"}, {"outcome": "fail", "photos": [photo()]}]
    before = await stage.held()
    won, lost = outcome(await at_once(*(Request(visit.client, "PUT", path, form) for form in forms)))
    written = await stage.held() - before
    assert (written["inspections.answered"], written["inspection_answer"]) == (1, 1)
    assert (won["version"], lost["current"]["outcome"]) == (1, won["outcome"])


async def test_a_visit_submitted_and_called_off_at_once_is_one_of_both(stage: Stage) -> None:
    visit = await stage.visit(answered=True)
    path = f"/api/inspections/{visit.id}"
    submit = Request(visit.client, "POST", f"{path}/submission", {"answers": 2})
    cancel = Request(visit.client, "POST", f"{path}/cancellation", {"reason": "停电"})
    before = await stage.held()
    won, _ = outcome(await at_once(submit, cancel))
    written = await stage.held() - before
    assert written["inspections.submitted"] + written["inspections.cancelled"] == 1
    assert won["status"] == ("submitted" if written["inspections.submitted"] else "cancelled")


async def test_two_words_on_one_pending_answer_leave_one(stage: Stage) -> None:
    visit = await stage.visit(answered=True, submitted=True)
    path = f"/api/inspections/{visit.id}/answers/{visit.checkpoints['shelf']}/decision"
    before = await stage.held()
    won, _ = outcome(await at_once(*(Request(visit.client, "POST", path, {"outcome": o}) for o in ("pass", "fail"))))
    written = await stage.held() - before
    assert (written["inspections.scored"], won["status"]) == (1, "scored")


async def test_of_two_who_decide_one_dispute_one_stands_and_the_other_sees_it(stage: Stage) -> None:
    path = f"/api/disputes/{await disputed(stage)}/decision"
    before = await stage.held()
    grant = Request(await stage.client("regional"), "POST", path, {"granted": True, "note": "照片不清楚"})
    uphold = Request(await stage.client("admin"), "POST", path, {"granted": False, "note": "看得清楚"})
    won, lost = outcome(await at_once(grant, uphold))
    written = await stage.held() - before
    granted = won["status"] == "granted"
    assert (written["inspections.dispute_decided"], written["inspections.rescored"]) == (1, int(granted))
    assert (won["score"], lost["current"]["status"]) == (100 if granted else 50, won["status"])


async def test_a_finding_disputed_while_the_visit_is_signed_is_disputed_first_or_refused(stage: Stage) -> None:
    visit = await scored(stage)
    path, manager = f"/api/inspections/{visit.id}", await stage.client("manager")
    form = {"id": str(uuid4()), "checkpointId": visit.checkpoints["floor"], "reason": "mendedThere"}
    sign = Request(manager, "POST", f"{path}/signature", {})
    before = await stage.held()
    answers = await at_once(Request(manager, "POST", f"{path}/disputes", form), sign)
    written = await stage.held() - before
    assert answers[1].status_code == 200
    assert written["inspections.disputed"] == int(answers[0].status_code == 200)
    assert (written["inspections.signed"], answers[0].status_code in {200, 409}) == (1, True)


async def test_a_plan_begun_and_called_off_at_once_is_begun_or_called_off(stage: Stage) -> None:
    planned = await stage.plan()
    path = f"/api/inspections/{planned['id']}"
    begin = Request(await stage.client("inspector"), "POST", f"{path}/start", {})
    cancel = Request(await stage.client("regional"), "POST", f"{path}/cancellation", {"reason": "停业"})
    before = await stage.held()
    answers = await at_once(begin, cancel)
    written = await stage.held() - before
    assert sorted(answer.status_code for answer in answers) in ([200, 403], [200, 409])
    assert written["inspections.started"] + written["inspections.cancelled"] == 1


async def test_two_log_outs_at_once_end_one_session(stage: Stage) -> None:
    clerk = await stage.client("clerk")
    before = await stage.held()
    answers = await asyncio.gather(clerk.delete("/api/session"), clerk.delete("/api/session"))
    assert {answer.status_code for answer in answers} <= {200, 401}
    assert (await stage.held() - before)["identity.session_revoked"] == 1
    assert (await clerk.get("/api/me")).status_code == 401
