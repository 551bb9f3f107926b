"""Answering: idempotent, by one inspector, with conflicts shown and values judged."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, events, photo
from tests.factories.organization import Org


async def test_two_devices_that_edit_one_answer_see_both_versions(visit: Visit) -> None:
    await visit.answer("tags", outcome="pass", note="手机")
    refused = await visit.put("tags", outcome="fail", note="平板", photos=[photo()])
    assert refused.status_code == 409
    problem = refused.json()
    assert problem["code"] == "version_conflict"
    assert (problem["current"]["outcome"], problem["current"]["note"], problem["current"]["version"]) == (
        "pass",
        "手机",
        1,
    )
    assert (await visit.shown("tags"))["note"] == "手机"
    changed = await visit.answer("tags", outcome="fail", note="平板", photos=[photo()], ifVersion=1)
    assert (changed["outcome"], changed["version"]) == ("fail", 2)


async def test_two_devices_at_once_write_one_answer_and_one_conflict(visit: Visit) -> None:
    answers = await asyncio.gather(visit.put("tags", outcome="pass"), visit.put("tags", outcome="notApplicable"))
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert (await visit.show())["answered"] == 1


async def test_the_same_answer_again_changes_nothing(visit: Visit, org: Org, app_tx: AppTx) -> None:
    shelf = photo()
    first = await visit.answer("shelf", photos=[shelf], note="正面")
    assert await visit.answer("shelf", photos=[shelf], note="正面") == first
    assert len(await events(app_tx, org, visit, "answered")) == 1


@pytest.mark.parametrize(
    ("key", "body", "outcome", "value"),
    [
        ("tags", {"outcome": "pass"}, "pass", {"passfail": "pass"}),
        ("chiller", {"number": 8.0}, "pass", {"number": 8.0}),
        ("chiller", {"number": 8.001}, "fail", {"number": 8.001}),
        ("chiller", {"number": -1}, "fail", {"number": -1.0}),
        ("chiller", {"outcome": "notApplicable"}, "notApplicable", {}),
        ("floor", {"choice": "clean"}, "pass", {"choice": "clean"}),
        ("floor", {"choice": "dirty"}, "fail", {"choice": "dirty"}),
        ("remarks", {"text": "店长已知晓"}, "pass", {"text": "店长已知晓"}),
        ("shelf", {}, "pending", {}),
    ],
)
async def test_each_kind_of_answer_is_judged(
    visit: Visit, key: str, body: dict[str, Any], outcome: str, value: dict[str, Any]
) -> None:
    answer = await visit.answer(key, **body)
    assert answer["outcome"] == outcome
    assert answer["value"] == {"passfail": None, "number": None, "choice": None, "text": None, **value}


@pytest.mark.parametrize(
    ("key", "body", "field"),
    [
        ("tags", {}, "outcome"),
        ("chiller", {"number": 12, "outcome": "pass"}, "outcome"),
        ("chiller", {"number": 1.2345}, "number"),
        ("floor", {"choice": "shiny"}, "choice"),
        ("remarks", {"text": "  "}, "text"),
        ("tags", {"outcome": "pass", "number": 1}, "number"),
    ],
)
async def test_an_unfit_answer_is_refused_by_field_and_leaves_nothing(
    visit: Visit, key: str, body: dict[str, Any], field: str
) -> None:
    refused = await visit.put(key, **body)
    assert refused.status_code == 422
    assert [error["field"] for error in refused.json()["errors"]] == [field]
    assert (await visit.show())["answered"] == 0


async def test_the_time_of_an_answer_is_the_phones_corrected_by_its_offset(visit: Visit) -> None:
    at = datetime.now(UTC) - timedelta(hours=2)
    headers = {"Storewalk-Occurred-At": (at + timedelta(days=1)).isoformat(), "Storewalk-Clock-Offset-Ms": "-86400000"}
    answer = await visit.client.put(
        f"/api/inspections/{visit.id}/answers/{visit.checkpoints['tags']}", {"outcome": "pass"}, headers=headers
    )
    assert datetime.fromisoformat(answer.json()["answeredAt"]) == at


async def test_only_the_visits_inspector_answers_and_submits_it(visit: Visit, client: LogIn) -> None:
    other = Visit(await client("regional"), await visit.show())
    assert (await other.put("tags", outcome="pass")).status_code == 403
    assert (await other.send(0)).status_code == 403
    assert (await other.show())["answered"] == 0


async def test_a_submitted_visit_takes_no_more_answers(sound_visit: Visit) -> None:
    shelf = photo()
    await sound_visit.answer("shelf", outcome="pass", photos=[shelf])
    await sound_visit.submit(4)
    assert (await sound_visit.put("tags", outcome="fail", ifVersion=1)).status_code == 409
    assert (await sound_visit.put("tags", outcome="pass")).status_code == 200
    assert (await sound_visit.show())["score"] == 100.0


async def test_a_checkpoint_of_another_checklist_is_not_there(visit: Visit) -> None:
    stranger = f"/api/inspections/{visit.id}/answers/{uuid4()}"
    assert (await visit.client.put(stranger, {"outcome": "pass"})).status_code == 404


async def test_a_photo_of_another_store_is_not_there(
    visit: Visit, inspector: Client, org: Org, checklist: dict[str, Any]
) -> None:
    elsewhere = await begin(inspector, org.places["A2"], checklist["id"])
    theirs = photo()
    await elsewhere.answer("shelf", photos=[theirs])
    assert (await visit.put("shelf", photos=[theirs])).status_code == 404
    assert (await visit.show())["answered"] == 0


async def test_photos_are_replaced_kept_and_ordered_as_the_answer_says(visit: Visit) -> None:
    first, second, third = photo(), photo(), photo()
    await visit.answer("shelf", photos=[first, second])
    await visit.answer("shelf", photos=[third, first], ifVersion=1)
    assert (await visit.shown("shelf"))["photos"] == [third["id"], first["id"]]


async def test_a_second_phone_that_changes_the_note_keeps_the_first_phones_photos(visit: Visit, client: LogIn) -> None:
    first, second = photo(), photo()
    await visit.answer("shelf", photos=[second, first])
    tablet = Visit(await client("inspector"), await visit.show())
    shown = await tablet.shown("shelf")
    assert shown["photoSpecs"] == [{**each, "marks": []} for each in (second, first)]
    changed = await tablet.answer("shelf", note="下层", photos=shown["photoSpecs"], ifVersion=shown["version"])
    assert (changed["note"], changed["photos"]) == ("下层", [second["id"], first["id"]])
    assert (await visit.shown("shelf"))["photoSpecs"] == shown["photoSpecs"]
    assert (await visit.shown("tags"))["photoSpecs"] == []


async def test_the_answer_of_the_last_scored_visit_is_shown_beside_todays(
    sound_visit: Visit, inspector: Client, org: Org, checklist: dict[str, Any]
) -> None:
    before = photo()
    await sound_visit.answer("shelf", outcome="fail", note="缺 4 格", photos=[before])
    scored = await sound_visit.submit(4)
    today = await begin(inspector, org.places["A1"], checklist["id"])
    last = (await today.shown("shelf"))["lastAnswer"]
    assert (last["kind"], last["outcome"], last["note"]) == ("visit", "fail", "缺 4 格")
    assert last["photos"] == [before["id"]]
    values = [(await today.shown(key))["lastAnswer"]["value"] for key in ("tags", "chiller", "floor")]
    assert values == [
        {"passfail": "pass", "number": None, "choice": None, "text": None},
        {"passfail": None, "number": 4.5, "choice": None, "text": None},
        {"passfail": None, "number": None, "choice": "clean", "text": None},
    ]
    assert (await today.show())["lastScore"] == scored["score"] == 60.0
    assert (await today.shown("remarks"))["lastAnswer"] is None
    elsewhere = await begin(inspector, org.places["A2"], checklist["id"])
    assert (await elsewhere.shown("shelf"))["lastAnswer"] is None
    assert (await sound_visit.shown("shelf"))["lastAnswer"] is None
