"""What is not asked: by the kind of store, by what was answered before, by the version that the visit follows."""

from typing import Any
from uuid import uuid4

from sqlalchemy import text

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, checkpoint, events, photo, publish, template
from tests.factories.organization import Org

CHOICES = [
    {"code": code, "label": {"zh": code, "en": code}, "passes": code != "none"} for code in ("full", "partial", "none")
]


def hot_food(**fields: Any) -> dict[str, Any]:
    """Hot food is sold or not; its temperature, its probe; what is wrong at the till; the door of a restaurant."""
    return template(
        [
            checkpoint("sold", "choice", choices=CHOICES),
            checkpoint(
                "core", "number", numberMin=60, weight=4, critical=True, condition={"key": "sold", "choices": ["full"]}
            ),
            checkpoint("probe", condition={"key": "core", "outcomes": ["fail"]}),
        ],
        [
            checkpoint("till", photoRule="onFail", minPhotos=2, noteRule="onFail", live=False),
            checkpoint("kitchen", formats=["restaurant"]),
        ],
        **fields,
    )


async def of_format(app_tx: AppTx, org: Org, name: str) -> None:
    async with app_tx(org) as tx:
        change = text("UPDATE store SET format = :name WHERE id = :id")
        await tx.session.execute(change, {"name": name, "id": org.places["A1"]})


async def test_a_question_that_is_not_asked_is_neither_required_nor_counted_and_its_answer_is_kept(
    client: LogIn, inspector: Client, org: Org, app_tx: AppTx
) -> None:
    await of_format(app_tx, org, "convenience")
    checklist = await publish(await client("regional"), hot_food())
    visit = await begin(inspector, org.places["A1"], checklist["id"])
    begun = await visit.show()
    assert (begun["storeFormat"], begun["total"], begun["answered"]) == ("convenience", 2, 0)
    assert begun["notAsked"] == [visit.checkpoints[key] for key in ("core", "probe", "kitchen")]

    await visit.answer("till", outcome="pass")
    await visit.answer("sold", choice="full")
    lacking = (await visit.send(2)).json()
    assert [error["field"] for error in lacking["errors"]] == [f"answers.{visit.checkpoints['core']}"]
    assert (await visit.answer("core", number=40))["outcome"] == "fail"
    await visit.answer("probe", outcome="fail")
    shown = await visit.show()
    assert (shown["total"], shown["answered"]) == (4, 4)
    assert shown["notAsked"] == [visit.checkpoints["kitchen"]]

    # No hot food after all: its failed temperature, and with it the probe, are kept and out of the reckoning.
    await visit.answer("sold", choice="none", ifVersion=1)
    shown = await visit.show()
    assert (shown["total"], shown["answered"]) == (2, 2)
    assert (await visit.shown("core"))["value"]["number"] == 40.0
    assert (await visit.send(2)).status_code == 409
    scored = await visit.submit(4)
    # Hot food: "none" fails, 0 of 1; the till passes. Mean 50; the critical temperature caps nothing.
    assert (scored["status"], scored["score"], scored["scoreDetail"]["cappedBy"]) == ("scored", 50.0, None)
    assert [event["checkpoint_key"] for event in await events(app_tx, org, visit, "checkpoint_failed")] == ["sold"]
    following = await begin(inspector, org.places["A1"], checklist["id"])
    assert (await following.shown("core"))["lastAnswer"] is None


