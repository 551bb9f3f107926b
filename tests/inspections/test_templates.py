"""Publishing checklists: versions never change, and visits keep the one they began with."""

import asyncio
from typing import Any
from uuid import uuid4

from storewalk.inspections.api import install_standard_template, templates_for_sync
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, checkpoint, photo, publish, template
from tests.factories.organization import Org


async def test_a_checklist_comes_back_as_it_was_published(client: LogIn, checklist: dict[str, Any]) -> None:
    shown = (await (await client("inspector")).get(f"/api/inspection-templates/{checklist['id']}")).json()
    assert shown == checklist
    assert (shown["version"], shown["checkpointCount"], shown["criticalCap"]) == (1, 5, 60.0)
    shelf, chiller = shown["sections"][0]["checkpoints"][0], shown["sections"][1]["checkpoints"][0]
    assert (shelf["key"], shelf["shelf"], shelf["minAvailability"], shelf["photoRule"]) == (
        "shelf",
        True,
        0.92,
        "always",
    )
    assert (chiller["numberMin"], chiller["numberMax"], chiller["unit"]) == (0.0, 8.0, "℃")
    assert [choice["passes"] for choice in shown["sections"][1]["checkpoints"][1]["choices"]] == [True, False]


async def test_a_new_version_leaves_old_visits_and_their_scores_untouched(
    client: LogIn, inspector: Client, org: Org, sound_visit: Visit, checklist: dict[str, Any]
) -> None:
    await sound_visit.answer("shelf", outcome="fail", photos=[photo()])
    before = await sound_visit.submit(4)
    running = await begin(inspector, org.places["A1"], checklist["id"])
    draft = template([checkpoint("tags", weight=9), checkpoint("floor")], criticalCap=0)
    regional = await client("regional")
    path = f"/api/inspection-templates/{checklist['id']}/versions"
    published = await regional.post(path, {**draft, "ifVersion": 1})
    assert published.status_code == 201
    assert (published.json()["version"], published.json()["checkpointCount"]) == (2, 2)
    assert await sound_visit.show() == before
    assert (await running.show())["templateVersionId"] == checklist["versionId"]
    following = await begin(inspector, org.places["A1"], checklist["id"])
    assert set(following.checkpoints) == {"tags", "floor"}
    assert (await following.shown("tags"))["lastAnswer"]["outcome"] == "pass"
    assert (await following.shown("floor"))["lastAnswer"]["outcome"] == "pass"


async def test_a_phone_that_began_offline_follows_the_version_it_had(
    client: LogIn, inspector: Client, org: Org, checklist: dict[str, Any]
) -> None:
    path = f"/api/inspection-templates/{checklist['id']}/versions"
    await (await client("regional")).post(path, {**template([checkpoint("floor")]), "ifVersion": 1})
    form = {"id": str(uuid4()), "storeId": str(org.places["A1"]), "templateId": checklist["id"]}
    begun = await inspector.post("/api/inspections", {**form, "templateVersionId": checklist["versionId"]})
    assert (begun.status_code, begun.json()["template"]["version"]) == (201, 1)
    foreign = await inspector.post("/api/inspections", {**form, "id": str(uuid4()), "templateVersionId": str(uuid4())})
    assert [error["field"] for error in foreign.json()["errors"]] == ["templateVersionId"]


async def test_two_editors_of_one_version_publish_one_and_conflict_once(
    client: LogIn, checklist: dict[str, Any]
) -> None:
    regional = await client("regional")
    path = f"/api/inspection-templates/{checklist['id']}/versions"
    body = {**template([checkpoint("floor")]), "ifVersion": 1}
    answers = await asyncio.gather(regional.post(path, body), regional.post(path, body))
    assert sorted(answer.status_code for answer in answers) == [201, 409]
    refused = next(answer for answer in answers if answer.status_code == 409)
    assert refused.json()["current"]["version"] == 2


async def test_a_faulty_draft_is_refused_by_field_and_publishes_nothing(client: LogIn) -> None:
    regional = await client("regional")
    draft = template([checkpoint("a", "number", numberMin=9, numberMax=1), checkpoint("a", "choice")])
    refused = await regional.post("/api/inspection-templates", draft)
    assert refused.status_code == 422
    assert [error["field"] for error in refused.json()["errors"]] == [
        "sections[0].checkpoints[0].numberMax",
        "sections[0].checkpoints[1].key",
        "sections[0].checkpoints[1].choices",
    ]
    assert (await regional.get("/api/inspection-templates")).json()["items"] == []


async def test_a_checkpoint_without_a_key_gets_one_of_its_own(client: LogIn) -> None:
    draft = template([{**checkpoint("x"), "key": None}, {**checkpoint("y"), "key": None}])
    published = await publish(await client("regional"), draft)
    keys = [point["key"] for point in published["sections"][0]["checkpoints"]]
    assert all(key.startswith("q-") for key in keys)
    assert len(set(keys)) == 2


async def test_only_those_who_manage_checklists_publish_them(client: LogIn) -> None:
    for role in ("inspector", "manager"):
        refused = await (await client(role)).post("/api/inspection-templates", template([checkpoint("floor")]))
        assert refused.status_code == 403


async def test_an_unknown_checklist_is_not_there(client: LogIn, inspector: Client) -> None:
    assert (await inspector.get(f"/api/inspection-templates/{uuid4()}")).status_code == 404
    unknown = f"/api/inspection-templates/{uuid4()}/versions"
    body = {**template([checkpoint("floor")]), "ifVersion": 1}
    assert (await (await client("regional")).post(unknown, body)).status_code == 404


async def test_the_standard_checklist_is_installed_once(client: LogIn, org: Org, app_tx: AppTx) -> None:
    async with app_tx(org) as tx:
        first = await install_standard_template(tx)
    async with app_tx(org) as tx:
        assert await install_standard_template(tx) == first
        kept = await templates_for_sync(tx)
        assert await templates_for_sync(tx, kept[0].published_at) == [], "a phone that has it is not sent it again"
    assert [(item.id, item.name.zh, item.checkpoint_count) for item in kept] == [(first, "门店标准巡检", 11)]
    listed = (await (await client("inspector")).get("/api/inspection-templates")).json()["items"]
    assert [(item["id"], item["version"], item["checkpointCount"]) for item in listed] == [(str(first), 1, 11)]
