"""Submitting: what is missing, what is pending, one score, one event for each fact."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from storewalk.inspections.service.settle import photo_changed
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import (
    DAMAGED,
    Visit,
    begin,
    checkpoint,
    events,
    photo,
    photo_verified,
    publish,
    shelf_seen,
    shelf_unread,
    template,
)
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org


async def test_a_visit_is_scored_when_its_shelf_photo_is_read_and_the_failure_is_recorded_once(
    sound_visit: Visit, org: Org, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    shelf = photo()
    answered = await sound_visit.answer("shelf", photos=[shelf], note="第二层")
    assert (answered["outcome"], answered["detection"]["state"]) == ("pending", "pending")
    submitted = await sound_visit.submit(4)
    assert (submitted["status"], submitted["pending"], submitted["score"]) == ("submitted", 1, None)

    async with app_tx(org) as tx:
        await shelf_seen(tx, sound_visit.store_id, shelf["id"], facings=45, gaps=5)
    await run_jobs()

    shown = await sound_visit.show()
    # Shelf and display: 1 of 4 points, 25; the rest: 100. Mean 62.5, capped by the failed critical shelf.
    assert (shown["status"], shown["score"], shown["pending"]) == ("scored", 60.0, 0)
    assert shown["scoreDetail"] == {
        "sections": [
            {"id": shown["template"]["sections"][0]["id"], "score": 25.0, "firstScore": None},
            {"id": shown["template"]["sections"][1]["id"], "score": 100.0, "firstScore": None},
        ],
        "cappedBy": sound_visit.checkpoints["shelf"],
        "rescored": False,
        "firstScore": None,
    }
    failed = await events(app_tx, org, sound_visit, "checkpoint_failed")
    assert [
        {name: event[name] for name in ("checkpoint_key", "availability", "gaps", "photo_ids", "note", "critical")}
        for event in failed
    ] == [
        {
            "checkpoint_key": "shelf",
            "availability": 0.9,
            "gaps": 5,
            "photo_ids": [shelf["id"]],
            "note": "第二层",
            "critical": True,
        }
    ]
    assert failed[0]["title"] == {"zh": "shelf", "en": "shelf (en)"}
    assert failed[0]["inspection_id"] == sound_visit.id
    assert [event["score"] for event in await events(app_tx, org, sound_visit, "scored")] == [60.0]


async def test_a_shelf_reading_that_comes_twice_scores_once(
    sound_visit: Visit, org: Org, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    shelf = photo()
    await sound_visit.answer("shelf", photos=[shelf])
    await sound_visit.submit(4)
    async with app_tx(org) as tx:
        await shelf_seen(tx, sound_visit.store_id, shelf["id"], facings=40, gaps=10)
    await run_jobs()
    before = await sound_visit.show()
    for _ in range(2):
        async with app_tx(org) as tx:
            await photo_changed(tx, UUID(shelf["id"]))
    await run_jobs()
    assert await sound_visit.show() == before
    assert len(await events(app_tx, org, sound_visit, "scored")) == 1
    assert len(await events(app_tx, org, sound_visit, "checkpoint_failed")) == 1


async def test_a_shelf_read_before_the_submission_scores_at_once(
    sound_visit: Visit, org: Org, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    shelf = photo()
    await sound_visit.answer("shelf", photos=[shelf])
    async with app_tx(org) as tx:
        await shelf_seen(tx, sound_visit.store_id, shelf["id"], facings=46, gaps=4)
    await run_jobs()
    assert await events(app_tx, org, sound_visit, "checkpoint_failed") == []
    shelf_answer = await sound_visit.shown("shelf")
    assert (shelf_answer["outcome"], shelf_answer["version"]) == ("pass", 1)
    assert shelf_answer["detection"] == {"state": "read", "availability": 0.92, "gaps": 4, "outcome": "pass"}
    submitted = await sound_visit.submit(4)
    assert (submitted["status"], submitted["score"]) == ("scored", 100.0)
    assert submitted["scoreDetail"]["cappedBy"] is None
    assert await events(app_tx, org, sound_visit, "checkpoint_failed") == []


async def test_an_answer_that_names_a_photo_read_earlier_is_decided_at_once(
    visit: Visit, org: Org, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    shelf = photo()
    await visit.answer("shelf", photos=[shelf])
    async with app_tx(org) as tx:
        await shelf_seen(tx, visit.store_id, shelf["id"], facings=10, gaps=10)
    again = await visit.answer("shelf", photos=[shelf], note="重新描述", ifVersion=1)
    assert (again["outcome"], again["detection"]["availability"]) == ("fail", 0.5)
    await run_jobs()
    assert (await visit.shown("shelf"))["version"] == 2


@pytest.mark.parametrize("cause", ["unsure", "failed", "refused"])
async def test_what_the_model_cannot_tell_never_passes_and_waits_for_a_person(
    sound_visit: Visit, org: Org, app_tx: AppTx, run_jobs: JobRunner, cause: str
) -> None:
    shelf = photo()
    await sound_visit.answer("shelf", photos=[shelf])
    await sound_visit.submit(4)
    async with app_tx(org) as tx:
        if cause == "unsure":
            await shelf_seen(tx, sound_visit.store_id, shelf["id"], facings=50, gaps=0, doubt="too_dark")
        elif cause == "failed":
            await shelf_unread(tx, sound_visit.store_id, shelf["id"])
        else:
            await photo_verified(tx, shelf["id"], DAMAGED)
    await run_jobs()
    shown = await sound_visit.show()
    assert (shown["status"], shown["score"], shown["pending"], shown["needsPerson"]) == ("submitted", None, 1, 1)
    answer = await sound_visit.shown("shelf")
    assert (answer["outcome"], answer["needsPerson"], answer["detection"]["state"]) == ("pending", True, cause)
    assert answer["detection"]["availability"] is None

    decided = await sound_visit.decide("shelf", outcome="fail", note="第三层空三格")
    assert decided.status_code == 200
    assert (decided.json()["status"], decided.json()["score"]) == ("scored", 60.0)
    failed = await events(app_tx, org, sound_visit, "checkpoint_failed")
    assert [(event["note"], event["availability"]) for event in failed] == [("第三层空三格", None)]


async def test_a_settled_answer_is_not_decided_again(
    sound_visit: Visit, org: Org, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    shelf = photo()
    await sound_visit.answer("shelf", photos=[shelf])
    assert (await sound_visit.decide("shelf", outcome="pass")).status_code == 409
    await sound_visit.submit(4)
    assert (await sound_visit.decide("tags", outcome="fail")).status_code == 409
    first = await sound_visit.decide("shelf", outcome="pass")
    again = await sound_visit.decide("shelf", outcome="pass")
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.json() == first.json()
    assert (await sound_visit.decide("shelf", outcome="fail")).status_code == 409
    async with app_tx(org) as tx:
        await shelf_seen(tx, sound_visit.store_id, shelf["id"], facings=1, gaps=9)
    await run_jobs()
    shown = await sound_visit.show()
    assert shown["score"] == 100.0
    answer = await sound_visit.shown("shelf")
    assert (answer["outcome"], answer["overruled"], answer["detection"]["outcome"]) == ("pass", True, "fail")
    assert await events(app_tx, org, sound_visit, "checkpoint_failed") == []


async def test_overruling_a_failed_shelf_before_the_submission_leaves_no_failure(
    sound_visit: Visit, org: Org, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    shelf = photo()
    await sound_visit.answer("shelf", photos=[shelf])
    async with app_tx(org) as tx:
        await shelf_seen(tx, sound_visit.store_id, shelf["id"], facings=3, gaps=7)
    await run_jobs()
    overruled = await sound_visit.answer("shelf", photos=[shelf], outcome="pass", note="上新，货架未满", ifVersion=1)
    assert (overruled["outcome"], overruled["overruled"]) == ("pass", True)
    assert overruled["detection"] == {"state": "read", "availability": 0.3, "gaps": 7, "outcome": "fail"}
    assert (await sound_visit.submit(4))["score"] == 100.0
    assert await events(app_tx, org, sound_visit, "checkpoint_failed") == []


async def test_a_second_submission_changes_nothing(visit: Visit, org: Org, app_tx: AppTx) -> None:
    await visit.answer("shelf", outcome="fail", photos=[photo()])
    await visit.answer("tags", outcome="notApplicable")
    await visit.answer("chiller", number=12)
    await visit.answer("floor", choice="dirty")
    first = await visit.submit(4)
    assert (first["status"], first["score"]) == ("scored", 0.0)
    assert await visit.submit(4) == first
    for kind in ("submitted", "scored"):
        assert len(await events(app_tx, org, visit, kind)) == 1
    failed = await events(app_tx, org, visit, "checkpoint_failed")
    assert [event["checkpoint_key"] for event in failed] == ["shelf", "chiller", "floor"]


async def test_two_submissions_at_once_make_one(sound_visit: Visit, org: Org, app_tx: AppTx) -> None:
    await sound_visit.answer("shelf", outcome="pass", photos=[photo()])
    answers = await asyncio.gather(*[sound_visit.send(4) for _ in range(4)])
    assert [answer.status_code for answer in answers] == [200] * 4
    for kind in ("submitted", "scored"):
        assert len(await events(app_tx, org, sound_visit, kind)) == 1


async def test_a_submission_names_every_checkpoint_that_is_not_complete(visit: Visit) -> None:
    await visit.answer("shelf")
    await visit.answer("tags", outcome="fail")
    await visit.answer("floor", choice="clean")
    refused = await visit.send(3)
    assert refused.status_code == 422
    assert [error["field"] for error in refused.json()["errors"]] == [
        f"answers.{visit.checkpoints['shelf']}.photos",
        f"answers.{visit.checkpoints['tags']}.photos",
        f"answers.{visit.checkpoints['chiller']}",
    ]
    assert "「chiller」" in refused.json()["errors"][2]["message"]
    assert (await visit.show())["status"] == "started"


async def test_a_submission_that_lost_an_answer_on_the_way_is_a_conflict(sound_visit: Visit) -> None:
    await sound_visit.answer("shelf", outcome="pass", photos=[photo()])
    refused = await sound_visit.send(5)
    assert refused.status_code == 409
    assert (refused.json()["current"]["answered"], refused.json()["current"]["status"]) == (4, "started")
    outdated = await sound_visit.send(4, ifVersion=99)
    assert outdated.status_code == 409
    assert outdated.json()["code"] == "version_conflict"


async def test_a_section_where_nothing_applies_leaves_the_score(visit: Visit) -> None:
    await visit.answer("shelf", outcome="notApplicable")
    await visit.answer("tags", outcome="notApplicable")
    await visit.answer("chiller", number=8)
    await visit.answer("floor", choice="dirty")
    submitted = await visit.submit(4)
    assert submitted["score"] == 66.67
    assert [section["score"] for section in submitted["scoreDetail"]["sections"]] == [None, 66.67]


async def test_a_photo_that_is_the_answer_passes_when_the_server_holds_it(
    client: LogIn, inspector: Client, org: Org, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    entrance = await publish(await client("regional"), template([checkpoint("front", "photo"), checkpoint("floor")]))
    visit = await begin(inspector, org.places["A1"], entrance["id"])
    front = photo()
    assert (await visit.answer("front", photos=[front]))["outcome"] == "pending"
    await visit.answer("floor", outcome="pass")
    assert (await visit.submit(2))["status"] == "submitted"
    async with app_tx(org) as tx:
        await photo_verified(tx, front["id"], DAMAGED)
    await run_jobs()
    assert (await visit.shown("front"))["needsPerson"] is True
    async with app_tx(org) as tx:
        await photo_verified(tx, front["id"])
    await run_jobs()
    shown = await visit.show()
    assert (shown["status"], shown["score"], shown["needsPerson"]) == ("scored", 100.0, 0)


async def test_the_task_of_a_failure_is_shown_beside_its_answer_also_when_the_fault_is_seen_again(
    sound_visit: Visit, inspector: Client, org: Org, checklist: dict[str, Any], run_jobs: JobRunner
) -> None:
    await sound_visit.answer("shelf", outcome="fail", photos=[photo()])
    await sound_visit.submit(4)
    await run_jobs()
    first = await sound_visit.show()
    task = (await sound_visit.shown("shelf"))["taskId"]
    assert (first["openTasks"], (await sound_visit.shown("tags"))["taskId"]) == (1, None)
    tasks = (await inspector.get("/api/tasks")).json()["items"]
    assert [(item["id"], item["checkpointId"]) for item in tasks] == [(task, sound_visit.checkpoints["shelf"])]

    again = await begin(inspector, org.places["A1"], checklist["id"])
    await again.answer("shelf", outcome="fail", photos=[photo()])
    for key, body in (("tags", {"outcome": "pass"}), ("chiller", {"number": 1}), ("floor", {"choice": "clean"})):
        await again.answer(key, **body)
    await again.submit(4)
    await run_jobs()
    assert (await again.shown("shelf"))["taskId"] == task
    assert (await again.show())["openTasks"] == 1