async def test_an_answer_counts_again_when_its_question_comes_back(
    client: LogIn, inspector: Client, org: Org, app_tx: AppTx
) -> None:
    checklist = await publish(await client("regional"), hot_food())
    visit = await begin(inspector, org.places["A1"], checklist["id"])
    assert (await visit.show())["notAsked"] == [visit.checkpoints[key] for key in ("core", "probe")]
    await visit.answer("kitchen", outcome="pass")
    await visit.answer("till", outcome="pass")
    # A phone without signal sends what it has in its own order: first the answer, then what it hangs on.
    await visit.answer("core", number=40)
    await visit.answer("probe", outcome="pass")
    for version, choice in enumerate(("partial", "full")):
        await visit.answer("sold", choice=choice, ifVersion=version)
        assert (await visit.show())["answered"] == (3 if choice == "partial" else 5)
    scored = await visit.submit(5)
    # Sold 1, core 0 of 4, probe 1: 2 of 6 points; the rest 100. Mean 66.67, capped by the temperature.
    assert (scored["score"], scored["scoreDetail"]["cappedBy"]) == (60.0, visit.checkpoints["core"])
    assert [event["checkpoint_key"] for event in await events(app_tx, org, visit, "checkpoint_failed")] == ["core"]


async def test_photos_and_notes_that_a_failure_asks_for_are_named_when_it_is_submitted(
    client: LogIn, inspector: Client, org: Org, app_tx: AppTx
) -> None:
    await of_format(app_tx, org, "drinks")
    checklist = await publish(await client("regional"), hot_food())
    visit = await begin(inspector, org.places["A1"], checklist["id"])
    await visit.answer("sold", choice="partial")
    first = photo()
    await visit.answer("till", outcome="fail", photos=[first])
    till = f"answers.{visit.checkpoints['till']}"
    refused = (await visit.send(2)).json()
    assert [(error["field"], error["message"]) for error in refused["errors"]] == [
        (f"{till}.photos", "「till」需要 2 张照片，现有 1 张。"),
        (f"{till}.note", "「till」需要写备注。"),
    ]
    await visit.answer("till", outcome="fail", photos=[first, photo()], note="抽屉未锁", ifVersion=1)
    assert (await visit.submit(2))["score"] == 50.0


async def test_a_visit_begun_offline_on_an_old_version_is_asked_and_scored_by_it(
    client: LogIn, inspector: Client, org: Org
) -> None:
    regional = await client("regional")
    checklist = await publish(regional, hot_food(criticalCap=40))
    stricter = template(
        [checkpoint("sold", "choice", choices=CHOICES, weight=9), checkpoint("core", "number", numberMin=75)],
        [checkpoint("till", noteRule="always"), checkpoint("queue")],
        criticalCap=0,
    )
    path = f"/api/inspection-templates/{checklist['id']}/versions"
    assert (await regional.post(path, {**stricter, "ifVersion": 1})).status_code == 201
    form = {"id": str(uuid4()), "storeId": str(org.places["A1"]), "templateId": checklist["id"]}
    begun = await inspector.post("/api/inspections", {**form, "templateVersionId": checklist["versionId"]})
    visit = Visit(inspector, begun.json())
    assert set(visit.checkpoints) == {"sold", "core", "probe", "till", "kitchen"}
    await visit.answer("sold", choice="full")
    await visit.answer("core", number=70)
    await visit.answer("till", outcome="pass")
    await visit.answer("kitchen", outcome="fail")
    scored = await visit.submit(4)
    # By version 1: 70 ℃ passes, the till needs no note; 5 of 5 and 1 of 2 points. Mean 75.
    assert (scored["template"]["version"], scored["score"], scored["total"]) == (1, 75.0, 4)
    assert scored["notAsked"] == [visit.checkpoints["probe"]]


async def test_a_checklist_for_other_kinds_of_store_begins_no_visit_there(
    client: LogIn, inspector: Client, org: Org, app_tx: AppTx
) -> None:
    checklist = await publish(await client("regional"), hot_food(formats=["restaurant", "bakery"]))
    assert checklist["formats"] == ["restaurant", "bakery"]
    form = {"id": str(uuid4()), "storeId": str(org.places["A1"]), "templateId": checklist["id"]}
    await of_format(app_tx, org, "drinks")
    refused = await inspector.post("/api/inspections", form)
    assert (refused.status_code, [error["field"] for error in refused.json()["errors"]]) == (422, ["templateId"])
    await of_format(app_tx, org, "bakery")
    begun = await inspector.post("/api/inspections", form)
    assert begun.status_code == 201, begun.text
    assert begun.json()["total"] == 2
