"""A regional manager's review: what waits, approving many at once, sending back, and that nobody reviews their own."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storewalk.core.tx import Tx
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, checkpoint, events, publish, template
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org

QUEUE = "/api/visit-reviews"


@pytest.fixture
async def regional(client: LogIn) -> Client:
    """The regional manager."""
    return await client("regional")


@pytest.fixture
async def checklist(regional: Client) -> dict[str, Any]:
    """Two questions; failing the critical one caps at 60."""
    return await publish(regional, template([checkpoint("shelf", critical=True), checkpoint("floor", weight=3)]))


async def scored(client: Client, store_id: Any, checklist: dict[str, Any], *, shelf: str = "pass") -> Visit:
    """Make a visit that is scored at once; `shelf` is the critical point."""
    visit = await begin(client, store_id, checklist["id"])
    await visit.answer("shelf", outcome=shelf)
    await visit.answer("floor", outcome="pass")
    await visit.submit(2)
    return visit


async def version(visit: Visit) -> int:
    return (await visit.show())["version"]


async def queue(client: Client, **asked: Any) -> list[str]:
    answer = await client.get(QUEUE, **asked)
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


async def test_the_queue_and_its_figures_keep_to_their_filters_and_to_the_reviewers_area(
    regional: Client, inspector: Client, client: LogIn, org: Org, checklist: dict[str, Any]
) -> None:
    good = await scored(inspector, org.places["A1"], checklist)
    poor = await scored(inspector, org.places["A2"], checklist, shelf="fail")
    own_area = [poor.id, good.id]
    elsewhere = await scored(await client("admin"), org.places["B1"], checklist)
    assert elsewhere.id not in await queue(regional)
    assert await queue(regional) == own_area
    assert await queue(regional, stand="waiting") == own_area
    assert await queue(regional, place=str(org.places["A1"])) == [good.id]
    assert await queue(regional, place=str(org.places["A"])) == own_area
    assert await queue(regional, place=str(org.places["B"])) == []
    assert await queue(regional, below=100) == [poor.id]
    assert await queue(regional, critical=True) == [poor.id]
    assert await queue(regional, brief=1) == own_area
    assert await queue(regional, flagged=True) == own_area  # neither had a position
    assert await queue(regional, inspector=str(org.accounts["regional"])) == []
    figures = (await regional.get(f"{QUEUE}/figures")).json()
    assert figures == {
        "waiting": 2, "returned": 0, "approved": 0, "meanScore": 80.0, "critical": 1, "flagged": 2, "brief": 2,
    }  # fmt: skip
    shown = (await regional.get(QUEUE, critical=True)).json()["items"][0]
    assert {name: shown[name] for name in ("stand", "findings", "criticals", "checkInFlagged", "flaggedPhotos")} == {
        "stand": "waiting", "findings": 1, "criticals": 1, "checkInFlagged": True, "flaggedPhotos": 0,
    }  # fmt: skip
    assert (await inspector.get(QUEUE)).status_code == 403


async def test_of_many_each_is_judged_by_itself_and_what_could_not_be_is_said(
    regional: Client, inspector: Client, client: LogIn, org: Org, *, checklist: dict[str, Any], app_tx: AppTx
) -> None:
    first, second = [await scored(inspector, org.places["A1"], checklist) for _ in range(2)]
    own = await scored(regional, org.places["A2"], checklist)
    elsewhere = await scored(await client("admin"), org.places["B1"], checklist)
    under_way = await begin(inspector, org.places["A2"], checklist["id"])
    chosen = [first, second, own, elsewhere, under_way]
    seen = [{"visitId": visit.id, "ifVersion": 99 if visit is second else 1} for visit in chosen]
    seen[0]["ifVersion"] = await version(first)
    answer = await regional.post(f"{QUEUE}/approval", {"visits": seen})
    assert answer.status_code == 200, answer.text
    told = {each["visitId"]: each["obstacle"] for each in answer.json()["visits"]}
    assert [told[visit.id] for visit in chosen] == [None, "changed", "own", "notFound", "notScored"]
    approved = await first.show()
    review = approved["review"]
    assert (review["status"], review["rescored"], approved["score"]) == ("approved", False, 100.0)
    assert review["reviewedBy"] == regional.me["account"]["name"]
    assert await queue(regional, stand="approved") == [first.id]
    assert [event["score"] for event in await events(app_tx, org, first, "review_approved")] == [100.0]
    again = await regional.post(f"{QUEUE}/approval", {"visits": seen[:1]})
    assert again.json() == {"visits": [{"visitId": first.id, "obstacle": None}]}
    assert len(await events(app_tx, org, first, "review_approved")) == 1


async def test_a_visit_sent_back_keeps_its_score_until_its_inspector_answers_and_it_waits_again(
    regional: Client, inspector: Client, org: Org, checklist: dict[str, Any], *, run_jobs: JobRunner, client: LogIn
) -> None:
    visit = await scored(inspector, org.places["A1"], checklist, shelf="fail")
    before = await visit.show()
    path = f"/api/inspections/{visit.id}"
    form = {"note": "  冷柜照片看不清，请说明  ", "ifVersion": before["version"]}
    sent = await regional.post(f"{path}/return", form)
    assert sent.status_code == 200, sent.text
    assert (sent.json()["status"], sent.json()["score"]) == ("scored", before["score"])
    assert sent.json()["answers"] == before["answers"]
    assert (await regional.post(f"{path}/return", form)).json()["code"] == "wrong_state"
    assert await queue(regional, stand="waiting") == []
    await run_jobs()
    told = (await inspector.get("/api/notifications")).json()["items"]
    kinds = [each["kind"] for each in told if each["kind"].startswith("inspections.review")]
    assert kinds == ["inspections.review_returned"]
    other = await client("manager")
    assert (await other.post(f"{path}/remark", {"remark": "代答"})).status_code in (403, 404)
    answered = await inspector.post(f"{path}/remark", {"remark": "补拍在任务里"})
    assert answered.status_code == 200, answered.text
    review = answered.json()["review"]
    assert (review["status"], review["note"], review["remark"]) == (
        "remarked",
        "冷柜照片看不清，请说明",
        "补拍在任务里",
    )
    assert (await inspector.post(f"{path}/remark", {"remark": "再说一句"})).json()["code"] == "wrong_state"
    assert await queue(regional, stand="waiting") == [visit.id]
    seen = {"visitId": visit.id, "ifVersion": answered.json()["version"]}
    assert (await regional.post(f"{QUEUE}/approval", {"visits": [seen]})).json()["visits"][0]["obstacle"] is None
    assert await queue(regional, stand="waiting") == []


async def test_nobody_sends_back_their_own_visit_and_the_table_holds_it_too(
    regional: Client, client: LogIn, org: Org, checklist: dict[str, Any], app_tx: AppTx
) -> None:
    own = await scored(regional, org.places["A1"], checklist)
    form = {"note": "请说明", "ifVersion": await version(own)}
    assert (await regional.post(f"/api/inspections/{own.id}/return", form)).status_code == 403
    elsewhere = await scored(await client("admin"), org.places["B1"], checklist)
    assert (await regional.post(f"/api/inspections/{elsewhere.id}/return", form)).status_code == 404
    blank = await regional.post(f"/api/inspections/{own.id}/return", {"note": "   ", "ifVersion": 1})
    assert blank.status_code in (400, 422)
    async with app_tx(org) as tx:
        with pytest.raises(IntegrityError, match="by_somebody_else"):
            await approved_by(tx, own, org.accounts["regional"])


async def approved_by(tx: Tx, visit: Visit, reviewer_id: UUID) -> None:
    columns = "(org_id, id, inspection_id, inspector_id, status, reviewed_by, reviewed_at)"
    values = "(:org, gen_random_uuid(), :visit, :who, 'approved', :who, now())"
    async with tx.session.begin_nested():
        statement = text(f"INSERT INTO inspection_review {columns} VALUES {values}")
        await tx.session.execute(statement, {"org": tx.org_id, "visit": visit.id, "who": reviewer_id})


async def test_of_an_approval_and_a_return_at_once_one_stands(
    regional: Client, inspector: Client, client: LogIn, org: Org, checklist: dict[str, Any]
) -> None:
    visit = await scored(inspector, org.places["A1"], checklist)
    at, admin = await version(visit), await client("admin")
    approved, returned = await asyncio.gather(
        regional.post(f"{QUEUE}/approval", {"visits": [{"visitId": visit.id, "ifVersion": at}]}),
        admin.post(f"/api/inspections/{visit.id}/return", {"note": "请说明", "ifVersion": at}),
    )
    stands = (await visit.show())["review"]["status"]
    if approved.json()["visits"][0]["obstacle"] is None:
        assert (stands, returned.status_code) == ("approved", 409)
    else:
        assert (stands, returned.status_code) == ("returned", 200)
        assert approved.json()["visits"][0]["obstacle"] == "changed"
